"""The store: an archive's records, and the engine that selects among them."""

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from threading import Thread
from typing import Any

from tui.archive.originals import Original
from tui.archive.read import Archive
from tui.kinds import kinds
from tui.model.record import Kind, Record
from tui.query.sql import POSITION, column
from tui.query.terms import Order, Query
from tui.query.widen import Widener
from tui.store.engine import Engine, QueryError
from tui.store.later import Later
from tui.store.selection import Selection
from tui.store.ticket import Cancelled, Ticket

_KEPT_RECORDS = 4096

__all__ = ["Cancelled", "QueryError", "Store"]


class Store:
    """Tables of all kinds. Safe to ask from several threads."""

    def __init__(self, archive: Archive, originals: Mapping[str, Original] | None = None) -> None:
        """Put the records of an archive into tables; ``originals`` are the sources' texts, if at hand."""
        self.archive = archive
        self.originals = originals or {}
        self._engine = Later(lambda: Engine(archive))
        self.get = lru_cache(_KEPT_RECORDS)(self._get)

    @cached_property
    def widen(self) -> Widener:
        """Widens words to the forms that stand in this archive."""
        return Widener(lambda: self._engine.value.characters)

    def begin(self) -> Thread:
        """Let the tables be made beside what goes on, in a thread; the first question waits for them."""
        return self._engine.begin()

    def select(self, query: Query, orders: Sequence[Order] = ()) -> Selection:
        """A selection of the records that answer a query."""
        return Selection(self, query, orders)

    def ask(self, sql: str, values: Sequence[Any] = (), ticket: Ticket | None = None) -> list[tuple[Any, ...]]:
        """Run one statement, which ``ticket`` can interrupt; the first one waits until the tables are there.

        Raises QueryError if it can't be answered, Cancelled if it was interrupted.
        """
        return self._engine.value.ask(sql, values, ticket)

    def kind(self, name: str) -> Kind:
        """The kind of a name."""
        return kinds()[name]

    def ids(self, kind: str) -> list[str]:
        """All ids of a kind, in the order of the files."""
        return [row[0] for row in self.ask(f'SELECT id FROM "{kind}" ORDER BY {POSITION}')]

    def drop(self, table: str) -> None:
        """Drop a table of hits that nobody asks any more."""
        self._engine.value.drop(table)

    def total(self, kind: str) -> int:
        """How many records of a kind there are."""
        return self.totals[kind]

    @cached_property
    def totals(self) -> dict[str, int]:
        """How many records there are of each kind."""
        return {kind: len(self.archive.entries.get(kind, [])) for kind in kinds()}

    def record(self, kind: Kind, row: Sequence[Any]) -> Record:
        """The record of a row that holds all fields of the kind in their order."""
        values = {f.name: v for f, v in zip(kind.fields, row, strict=True) if v is not None}
        return kind.model.model_validate(values)

    @cached_property
    def _by_id(self) -> dict[str, dict[str, Record]]:
        """The records that the archive holds in memory anyway."""
        return {kind: {one.record.id: one.record for one in found} for kind, found in self.archive.entries.items()}

    def _get(self, kind: str, record_id: str) -> Record | None:
        if (record := self._by_id.get(kind, {}).get(record_id)) is not None:
            return record
        names = ", ".join(column(field) for field in kinds()[kind].fields)
        found = self.ask(f'SELECT {names} FROM "{kind}" WHERE id = ?', [record_id])
        return self.record(kinds()[kind], found[0]) if found else None

    def name(self, kind: str, record_id: str) -> str:
        """What a record is called, in the language in force; its id if there is no such record."""
        record = self.get(kind, record_id)
        return record.called if record else record_id
