"""What came of the deals of a selection, by the values of a field: numbers, and money kind by kind, with their rates.

A rate is told with its base: all that was agreed, whatever came of it since. What is marked as an umbrella or as not
counted is in no number, for its deals stand in the list themselves.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from cq_tui.kinds.outcomes import BASE, OUTCOME_OF, Outcome
from cq_tui.store.selection.facets import MOST, Grouping
from cq_tui.store.selection.groups import Largest
from cq_tui.store.selection.selection import Selection

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

    def add(self, outcome: Outcome | None, amount: Decimal, *, inexact: bool = False) -> None:
        """Count more of an outcome."""
        self.parts[outcome] = self.parts.get(outcome, Decimal(0)) + amount
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

    def rate(self, *outcomes: Outcome) -> Decimal | None:
        """The share of some outcomes in the base; None where nothing was agreed."""
        found = sum((self.parts.get(one, Decimal(0)) for one in outcomes), Decimal(0))
        return found / self.base if self.base else None


@dataclass(frozen=True)
class Group:
    """The deals that have one value of the field in common; None for those that state none."""

    value: Any
    deals: Measure
    money: tuple[Measure, ...]


def outcomes(selection: Selection, by: Grouping) -> list[Group]:
    """The groups, the largest first and what is not stated last. Raises QueryError and Cancelled."""
    largest = selection.largest(by.sql, MOST)
    places = {value: place for place, (value, _size) in enumerate(largest.sizes)}
    return sorted(_groups(selection, largest), key=lambda group: (group.value is None, places[group.value]))


def outcomes_of_all(selection: Selection) -> Group | None:
    """All deals as one group; None where there are none. With a field of lists no sum over its groups is the same."""
    return next(iter(_groups(selection, selection.largest("true", 1))), None)


def _groups(selection: Selection, largest: Largest) -> list[Group]:
    deals: dict[Any, Measure] = {}
    money: dict[Any, dict[tuple[str | None, str | None], Measure]] = {}
    for one in selection.progress_of(largest):
        outcome = _BY_CODE[one.progress] if one.progress else None
        deals.setdefault(one.value, Measure(None, None)).add(outcome, Decimal(one.count))
        if one.amount is not None:
            kinds = money.setdefault(one.value, {})
            measure = kinds.setdefault((one.apart, one.currency), Measure(one.apart, one.currency))
            measure.add(outcome, one.amount, inexact=one.inexact)
    return [Group(value, counted, tuple(_in_order(money.get(value, {})))) for value, counted in deals.items()]


def _in_order(found: Mapping[tuple[str | None, str | None], Measure]) -> list[Measure]:
    """The largest of each currency first."""
    return sorted(found.values(), key=lambda one: (one.currency or "", -one.whole, str(one.apart)))
