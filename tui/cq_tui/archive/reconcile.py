"""Stated totals against what is itemised, and what is left over."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cq_tui.archive.problem import Problem
from cq_tui.archive.read import Archive, Entry
from cq_tui.kinds.deals import Category, Deal, Instrument
from cq_tui.kinds.events import Event, Total
from cq_tui.language import _
from cq_tui.model.codes import Bound
from cq_tui.model.money import written


@dataclass(frozen=True)
class Line:
    """One category of one event; ``category`` is None for all together.

    ``itemised`` holds amounts apart by instrument, in the stated currency: different kinds of money
    stay apart even where the stated total has added them up.
    """

    category: Category | None
    stated: Total
    itemised_count: int
    itemised: dict[Instrument, Decimal]

    @property
    def itemised_amount(self) -> Decimal:
        """What the named deals add up to, counted as the stated total counts."""
        return sum(self.itemised.values(), Decimal(0))

    @property
    def rest_count(self) -> int | None:
        """How many stated deals are not itemised; None if no count was stated."""
        return None if self.stated.count is None else self.stated.count - self.itemised_count

    @property
    def rest_amount(self) -> Decimal | None:
        """The stated amount that is not itemised; None if no amount was stated."""
        return None if self.stated.amount is None else self.stated.amount - self.itemised_amount


@dataclass(frozen=True, slots=True)
class Itemised:
    """The countable deals of one event that have year, category, instrument and currency in common.

    ``year`` is that of the deals' day, or else of the event's; ``inexact`` if one of the amounts is.
    """

    event: str
    year: int | None
    category: Category | None
    instrument: Instrument
    currency: str | None
    count: int
    amount: Decimal | None
    inexact: bool = False


def itemised(archive: Archive) -> list[Itemised]:
    """The deals in memory, each for itself; what stands in table files the store adds up."""
    deals = [record for record in archive.records("deals") if isinstance(record, Deal)]
    days = {record.id: record.date for record in archive.records("events") if isinstance(record, Event)}
    return [_alone(one, one.date or days.get(one.event)) for one in deals if one.countable]


def _alone(deal: Deal, day: date | None) -> Itemised:
    inexact = deal.amount is not None and deal.amount_bound is not Bound.EXACT
    year = day.year if day else None
    return Itemised(deal.event, year, deal.category, deal.instrument, deal.currency, 1, deal.amount, inexact)


def reconcile(event: Event, items: Iterable[Itemised]) -> list[Line]:
    """A line for each stated total of the event, from the deals that count towards it."""
    counted = [one for one in items if one.event == event.id]
    return [_line(total, counted) for total in event.totals]


def _line(total: Total, items: list[Itemised]) -> Line:
    mine = [one for one in items if total.category in (None, one.category)]
    amounts: dict[Instrument, Decimal] = {}
    for one in mine:
        if one.amount is not None and one.currency == total.currency:
            amounts[one.instrument] = amounts.get(one.instrument, Decimal(0)) + one.amount
    return Line(total.category, total, sum(one.count for one in mine), amounts)


def check_totals(archive: Archive, items: Sequence[Itemised]) -> list[Problem]:
    """Itemised counts and sums that go over the stated ones, and parts that go over the whole."""
    problems: list[Problem] = []
    for entry in archive.entries.get("events", []):
        if isinstance(entry.record, Event):
            lines = reconcile(entry.record, items)
            for position, line in enumerate(lines):
                problems.extend(_over(entry, position, line))
            problems.extend(_parts_over_whole(entry, entry.record))
    return problems


def _over(entry: Entry, position: int, line: Line) -> Iterator[Problem]:
    path = ("totals", position)
    if line.rest_count is not None and line.rest_count < 0:
        message = _("{itemised} deals are itemised but only {stated} stated")
        yield entry.problem((*path, "count"), message.format(itemised=line.itemised_count, stated=line.stated.count))
    if line.rest_amount is not None and line.rest_amount < 0:
        assert line.stated.amount is not None
        message = _("{itemised} is itemised but only {stated} stated")
        itemised = written(line.itemised_amount, line.stated.currency)
        stated = written(line.stated.amount, line.stated.currency)
        yield entry.problem((*path, "amount"), message.format(itemised=itemised, stated=stated))


def _parts_over_whole(entry: Entry, event: Event) -> Iterator[Problem]:
    for whole in event.totals:
        if whole.category is not None or whole.amount is None:
            continue
        parts = sum(
            (part.amount for part in event.totals if part.category and part.amount and part.currency == whole.currency),
            Decimal(0),
        )
        if parts > whole.amount:
            message = _("the categories state {parts}, more than the whole of {whole}")
            yield entry.problem(
                ("totals",),
                message.format(parts=written(parts, whole.currency), whole=written(whole.amount, whole.currency)),
            )
