"""The store: an archive's records as DuckDB tables in memory."""

from collections.abc import Mapping, Sequence
from contextlib import nullcontext, suppress
from functools import cached_property, lru_cache
from typing import Any

import duckdb

from tui.archive.originals import Original
from tui.archive.read import Archive
from tui.kinds import kinds
from tui.model.record import Kind, Record
from tui.query.sql import POSITION, TEXT, column
from tui.query.terms import Order, Query
from tui.query.widen import Widener
from tui.store.load import naming, rows
from tui.store.schema import row_type
from tui.store.selection import Selection
from tui.store.ticket import Cancelled, Ticket

_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "threads": 2,
    "enable_external_access": False,
    "autoinstall_known_extensions": False,
}
_KEPT_RECORDS = 4096
_FEW_RECORDS = 20_000

__all__ = ["Cancelled", "QueryError", "Store"]


class QueryError(Exception):
    """The engine can't answer the query; the text says why."""


class Store:
    """Tables of all kinds. Safe to ask from several threads."""

    def __init__(self, archive: Archive, originals: Mapping[str, Original] | None = None) -> None:
        """Put the records of an archive into tables; ``originals`` are the sources' texts, if at hand."""
        self.archive = archive
        self.originals = originals or {}
        self._connection = duckdb.connect(":memory:", config=_CONFIG)
        names = naming(archive)
        for kind in kinds().values():
            # One row of nothing gives an empty table its columns and is left out again.
            table = f'CREATE TABLE "{kind.name}" AS SELECT r.* FROM (SELECT unnest(?::{row_type(kind)}[]) AS r)'
            found = list(rows(kind, archive.records(kind.name), names))
            self._connection.execute(table if found else f"{table} LIMIT 0", [found or [{POSITION: 0}]])
        self.get = lru_cache(_KEPT_RECORDS)(self._get)

    @cached_property
    def widen(self) -> Widener:
        """Widens words to the forms that stand in this archive."""
        return Widener(self._characters)

    def _characters(self) -> frozenset[str] | None:
        """The characters in use; None where there are too many records to look at them all."""
        if sum(self.totals.values()) > _FEW_RECORDS:
            return None
        texts = (row[0] for kind in kinds() for row in self.ask(f'SELECT {TEXT} FROM "{kind}"'))
        return frozenset(character for text in texts for character in text)

    def select(self, query: Query, orders: Sequence[Order] = ()) -> Selection:
        """A selection of the records that answer a query."""
        return Selection(self, query, orders)

    def ask(self, sql: str, values: Sequence[Any] = (), ticket: Ticket | None = None) -> list[tuple[Any, ...]]:
        """Run one statement in a cursor of its own, which ``ticket`` can interrupt.

        Raises QueryError if it can't be answered, Cancelled if it was interrupted.
        """
        cursor = self._connection.cursor()
        try:
            with ticket.running(cursor) if ticket else nullcontext():
                return cursor.execute(sql, list(values)).fetchall()
        except duckdb.InterruptException:
            raise Cancelled from None
        except duckdb.Error as error:
            raise QueryError(str(error).split("\n")[0]) from None
        finally:
            cursor.close()

    def kind(self, name: str) -> Kind:
        """The kind of a name."""
        return kinds()[name]

    def ids(self, kind: str) -> list[str]:
        """All ids of a kind, in the order of the files."""
        return [row[0] for row in self.ask(f'SELECT id FROM "{kind}" ORDER BY {POSITION}')]

    def drop(self, table: str) -> None:
        """Drop a table of hits that nobody asks any more."""
        with suppress(duckdb.Error):
            self._connection.cursor().execute(f"DROP TABLE IF EXISTS {table}")

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

    def _get(self, kind: str, record_id: str) -> Record | None:
        names = ", ".join(column(field) for field in kinds()[kind].fields)
        found = self.ask(f'SELECT {names} FROM "{kind}" WHERE id = ?', [record_id])
        return self.record(kinds()[kind], found[0]) if found else None

    def name(self, kind: str, record_id: str) -> str:
        """What a record is called, in the language in force; its id if there is no such record."""
        record = self.get(kind, record_id)
        return record.called if record else record_id
