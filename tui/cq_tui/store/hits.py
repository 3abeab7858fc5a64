"""The records that answer a filter, found in one pass and kept as their positions."""

import itertools
import weakref
from collections.abc import Sequence
from functools import cached_property
from threading import RLock
from typing import Any

from cq_tui.query.sql import POSITION, Condition, literal_first, where
from cq_tui.query.terms import Query
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.store import Store

_numbers = itertools.count()
_SHORT, _LONG = 10_000, 400_000
"""Rows of a table between which it is searched in halves."""


def kept(owner: object, store: Store, select: str, values: Sequence[Any], cancellation: Cancellation) -> str:
    """The name of a table with what a statement finds, in its order; it is dropped when its owner is."""
    name = f"_kept_{next(_numbers)}"
    store.ask(f"CREATE TABLE {name} AS {select}", values, cancellation)
    weakref.finalize(owner, store.drop, name).atexit = False
    return name


def _pieces(total: int) -> list[str]:
    """The conditions of the halves of a table that the engine would leave to one of its threads, or of all of it.

    It shares a table out by 122,880 rows: up to that it is read twice as fast in halves, and much longer ones as they
    are. What comes from several threads is in no order.
    """
    if not _SHORT < total < _LONG:
        return [""]
    middle = total // 2
    return [f"{POSITION} < {middle} AND ", f"{POSITION} >= {middle} AND "]


class Hits:
    """What a query found. The text of a kind is read through once, at the first question, and never again."""

    def __init__(self, store: Store, query: Query, cancellation: Cancellation) -> None:
        """Nothing is looked for yet."""
        self._store = store
        self._query = query
        self._cancellation = cancellation
        self._lock = RLock()
        self._all: list[int] | None = None

    @property
    def records(self) -> str:
        """SQL: FROM the records that were found, with ``literal`` beside each where a filter is set."""
        records = f'FROM "{self._query.kind.name}" AS records'
        return f"{records} JOIN {self.table} USING ({POSITION})" if self._query.terms else records

    @property
    def table(self) -> str:
        """The table of positions; ``literal`` counts the words that stand there as they were typed, most come first."""
        with self._lock:
            return self._table

    def first(self, most: int) -> list[int] | None:
        """The first positions, found without looking through all records; None where their order hangs on all."""
        with self._lock:
            if self._literal[1]:
                return None
            condition, values = self._condition
            found = f'SELECT {POSITION} FROM "{self._query.kind.name}" WHERE {condition} LIMIT {most}'
            places = [row[0] for row in self._store.ask(found, values, self._cancellation)]
            self._all = places if len(places) < most else None
            return places

    @cached_property
    def _table(self) -> str:
        if self._all is not None:
            known = f"SELECT unnest(?::BIGINT[]) AS {POSITION}, 0 AS literal"
            return kept(self, self._store, known, [self._all], self._cancellation)
        condition, values = self._condition
        literal, words = self._literal
        pieces = _pieces(self._store.total(self._query.kind.name))
        found = " UNION ALL ".join(
            f'SELECT {POSITION}, {literal} AS literal FROM "{self._query.kind.name}" WHERE {piece}{condition}'
            for piece in pieces
        )
        order = f"ORDER BY literal DESC, {POSITION}" if words else f"ORDER BY {POSITION}"
        return kept(self, self._store, f"{found} {order}", [*words, *values] * len(pieces), self._cancellation)

    @cached_property
    def _condition(self) -> Condition:
        return where(self._query, self._store.widen, self._look_up)

    @cached_property
    def _literal(self) -> Condition:
        return literal_first(self._query, self._store.widen, self._look_up)

    def _look_up(self, sql: str, values: list[Any]) -> list[tuple[Any, ...]]:
        return self._store.ask(sql, values, self._cancellation)
