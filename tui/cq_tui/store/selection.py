"""A selection: kind, filter and order, answered by the store. Everything that lists takes one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from cq_tui.query.sql import POSITION, column
from cq_tui.query.terms import Order, Query
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.engine.table_files.written import Place, csv_line, parquet_columns
from cq_tui.store.hits import Hits
from cq_tui.store.places import PAGE, Places
from cq_tui.store.store import Store

_KEPT_PAGES = 64
_BATCH = 10_000


@dataclass(frozen=True, slots=True)
class Sum:
    """What one kind of money adds up to, in one currency, over how many records; ``inexact`` if one of them is."""

    apart: str | None
    currency: str
    amount: Decimal
    count: int
    inexact: bool = False


@dataclass(frozen=True, slots=True)
class Sums:
    """The sums of a selection, kinds of money and currencies apart, the largest first."""

    by_kind: tuple[Sum, ...]
    without_amount: int
    not_counted: int


@dataclass(frozen=True, slots=True)
class Facet:
    """One value of a field, how many records have it, and their sums; None for those without a value."""

    value: Any
    count: int
    sums: tuple[Sum, ...] = ()


class Selection:
    """Records of a kind that answer a query, in an order. Nothing is fetched until it is asked for."""

    def __init__(self, store: Store, query: Query, orders: Sequence[Order] = ()) -> None:
        """Select from a store; ``orders`` goes before what the query itself asks for."""
        self._store = store
        self.query = query
        self.orders = tuple(orders) or query.orders
        self._cancellation = Cancellation()
        self._hits = Hits(store, query, self._cancellation)
        self._places = Places(store, query, self.orders, self._hits, self._cancellation)
        self._pages: dict[int, list[Record]] = {}
        self._count: int | None = None

    @property
    def store(self) -> Store:
        """The store that answers."""
        return self._store

    def cancel(self) -> None:
        """Give the selection up: what runs for it is interrupted and raises Cancelled."""
        self._cancellation.cancel()

    @property
    def kind(self) -> Kind:
        """The kind of the records."""
        return self.query.kind

    @property
    def count(self) -> int:
        """How many records there are."""
        if self._count is None:
            filtered = bool(self.query.terms)
            self._count = self._ask(f"SELECT count(*) FROM {self._hits.table}")[0][0] if filtered else self.of_all
        return self._count

    @property
    def counted(self) -> bool:
        """Whether it is known how many records there are."""
        return self._count is not None

    @property
    def reach(self) -> int:
        """How many records can be looked at without waiting: all once they are counted, before that a first page."""
        return len(self._pages.get(0, ())) if self._count is None else self._count

    def first_page(self, record_id: str | None) -> int | None:
        """Fetch the first page before the others are found, and say where on it a record stands, or else 0.

        None where there is nothing to be gained, or where the record may stand on another page.
        """
        first = self._places.first(PAGE, record_id)
        if first is None:
            return None
        self._pages[0] = self._at(first[0])
        return first[1]

    @cached_property
    def of_all(self) -> int:
        """How many records of the kind there are without the filter."""
        return self._store.total(self.kind.name)

    @cached_property
    def sums(self) -> Sums | None:
        """Sums by kind of money; None where the kind has no amounts."""
        money = self.kind.money
        if money is None:
            return None
        found = self.groups("NULL")
        asked = (
            f'SELECT count(*) FILTER ("{money.amount}" IS NULL), count(*) FILTER (NOT {self._counted}) '
            f"{self._hits.records}"
        )
        return Sums(found[0].sums if found else (), *self._ask(asked)[0])

    def distinct(self, value: str) -> int:
        """How many different values an SQL expression over the kind's columns has."""
        return int(self._ask(f"SELECT count(DISTINCT value) FROM (SELECT {value} AS value {self._hits.records})")[0][0])

    def groups(self, value: str, most: int = 1) -> list[Facet]:
        """The records grouped by an SQL expression: counts and sums, the ``most`` largest groups first."""
        money = self.kind.money
        names = {"apart": "NULL", "currency": "NULL", "amount": "NULL", "counted": "false", "inexact": "false"}
        if money is not None:
            bound = self.kind.by_name[money.amount].shown.bound
            names = {
                "apart": f'"{money.apart}"' if money.apart else "NULL",
                "currency": f'"{money.currency}"',
                "amount": f'"{money.amount}"',
                "counted": self._counted,
                "inexact": f"\"{bound}\" <> 'exact'" if bound else "false",
            }
        chosen = ", ".join(f"{sql} AS {name}" for name, sql in names.items())
        groups = (
            "SELECT value, apart, currency, sum(amount) FILTER (counted) AS amount, "
            "count(amount) FILTER (counted) AS count, coalesce(bool_or(inexact) FILTER (counted), false) AS inexact, "
            "sum(count(*)) OVER (PARTITION BY value) AS size "
            f"FROM (SELECT {value} AS value, {chosen} {self._hits.records}) GROUP BY value, apart, currency"
        )
        rows = self._ask(
            f"SELECT * FROM ({groups}) QUALIFY dense_rank() OVER (ORDER BY size DESC, value) <= ? "
            "ORDER BY size DESC, value, currency, amount DESC NULLS LAST",
            [most],
        )
        found: dict[Any, tuple[int, list[Sum]]] = {}
        for key, apart, currency, amount, count, inexact, size in rows:
            sums = found.setdefault(key, (int(size), []))[1]
            if amount is not None:
                sums.append(Sum(apart, currency, amount, count, inexact))
        return [Facet(key, size, tuple(sums)) for key, (size, sums) in found.items()]

    @property
    def _counted(self) -> str:
        money = self.kind.money
        return f'"{money.counted}"' if money and money.counted else "true"

    def rows(self, start: int, stop: int) -> list[Record]:
        """The records at positions ``start`` to ``stop``, the latter not included."""
        return self._at(self._places.between(start, stop))

    def _at(self, places: Sequence[int]) -> list[Record]:
        """The records at these places of their files, in this order."""
        fields = ", ".join(column(field) for field in self.kind.fields)
        if not places:
            return []
        low, high = min(places), max(places)
        span = f'SELECT {POSITION}, {fields} FROM "{self.kind.name}" WHERE {POSITION} BETWEEN {low} AND {high}'
        if high - low < len(places):
            found = self._ask(span)
        else:
            found = self._ask(f"{span} AND {POSITION} IN (SELECT unnest(?::BIGINT[]))", [places])
        by_place = {row[0]: row[1:] for row in found}
        return [self._store.record(self.kind, by_place[place]) for place in places]

    def page(self, number: int) -> list[Record]:
        """The records of a page, from 0; those that were asked for last are kept."""
        found = self._pages.pop(number, None)
        self._pages[number] = found = self.rows(number * PAGE, (number + 1) * PAGE) if found is None else found
        while len(self._pages) > _KEPT_PAGES:
            self._pages.pop(next(iter(self._pages)), None)
        return found

    def position(self, record_id: str) -> int | None:
        """Where a record stands in the selection, from 0; None if it is not in it."""
        return self._places.of(record_id)

    def __iter__(self) -> Iterator[Record]:
        for start in range(0, self.count, _BATCH):
            yield from self.rows(start, start + _BATCH)

    def csv_lines(self, places: Sequence[Place], *, raw: bool) -> Iterator[list[str]]:
        """The lines of CSV of all records by the batch, without their ends; made by the engine."""
        for batch in self._store.stream(self._all(csv_line(places, raw=raw)), self._cancellation):
            yield [row[0] for row in batch]

    def parquet(self, fields: Sequence[Field]) -> Iterator[bytes]:
        """All records as the bytes of a Parquet file with these fields."""
        return self._store.parquet(self._all(parquet_columns(fields)), self._cancellation)

    def _all(self, columns: str) -> str:
        """SQL: columns of all records in their order."""
        order = f" ORDER BY {self._places.order}" if self._places.order else ""
        return f"SELECT {columns} {self._hits.records}{order}"

    def _ask(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        return self._store.ask(sql, values, self._cancellation)
