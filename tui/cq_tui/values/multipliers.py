"""What a header says its numbers are to be multiplied by: ``(*1000)``, ``x € 1.000``, ``'000``, ``10³``, ``x mln``."""

from cq_tui.values.expressions import later
from cq_tui.values.units import folded

_THOUSANDS = r"1(?:0{3,}|0{0,2}(?:[.,' ]000)+)"
"""A thousand, or a thousand times ten and so on, with marks of thousands or without."""
_RAISED = r"10(?:\^\d{1,2}(?!\d)|[³⁴-⁹])"
POWER = rf"['’‘`]?0{{3,}}s?(?!\d) | {_THOUSANDS}s(?![^\W\d_]) | {_RAISED}"
"""Of a verbose expression: ``'000``, ``1,000s``, ``10^3``, ``10³``."""
TIMES = later(
    r"[x×х*✕✖⨯∗·⋅∙][\s_]*"
    rf"(?=(?:(?:[€$£₹]|[a-z]{{3}}\b)\s*)?(?:{_THOUSANDS}(?![.,']?\d)|{_RAISED})"
    r"|(?:[€$£₹]\s*)?(?P<one>1\s?)?(?:mil|mln|mio|mrd|mld|bln|tsd|tys|thou|duizend|тыс|тис|млн|млрд)[^\W\d_]*)"
)
"""The sign before a multiplier, in folded text. ``one``: a 1 behind it that adds nothing, as in ``x 1 million``."""
_POWER = later(rf"(?x:{POWER})")


def power(word: str) -> int:
    """How much ``'000``, ``1,000s`` or ``10^3`` is; 0 for what is none of these."""
    if not _POWER.fullmatch(word):
        return 0
    zeros = word.count("0") if "000" in word else int(folded(word[2:].strip("^")))
    return int("1" + "0" * zeros)


def is_exponent(text: str, place: int) -> bool:
    """Whether a raised digit stands behind a ten and is no mark of a footnote."""
    return text[place] in "³⁴⁵⁶⁷⁸⁹" and text[place - 2 : place] == "10" if place > 1 else False
