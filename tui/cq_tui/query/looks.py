"""How words are looked for in texts: in the way that takes the engine least."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from cq_tui.query.columns import FOLDED, NAMES
from cq_tui.query.widen import Widened, Widener
from cq_tui.values.types.identifier import keys_in

Condition = tuple[str, list[Any]]
"""SQL, and the values of its parameters."""
MATCHES = "regexp_matches({0}, ?)"
"""SQL to fill a text in: whether an expression finds something in it."""
_CONTAINS = "contains({0}, ?)"


class Look(NamedTuple):
    """How to look into a text (SQL to fill in), and for what; ``lower``: the same in a text in lower case, which is
    None where that would not be the same.
    """

    how: str
    what: str
    lower: tuple[str, str] | None = None

    @classmethod
    def of(cls, widened: Widened, how: str, what: str) -> "Look":
        """Looks alike into both texts, if it may look into that in lower case at all."""
        return cls(how, what, (how, what) if widened.in_lower else None)


def looks_of(widened: Widened, whole: bool = False) -> list[Look]:
    """How a word is looked for: in the way that takes the engine least."""
    if whole:
        return [Look.of(widened, MATCHES, f"(?m)^{widened.pattern}$")]
    if widened.sounding:
        return [Look.of(widened, MATCHES, widened.pattern)]
    if widened.forms:
        return [Look.of(widened, _CONTAINS, form) for form in widened.forms]
    if widened.folded:
        return [Look(MATCHES, widened.folded, (_CONTAINS, widened.lower))]
    return [Look.of(widened, MATCHES, widened.literal)]


def key_looks(words: Sequence[str], widen: Widener, *, whole: bool = False) -> list[Look]:
    """How words are looked for in identifiers, those that could be a piece of one."""
    return [look for word, short in keys_in(words) for look in looks_of(widen(word), whole or short)]


def holds_any(text: str, looks: list[Look]) -> Condition:
    """SQL: whether a text holds one of these."""
    return "(" + " OR ".join(look.how.format(text) for look in looks) + ")", [look.what for look in looks]


def names_hold_any(looks: list[Look], names: str = NAMES, folded: str = FOLDED) -> Condition:
    """SQL: whether names hold one of these: looked for in those in lower case (``folded``), where that is the same."""
    each = [(folded, *look.lower) if look.lower else (names, look.how, look.what) for look in looks]
    return "(" + " OR ".join(how.format(text) for text, how, _what in each) + ")", [what for *_how, what in each]
