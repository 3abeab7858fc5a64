"""Records at positions of a kind's table: whole, or with the fields that a list shows."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from cq_tui.query.columns import POSITION, column
from cq_tui.query.terms import Order, Query
from cq_tui.schema.field import Field
from cq_tui.schema.record import Record
from cq_tui.schema.stored import of_stored, present
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.store import Store

if TYPE_CHECKING:
    from cq_tui.schema.rows import Row

    Shown = Record | Row
    """A record in a list: whole, or the fields of it that the list shows."""


class RecordsAt:
    """Fetches records of a query's kind by their positions."""

    def __init__(self, store: Store, query: Query, orders: Sequence[Order], cancellation: Cancellation) -> None:
        """Nothing is fetched yet; ``cancellation`` ends what is asked later."""
        self._store, self._kind = store, query.kind
        self._is_whole = not query.terms and not orders
        self._cancellation = cancellation

    @cached_property
    def in_memory(self) -> Sequence[Record] | None:
        """All that the query asks for, where memory holds them in its order: the engine need not be there then."""
        return self._held if self._is_whole else None

    @cached_property
    def _held(self) -> Sequence[Record] | None:
        """All records of the kind by their positions, where memory holds them; of table files only the engine does."""
        name = self._kind.name
        return None if self._store.has_table(name) else self._store.archive.records(name)

    def names(self, fields: Iterable[Field]) -> frozenset[str] | None:
        """The names of the fields of rows in which these are shown; None for whole records.

        A list of the program's own fields alone is as quickly made of whole records, and no model is made for it.
        """
        fields = list(fields)
        if not self._kind.has_own_fields and not any(one.is_derived for one in fields):
            return None
        from cq_tui.schema.rows import names_of_row

        return names_of_row(self._kind, fields)

    def whole(self, positions: Sequence[int]) -> list[Record]:
        """The records at these positions of the kind's table, in this order."""
        if self._held is not None:
            return [self._held[position] for position in positions]
        return [self._store.record(self._kind, row) for row in self._found(positions, self._kind.fields)]

    def shown(self, positions: Sequence[int], names: frozenset[str] | None) -> "Sequence[Shown]":
        """As ``whole``, with the fields of these names."""
        if names is None:
            return self.whole(positions)
        from cq_tui.schema.rows import fields_of_row, row_model

        fields, model = fields_of_row(self._kind, names), row_model(self._kind, names)
        return [of_stored(model, present(fields, row)) for row in self._found(positions, fields)]

    def _found(self, positions: Sequence[int], fields: Sequence[Field]) -> list[Sequence[Any]]:
        """The values of some fields of the records at these positions, in this order."""
        if not positions:
            return []
        columns = ", ".join(map(column, fields))
        # The span lets the engine skip the row groups outside of it; it does not see that from a list of positions.
        low, high = min(positions), max(positions)
        span = f'SELECT {POSITION}, {columns} FROM "{self._kind.name}" WHERE {POSITION} BETWEEN {low} AND {high}'
        if high - low < len(positions):
            found = self._store.ask(span, [], self._cancellation)
        else:
            among = f"{span} AND {POSITION} IN (SELECT unnest(?::BIGINT[]))"
            found = self._store.ask(among, [positions], self._cancellation)
        by_position = {row[0]: row[1:] for row in found}
        return [by_position[position] for position in positions]
