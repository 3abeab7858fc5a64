"""Stated totals against what is itemised, and what is left over.

``reconcile`` makes every figure of this sort: overview, list footer, ``check`` and ``export --sums`` show its lines.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from cq_tui.archive.problem import Problem
from cq_tui.archive.read import Archive, Entry
from cq_tui.kinds.deals import Deal
from cq_tui.kinds.events import Event, Total
from cq_tui.language import _
from cq_tui.schema.kind import Exclusion
from cq_tui.values.amounts import written
from cq_tui.values.codes import Bound

_ZERO = Decimal(0)


class Span(NamedTuple):
    """An amount of which only the least and the most are known; both are the same where it is known.

    ``inexact`` if a figure that went into it was told otherwise than exactly. ``at_most`` if amounts in
    other currencies belong to it, which can't be taken off: then nothing but the most is known.
    """

    low: Decimal
    high: Decimal
    inexact: bool = False
    at_most: bool = False


@dataclass(frozen=True, slots=True)
class Itemised:
    """The deals of one event that have year, category, instrument, currency and what keeps them out of sums in common.

    ``year`` is that of the deals' day, or else of the event's; ``inexact`` if one of the amounts is. ``excluded``: why
    no sum counts them; None where they count.
    """

    event: str
    year: int | None
    category: str | None
    instrument: str | None
    currency: str | None
    count: int
    amount: Decimal | None
    inexact: bool = False
    excluded: Exclusion | None = None


@dataclass(frozen=True)
class Line:
    """One row of the table of stated and itemised: of all deals, of a category, or of those without one.

    ``stated`` is None where the row is made by us because the rows would not add up to the whole without it: a
    category of which no total was stated, or, with ``remainder``, what no category of the table holds.
    ``items`` are the deals of the row, kinds of money and currencies apart.
    ``rest_count`` and ``rest`` are what is stated but not itemised; None where nothing was stated. In the remainder
    they are negative where a deal without a category stands in one of the categories above: it is not known in which.
    """

    category: str | None
    currency: str | None
    stated: Total | None
    stated_count: int | None
    stated_amount: Decimal | None
    items: tuple[Itemised, ...] = field(repr=False)
    rest_count: int | None
    rest: Span | None
    remainder: bool = False

    @property
    def itemised_count(self) -> int:
        """How many deals the row itemises."""
        return sum(one.count for one in self.items)

    @property
    def itemised_amount(self) -> Decimal:
        """What they add up to in the stated currency, over all kinds of money, as the stated total counts them."""
        return _amount(self.items, self.currency)

    @property
    def itemised_amounts(self) -> dict[str, Decimal]:
        """What they add up to, by currency, that of the stated total first; empty where no amount is known."""
        found: dict[str, Decimal] = {}
        for one in sorted(self.items, key=lambda one: (one.currency != self.currency, one.currency or "")):
            if one.amount is not None and one.currency is not None:
                found[one.currency] = found.get(one.currency, _ZERO) + one.amount
        return found

    @property
    def inexact(self) -> bool:
        """Whether one of the itemised amounts is."""
        return any(one.inexact for one in self.items)


def itemised(archive: Archive) -> list[Itemised]:
    """The deals in memory that count, each for itself; what stands in table files the store adds up."""
    return [one for one in tallied(archive) if one.excluded is None]


def tallied(archive: Archive) -> list[Itemised]:
    """The deals in memory, those that no sum counts too."""
    deals = [record for record in archive.records("deals") if isinstance(record, Deal)]
    days = {record.id: record.date for record in archive.records("events") if isinstance(record, Event)}
    money = archive.schema["deals"].money
    return [_alone(one, one.date or days.get(one.event), money.exclusion(one) if money else None) for one in deals]


def _alone(deal: Deal, day: date | None, excluded: Exclusion | None) -> Itemised:
    inexact = deal.amount is not None and deal.amount_bound is not Bound.EXACT
    year = day.year if day else None
    said = deal.event, year, deal.category, deal.instrument, deal.currency
    return Itemised(*said, 1, deal.amount, inexact, excluded)


def reconcile(event: Event, items: Iterable[Itemised]) -> list[Line]:
    """A line for each stated total of the event, from the deals that count towards it.

    Where one whole and categories are stated, further lines make the rows add up to the whole: a line for each
    category that has deals but no total, and one for the remainder.
    """
    counted = tuple(one for one in items if one.event == event.id)
    parts = [_part(total, counted) for total in event.totals if total.category is not None]
    wholes = [total for total in event.totals if total.category is None]
    if parts and len(wholes) == 1:
        stated = {line.category for line in parts}
        others = dict.fromkeys(one.category for one in counted if one.category not in (None, *stated))
        parts += [_untold(category, wholes[0], counted) for category in others if category is not None]
    lines = {id(line.stated): line for line in parts if line.stated is not None}
    lines |= {id(whole): _whole(whole, parts, counted) for whole in wholes}
    told = [lines[id(total)] for total in event.totals]
    told += [line for line in parts if line.stated is None]
    if parts and len(wholes) == 1:
        remainder = _remainder(lines[id(wholes[0])], parts, counted)
        told += [remainder] if remainder.items or remainder.stated_count or remainder.stated_amount else []
    return told


def overall(lines: Sequence[Line]) -> Line | None:
    """The line of the whole; None where no whole is stated, or more than one."""
    found = [line for line in lines if line.stated is not None and line.category is None]
    return found[0] if len(found) == 1 else None


def _part(total: Total, counted: tuple[Itemised, ...]) -> Line:
    mine = tuple(one for one in counted if one.category == total.category)
    rest = None if total.amount is None else _left(total.amount, _amount(mine, total.currency), mine, total.currency)
    count = None if total.count is None else total.count - sum(one.count for one in mine)
    return Line(total.category, total.currency, total, total.count, total.amount, mine, count, rest)


def _untold(category: str, whole: Total, counted: tuple[Itemised, ...]) -> Line:
    """A category that has deals but no stated total."""
    mine = tuple(one for one in counted if one.category == category)
    return Line(category, whole.currency, None, None, None, mine, None, None)


def _whole(total: Total, parts: Sequence[Line], counted: tuple[Itemised, ...]) -> Line:
    count = None if total.count is None else total.count - sum(one.count for one in counted)
    rest = None
    if total.amount is not None:
        low, high = _in_the_whole(total, parts, counted)
        span = _left(total.amount, high, counted, total.currency)
        rest = span._replace(high=total.amount - low)
    return Line(None, total.currency, total, total.count, total.amount, counted, count, rest)


def _in_the_whole(total: Total, parts: Sequence[Line], counted: tuple[Itemised, ...]) -> tuple[Decimal, Decimal]:
    """The least and the most of the itemised amounts that the stated whole can hold.

    All of them, where no category states an amount: then nothing speaks against it. Otherwise the categories that
    state amounts leave a gap up to the whole, often none. A deal in a category without an amount stands in that gap or
    not in the whole. A deal without a category may belong to one of those, unless all their deals are itemised.
    """
    assert total.amount is not None
    everything = _amount(counted, total.currency)
    measured = [one for one in parts if one.stated_amount is not None and one.currency == total.currency]
    if not measured:
        return everything, everything
    gap = total.amount - sum((one.stated_amount or _ZERO for one in measured), _ZERO)
    unmeasured = [one for one in parts if one not in measured]
    sure = sum((one.itemised_amount for one in measured), _ZERO)
    apart = sum((_amount(one.items, total.currency) for one in unmeasured), _ZERO)
    loose = everything - sure - apart
    held = max(min(apart, _ZERO), min(apart, gap))  # what is paid back lowers it, whatever the gap
    certain = not any(one.stated for one in unmeasured) and apart <= gap
    low = sure + (held if certain else _ZERO) + (_ZERO if _room_outside(total, parts, unmeasured, gap) else loose)
    high = min(total.amount, sure + held + loose)
    return min(low, high), max(low, high)


def _room_outside(total: Total, parts: Sequence[Line], unmeasured: Sequence[Line], gap: Decimal) -> bool:
    """Whether a deal without a category can be one whose amount the stated whole does not hold."""
    if any(one.stated and (one.rest_count is None or one.rest_count > 0) for one in unmeasured):
        return True
    counts = [one.stated_count for one in parts if one.stated]
    if total.count is None or gap or any(count is None for count in counts):
        return False
    return total.count > sum(count or 0 for count in counts)


def _remainder(whole: Line, parts: Sequence[Line], counted: tuple[Itemised, ...]) -> Line:
    """What the whole has beyond the categories: by this line all columns add up."""
    mine = tuple(one for one in counted if one.category is None)
    measured = [one for one in parts if one.stated_amount is not None and one.currency == whole.currency]
    count = amount = rest = rest_count = None
    if whole.stated_count is not None:
        count = whole.stated_count - sum(one.stated_count or 0 for one in parts)
    if whole.rest_count is not None:
        rest_count = whole.rest_count - sum(one.rest_count or 0 for one in parts)
    if whole.stated_amount is not None and whole.rest is not None:
        amount = whole.stated_amount - sum((one.stated_amount or _ZERO for one in measured), _ZERO)
        spans = [one.rest for one in measured if one.rest is not None]
        # The high ends of the parts are what they leave as long as nothing without a category stands in them.
        above = sum((span.high for span in spans), _ZERO)
        rest = Span(whole.rest.low - above, whole.rest.high - above, any(one.inexact for one in mine))
    return Line(None, whole.currency, None, count, amount, mine, rest_count, rest, remainder=True)


def _left(stated: Decimal, held: Decimal, items: Sequence[Itemised], currency: str | None) -> Span:
    """What of a stated amount is left beside what is held of it, by the deals that could stand in it."""
    left = stated - held
    foreign = any(one.amount is not None and one.currency != currency for one in items)
    return Span(left, left, any(one.inexact for one in items), foreign)


def _amount(items: Iterable[Itemised], currency: str | None) -> Decimal:
    return sum((one.amount for one in items if one.amount is not None and one.currency == currency), _ZERO)


def check_totals(archive: Archive, items: Sequence[Itemised]) -> list[Problem]:
    """Itemised counts and sums that go over the stated ones, and parts that go over the whole."""
    problems: list[Problem] = []
    for entry in archive.entries.get("events", []):
        if isinstance(entry.record, Event):
            lines = {id(line.stated): line for line in reconcile(entry.record, items) if line.stated is not None}
            for position, total in enumerate(entry.record.totals):
                problems.extend(_over(entry, position, lines[id(total)]))
            problems.extend(_parts_over_whole(entry, entry.record))
    return problems


def _over(entry: Entry, position: int, line: Line) -> Iterator[Problem]:
    path = ("totals", position)
    if line.stated_count is not None and line.itemised_count > line.stated_count:
        message = _("{itemised} deals are itemised but only {stated} stated")
        yield entry.problem((*path, "count"), message.format(itemised=line.itemised_count, stated=line.stated_count))
    if line.stated_amount is not None and line.itemised_amount > line.stated_amount:
        message = _("{itemised} is itemised but only {stated} stated")
        itemised = written(line.itemised_amount, line.currency)
        stated = written(line.stated_amount, line.currency)
        yield entry.problem((*path, "amount"), message.format(itemised=itemised, stated=stated))


def _parts_over_whole(entry: Entry, event: Event) -> Iterator[Problem]:
    for whole in event.totals:
        if whole.category is not None or whole.amount is None:
            continue
        parts = sum(
            (part.amount for part in event.totals if part.category and part.amount and part.currency == whole.currency),
            _ZERO,
        )
        if parts > whole.amount:
            message = _("the categories state {parts}, more than the whole of {whole}")
            yield entry.problem(
                ("totals",),
                message.format(parts=written(parts, whole.currency), whole=written(whole.amount, whole.currency)),
            )
