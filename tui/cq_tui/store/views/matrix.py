"""What was signed, year by year and event by event, each kind of money in each currency in a column of its own."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from cq_tui.archive.reconcile import Itemised
from cq_tui.kinds.events import Event
from cq_tui.query.spelling import not_stated, with_code, with_days
from cq_tui.schema.kind import Kind
from cq_tui.store.selection.sums import Sum
from cq_tui.store.store import Store
from cq_tui.store.views.summary import told_events

HOME = "CNY"
"""The currency whose columns come first."""


class Money(NamedTuple):
    """A column: a kind of money, None where it is not stated, in one currency. Nothing is added up across columns."""

    apart: str | None
    currency: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row: the deals of one event in one year, of a year, or all of them.

    ``year`` is None where neither the deal nor its event has a day; ``event`` is None where the row adds up several.
    ``where`` is the condition that leaves its deals. ``count`` counts those that sums count, ``without_amount`` those
    of them that have no amount.
    """

    year: int | None
    event: Event | None
    where: str
    count: int
    without_amount: int
    sums: Mapping[Money, Sum]


@dataclass(frozen=True, slots=True)
class Year:
    """The rows of a year, the latest event first, and what they add up to. ``until`` ends a span without any event."""

    year: int | None
    total: Line
    events: tuple[Line, ...]
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Matrix:
    """The years, the latest first, the columns in their order, and the row that adds up all."""

    columns: tuple[Money, ...]
    years: tuple[Year, ...]
    categories: tuple[tuple[str | None, Line], ...]
    """The same deals by category, in the order of the code list; empty where they are all of one."""
    total: Line

    @property
    def lines(self) -> Iterator[Line]:
        """The rows of single events: together they are the total."""
        return (line for year in self.years for line in year.events)


def matrix(store: Store, items: Iterable[Itemised], *, event: str | None = None, narrowed: bool = False) -> Matrix:
    """The matrix of the deals in ``items`` that count, of one ``event`` or of all.

    An event without a deal has a row, too, and a year without an event, unless a filter ``narrowed`` what is added up.
    """
    counted = [one for one in items if one.excluded is None and event in (None, one.event)]
    rows: dict[int | None, dict[str, list[Itemised]]] = {}
    for one in counted:
        rows.setdefault(one.year, {}).setdefault(one.event, []).append(one)
    if not narrowed:
        seen = {one.event for one in counted}
        for told in told_events(store):
            if event in (None, told.id) and told.id not in seen:
                rows.setdefault(told.date.year if told.date else None, {})[told.id] = []
    years = [_year(store, year, events) for year, events in rows.items()]
    if not narrowed:
        years += _gaps([one for one in rows if one is not None])
    years.sort(key=lambda one: -(one.until or one.year or 0))
    columns = _columns(store.kind("deals"), counted)
    return Matrix(columns, tuple(years), tuple(_categories(store, counted)), _line(None, None, "", counted))


def _year(store: Store, year: int | None, events: Mapping[str, Sequence[Itemised]]) -> Year:
    kind = store.kind("deals")
    field = next(one for one in kind.asked if one.name == "year")
    where = not_stated(kind, field) if year is None else with_days(kind, field, str(year))
    several = kind.event is not None and len(told_events(store)) > 1
    lines = []
    for event_id, found in events.items():
        record = store.get("events", event_id)
        own = f"{where} {kind.event.name}={event_id}" if several and kind.event else where
        lines.append(_line(year, record if isinstance(record, Event) else None, own, found))
    lines.sort(key=lambda one: str(one.event.date or "") if one.event else "", reverse=True)
    every = [one for found in events.values() for one in found]
    return Year(year, _line(year, None, where, every), tuple(lines))


def _categories(store: Store, counted: Sequence[Itemised]) -> Iterator[tuple[str | None, Line]]:
    kind = store.kind("deals")
    field = kind.by_name["category"]
    apart: dict[str | None, list[Itemised]] = {}
    for one in counted:
        apart.setdefault(one.category, []).append(one)
    ranks = {code: rank for rank, code in enumerate(field.codes or ())}
    # Codes of a list that is not declared stand behind by the alphabet, what has no category last.
    for code in sorted(apart, key=lambda one: (one is None, ranks.get(one or "", len(ranks)), one or "")):
        if len(apart) > 1:
            where = not_stated(kind, field) if code is None else with_code(kind, field, code)
            yield code, _line(None, None, where, apart[code])


def _gaps(years: Sequence[int]) -> Iterator[Year]:
    """The spans of years between others that have nothing."""
    ordered = sorted(years)
    for before, after in pairwise(ordered):
        if after > before + 1:
            yield Year(before + 1, _line(before + 1, None, "", ()), (), until=after - 1)


def _line(year: int | None, event: Event | None, where: str, items: Sequence[Itemised]) -> Line:
    sums: dict[Money, Sum] = {}
    for one in items:
        if one.amount is not None and one.currency is not None:
            column = Money(one.instrument, one.currency)
            known = sums.get(column, Sum(*column, Decimal(0), 0))
            sums[column] = Sum(
                *column, known.amount + one.amount, known.count + one.count, known.inexact or one.inexact
            )
    without = sum(one.count for one in items if one.amount is None)
    return Line(year, event, where, sum(one.count for one in items), without, sums)


def _columns(kind: Kind, items: Iterable[Itemised]) -> tuple[Money, ...]:
    """The kinds of money that have an amount: the home currency first, in each the order of the code list."""
    field = kind.by_name[kind.money.apart] if kind.money and kind.money.apart else None
    ranks = {code: rank for rank, code in enumerate(field.codes or ())} if field else {}
    found = {Money(one.instrument, one.currency) for one in items if one.amount is not None and one.currency}
    return tuple(
        sorted(
            found,
            key=lambda one: (
                one.currency != HOME,
                one.currency,
                one.apart is None,
                ranks.get(one.apart or "", len(ranks)),
                one.apart or "",
            ),
        )
    )


def filter_of(store: Store, line: Line, column: Money | None = None, *, base: str = "", amount: bool = True) -> str:
    """The filter that lists the deals of a row, or those of them in a column; without ``amount`` those that have none.

    ``base`` is the filter that is in force.
    """
    kind = store.kind("deals")
    parts = [base.strip(), line.where]
    if column is not None and kind.money is not None and kind.money.apart is not None:
        apart = kind.by_name[kind.money.apart]
        parts.append(not_stated(kind, apart) if column.apart is None else with_code(kind, apart, column.apart))
        parts.append(with_code(kind, kind.by_name[kind.money.currency], column.currency))
    if not amount and kind.money is not None:
        parts.append(not_stated(kind, kind.by_name[kind.money.amount]))
    return " ".join(filter(None, parts))
