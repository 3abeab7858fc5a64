"""The imported list as a table of DuckDB: text cells by row, and converted values that are joined to them.

The number of different values, not of rows, is what Python looks at; all else is done in the engine.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from cq_tui.files.scratch import scratch
from cq_tui.importing.progress import unwatched
from cq_tui.importing.sources.row_width import BLANKS, filled_width
from cq_tui.importing.sources.statement_watch import StatementWatch
from cq_tui.language import _
from cq_tui.store.engine.duckdb_module import duckdb
from cq_tui.values.sql import identifier, literal

ROW = "row"
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "allocator_flush_threshold": "1MB",
    "allocator_bulk_deallocation_flush_threshold": "16MB",
    "autoinstall_known_extensions": False,
}
"""One thread: the statements of an import don't parallelise, and each thread has buffers of its own. Freed memory is
returned to the system at once, since the browser that imports goes on for hours."""
_LIST = "list"
_BATCH = 5_000
_GROUP = 20_480
"""Rows of a row group: the unit of compression, and of skipping by ``row`` when a page is read."""
_PAGE = 3 * _GROUP
"""Rows that are written at once: planning a page takes the time of some thousand rows, and its rows are held."""
_LONGEST_LINE = 500_000
"""Bytes of a line that DuckDB's reader takes; a file with a longer one is read in Python."""
_BUFFER = 4_000_000
"""Bytes that it reads at once: a smaller buffer takes half as long again, a larger one memory."""
_WIDEST_DIRECT = 300
_EMPTY = "''"
_INTERRUPTED = "Query interrupted"
_SEPARATOR = "\x1f"
"""Joins values into one parameter of a statement. No cell contains it: cleaning replaces control characters."""


_TEXTS = "unnest(string_split(?, chr(31)))"
"""SQL of the texts of one parameter, a row each."""

_SPARE: list[Any] = []
"""At most one engine, empty, of a small list that was imported without a fault: making one takes as long as twenty
statements. The one of a large list goes with all that it holds."""

Fit = Callable[[int, Sequence[str]], Sequence[str]]
"""Makes a row, given with its number, which has more cells than the table as wide as that is."""


class ImportTableError(Exception):
    """A statement failed; the text is the engine's reason."""


class ImportTable:
    """The non-empty rows of a list, as the table ``cells`` with the columns ``row``, ``c0``, ``c1``, ..."""

    def __init__(
        self, width: int, watch: StatementWatch | None = None, *, compressed: bool = True, short: bool = False
    ) -> None:
        """``width``: how many columns. ``folder`` is a temporary one; ``loaded`` counts the rows with empty ones.

        ``watch`` may break a statement off; what it raises then comes out of the methods. ``compressed``: it is large;
        compressing takes more time than reading the file. ``short``: it has so few rows that looking for the fastest
        way to answer takes longer than any way.
        """
        self._duckdb = duckdb()
        self.width, self.loaded = width, 0
        self.names = [f"c{position}" for position in range(width)]
        self._open = ExitStack()
        self.watch = watch or StatementWatch(unwatched)
        self._open.callback(self.watch.close)
        self.folder = self._open.enter_context(scratch())
        self._connection = _engine(self._duckdb, self.folder)
        self._compressed = compressed
        self._ways = "PRAGMA disable_optimizer" if short else "PRAGMA enable_optimizer"
        """Said to each cursor: it holds for that alone."""
        self._idle: list[Any] = []
        """Cursors whose last rows were fetched."""
        self._execute(f"ATTACH ':memory:' AS {_LIST} ({'COMPRESS, ' if compressed else ''}ROW_GROUP_SIZE {_GROUP})")
        self._execute(f"USE {_LIST}")
        self._execute(self._ways)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for cursor in self._idle:
            cursor.close()
        if error is not None or self._compressed or not _spared(self._connection, self._duckdb):
            self._connection.close()
        self._open.close()

    def load(self, rows: Iterable[Sequence[str]], first: int, fit: Fit) -> None:
        """Load rows of any reader; ``first`` is the number of the first one. ``fit``: what becomes of wider rows."""
        self.run(f"CREATE TABLE cells ({ROW} BIGINT, {', '.join(f'{name} VARCHAR' for name in self.names)})")
        for some in _batches(_padded(rows, first, self.width, fit)):
            self.loaded += len(some)
            if full := [row for row in some if any(row[1:])]:
                self.insert("cells", list(zip(*full, strict=True)))
        self.compress()

    def load_file(self, path: Path, delimiter: str, skip: int, blanks: str = BLANKS) -> bool:
        """Load a CSV file by DuckDB's own reader, which is much faster. Returns False if its rows differ in width.

        So it does for wide lists: there the statement, as long as the columns are many, takes longer than the rows.
        ``blanks``: those that may stand around a cell.
        """
        if self.width > _WIDEST_DIRECT:
            return False
        columns = ", ".join(f"'{name}': 'VARCHAR'" for name in self.names)
        read = (
            f"read_csv(?, auto_detect = false, header = false, delim = ?, quote = '\"', escape = '\"', skip = {skip}, "
            f"columns = {{{columns}}}, max_line_size = {_LONGEST_LINE}, buffer_size = {_BUFFER})"
        )
        cells = ", ".join(f"{_stripped(name, blanks)} AS {name}" for name in self.names)
        numbered = f"SELECT row_number() OVER () + {skip} AS {ROW}, {cells} FROM {read}"
        with suppress(ImportTableError):
            self.run(f"CREATE TABLE cells AS {numbered}", [str(path), delimiter])
            self.compress()
            self.loaded = self.ask("SELECT count(*) FROM cells")[0][0]
            self.run(f"DELETE FROM cells WHERE {' AND '.join(f'{name} = {_EMPTY}' for name in self.names)}")
            return True
        self.run("DROP TABLE IF EXISTS cells")
        return False

    def distinct(self, columns: Sequence[int], condition: str = "true") -> Iterator[tuple[str, ...]]:
        """The distinct values of some columns, as tuples, in the order of their first rows."""
        names = ", ".join(self.names[position] for position in columns) or "''"
        return self.each(f"SELECT {names} FROM cells WHERE {condition} GROUP BY {names} ORDER BY min({ROW})")

    def keep(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
        """Create a table of texts from rows; returns their number."""
        batches = _batches(rows)
        first = next(batches, [])
        if not first:
            self.run(f"CREATE TABLE {table} ({', '.join(f'{identifier(name)} VARCHAR' for name in columns)})")
            return 0
        pieces = ", ".join(f"{_TEXTS} AS {identifier(name)}" for name in columns)
        self.run(f"CREATE TABLE {table} AS SELECT {pieces}", _joined(list(zip(*first, strict=True))))
        count = len(first)
        for some in batches:
            count += len(some)
            self.insert(table, list(zip(*some, strict=True)))
        return count

    def insert(self, table: str, columns: Sequence[Sequence[str]]) -> None:
        """Insert rows, given as columns: one parameter a column is far faster than one a value."""
        self.run(f"INSERT INTO {table} SELECT {', '.join(_TEXTS for _texts in columns)}", _joined(columns))

    def compress(self) -> None:
        """Compress now what was inserted; DuckDB would do it at some later checkpoint."""
        if self._compressed:
            self.run(f"CHECKPOINT {_LIST}")

    def run(self, sql: str, values: Sequence[Any] = ()) -> None:
        """Execute a statement without a result. Raises ImportTableError."""
        self._execute(sql, values)

    def ask(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query. Raises ImportTableError."""
        found = self._execute(sql, values)
        with self._worded(), self.watch.running(found):
            return found.fetchall()  # type: ignore[no-any-return]

    def each(self, sql: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, streamed from a cursor of its own, so that other statements may run meanwhile."""
        for rows in self.batches(sql, values):
            yield from rows

    def batches(self, sql: str, values: Sequence[Any] = ()) -> Iterator[list[tuple[Any, ...]]]:
        """As ``each``, a few thousand rows at a time."""
        cursor = self._idle.pop() if self._idle else self._cursor()
        try:
            self._execute(sql, values, cursor)
            while rows := self._fetched(cursor):
                yield rows
        except BaseException:  # also where nobody asks for the rest: what is left holds a transaction open
            cursor.close()
            raise
        self._idle.append(cursor)

    def csv_of_rows(self, asked: Callable[[str], str]) -> Iterator[bytes]:
        """As ``csv``, page by page; ``asked`` makes the query for a condition on ``row``.

        It must begin with ``cells`` and need not be sorted: in one thread the rows of the table stream through the
        joins in the order in which they were loaded, as long as the engine leaves the joins as they are written.
        """
        first, last = self.ask(f"SELECT coalesce(min({ROW}), 0), coalesce(max({ROW}), 0) FROM cells")[0]
        self._execute("SET disabled_optimizers = 'join_order,build_side_probe_side'")
        try:
            for start in range(first, last + 1, _PAGE):
                yield from self.csv(asked(f"{ROW} >= {start} AND {ROW} < {start + _PAGE}"), header=start == first)
        finally:
            self._execute("RESET disabled_optimizers")

    def csv(self, sql: str, *, header: bool = True) -> Iterator[bytes]:
        """The rows of a query as the bytes of a CSV file; empty texts are written without quotes."""
        path = self.folder / "answer.csv"
        every = f"SELECT nullif(COLUMNS(*)::VARCHAR, '') FROM ({sql})"
        self._execute(f"COPY ({every}) TO {literal(str(path))} (FORMAT csv, HEADER {str(header).lower()})")
        with path.open("rb") as file:
            while chunk := file.read(1 << 20):
                yield chunk
        path.unlink()

    def _cursor(self) -> Any:
        cursor = self._connection.cursor()
        self._execute(f"USE {_LIST}", (), cursor)
        self._execute(self._ways, (), cursor)
        return cursor

    def _fetched(self, cursor: Any) -> list[tuple[Any, ...]]:
        with self._worded(), self.watch.running(cursor):
            return cursor.fetchmany(_BATCH)  # type: ignore[no-any-return]

    def _execute(self, sql: str, values: Sequence[Any] = (), cursor: Any = None) -> Any:
        cursor = cursor or self._connection
        with self._worded(), self.watch.running(cursor):
            return cursor.execute(sql, list(values))

    @contextmanager
    def _worded(self) -> Iterator[None]:
        """Translates DuckDB's exceptions. Python's KeyboardInterrupt comes out of it as a RuntimeError."""
        try:
            yield
        except self._duckdb.InterruptException:
            raise KeyboardInterrupt from None
        except self._duckdb.Error as error:
            raise ImportTableError(_("the engine can't do it: {why}").format(why=str(error).split("\n")[0])) from None
        except RuntimeError as error:
            if str(error) == _INTERRUPTED:
                raise KeyboardInterrupt from None
            raise


def _engine(engine: Any, folder: Path) -> Any:
    """An engine that keeps in a folder what does not fit into memory: the one that was spared, or a new one."""
    with suppress(IndexError):
        connection = _SPARE.pop()
        try:
            connection.execute(f"SET temp_directory = {literal(str(folder))}")
        except engine.Error:  # it has used its folder
            connection.close()
        else:
            return connection
    return engine.connect(":memory:", config={**_CONFIG, "temp_directory": str(folder)})


def _spared(connection: Any, engine: Any) -> bool:
    """Empty an engine and keep it for the next import, if none is kept."""
    if _SPARE:
        return False
    try:
        connection.execute(f"USE memory; DETACH {_LIST}")
    except engine.Error:
        return False
    _SPARE.append(connection)
    return True


def _joined(columns: Sequence[Sequence[str]]) -> list[str]:
    return [_SEPARATOR.join(texts) for texts in columns]


def _stripped(cell: str, blanks: str) -> str:
    """SQL: a cell without blanks around it. Testing for them first takes a tenth of the time of trimming."""
    first = "".join(one for one in blanks if one < "!")
    around = [f"{cell} < '!'"] if len(first) > 1 else [f"prefix({cell}, '{one}')" for one in first]
    around += [f"prefix({cell}, '{one}')" for one in blanks if one > "!"]
    around += [f"suffix({cell}, '{one}')" for one in blanks]
    # A line inside a cell ends as the file's lines do; what ends it is looked for first, for few cells have lines.
    lines = f"replace(replace({cell}, chr(13) || chr(10), chr(10)), chr(13), chr(10))"
    return (
        f"CASE WHEN {cell} IS NULL THEN '' "
        + (f"WHEN contains({cell}, chr(13)) THEN trim({lines}, '{blanks}') " if "\r" in blanks else "")
        + (f"WHEN {' OR '.join(around)} THEN trim({cell}, '{blanks}') " if around else "")
        + f"ELSE {cell} END"
    )


def _padded(rows: Iterable[Sequence[str]], first: int, width: int, fit: Fit) -> Iterator[list[str]]:
    """Rows of one width with their numbers."""
    for number, row in enumerate(rows, first):
        fitting = fit(number, row) if len(row) > width and filled_width(row) > width else row[:width]
        yield [str(number), *(cell.strip(BLANKS) for cell in fitting), *[""] * (width - len(fitting))]


def _batches(rows: Iterable[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    left = iter(rows)
    while some := list(islice(left, _BATCH)):
        yield some
