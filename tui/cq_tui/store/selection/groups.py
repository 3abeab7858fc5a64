"""Records grouped by the values of an SQL expression: the largest groups are found first, and only those are summed.

A field may have as many values as there are records, of which a list shows the first thousand. Where counting them all
at once takes more memory than there is, they are counted in parts.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from typing import Any, Protocol

from cq_tui.schema.kind import Kind
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.engine.errors import QueryError
from cq_tui.store.selection.matches import materialise
from cq_tui.store.selection.sums import Facet, Sum
from cq_tui.store.store import Store
from cq_tui.values.sql import Sql

Ask = Callable[[Sql], Sequence[tuple[Any, ...]]]

_PARTS = 16
"""Into how many parts values are shared out; each takes a scan, and of ten million titles about 100 MB."""


class Grouped(Protocol):
    """What is grouped. It is kept, and not only its SQL: the table that this names lives as long as it does."""

    @property
    def records(self) -> Sql:
        """What follows SELECT: FROM the records."""


class Largest:
    """The largest groups of records, without their sums. Nothing is asked before it is needed."""

    def __init__(self, store: Store, value: Sql, found: Grouped, most: int, cancellation: Cancellation) -> None:
        """Group ``found`` by ``value``; ``most`` groups are told apart."""
        self.value = value
        self._store, self._grouped, self._most, self._cancellation = store, found, most, cancellation

    @cached_property
    def sizes(self) -> list[tuple[Any, int]]:
        """Value and size of each: the largest first, those of one size in the order of their values."""
        return [
            (value, size)
            for value, size in self._store.ask(f"FROM {self._table} ORDER BY rowid", (), self._cancellation)
        ]

    @property
    def number(self) -> int:
        """How many groups there are in all; one without a value counts where it is among the largest."""
        if len(self.sizes) < self._most:
            return len(self.sizes)
        ask = partial(self._store.ask, cancellation=self._cancellation)
        return distinct(self.value, self._grouped.records, ask) + any(value is None for value, _size in self.sizes)

    @property
    def only(self) -> Sql:
        """SQL: joined to rows with a column ``_value``, leaves those of these groups."""
        if len(self.sizes) < self._most:  # there are no others
            return ""
        return f" SEMI JOIN {self._table} AS _largest ON _value IS NOT DISTINCT FROM _one"

    @cached_property
    def _table(self) -> str:
        """The table of values and sizes; it lives as long as this object does."""
        try:
            return self._kept(self._largest_of(""))
        except QueryError as error:
            if not error.memory:
                raise
        first, *rest = map(self._largest_of, _parts())
        found = self._kept(first)
        for part in rest:
            self._store.ask(f"INSERT INTO {found} {part}", (), self._cancellation)
        return self._kept(f"FROM {found} ORDER BY _size DESC, _one LIMIT {self._most}")

    def _largest_of(self, part: Sql) -> Sql:
        values = f"SELECT {self.value} AS _value {self._grouped.records}"
        return (
            f"SELECT _value AS _one, count(*) AS _size FROM ({values}){part} "
            f"GROUP BY _value ORDER BY _size DESC, _value LIMIT {self._most}"
        )

    def _kept(self, select: Sql) -> str:
        return materialise(self, self._store, select, [], self._cancellation)


def distinct(value: Sql, records: Sql, ask: Ask) -> int:
    """How many different values an SQL expression has over records; what is absent is none."""

    def counted(part: Sql) -> int:
        return int(ask(f"SELECT count(DISTINCT _value) FROM (SELECT {value} AS _value {records}){part}")[0][0])

    try:
        return counted("")
    except QueryError as error:
        if not error.memory:
            raise
    return sum(map(counted, _parts()))


def _parts() -> Iterator[Sql]:
    """Conditions that share all values out, NULL too; equal values are in one part."""
    return (f" WHERE hash(_value) % {_PARTS} = {part}" for part in range(_PARTS))


def summed(largest: Largest, kind: Kind, records: Sql, ask: Ask) -> list[Facet]:
    """The largest groups with the sums of the records that count."""
    if kind.money is None:
        return [Facet(value, size) for value, size in largest.sizes]
    found = {one.value: one.sums for one in grouped(kind, largest.value, records, ask, only=largest.only)}
    return [Facet(value, size, found.get(value, ())) for value, size in largest.sizes]


def grouped(
    kind: Kind, value: Sql, records: Sql, ask: Ask, *, counted: Sql | None = None, only: Sql = ""
) -> list[Facet]:
    """All groups of records with their counts and sums, for an expression of few values, or for few of them (``only``).

    What no sum counts is in the counts alone; ``counted`` is SQL for what counts, where that is not as the kind says.
    """
    money = kind.money
    names = {"apart": "NULL", "currency": "NULL", "amount": "NULL", "counted": "false", "inexact": "false"}
    if money is not None:
        bound = kind.by_name[money.amount].shown.bound
        names = {
            "apart": f'"{money.apart}"' if money.apart else "NULL",
            "currency": f'"{money.currency}"',
            "amount": f'"{money.amount}"',
            "counted": counted or f"{money.sql_exclusion} IS NULL",
            "inexact": f"\"{bound}\" <> 'exact'" if bound else "false",
        }
    total = kind.by_name[money.amount].type.sql_sum("amount") if money else "sum(NULL)"
    chosen = ", ".join(f"{sql} AS {name}" for name, sql in names.items())
    rows = ask(
        f"SELECT _value, apart, currency, {total} FILTER (counted) AS amount, count(amount) FILTER (counted), "
        "coalesce(bool_or(inexact) FILTER (counted), false), count(*) "
        f"FROM (SELECT {value} AS _value, {chosen} {records}){only} GROUP BY _value, apart, currency "
        "ORDER BY _value, currency, amount DESC NULLS LAST"
    )
    found: dict[Any, tuple[int, list[Sum]]] = {}
    for key, apart, currency, amount, count, inexact, size in rows:
        before, sums = found.get(key, (0, []))
        if amount is not None:
            sums.append(Sum(apart, currency, amount, count, inexact))
        found[key] = before + size, sums
    return [Facet(key, size, tuple(sums)) for key, (size, sums) in found.items()]
