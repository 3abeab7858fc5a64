"""A stranger's sheet in the engine: text cells by row, answers joined to them by value, and what is made of both.

The number of different values, not of rows, is what Python looks at; all else is done in the engine.
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self

from tui.language import _

BLANKS = " \t\r\n\u00a0\u3000"
ROW = "row"
_CONFIG: dict[str, str | bool | int | float | list[str]] = {"threads": 2, "autoinstall_known_extensions": False}
_BATCH = 5_000
_PAGE = 20_000
"""Rows that are put in order at once: a long list is never sorted whole."""


class SheetError(Exception):
    """The engine can't do what was asked; the text says why."""


class SheetTable:
    """The rows of a sheet that hold anything, in a table ``cells`` of ``row``, ``c0``, ``c1`` and so on."""

    def __init__(self, width: int) -> None:
        """Make room for so many columns; ``folder`` holds files until the end."""
        import duckdb

        self._duckdb = duckdb
        self.width = width
        self.names = [f"c{place}" for place in range(width)]
        self._temporary = TemporaryDirectory(prefix="cq-tui-")
        self.folder = Path(self._temporary.name)
        self._connection = duckdb.connect(":memory:", config={**_CONFIG, "temp_directory": str(self.folder)})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()
        self._temporary.cleanup()

    def load(self, rows: Iterable[Sequence[str]], first: int) -> None:
        """Take in rows from any reader; the first is numbered ``first``."""
        self._through_file("cells", [ROW, *self.names], _padded(rows, first, self.width))
        self._finish()

    def load_file(self, path: Path, delimiter: str, skip: int) -> bool:
        """Let the engine read a CSV file itself, which is fast; false if its rows are not of one width."""
        columns = ", ".join(f"'{name}': 'VARCHAR'" for name in self.names)
        read = (
            f"read_csv(?, auto_detect = false, header = false, delim = ?, quote = '\"', escape = '\"', skip = {skip}, "
            f"columns = {{{columns}}}, max_line_size = 4000000)"
        )
        cells = ", ".join(f"coalesce(trim({name}, '{BLANKS}'), '') AS {name}" for name in self.names)
        with suppress(self._duckdb.Error):
            self.run(
                f"CREATE TABLE cells AS SELECT row_number() OVER () + {skip} AS {ROW}, {cells} FROM {read}",
                [str(path), delimiter],
            )
            self._finish()
            return True
        self.run("DROP TABLE IF EXISTS cells")
        return False

    def _finish(self) -> None:
        everything = f"concat({', '.join(self.names)})"
        self.run(f"DELETE FROM cells WHERE {everything} = ''")

    def distinct(self, columns: Sequence[int], condition: str = "true") -> Iterator[tuple[str, ...]]:
        """The different values of some columns together, in the order in which they come first.

        Nothing else may be asked before the last of them was taken.
        """
        names = ", ".join(self.names[place] for place in columns) or "''"
        if len(columns) == 1 and not self._repeats(names):
            return self.each(f"SELECT {names} FROM cells WHERE {condition} ORDER BY {ROW}")
        return self.each(f"SELECT {names} FROM cells WHERE {condition} GROUP BY {names} ORDER BY min({ROW})")

    def _repeats(self, name: str) -> bool:
        return bool(self.ask(f"SELECT count(*) > count(DISTINCT {name}) FROM cells")[0][0])

    def answers(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Keep what was made of values as a table of texts."""
        self._through_file(table, columns, rows)

    def _through_file(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Put rows into a table by way of a file: far faster than binding them."""
        path = self.folder / f"{table}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
        types = ", ".join(f"'{name}': '{'BIGINT' if name == ROW else 'VARCHAR'}'" for name in columns)
        texts = ", ".join(name if name == ROW else f"coalesce({name}, '') AS {name}" for name in columns)
        self.run(
            f"CREATE TABLE {table} AS SELECT {texts} FROM read_csv(?, auto_detect = false, header = false, "
            f"delim = ',', quote = '\"', escape = '\"', columns = {{{types}}}, max_line_size = 8000000)",
            [str(path)],
        )
        path.unlink()

    def run(self, sql: str, values: Sequence[Any] = ()) -> None:
        """Run a statement that answers nothing. Raises SheetError."""
        self._execute(sql, values)

    def ask(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of an answer. Raises SheetError."""
        return self._execute(sql, values).fetchall()  # type: ignore[no-any-return]

    def each(self, sql: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of an answer, a few thousand at a time."""
        found = self._execute(sql, values)
        while rows := found.fetchmany(_BATCH):
            yield from rows

    def csv_of_rows(self, asked: Callable[[str], str]) -> Iterator[bytes]:
        """As ``csv``, some thousand rows at a time; ``asked`` makes the statement for a condition on ``row``."""
        last = self.ask(f"SELECT coalesce(max({ROW}), 0) FROM cells")[0][0]
        for start in range(0, last + 1, _PAGE):
            yield from self.csv(asked(f"{ROW} >= {start} AND {ROW} < {start + _PAGE}"), header=start == 0)

    def csv(self, sql: str, *, header: bool = True) -> Iterator[bytes]:
        """An answer as the bytes of a CSV file with a header; what is empty is nothing between two commas."""
        path = self.folder / "answer.csv"
        every = f"SELECT nullif(COLUMNS(*)::VARCHAR, '') FROM ({sql})"
        self._execute(f"COPY ({every}) TO '{path}' (FORMAT csv, HEADER {str(header).lower()})")
        with path.open("rb") as file:
            while chunk := file.read(1 << 20):
                yield chunk
        path.unlink()

    def _execute(self, sql: str, values: Sequence[Any] = ()) -> Any:
        try:
            return self._connection.execute(sql, list(values))
        except self._duckdb.InterruptException:
            raise KeyboardInterrupt from None
        except self._duckdb.Error as error:
            raise SheetError(_("the engine can't do it: {why}").format(why=str(error).split("\n")[0])) from None


def literal(text: str) -> str:
    """A text as a literal of a statement."""
    return "'" + text.replace("'", "''") + "'"


def quoted(name: str) -> str:
    """A column's name as it stands in a statement."""
    return '"' + name.replace('"', '""') + '"'


def first_filled(columns: Sequence[str]) -> str:
    """The expression of the first of some columns that is not empty."""
    return "coalesce(" + ", ".join(f"nullif({name}, '')" for name in columns) + ")"


def _padded(rows: Iterable[Sequence[str]], first: int, width: int) -> Iterator[list[str]]:
    """Rows of one width with their numbers; cells beyond the width are not of the list."""
    for number, row in enumerate(rows, first):
        cells = [cell.strip(BLANKS) for cell in row[:width]]
        yield [str(number), *cells, *[""] * (width - len(cells))]
