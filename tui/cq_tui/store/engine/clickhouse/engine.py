"""A server as the engine of a store: the store's statements in its spelling, its answers as rows.

Whoever asks waits for the answer before it: a session answers one question at a time.
"""

import itertools
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext, suppress
from functools import cached_property
from itertools import islice
from threading import RLock
from typing import Any, NoReturn

from cq_tui.archive.problem import Problem
from cq_tui.language import _
from cq_tui.log import Log, timed
from cq_tui.query.folding import pieces
from cq_tui.quotas import quotas, variable
from cq_tui.schema.kind import Kind
from cq_tui.schema.schema import Schema
from cq_tui.store.engine.cancellation import Cancellation, Cancelled
from cq_tui.store.engine.clickhouse.connection import Connection, ServerError, parameter, parameter_type
from cq_tui.store.engine.clickhouse.dialect import Hints, Spelt, spelt
from cq_tui.store.engine.clickhouse.rows import rows
from cq_tui.store.engine.clickhouse.schema import kept_texts
from cq_tui.store.engine.clickhouse.text_index import Asked, has_pieces
from cq_tui.store.engine.copy_form import CopyForm
from cq_tui.store.engine.deadlines import deadlines
from cq_tui.store.engine.errors import QueryError
from cq_tui.store.engine.in_use import characters_in_use, has_wide_letters
from cq_tui.values.csv_line import CsvLine
from cq_tui.values.sql import identifier

_log = Log(__name__)

_BATCH = 5000
_FEW = 2000
"""Records that are found by their pieces, and looked through apart: their texts are read, and no others."""
_KEPT_COUNTS = 200
_NO_LINE_ENDS = "(?-s)"
"""A point is no line's end in the patterns of the store; ClickHouse takes it for one unless it is told."""
_STOPPED, _TOO_LONG, _MEMORY, _PATTERN = (394, 735), (159, 160), (241,), (427,)
_UNKNOWN_TABLE = 60
"""The numbers by which ClickHouse says why a question has no answer."""


class _Question:
    """A statement while it is answered."""

    _numbers = itertools.count()

    def __init__(self, connection: Connection, session: str) -> None:
        self._connection = connection
        self.name = f"{session}-{next(self._numbers)}"
        self.is_stopped = False

    def interrupt(self) -> None:
        """End it, from any thread."""
        self.is_stopped = True
        self._connection.stop(self.name)


class ServerEngine:
    """The tables of an archive in a server. Safe to ask from several threads. See ``Door``."""

    def __init__(
        self,
        schema: Schema,
        connection: Connection,
        session: str,
        held: Mapping[str, str] | None = None,
        *,
        wide: bool | None = None,
        indexed: bool = False,
        heard: bool = False,
    ) -> None:
        """``session``: a name for the questions that no other session has.

        ``held``: by statement the answers that are known already, as the server gave them (``keep``). ``wide``: whether
        there are letters of full width, as far as that is known. ``indexed``: what records say is, by the rules of this
        program; ``heard``: so do the tables tell which sounds stand beside each other.
        """
        self.held = dict(held or {})
        self._wide, self._indexed = wide, indexed
        self._counts: dict[tuple[str, str, tuple[str, ...]], int] = {}
        self._schema, self._connection, self._session = schema, connection, session
        # One after the other: a session of ClickHouse refuses a second question while it answers the first.
        self._lock = RLock()
        self._texts = {text: name for kind in schema.values() for text, name in kept_texts(kind).items()}
        self._unasked: deque[str] = deque()
        self.problems: list[Problem] = []
        self.place: Callable[[Kind, int, str, str], Problem] | None = None
        self.unprepared = ""
        self.header: Mapping[str, str] = {}
        self.answers: dict[str, str] = {}
        self.heard = frozenset(schema) if heard else frozenset[str]()
        self.is_clean = False
        self.by_groups = False

    @cached_property
    def characters(self) -> frozenset[str] | None:
        """See ``Door``."""
        return characters_in_use(self._schema, self.ask)

    @cached_property
    def has_wide(self) -> bool:
        """See ``Door``."""
        return has_wide_letters(self._schema, self.ask, self._wide)

    def ask(
        self, sql: str, values: Sequence[Any] = (), cancellation: Cancellation | None = None
    ) -> list[tuple[Any, ...]]:
        """See ``Door``."""
        if not values and (known := self.held.get(sql)) is not None:
            return list(rows([known.encode()]))
        with self._asked(sql, values, cancellation) as found:
            return list(found)

    def stream(self, sql: str, cancellation: Cancellation) -> Iterator[list[tuple[Any, ...]]]:
        """See ``Door``."""
        with self._asked(sql, (), cancellation) as found:
            while batch := list(islice(found, _BATCH)):
                yield batch

    def copy(self, sql: str, form: CopyForm, cancellation: Cancellation) -> Iterator[bytes]:
        """See ``Door``. The lines of CSV are written here: the server quotes what the store's own engine does not."""
        if form is not CopyForm.CSV:
            message = _(
                "An archive in a server is not written as Parquet, nor loaded into another one. Export CSV or JSON, or "
                "take the folder that it was loaded from."
            )
            raise QueryError(message)
        for batch in self.stream(sql, cancellation):
            yield "".join(map(_csv_line, batch)).encode()

    def relation(self, sql: str) -> Any:
        """See ``Door``."""
        del sql
        raise QueryError(_("A server gives no relation."))

    def drop(self, table: str) -> None:
        """See ``Door``. The next table that is made drops it: garbage is collected in the middle of an answer, too.

        Not the next question, for one may be a keystroke that needs no table.
        """
        self._unasked.append(table)

    def keep(self, sql: str) -> None:
        """Hold the answer to a statement from now on, as the server gives it. Raises QueryError."""
        question = _Question(self._connection, self._session)
        try:
            with self._lock, self._connection.lines(self._spelt(sql, ()).sql, {}, question.name) as lines:
                self.held[sql] = b"".join(lines).decode()
        except ServerError as error:
            _refuse(error, question)

    def close_file(self, header: dict[str, str]) -> None:
        """Nothing is made in a file here."""
        raise NotImplementedError

    def run(self, sql: str) -> None:
        """A statement in the server's own spelling."""
        with self._answer(sql, {}, None):
            pass

    @contextmanager
    def _asked(
        self, sql: str, values: Sequence[Any], cancellation: Cancellation | None
    ) -> Iterator[Iterator[tuple[Any, ...]]]:
        found, given = self._spelt(sql, values), dict[str, str]()
        if self._indexed and found.sought:
            found, given = self._by_index(found, sql, values, cancellation)
        if found.is_empty:
            yield iter(())
            return
        given |= {
            f"p{place}": parameter(_pattern(value) if place in found.patterns else value)
            for place, value in enumerate(values)
        }
        with timed(_log, "%.500s", found.sql), self._answer(found.sql, given, cancellation) as answer:
            yield answer

    def _spelt(self, sql: str, values: Sequence[Any], hints: Hints = ()) -> Spelt:
        for text, column in self._texts.items():
            sql = sql.replace(text, column)
        return spelt(sql, tuple(map(parameter_type, values)), hints)

    def _by_index(
        self, found: Spelt, sql: str, values: Sequence[Any], cancellation: Cancellation | None
    ) -> tuple[Spelt, dict[str, str]]:
        """A statement that asks the index first, as far as that can tell something, and the pieces that it asks for."""
        hints: list[tuple[int, Asked]] = []
        given = {}
        for place, (table, text) in found.sought.items():
            if wanted := pieces(str(values[place]), is_expression=place in found.patterns):
                count = self._count_having(table, text, wanted, cancellation)
                hints.append((place, Asked(len(wanted[0]), is_apart=count <= _FEW, is_nowhere=not count)))
                given[f"g{place}"] = parameter(wanted)
        return (self._spelt(sql, values, tuple(hints)) if hints else found), given

    def _count_having(self, table: str, text: str, wanted: tuple[str, ...], cancellation: Cancellation | None) -> int:
        """How many records of a table may hold something, by its pieces: told by the index, without reading any."""
        key = table, text, wanted
        if key not in self._counts:
            if len(self._counts) >= _KEPT_COUNTS:
                self._counts.clear()
            condition = has_pieces(text, len(wanted[0]), "{g:Array(String)}")
            asked = f"SELECT count() FROM {identifier(table)} WHERE {condition}"
            with timed(_log, "%.500s", asked), self._answer(asked, {"g": parameter(wanted)}, cancellation) as answer:
                self._counts[key] = next(answer)[0]
        return self._counts[key]

    @contextmanager
    def _answer(
        self, sql: str, given: dict[str, str], cancellation: Cancellation | None
    ) -> Iterator[Iterator[tuple[Any, ...]]]:
        question = _Question(self._connection, self._session)
        with (
            self._lock,
            cancellation.running(question) if cancellation else nullcontext(),
            deadlines().watch(question),
        ):
            if sql.startswith("CREATE"):
                self._drop_unasked()
            try:
                with self._connection.lines(sql, given, question.name) as lines:
                    yield rows(lines)
            except ServerError as error:
                _refuse(error, question)

    def _drop_unasked(self) -> None:
        """Drop the tables that nobody asks any more; one that the server does not drop goes with the session."""
        while self._unasked:
            name = _Question(self._connection, self._session).name
            sql = f"DROP TEMPORARY TABLE IF EXISTS {self._unasked.popleft()}"
            with suppress(ServerError), self._connection.lines(sql, {}, name):
                pass


def _pattern(value: Any) -> Any:
    return f"{_NO_LINE_ENDS}{value}" if isinstance(value, str) and "." in value else value


def _refuse(error: ServerError, question: _Question) -> NoReturn:
    if question.is_stopped or error.code in _STOPPED:
        raise Cancelled from None
    if error.code in _MEMORY:
        message = _("That takes more memory than the {most} MB of the engine; {name} can raise that.")
        known = message.format(most=quotas().memory, name=variable("memory"))
        raise QueryError(known, memory=True) from error
    if error.code == _UNKNOWN_TABLE and "_kept_" in str(error):
        raise QueryError(_("The server has forgotten what was found; R asks again.")) from None
    if error.code in _PATTERN:
        raise QueryError(_("The pattern repeats too much.")) from None
    raise QueryError(str(error).split("\n")[0]) from error


def _csv_line(row: tuple[Any, ...]) -> str:
    return CsvLine.line(["" if one is None else str(one) for one in row])
