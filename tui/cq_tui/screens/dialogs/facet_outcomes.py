"""What came of the deals of a value: as a bar of the agreed ones, with the part that has begun; and in words.

By their number, or by one kind of money in one currency.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from cq_tui.kinds.outcomes import Outcome
from cq_tui.language import _
from cq_tui.schema.kind import Kind
from cq_tui.store.selection.facets import Grouping
from cq_tui.store.views.measured import What, measurable, measured
from cq_tui.store.views.outcome_words import parts_in_words, share_words, silence_words, silent_words, what_words
from cq_tui.store.views.outcomes import Group, Measure, outcomes
from cq_tui.store.views.silence import Silence, usual_silence
from cq_tui.widgets.base.line_widget import StyledText

_BEGUN = (Outcome.STARTED, Outcome.PRODUCING)


@dataclass(frozen=True)
class FacetOutcomes:
    """What came of the deals of each value, and which measure of it is shown."""

    kind: Kind
    groups: Mapping[Any, Group]
    whats: tuple[What, ...]
    silence: Silence | None
    place: int = 0

    @property
    def what(self) -> What:
        """What is measured."""
        return self.whats[self.place]

    def turned(self) -> "FacetOutcomes | None":
        """The next measure; None after the last."""
        place = self.place + 1
        if place == len(self.whats):
            return None
        return FacetOutcomes(self.kind, self.groups, self.whats, self.silence, place)

    def heading(self) -> str:
        """What the words below tell."""
        if self.what.currency is None:
            return _("what came of them")
        return _("what came of them: {money}").format(money=what_words(self.kind, self.what))

    def meaning(self) -> str:
        """What is called silent in the words; nothing where none is."""
        if self.silence is None or not any(group.deals.silent for group in self.groups.values()):
            return ""
        return _("silent: {meaning}").format(meaning=silence_words(self.silence))

    def told(self, value: Any, room: int) -> tuple[list[StyledText], str]:
        """The bar of a value in so many cells, and what is said of it."""
        group = self.groups.get(value)
        one = measured(group, self.what) if group else None
        if one is None:  # all of its deals are umbrellas or marked as not counted, or none has such money
            return [(" " * room, "bar")], ""
        return _bar(one, self._most, room), self._words(one)

    @property
    def _most(self) -> Decimal:
        found = (measured(group, self.what) for group in self.groups.values())
        return max(one.base for one in found if one)

    def _words(self, one: Measure) -> str:
        words = parts_in_words(one)
        if share := share_words(one, *_BEGUN):
            words.insert(0, _("{share} known to have begun").format(share=share))
        if self.silence and one.silent:
            words.insert(0, silent_words(one))  # the bar shows the share; a narrow window cuts the end
        return " · ".join(words)


def facet_outcomes(by: Grouping) -> FacetOutcomes:
    """What came of the deals of the values of a field. Raises QueryError and Cancelled."""
    kind = by.selection.kind
    silence = usual_silence(kind)
    groups = outcomes(by.selection, by, silence)
    return FacetOutcomes(kind, {group.value: group for group in groups}, measurable(groups), silence)


def legend() -> list[StyledText]:
    """What the two parts of a bar are."""
    return [("#", "bar"), (" " + _("begun") + "  ", "dim"), ("-", "rest"), (" " + _("agreed"), "dim")]


def _bar(one: Measure, most: Decimal, room: int) -> list[StyledText]:
    """As long as the agreed is much, ``most`` of it filling ``room``; the part that has begun first."""
    begun = sum((one.parts.get(part, Decimal(0)) for part in _BEGUN), Decimal(0))
    whole = max(1, round(room * one.base / most)) if one.base > 0 and most > 0 else 0
    filled = min(whole, max(1, round(whole * begun / one.base))) if begun > 0 and whole else 0
    return [("#" * filled, "bar"), ("-" * (whole - filled), "rest"), (" " * (room - whole), "text")]
