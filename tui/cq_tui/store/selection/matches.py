"""The records that match a query: the filter is evaluated once, into a table of row positions."""

import itertools
import weakref
from collections.abc import Sequence
from functools import cached_property
from threading import RLock
from typing import Any

from cq_tui.query.columns import POSITION, RANK, names_are_own_text
from cq_tui.query.looks import Condition
from cq_tui.query.ranks import Ranks, ranks
from cq_tui.query.sql import Asking, where
from cq_tui.query.terms import Query
from cq_tui.schema.kind import Kind
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.store import Store

_numbers = itertools.count()
_SPLIT_FROM, _SPLIT_BELOW = 10_000, 400_000
"""Rows of a table that is scanned in two halves; measured with two threads.

The engine shares a table out to its threads by row groups of 122,880 rows, so that a table of one group is scanned by
one thread. In halves it takes half the time. Below 10,000 rows the second statement costs what it saves, and from
400,000 on there are groups enough.
"""

_IN_32_BITS = 2**32
"""Positions that 32 bits tell apart: a server would begin at 0 again without a word."""
_KEPT_RANK = f"::UTINYINT AS {RANK}"

_NARROWED_SHARE = 0.2
"""The largest share of all records among which matches are looked for: finding the rows costs something, too."""


def materialise(owner: object, store: Store, select: str, values: Sequence[Any], cancellation: Cancellation) -> str:
    """Keep the rows of a statement, in their order, in a table that lives as long as ``owner``; returns its name."""
    name = f"_kept_{next(_numbers)}"
    store.ask(f"CREATE TABLE {name} AS {select}", values, cancellation)
    # Not at exit: the engine may be gone by then, and takes its tables along.
    weakref.finalize(owner, store.drop, name).atexit = False
    return name


def position_type(store: Store, kind: str) -> str:
    """The type of a kept position: there are millions of them, at half the size that the table tells them in."""
    return "UINTEGER" if store.total(kind) <= _IN_32_BITS else "BIGINT"


def kept_position(store: Store, kind: str) -> str:
    """SQL: a record's position, as it is kept."""
    return f"{POSITION}::{position_type(store, kind)} AS {POSITION}"


def _halves(store: Store, kind: Kind) -> list[str]:
    """Conditions that split a scan, each with its AND; one empty condition where it is not split."""
    total = store.total(kind.name)
    if not _SPLIT_FROM < total < _SPLIT_BELOW or not store.is_asked_in_parts:
        return [""]
    middle = total // 2
    return [f"{POSITION} < {middle} AND ", f"{POSITION} >= {middle} AND "]


class Matches:
    """What a query matches. The text of the kind is scanned at the first question, and not again."""

    def __init__(self, store: Store, query: Query, cancellation: Cancellation, before: "Matches | None" = None) -> None:
        """Nothing is asked yet; ``cancellation`` ends what is asked later.

        ``before``: what an earlier query matched, which is looked through alone where it is sure to hold all.
        """
        self._store = store
        self._query = query
        self._cancellation = cancellation
        self._before = before
        # A selection is asked by a worker, and by the screens' thread when rows are scrolled into view: the second
        # one waits for the table in place of making it again. Reentrant, for ``table`` may ask ``first``'s rows.
        self._lock = RLock()
        self._looked_up: dict[tuple[str, tuple[Any, ...]], list[tuple[Any, ...]]] = {}
        """What words mean, which conditions and ranks ask alike."""
        self._all: list[int] | None = None
        """The positions of all matches, where the first page held them all."""

    @property
    def records(self) -> str:
        """SQL: FROM the matching records, with its ``RANK`` beside each where there is a filter."""
        records = f'FROM "{self._query.kind.name}" AS records'
        return f"{records} JOIN {self.table} USING ({POSITION})" if self._query.terms else records

    @property
    def table(self) -> str:
        """The table of the matches' positions.

        Where words may match by their sound, ``RANK`` puts those first that have them in their names as typed, then
        those that have them in names by their sound.
        """
        with self._lock:
            return self._table

    @property
    def is_none(self) -> bool:
        """Whether it is known that nothing matches: nothing else has to be asked of it then."""
        with self._lock:
            before = self._before
            if self._all is None and before is not None and before.is_none and self._narrows(before):
                self._all, self._before = [], None
            return self._all == [] or self.__dict__.get("count") == 0

    def _narrows(self, before: "Matches") -> bool:
        from cq_tui.query.narrow import narrows  # for who types on

        return before._store is self._store and narrows(self._query, before._query, self._store.widen)

    @cached_property
    def count(self) -> int:
        """How many there are. Whoever types on is told without a question."""
        if self.is_none:
            return 0
        table = self.table  # in any case: what is typed on is looked for in it
        if self._all is not None:
            return len(self._all)
        return int(self._store.ask(f"SELECT count(*) FROM {table}", [], self._cancellation)[0][0])

    def first(self, most: int) -> list[int] | None:
        """The first ``most`` positions, found without scanning the rest.

        None where that takes all matches: where words may match by their sound, and not so many have them in names. Nor
        is it worth it where few records are looked through.
        """
        with self._lock:
            if self.is_none:
                return []
            if self._among and (self._ranks is None or self._among[1] < _SPLIT_FROM):
                return self._first_among(self._among[0], most)
            if self._ranks is None:
                positions = self._found_first(self._condition, most)
                self._all = positions if len(positions) < most else None
                self._before = self._before if positions else None
                return positions
            if not names_are_own_text(self._query.kind):
                return None
            typed, by_sound = self._ranks.first
            # Often there are none, which takes all names to find out.
            found = self._found_first(typed, most, _halves(self._store, self._query.kind))
            if len(found) < most:
                found += self._found_first(by_sound, most - len(found))
            return found if len(found) == most else None

    def _first_among(self, table: str, most: int) -> list[int] | None:
        """The same among the first of the earlier matches; None where they are too few, or in no order of their own."""
        if self._ranks is not None or self._before is None or self._before._ranks is not None:
            return None
        among, (condition, values) = self._records_among(f"{table} WHERE rowid < {_SPLIT_FROM}"), self._condition
        found = f"SELECT {POSITION} FROM {among} WHERE {condition} ORDER BY {POSITION} LIMIT {most}"
        positions = [row[0] for row in self._store.ask(found, values, self._cancellation)]
        return positions if len(positions) == most else None

    def _records_among(self, table: str) -> str:
        """SQL for the records at the positions of a table.

        OFFSET holds the engine to joining first: it would ask its expression of all records.
        """
        positions = f"{POSITION} IN (SELECT {POSITION} FROM {table})"
        return f'(SELECT * FROM "{self._query.kind.name}" WHERE {positions} OFFSET 0)'

    def _found_first(self, condition: Condition, most: int, parts: Sequence[str] = ("",)) -> list[int]:
        (sql, values), kind = condition, f'"{self._query.kind.name}"'
        found = " UNION ALL ".join(f"(SELECT {POSITION} FROM {kind} WHERE {one}{sql} LIMIT {most})" for one in parts)
        rows = self._store.ask(found, [*values] * len(parts), self._cancellation)
        return sorted(row[0] for row in rows)[:most]

    @cached_property
    def _table(self) -> str:
        if self._all is not None:
            type_ = position_type(self._store, self._query.kind.name)
            known = f"SELECT unnest(?::{type_}[]) AS {POSITION}, 0{_KEPT_RANK}"
            return materialise(self, self._store, known, [self._all], self._cancellation)
        condition, values = self._condition
        rank, words = self._ranks.sql if self._ranks else ("0", [])
        kept = f"{kept_position(self._store, self._query.kind.name)}, ({rank}){_KEPT_RANK}"
        kind = f'"{self._query.kind.name}"'
        if self._among:
            records, halves = self._records_among(self._among[0]), [""]
        else:
            records, halves = kind, _halves(self._store, self._query.kind)
        found = " UNION ALL ".join(f"SELECT {kept} FROM {records} WHERE {half}{condition}" for half in halves)
        # Sorted even where nothing is ranked: rows that come from several threads are in no order.
        order = f"ORDER BY {RANK} DESC, {POSITION}" if self._ranks else f"ORDER BY {POSITION}"
        asked = [*words, *values] * len(halves)
        table = materialise(self, self._store, f"{found} {order}", asked, self._cancellation)
        self._before = None  # its own table goes with it
        return table

    @cached_property
    def _among(self) -> tuple[str, int] | None:
        """The table of earlier matches that hold all of these, and their number; None to look through all records."""
        before = self._before
        table = before.__dict__.get("_table") if before is not None else None
        if before is None or table is None or not self._narrows(before):
            return None
        count = before.__dict__.get("count")  # not asked there: nobody waits for what it asks any more
        if count is None:
            count = int(self._store.ask(f"SELECT count(*) FROM {table}", [], self._cancellation)[0][0])
        return (table, count) if count <= self._store.total(self._query.kind.name) * _NARROWED_SHARE else None

    @cached_property
    def _condition(self) -> Condition:
        return where(self._query, self._asking)

    @cached_property
    def _ranks(self) -> Ranks | None:
        return ranks(self._query, self._asking)

    @cached_property
    def _asking(self) -> Asking:
        kind = self._query.kind
        several = self._store.is_of_several_events(kind)
        store, heard = self._store, self._store.is_heard(kind)
        return Asking(
            store.widen,
            self._look_up,
            of_one_event=not several,
            heard=heard,
            apart=store.in_files,
            empty=store.empty_fields.get(kind.name, ()),
        )

    def _look_up(self, sql: str, values: list[Any]) -> list[tuple[Any, ...]]:
        key = sql, tuple(values)
        if key not in self._looked_up:
            self._looked_up[key] = self._store.ask(sql, values, self._cancellation)
        return self._looked_up[key]
