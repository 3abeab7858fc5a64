"""What came of the deals of a selection, by the values of a field: numbers, and money kind by kind, with their rates.

A rate is told with its base: all that was agreed, whatever came of it since. What is marked as an umbrella or as not
counted is in no number, for its deals stand in the list themselves.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from cq_tui.kinds.outcomes import BASE, OUTCOME_OF, Outcome
from cq_tui.store.selection.by_progress import Progressed
from cq_tui.store.selection.facets import MOST, Grouping
from cq_tui.store.selection.periods import Periods
from cq_tui.store.selection.selection import Selection
from cq_tui.store.views.silence import OPEN, Silence

By = Grouping | Periods
"""What deals can be told by: the values of a field, or what periods they are of."""
_BY_CODE = {stage.value: outcome for stage, outcome in OUTCOME_OF.items()}
Parts = dict[Outcome | None, Decimal]
"""How much there is of each outcome; of None, what has no stage."""


@dataclass(frozen=True)
class Measure:
    """One thing that is counted: the deals themselves (``currency`` is None), or one kind of money in a currency."""

    apart: str | None
    currency: str | None
    parts: Parts = field(default_factory=dict)
    inexact: set[Outcome | None] = field(default_factory=set)
    """The outcomes of which an amount is not exact."""

    summed: Parts = field(default_factory=dict)
    """What sums count of each: nothing of what is cancelled."""

    told: dict[bool, Decimal] = field(default_factory=dict)
    """How much of what is open was last told before some day (True), and how much since; where that was asked."""

    def add(
        self,
        outcome: Outcome | None,
        amount: Decimal,
        *,
        summed: bool = True,
        inexact: bool = False,
        silent: bool | None = None,
    ) -> None:
        """Count more of an outcome."""
        if silent is not None and outcome in OPEN:
            self.told[silent] = self.told.get(silent, Decimal(0)) + amount
        self.parts[outcome] = self.parts.get(outcome, Decimal(0)) + amount
        if summed:
            self.summed[outcome] = self.summed.get(outcome, Decimal(0)) + amount
        if inexact:
            self.inexact.add(outcome)

    @property
    def whole(self) -> Decimal:
        """All of it."""
        return sum(self.parts.values(), Decimal(0))

    @property
    def base(self) -> Decimal:
        """What was agreed, whatever came of it."""
        return sum((self.parts.get(one, Decimal(0)) for one in BASE), Decimal(0))

    @property
    def silent(self) -> Decimal:
        """What is open and was last told before the day that was asked for."""
        return self.told.get(True, Decimal(0))

    @property
    def open(self) -> Decimal:
        """What is open and of which it is known when it was last told: what the silent share is of."""
        return sum(self.told.values(), Decimal(0))

    def rate(self, *outcomes: Outcome) -> Decimal | None:
        """The share of some outcomes in the base; None where nothing was agreed."""
        found = sum((self.parts.get(one, Decimal(0)) for one in outcomes), Decimal(0))
        return found / self.base if self.base else None


@dataclass(frozen=True)
class Group:
    """The deals that have one value of the field in common; None for those that state none.

    ``left_out``: how many more there are that no sum would count, however far they came.
    """

    value: Any
    deals: Measure
    money: tuple[Measure, ...]
    left_out: int = 0


def stages_told(groups: Iterable[Group]) -> list[Outcome]:
    """The outcomes in their order; those of stages of the archive's own only where there are such."""
    own = any(Outcome.OTHER in group.deals.parts for group in groups)
    return [one for one in Outcome if own or one is not Outcome.OTHER]


def outcomes(selection: Selection, by: By, silence: Silence | None = None) -> list[Group]:
    """The groups: periods in the order of time, others the largest first; what is not stated last.

    A group of nothing but what no sum would count is none. ``silence``: what is asked of those that are open.
    Raises QueryError and Cancelled.
    """
    silent = _sql(selection, silence)
    if isinstance(by, Periods):
        groups = sorted(groups_of(selection.progress_by(by.sql, silent)), key=lambda group: by.place(group.value))
        return [group for group in groups if group.deals.parts]
    largest = selection.largest(by.sql, MOST)
    places = {value: place for place, (value, _size) in enumerate(largest.sizes)}
    found = [group for group in groups_of(selection.progress_of(largest, silent)) if group.deals.parts]
    return sorted(found, key=lambda group: (group.value is None, places[group.value]))


def outcomes_of_all(selection: Selection, silence: Silence | None = None) -> Group | None:
    """All deals as one group; None where there are none. With a field of lists no sum over its groups is the same."""
    groups = groups_of(selection.progress_by("true", _sql(selection, silence)))
    return next((group for group in groups if group.deals.parts), None)


def _sql(selection: Selection, silence: Silence | None) -> str:
    return silence.sql(selection.kind) if silence else "NULL"


def groups_of(found: Iterable[Progressed]) -> list[Group]:
    """What the engine found, put together by the value."""
    deals: dict[Any, Measure] = {}
    left_out = Counter[Any]()
    money: dict[Any, dict[tuple[str | None, str | None], Measure]] = {}
    for one in found:
        counted = deals.setdefault(one.value, Measure(None, None))
        if not one.counts:
            left_out[one.value] += one.count
            continue
        outcome = _BY_CODE.get(one.progress, Outcome.OTHER) if one.progress else None
        counted.add(outcome, Decimal(one.count), summed=one.summed, silent=one.silent)
        if one.amount is not None:
            kinds = money.setdefault(one.value, {})
            measure = kinds.setdefault((one.apart, one.currency), Measure(one.apart, one.currency))
            measure.add(outcome, one.amount, summed=one.summed, inexact=one.inexact, silent=one.silent)
    return [
        Group(value, counted, tuple(_in_order(money.get(value, {}))), left_out[value])
        for value, counted in deals.items()
    ]


def _in_order(found: Mapping[tuple[str | None, str | None], Measure]) -> list[Measure]:
    """The largest of each currency first."""
    return sorted(found.values(), key=lambda one: (one.currency or "", -one.whole, str(one.apart)))
