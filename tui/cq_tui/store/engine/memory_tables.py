"""The tables that a session makes: those of records in memory, and those of what codes and records are called.

Each is made for the first statement that names it, those of records before that where no question is to wait. In a
prepared file the tables of records are there, and views are laid over those that are named.
"""

from collections.abc import Callable, Sequence
from threading import Lock
from typing import Any

from cq_tui.query.columns import CALLED, WORDS, called_rows, called_table
from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.schema.schema import Schema
from cq_tui.store.engine.memory_rows import CodeWord, code_words, rows
from cq_tui.store.engine.tables import BAD, attached, create_table, create_view, insert_rows, row_type, table
from cq_tui.values.expressions import later

_WORD = later(r"\w+")


def _names(kind: Kind) -> tuple[str, str]:
    """What a statement names where it asks for records of a kind: the view or the table."""
    return kind.name, table(kind).strip('"')


class MemoryTables:
    """Makes tables and views in a connection, each once. Safe to ask from several threads."""

    def __init__(
        self,
        connection: Any,
        schema: Schema,
        records: Callable[[str], Sequence[Record]],
        heard: frozenset[str],
        *,
        in_files: frozenset[str],
        made: bool,
    ) -> None:
        """Nothing is made yet. ``heard``: the kinds whose tables tell the sounds of their records.

        ``in_files``: those whose records stand in table files.

        ``made``: those of records are there, in the prepared file.
        """
        self._connection = connection
        self._records = records
        self._heard = heard
        self._schema = schema
        self._in_files = in_files
        self._has_words = False
        self._called: set[str] = set()
        self._made = made
        self._unmade = dict(schema)
        self._making = Lock()

    def create_all(self) -> list[Kind]:
        """Make the tables that are not there, without views: files may add rows. Returns their kinds."""
        kinds = [*self._unmade.values()]
        self._unmade = {}
        for kind in kinds:
            self._create(kind)
        return kinds

    def show(self, kind: Kind) -> None:
        """Make the view over a table, which is what is asked."""
        rows = attached(table(kind)) if self._made else table(kind)
        self._run(create_view(kind, rows, heard=kind.name in self._heard))

    def make_named(self, sql: str) -> None:
        """Make what a statement names and is not there."""
        if CALLED in sql:
            for kind in self._schema.values():
                if called_table(kind) in sql and kind.name not in self._called:
                    self._make_called(kind)
        if WORDS in sql and not self._has_words:
            self._make_words()
        if self._unmade:
            words = {*_WORD.findall(sql)}
            with self._making:
                for kind in [one for one in self._unmade.values() if not words.isdisjoint(_names(one))]:
                    self._create(kind)
                    self.show(kind)
                    del self._unmade[kind.name]

    def _create(self, kind: Kind) -> None:
        heard = kind.name in self._heard
        if self._made:
            self._run(f"CREATE VIEW {table(kind)} AS FROM {attached(table(kind))}")
            return
        self._run(create_table(kind, heard=heard))
        if found := list(rows(kind, self._records(kind.name))):
            given = f"SELECT unnest(?::{row_type(kind)}[]) AS r"
            self._run(insert_rows(kind, f"SELECT r.*, false AS {BAD} FROM ({given})", heard=heard), [found])

    def _make_words(self) -> None:
        """Make the table of what codes are called: thousands of rows that most commands never look up."""
        with self._making:
            if not self._has_words:
                columns = zip(*(row for kind in self._schema.values() for row in code_words(kind)), strict=True)
                given = ", ".join(f"unnest(?::VARCHAR[]) AS {name}" for name in CodeWord._fields)
                self._run(f"CREATE TABLE {WORDS} AS SELECT {given}", [*map(list, columns)])
                self._has_words = True

    def _make_called(self, kind: Kind) -> None:
        """Make the table in which the words of a kind's filter are looked up, for those that are typed after it.

        Put together anew from the tables of all kinds that are referred to, it takes longer to plan than to look up.
        """
        rows = called_rows(kind, self._in_files)
        self.make_named(rows)
        with self._making:
            if kind.name not in self._called:
                self._run(f"CREATE TABLE {called_table(kind)} AS {rows}")
                self._called.add(kind.name)

    def _run(self, sql: str, values: Sequence[Any] = ()) -> None:
        cursor = self._connection.cursor()
        cursor.execute(sql, list(values))
        cursor.close()
