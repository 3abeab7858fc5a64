"""How sure it is that two deals are one, in words."""

from cq_tui.language import _
from cq_tui.store.twins.weighing import Likely


def likely_words(likely: Likely) -> str:
    """In the language in force."""
    return {Likely.SURE: _("sure"), Likely.LIKELY: _("likely"), Likely.POSSIBLE: _("possible")}[likely]
