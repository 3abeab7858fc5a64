"""A selection: kind, filter and order, answered by the store. Everything that lists takes one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tui.model.field import Field, Shape
from tui.model.record import Kind, Record
from tui.query.sql import column, literal_first, order_by, where
from tui.query.terms import Order, Query
from tui.store.ticket import Ticket

if TYPE_CHECKING:
    from tui.store.store import Store

_PAGE = 1000


@dataclass(frozen=True, slots=True)
class Sum:
    """What one kind of money adds up to, in one currency, over how many records."""

    apart: str | None
    currency: str
    amount: Decimal
    count: int


@dataclass(frozen=True, slots=True)
class Sums:
    """The sums of a selection, kinds of money and currencies apart, the largest first."""

    by_kind: tuple[Sum, ...]
    without_amount: int
    not_counted: int


@dataclass(frozen=True, slots=True)
class Facet:
    """One value of a field, and how many records have it; None for those without a value."""

    value: str | None
    count: int


class Selection:
    """Records of a kind that answer a query, in an order. Nothing is fetched until it is asked for."""

    def __init__(self, store: "Store", query: Query, orders: Sequence[Order] = ()) -> None:
        """Select from a store; ``orders`` goes before what the query itself asks for."""
        self._store = store
        self.query = query
        self.orders = tuple(orders) or query.orders
        self._ticket = Ticket()
        self._where, self._values = where(query, store.widen)
        self._from = f'FROM "{self.kind.name}" AS records WHERE {self._where}'

    def cancel(self) -> None:
        """Give the selection up: what runs for it is interrupted and raises Cancelled."""
        self._ticket.cancel()

    @property
    def kind(self) -> Kind:
        """The kind of the records."""
        return self.query.kind

    @property
    def store(self) -> "Store":
        """The store that answers."""
        return self._store

    @cached_property
    def count(self) -> int:
        """How many records there are."""
        return int(self._ask(f"SELECT count(*) {self._from}")[0][0])

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
        apart = f'"{money.apart}"' if money.apart else "NULL"
        counted = f'"{money.counted}"' if money.counted else "true"
        rows = self._ask(
            f'SELECT {apart}, "{money.currency}", sum("{money.amount}") FILTER ({counted}), '
            f'count("{money.amount}") FILTER ({counted}), '
            f'count(*) FILTER ("{money.amount}" IS NULL), count(*) FILTER (NOT {counted}) '
            f"{self._from} GROUP BY ALL ORDER BY 2, 3 DESC NULLS LAST"
        )
        sums = tuple(Sum(row[0], row[1], row[2], row[3]) for row in rows if row[2] is not None)
        return Sums(sums, sum(row[4] for row in rows), sum(row[5] for row in rows))

    def facets(self, field: Field) -> list[Facet]:
        """The values of a field with their counts, the most frequent first. Lists count each entry."""
        value = f"unnest({column(field)})" if field.is_list else f"CAST({column(field)} AS VARCHAR)"
        if field.shape is Shape.TEXT:
            value = f"coalesce(nullif({column(field)}.zh, ''), {column(field)}.en)"
        rows = self._ask(f"SELECT {value} AS value, count(*) {self._from} GROUP BY 1 ORDER BY 2 DESC, 1")
        return [Facet(row[0], row[1]) for row in rows]

    def rows(self, start: int, stop: int) -> list[Record]:
        """The records at positions ``start`` to ``stop``, the latter not included."""
        names = ", ".join(column(field) for field in self.kind.fields)
        order, values = self._order
        sql = f"SELECT {names} {self._from} ORDER BY {order} LIMIT ? OFFSET ?"
        found = self._ask(sql, [*values, max(0, stop - start), start])
        return [self._store.record(self.kind, row) for row in found]

    def position(self, record_id: str) -> int | None:
        """Where a record stands in the selection, from 0; None if it is not in it."""
        order, values = self._order
        ranked = f"SELECT id, row_number() OVER (ORDER BY {order}) - 1 AS place {self._from}"
        found = self._store.ask(
            f"SELECT place FROM ({ranked}) WHERE id = ?", [*values, *self._values, record_id], self._ticket
        )
        return int(found[0][0]) if found else None

    @cached_property
    def _order(self) -> tuple[str, list[Any]]:
        """The order and its parameters: while none is chosen, what holds the words as typed comes first."""
        if self.orders:
            return order_by(self.orders), []
        first, values = literal_first(self.query, self._store.widen)
        return first + order_by(()), values

    def __iter__(self) -> Iterator[Record]:
        for start in range(0, self.count, _PAGE):
            yield from self.rows(start, start + _PAGE)

    def _ask(self, sql: str, more: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        return self._store.ask(sql, [*self._values, *more], self._ticket)
