"""The engine: DuckDB tables, one a kind, and questions to them.

They stand in memory, where each session makes its own, or in a prepared file that sessions share (``store/prepared/``).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext, suppress
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from cq_tui.archive.problem import Problem
from cq_tui.archive.read import Archive
from cq_tui.archive.tables import TableFile, is_small
from cq_tui.log import Log, timed
from cq_tui.query.columns import WORDS
from cq_tui.schema.kind import Kind
from cq_tui.store.engine.attach import ANSWER, answers, attach, header_statements
from cq_tui.store.engine.cancellation import Cancellation, Cancelled
from cq_tui.store.engine.copy_form import CopyForm
from cq_tui.store.engine.deadlines import deadlines
from cq_tui.store.engine.duckdb_module import duckdb
from cq_tui.store.engine.errors import QueryError
from cq_tui.store.engine.facts import CONTROLS, NO, WIDE, facts
from cq_tui.store.engine.in_use import characters_in_use, has_wide_letters
from cq_tui.store.engine.loading import Loading
from cq_tui.store.engine.memory import LIMIT, bound_memory, let_go
from cq_tui.store.engine.memory_tables import MemoryTables
from cq_tui.store.engine.pipe import Pipe
from cq_tui.store.engine.rest import Rest
from cq_tui.store.engine.spilling import Settings, spilling
from cq_tui.store.engine.tables import table
from cq_tui.store.engine.worded import worded
from cq_tui.store.prepared.lookup import Prepared
from cq_tui.values.sql import literal, literals

_log = Log(__name__)

_CONFIG: Settings = {
    # Each thread holds memory of its own, and many readers share a host.
    "threads": 2,
    "async_threads": 1,
    # What does not fit into memory lands on a disk only where ``spilling`` says so.
    "temp_directory": "",
    # A session lasts for hours, reading a table file a moment: what that freed goes back to the system at once.
    "allocator_flush_threshold": "1MB",
    "allocator_bulk_deallocation_flush_threshold": "16MB",
    # No network from a browser of files.
    "autoinstall_known_extensions": False,
}
_TELLS_PROGRESS = ("SET enable_progress_bar = true", "SET enable_progress_bar_print = false")
"""Workaround: query_progress() answers -1 unless the progress bar is on, which is then never printed."""
_AS_IT_STANDS = "PRAGMA disable_optimizer"
"""Of who reads small table files: to look for a faster way takes longer than they do. Questions have cursors of their
own."""
_BATCH = 5000
"""Rows that are held in memory at once while a whole list is exported."""


class Engine:
    """Tables of all kinds. Safe to ask from several threads."""

    def __init__(
        self,
        archive: Archive,
        loading: Loading | None = None,
        *,
        prepared: Prepared | None = None,
        into: Path | None = None,
        at_once: bool = True,
    ) -> None:
        """Make the tables with progress in ``loading``, or take them from a prepared file.

        Where that can't be, ``unprepared`` says why, and there is none.
        ``at_once``: what no question named yet is made, too. Else, where all records are in memory, the table of a kind
        is made for the first question that names it: a command asks for one kind or two.
        ``into``: a new file in which they are made instead of in memory; what does not fit into memory meanwhile goes
        into its folder. Raises Cancelled if loading is stopped, QueryError where the file can't be made.
        """
        self._schema = archive.schema
        self._duckdb = duckdb()
        self._pipe = Pipe()
        self.problems: list[Problem] = []
        """What is wrong with the table files."""
        self.place: Callable[[Kind, int, str, str], Problem] | None = None
        """Says something of a row of a table file, with its place; None where none was read."""
        self.by_groups = True
        self.unprepared = ""
        """Why a prepared file can't be used; empty where it is, or where there is none."""
        self.header: Mapping[str, str] = {}
        """What the prepared file tells of itself."""
        self.answers: dict[str, str] = {}
        """By statement: the table that holds its answer."""
        self._prepared: Path | None = None
        self._is_own = False
        """The prepared file that the tables are taken from."""
        with self._worded():
            if into:
                spill: Settings = {"temp_directory": str(into.parent)}
            else:
                spill = spilling(self) if archive.tables else {}
            self._connection = self._duckdb.connect(str(into or ":memory:"), config=_CONFIG | spill)
        limit = bound_memory(self._connection)
        in_files = frozenset(file.kind.name for file in archive.tables)
        if prepared is not None:
            header, why = attach(self._connection, self._duckdb.Error, prepared, self._schema, in_files)
            self.header, self.unprepared, self.answers = header, why, answers(header)
            self._prepared, self._is_own = prepared.path, prepared.is_own
        is_prepared = prepared is not None
        self.heard = in_files if into or is_prepared else frozenset[str]()
        """The kinds whose tables tell the sounds of their records: those of table files, in a prepared file."""
        self._tables = MemoryTables(
            self._connection, self._schema, archive.records, self.heard, in_files=in_files, made=is_prepared
        )
        reader = self._connection.cursor()
        for setting in () if is_prepared else _TELLS_PROGRESS:
            reader.execute(setting)
        if is_small(archive.tables):
            reader.execute(_AS_IT_STANDS)
        self._rest = Rest(partial(let_go, self._connection, self._duckdb.Error, limit)) if is_prepared else None
        """Where the tables stand in a file: gives back what the engine keeps of it in memory."""
        self._lock_files([] if is_prepared else [file.path for file in archive.tables])
        if not is_prepared and (at_once or into or archive.tables):
            self._make(reader, archive, loading or Loading())
        reader.close()

    def _make(self, reader: Any, archive: Archive, loading: Loading) -> None:
        """Create the tables, insert the records in memory, then load the table files."""
        kinds = self._tables.create_all()
        if archive.tables:
            self.problems = self._read(reader, archive, loading)
        for kind in kinds:
            self._tables.show(kind)

    def _make_named(self, sql: str) -> None:
        """Make the tables that a statement names and that are not there yet."""
        with self._worded():
            self._tables.make_named(sql)

    def _lock_files(self, paths: list[Path]) -> None:
        """Allow these files and the pipe alone, for good: no statement can open another one, nor change this."""
        allowed = literals([*map(str, paths), self._pipe.path])
        self._connection.execute(f"SET allowed_paths = {allowed}")
        self._connection.execute("SET enable_external_access = false")
        self._connection.execute(f"SET allowed_configs = ['{LIMIT}']")
        self._connection.execute("SET lock_configuration = true")

    def _read(self, cursor: Any, archive: Archive, loading: Loading) -> list[Problem]:
        def ask(sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
            if loading.stopped:
                raise Cancelled
            return self._answer(cursor, sql, values)

        # What reads and judges table files: most archives have none.
        from cq_tui.store.engine.table_files.load import Loaded, load
        from cq_tui.store.engine.table_files.relations import Relations
        from cq_tui.store.engine.table_files.told_twice import tell_twice

        loaded: list[Loaded] = []
        try:
            for file in archive.tables:
                loading.begin(cursor, file.name, self._rows(file, ask))
                start = ask(f"SELECT count(*) FROM {table(file.kind)}")[0][0]
                loaded.append(load(file, start, ask, heard=file.kind.name in self.heard))
                # The engine adds to these two whatever file is read, and tells no file from another of the same name.
                ask("DROP TABLE IF EXISTS reject_errors")
                ask("DROP TABLE IF EXISTS reject_scans")
            loading.check()
            locations = {kind: [entry.location for entry in archive.entries.get(kind, [])] for kind in self._schema}
            relations = Relations(self._schema, loaded, locations, ask)
            self.place = relations.at
            told = tell_twice(self._schema, archive, relations, ask) if archive.told_twice is not None else ()
            return [*(p for one in loaded for p in one.problems), *told, *relations.problems()]
        finally:
            loading.end()

    @staticmethod
    def _rows(file: TableFile, ask: Any) -> int | None:
        if file.is_csv:
            return None
        with suppress(QueryError):
            return int(ask(f"SELECT num_rows FROM parquet_file_metadata({literal(str(file.path))})")[0][0])
        return None

    @cached_property
    def characters(self) -> frozenset[str] | None:
        """See ``characters_in_use``."""
        return characters_in_use(self._schema, self.ask)

    @cached_property
    def has_wide(self) -> bool:
        """See ``has_wide_letters``."""
        return has_wide_letters(self._schema, self.ask, self.header.get(WIDE) != NO if self.header else None)

    @property
    def is_clean(self) -> bool:
        """See ``Door``."""
        return self._is_own and self.header.get(CONTROLS) == NO

    def ask(
        self, sql: str, values: Sequence[Any] = (), cancellation: Cancellation | None = None
    ) -> list[tuple[Any, ...]]:
        """Run one statement in a cursor of its own, which ``cancellation`` can interrupt.

        Raises QueryError if it can't be answered, Cancelled if it was interrupted.
        """
        self._make_named(sql)
        token = cancellation or Cancellation()
        with self._asked() as cursor, token.running(cursor), deadlines().watch(cursor):
            return self._answer(cursor, sql, values)

    def stream(self, sql: str, cancellation: Cancellation) -> Iterator[list[tuple[Any, ...]]]:
        """The rows of one statement by the batch; raises as ``ask`` does."""
        self._make_named(sql)
        with self._asked() as cursor, cancellation.running(cursor):
            with deadlines().watch(cursor), timed(_log, "%.500s", sql), self._worded():
                cursor.execute(sql)
            while batch := self._batch(cursor):
                yield batch

    def _batch(self, cursor: Any) -> list[tuple[Any, ...]]:
        """The next rows; what the reader does with them is not the engine's time."""
        with deadlines().watch(cursor), self._worded():
            return cursor.fetchmany(_BATCH)  # type: ignore[no-any-return]

    def copy(self, sql: str, form: CopyForm, cancellation: Cancellation) -> Iterator[bytes]:
        """The rows of one statement as the bytes of a file; raises as ``ask`` does."""
        self._make_named(sql)
        copy = f"COPY ({sql}) TO {literal(self._pipe.path)} ({form.value})"
        with self._asked() as cursor:
            pieces = self._pipe.pieces(lambda: cursor.execute(copy), cursor.interrupt)
            # Closed before the cursor is: whoever reads may stop in the middle.
            with cancellation.running(cursor), timed(_log, "%.500s", copy), closing(pieces):
                while piece := self._piece(cursor, pieces):
                    yield piece

    def _piece(self, cursor: Any, pieces: Iterator[bytes]) -> bytes:
        """The next piece of a file, empty at its end; what the reader does with it is not the engine's time."""
        with deadlines().watch(cursor), self._worded():
            return next(pieces, b"")

    @contextmanager
    def _asked(self) -> Iterator[Any]:
        """A cursor of its own for a question; while it is asked, the engine is not at rest."""
        with self._rest.interrupted() if self._rest else nullcontext(), closing(self._connection.cursor()) as cursor:
            yield cursor

    def relation(self, sql: str) -> Any:
        """A query as a relation, which is asked in a cursor of its own whenever it is used."""
        import duckdb as _package  # noqa: F401  gives the engine's connections their relations

        if self._rest:
            self._rest.never()  # nobody tells when a relation is asked
        self._make_named(sql)
        with self._worded():
            return self._connection.cursor().sql(sql)

    def _answer(self, cursor: Any, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        with timed(_log, "%.500s", sql), self._worded():
            answer: list[tuple[Any, ...]] = cursor.execute(sql, list(values)).fetchall()
        return answer

    def _worded(self) -> AbstractContextManager[None]:
        """Turn the engine's exceptions into Cancelled and QueryError."""
        return worded(self._duckdb, self._prepared)

    def keep(self, sql: str) -> None:
        """Keep the answer to a statement in the file that the tables are made in. Raises QueryError."""
        name = f"{ANSWER}{len(self.answers)}"
        self.ask(f"CREATE TABLE {name} AS {sql}")
        self.answers[sql] = name

    def close_file(self, header: dict[str, str]) -> None:
        """Write the header into the file that the tables were made in, and close it; nothing can be asked any more.

        Raises QueryError where it can't be written.
        """
        with self._worded():
            told = header | facts(self._schema, self.heard, self.ask)
            self._connection.execute(f"DROP TABLE IF EXISTS {WORDS}")
            told |= {name: statement for statement, name in self.answers.items()}
            for statement, values in header_statements(told):
                self._connection.execute(statement, values)
            self._connection.execute("CHECKPOINT")
        self._connection.close()

    def drop(self, table: str) -> None:
        """Drop a table of matches that nobody asks any more."""
        with suppress(self._duckdb.Error):
            self._connection.cursor().execute(f"DROP TABLE IF EXISTS {table}")
