"""A selection over time: what was signed in each year, quarter or month, and what came of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from cq_tui.kinds.outcomes import Outcome
from cq_tui.store.selection.periods import Periods, period_fields
from cq_tui.store.selection.selection import Selection
from cq_tui.store.views.measured import What, measurable, measured
from cq_tui.store.views.outcomes import Group, Measure, groups_of
from cq_tui.values.periods import Size

_USUAL = (Size.QUARTER, Size.YEAR)
"""The periods that are shown first: the shorter ones where they are not too many."""
_MANY = 40
_MOST_IN_A_ROW = 5_000
"""Periods that are told although nothing is in them; where there are more, only those in which something is."""
_BEGUN = (Outcome.STARTED, Outcome.PRODUCING)


class Bar(NamedTuple):
    """What sums count in a period, and how much of it has begun."""

    summed: Decimal
    begun: Decimal


@dataclass(frozen=True)
class Timeline:
    """The periods in the order of time, and what can be measured in them, the number of records first.

    ``keys`` are of all periods from the first to the last, then of what is known to the year only behind its year, and
    None of what is not dated at all.
    """

    periods: Periods
    groups: dict[str | None, Group]
    keys: tuple[str | None, ...]
    whats: tuple[What, ...]
    left_out: int
    """Records that no sum would count, however far they came."""

    @property
    def has_progress(self) -> bool:
        """Whether the records say how far they have come."""
        money = self.periods.selection.kind.money
        return money is not None and money.progress is not None

    def measure(self, key: str | None, what: What) -> Measure | None:
        """What there is of something in a period; None for nothing."""
        group = self.groups.get(key)
        return measured(group, what) if group else None

    def bar(self, key: str | None, what: What) -> Bar:
        """How long a bar is, in two parts."""
        one = self.measure(key, what)
        if one is None:
            return Bar(Decimal(0), Decimal(0))
        return Bar(_added(one.summed.values()), _added(one.summed.get(part, Decimal(0)) for part in _BEGUN))

    @cached_property
    def largest(self) -> dict[What, Decimal]:
        """The longest bar of each."""
        return {
            what: max((self.bar(key, what).summed for key in self.groups), default=Decimal(0)) for what in self.whats
        }

    @cached_property
    def summed(self) -> dict[What, Decimal]:
        """All that sums count, over all periods."""
        return {what: _added(self.bar(key, what).summed for key in self.groups) for what in self.whats}

    @property
    def last(self) -> str | None:
        """The last period in which something is; None where nothing is dated."""
        return next((key for key in reversed(self.keys) if key is not None and key in self.groups), None)


def timeline(selection: Selection, size: Size | None = None) -> Timeline:
    """A selection over time; without a ``size`` of the period in what suits it. Raises QueryError and Cancelled."""
    fields = period_fields(selection.kind)
    sizes = [size] if size in fields else [one for one in _USUAL if one in fields]
    for one in sizes:
        found = _timeline(Periods(selection, fields[one]))
        if len(found.keys) <= _MANY:
            return found
    return found


def _timeline(periods: Periods) -> Timeline:
    groups = {group.value: group for group in groups_of(periods.selection.progress_by(periods.sql))}
    return Timeline(
        periods,
        groups,
        _in_order(periods, groups),
        measurable(groups.values()),
        sum(one.left_out for one in groups.values()),
    )


def _in_order(periods: Periods, groups: Iterable[str | None]) -> tuple[str | None, ...]:
    """The keys of all periods from the first to the last, with those of what is known to the year only, and None."""
    known = sorted(key for key in groups if key is not None and not periods.is_year_only(key))
    keys: set[str | None] = set(groups)
    if known:
        keys.update(_between(periods.size, known))
    return tuple(sorted(keys, key=periods.place))


def _between(size: Size, known: Sequence[str]) -> list[str]:
    found = [known[0]]
    while found[-1] < known[-1]:
        if len(found) == _MOST_IN_A_ROW:
            return []
        found.append(size.after(found[-1]))
    return found


def _added(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, Decimal(0))
