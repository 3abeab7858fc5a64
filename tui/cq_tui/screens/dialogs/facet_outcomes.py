"""What came of the deals of a value: as a bar of the agreed ones, with the part that has begun; and in words."""

from cq_tui.kinds.outcomes import Outcome
from cq_tui.language import _
from cq_tui.store.views.outcome_words import parts_in_words
from cq_tui.store.views.outcomes import Group
from cq_tui.values.amounts import grouped
from cq_tui.widgets.base.line_widget import StyledText

_BEGUN = (Outcome.STARTED, Outcome.PRODUCING)


def legend() -> list[StyledText]:
    """What the two parts of a bar are."""
    return [("#", "bar"), (" " + _("begun") + "  ", "dim"), ("-", "rest"), (" " + _("agreed"), "dim")]


def outcome_bar(group: Group, most: int, room: int) -> list[StyledText]:
    """As long as the agreed deals are many, ``most`` of them filling ``room``; the part that has begun first."""
    deals = group.deals
    begun = sum(deals.parts.get(one, 0) for one in _BEGUN)
    whole = max(1, round(room * deals.base / most)) if deals.base and most else 0
    filled = min(whole, max(1, round(whole * begun / deals.base))) if begun else 0
    return [("#" * filled, "bar"), ("-" * (whole - filled), "rest"), (" " * (room - whole), "text")]


def outcome_words(group: Group) -> str:
    """Which share of the agreed deals has begun, then how many came how far: 60.0% of 5 ... · producing 2 ..."""
    words = parts_in_words(group.deals)
    rate = group.deals.rate(*_BEGUN)
    if rate is not None:
        share = _("{percent}% of {base}").format(percent=f"{100 * rate:.1f}", base=grouped(group.deals.base))
        words.insert(0, _("{share} known to have begun").format(share=share))
    return " · ".join(words)
