"""The pages of a selection: its records by the screenful, those that were asked for last kept."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.store.selection.records_at import RecordsAt
from cq_tui.store.selection.referred import referred
from cq_tui.store.selection.row_order import PAGE, RowOrder
from cq_tui.store.store import Store

if TYPE_CHECKING:
    from cq_tui.store.selection.records_at import Shown

_KEPT = 64


class Pages:
    """See above. Nothing is fetched until it is asked for."""

    def __init__(self, store: Store, kind: Kind, records: RecordsAt, order: RowOrder) -> None:
        """``records`` of the kind, in an order."""
        self._store, self._kind, self._records, self._order = store, kind, records, order
        self._held: frozenset[str] | None = None
        """The names of the fields that pages hold; None: pages are whole records."""
        self._kept: dict[tuple[int, frozenset[str] | None], Sequence[Shown]] = {}
        self.first: Sequence[int] = ()
        """The positions of the first page, where it was found before the others."""
        self.reach = 0
        """How many records the first page holds, once it was fetched."""

    def hold(self, fields: Iterable[Field]) -> None:
        """See ``Selection``."""
        names = self._records.names(fields)
        self._held = names if self._held is None or names is None else self._held | names

    def page(self, number: int) -> "Sequence[Shown]":
        """See ``Selection``."""
        key = number, self._held
        found = self._kept.pop(key, None)
        self._kept[key] = found = self._page(*key) if found is None else found
        if number == 0:
            self.reach = len(found)
        while len(self._kept) > _KEPT:
            self._kept.pop(next(iter(self._kept)), None)
        return found

    def _page(self, number: int, held: frozenset[str] | None) -> "Sequence[Shown]":
        known = self.first if number == 0 else ()
        found = self._records.shown(known or self._order.positions(number * PAGE, (number + 1) * PAGE), held)
        self._store.fetch(referred(self._store, self._kind, found, held))  # else their names are asked for one by one
        return found

    def are_here(self, rows: range) -> bool:
        """Whether rows can be had without asking a server."""
        if not self._store.is_elsewhere or self._records.in_memory is not None:
            return True
        return all((number, self._held) in self._kept for number in _of_rows(rows))

    def fetch(self, rows: range) -> None:
        """Have rows here."""
        for number in _of_rows(rows):
            self.page(number)


def _of_rows(rows: range) -> range:
    """The numbers of the pages that hold them."""
    return range(rows.start // PAGE, (rows.stop - 1) // PAGE + 1)
