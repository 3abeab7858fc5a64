"""The engine: DuckDB tables in memory, one a kind. Only this file knows DuckDB."""

from collections.abc import Sequence
from contextlib import nullcontext, suppress
from typing import Any

from tui.archive.read import Archive
from tui.kinds import kinds
from tui.query.sql import POSITION, TEXT
from tui.store.load import naming, rows
from tui.store.schema import row_type
from tui.store.ticket import Cancelled, Ticket

_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "threads": 2,
    "async_threads": 1,
    "enable_external_access": False,
    "autoinstall_known_extensions": False,
}


class QueryError(Exception):
    """The engine can't answer the query; the text says why."""


class Engine:
    """Tables of all kinds. Safe to ask from several threads."""

    def __init__(self, archive: Archive) -> None:
        """Put the records of an archive into tables."""
        # Imported here, so that what shows no list does not wait for it; and the engine alone where that can be had,
        # for the package around it (its expression and file system helpers) doubles the time and adds 5 MB.
        try:
            import _duckdb as duckdb
        except ImportError:
            import duckdb  # type: ignore[no-redef]

        self._duckdb = duckdb
        self._connection = duckdb.connect(":memory:", config=_CONFIG)
        names = naming(archive)
        characters: set[str] = set()
        for kind in kinds().values():
            # One row of nothing gives an empty table its columns and is left out again.
            table = f'CREATE TABLE "{kind.name}" AS SELECT r.* FROM (SELECT unnest(?::{row_type(kind)}[]) AS r)'
            found = list(rows(kind, archive.records(kind.name), names))
            self._connection.execute(table if found else f"{table} LIMIT 0", [found or [{POSITION: 0}]])
            characters.update(*(row[TEXT] for row in found))
        self.characters = frozenset(characters)
        """The characters in use: pinyin is read as these alone, so that its expressions stay narrow."""

    def ask(self, sql: str, values: Sequence[Any] = (), ticket: Ticket | None = None) -> list[tuple[Any, ...]]:
        """Run one statement in a cursor of its own, which ``ticket`` can interrupt.

        Raises QueryError if it can't be answered, Cancelled if it was interrupted.
        """
        cursor = self._connection.cursor()
        try:
            with ticket.running(cursor) if ticket else nullcontext():
                return cursor.execute(sql, list(values)).fetchall()
        except self._duckdb.InterruptException:
            raise Cancelled from None
        except self._duckdb.Error as error:
            raise QueryError(str(error).split("\n")[0]) from None
        finally:
            cursor.close()

    def drop(self, table: str) -> None:
        """Drop a table of hits that nobody asks any more."""
        with suppress(self._duckdb.Error):
            self._connection.cursor().execute(f"DROP TABLE IF EXISTS {table}")
