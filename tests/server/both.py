"""Both engines behind one door: each statement is asked of both, and their answers are compared."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from cq_tui.archive.problem import Problem
from cq_tui.archive.read import Archive
from cq_tui.schema.kind import Kind
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.engine.clickhouse.engine import ServerEngine
from cq_tui.store.engine.clickhouse.schema import create_tables, create_views
from cq_tui.store.engine.copy_form import CopyForm
from cq_tui.store.engine.engine import Engine
from cq_tui.store.engine.errors import QueryError
from cq_tui.store.selection.extent import Extent
from cq_tui.store.server.load import load
from cq_tui.store.store import Store

from tests.server.chdb_connection import ChdbConnection
from tests.server.differences import are_both_absent, in_any_order, is_in_no_order


@dataclass
class Told:
    """A statement that both engines were asked, and what went otherwise; empty where nothing did."""

    sql: str
    values: Sequence[Any]
    otherwise: str


@dataclass
class Both:
    """See above; ``told`` are the statements so far."""

    duckdb: Engine
    server: ServerEngine
    told: list[Told] = field(default_factory=list)
    _looked_at: int = 0

    def otherwise(self) -> list[str]:
        """What went otherwise since this was asked last."""
        since, self._looked_at = self.told[self._looked_at :], len(self.told)
        return [f"{one.sql}\n{one.values}\n{one.otherwise}" for one in since if one.otherwise]

    problems: list[Problem] = field(init=False)
    header: Mapping[str, str] = field(init=False)
    place: Callable[[Kind, int, str, str], Problem] | None = field(init=False)
    unprepared: str = ""
    is_clean: bool = False
    by_groups: bool = True
    heard: frozenset[str] = frozenset()
    answers: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.problems, self.header, self.place = self.duckdb.problems, self.duckdb.header, self.duckdb.place

    @property
    def characters(self) -> frozenset[str] | None:
        return self.duckdb.characters

    @property
    def has_wide(self) -> bool:
        return self.duckdb.has_wide

    def ask(
        self, sql: str, values: Sequence[Any] = (), cancellation: Cancellation | None = None
    ) -> list[tuple[Any, ...]]:
        try:
            rows = self.duckdb.ask(sql, values, cancellation)
        except QueryError:
            self._same(sql, values, [("refused",)], lambda: _refused(lambda: self.server.ask(sql, values)))
            raise
        if sql.startswith(("CREATE", "INSERT")):  # DuckDB tells how many rows, a server nothing
            self._same(sql, values, [], lambda: self.server.ask(sql, values))
        else:
            self._same(sql, values, rows, lambda: self.server.ask(sql, values))
        return rows

    def stream(self, sql: str, cancellation: Cancellation) -> Iterator[list[tuple[Any, ...]]]:
        batches = list(self.duckdb.stream(sql, cancellation))
        rows = [row for batch in batches for row in batch]
        self._same(sql, (), rows, lambda: [row for batch in self.server.stream(sql, Cancellation()) for row in batch])
        yield from batches

    def copy(self, sql: str, form: CopyForm, cancellation: Cancellation) -> Iterator[bytes]:
        data = b"".join(self.duckdb.copy(sql, form, cancellation))
        if form is CopyForm.CSV:
            self._same(sql, (), data, lambda: b"".join(self.server.copy(sql, form, Cancellation())))
        yield data

    def relation(self, sql: str) -> Any:
        return self.duckdb.relation(sql)

    def drop(self, table: str) -> None:
        self.duckdb.drop(table)
        self.server.drop(table)

    def keep(self, sql: str) -> None:
        raise NotImplementedError

    def close_file(self, header: dict[str, str]) -> None:
        raise NotImplementedError

    def _same(self, sql: str, values: Sequence[Any], wanted: Any, asked: Callable[[], Any]) -> None:
        try:
            found = asked()
        except Exception as error:  # the suite goes on, and tells it at the end
            self.told.append(Told(sql, values, f"{type(error).__name__}: {error}"))
            return
        if isinstance(wanted, list) and is_in_no_order(sql):
            found, wanted = in_any_order(found), in_any_order(wanted)
        same = found == wanted if isinstance(wanted, bytes) else same_rows(found, wanted)
        self.told.append(Told(sql, values, "" if same else f"{_short(found)} in place of {_short(wanted)}"))


def _refused(asked: Callable[[], Any]) -> list[tuple[str]]:
    try:
        asked()
    except QueryError:
        return [("refused",)]
    return [("answered",)]


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) < 600 else f"{text[:600]}…"


def same_rows(found: Sequence[Sequence[Any]], wanted: Sequence[Sequence[Any]]) -> bool:
    """Whether rows are equal, their order included, and of the same types: 1 is not true."""
    return len(found) == len(wanted) and all(
        len(one) == len(other) and all(map(_same, one, other)) for one, other in zip(found, wanted, strict=True)
    )


def _same(one: Any, other: Any) -> bool:
    if are_both_absent(one, other):
        return True
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(_same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(one[key], other[key]) for key in one)
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other)
    if isinstance(one, Decimal) and isinstance(other, int) and not isinstance(other, bool):
        return one == other
    return type(one) is type(other) and bool(one == other)


def both_of(archive: Archive, duckdb: Engine | None = None) -> Both:
    """Both engines with the records of an archive."""
    duckdb = duckdb or Engine(archive)
    connection = ChdbConnection()
    server = ServerEngine(archive.schema, connection, "both", indexed=True)
    for statement in (*create_tables(archive.schema, indexed=True), *create_views(archive.schema)):
        server.run(statement)
    load(Extent(Store(archive, door=lambda: duckdb)), connection, Cancellation())
    return Both(duckdb, server)
