"""The one amount of money in a cell with words around it: ``$250B Cloud``, ``~$300B / 5 yrs``, ``~27% · $13.8B in``."""

from cq_tui.values import numbers
from cq_tui.values.expressions import later
from cq_tui.values.numbers import Quantity
from cq_tui.values.plainly_written import in_short
from cq_tui.values.reasons import ReasonError
from cq_tui.values.units import UNITS, folded

_UNIT = (
    r"(?:k|m|mn|mm|mio\.?|b|bn|t|tn|tr|mrd\.?|md|thousand|millions?|billions?|trillions?|millionen|milliarden|milliards?|"
    r"millones|milioni|miliardi|miljoen|miljard|[十百千]?[万萬亿億兆])"
)
_NUMBER = rf"\d[\d.,]*(?:\s?{_UNIT}(?![^\W_]))?"
_SIGN = r"(?:(?<![^\W_])[a-z]{0,3}[$€£¥₹₩]|(?<![^\W_])(?:usd|eur|gbp|chf|cny|rmb|jpy|inr|krw|cad|aud)(?![^\W_]))"
_BOUND = (
    r"(?:(?:(?<![^\W_])(?:up to|at most|at least|more than|over|nearly|almost|about|around|approx(?:imately)?\.?|circa|"
    r"ca\.?|est\.|bis zu|mindestens|rund|etwa|über|jusqu'à|environ|plus de|hasta|fino a|oltre)(?![^\W_])"
    r"|[~≈<>≤≥]=?|[约約])\s*)*"
)
_MONEY = later(rf"(?i)(?P<bound>{_BOUND})(?:{_SIGN}\s?{_NUMBER}|{_NUMBER}\s?{_SIGN})(?:\s?\+(?!\s?[\d$€£]))?")
_MEASURE = later(
    r"(?i)(?:[/,(]|over|across|in|for|über)?\s*(?<![\d.,])\d{1,2}(?:\s?[-–]\s?\d{1,2})?[\s-]?(?:y(?:ea)?rs?|y|years?|months?|jahre|ans|años)"
    r"(?![^\W_])|[~≈]?\s?\d{1,3}(?:[.,]\d+)?\s?%|(?<![\d.,])(?:19|20)\d\d(?![\d.,])"
)
"""What is no amount beside one: a span of time, a share, a year."""
_OTHER = later(
    r"(?i)[/／]\s?[^\W\d_]|\d|[$€£¥₹₩]|[-–−]\s*$|(?<![^\W_])(?:per|each|monthly|annual(?:ly)?|yearly|daily|weekly|"
    r"p\.? ?a\.?|a (?:month|year|day|week)|"
    r"valuation|valued|worth|value of|market cap\w*|revenues?|sales|turnover|run[\s-]?rate|arr|loss(?:es)?|profits?|"
    r"savings?|"
    r"part|out of|of (?:the|a|an|its|which|total)|half|third|quarter|double|twice|times|less|minus|"
    r"not|no|without|from|to|between|was|"
    r"previously|formerly|instead|cancel\w*|bewertung|umsatz|pro|je|jährlich|monatlich|nicht|ohne|von|"
    r"valorisation|chiffre|par|non|sans|valoración|valutazione)(?![^\W_])"
    r"|每|年均|月|估值|市值|营收|未|不|从"
)
"""What makes an amount another one than that of the record: a rate, a value of a company, a part, a second number."""
_COMES_WITH = later(
    r"(?i)(?<=\w)\s*[(（]\s*(?:(?:with|without|incl(?:uding|usive of)?|excl(?:uding|usive of)?|ex|plus|"
    r"subject to|inkl|exkl|zzgl|zuzüglich|einschließlich|mit|ohne|avec|sans|hors|dont|y compris|con|sin|"
    r"incluye|incluido|más|com|sem|inclui|più|compres[ao]|esclus[ao]|z|bez|vč|včetně|met|zonder)(?![^\W_])|不?含|包括)[^()（）\d$€£¥₹₩]*[)）]"
)
"""A note behind an amount of what comes with it and is no other amount: ``(with provision for annual increase)``."""
_LONGEST, _MOST_WORDS = 60, 5
_LEAST_BARE = 1000
"""Without a unit a smaller amount before a word may be counted in what that says: ``€5 tys. …``."""


def amount_amid_words(text: str, mark: str = ".") -> Quantity | None:
    """The amount of a short cell that names its currency beside one number; None where it holds anything else like one.

    What stands beside it may be words, a span of time, a share or a year.
    """
    text = in_short(_COMES_WITH.sub(" ", text))
    if len(text) > _LONGEST or "\n" in text.strip():
        return None
    found = list(_MONEY.finditer(text))
    if len(found) != 1:
        return None
    (money,) = found
    before, behind = (_MEASURE.sub(" ", part) for part in (text[: money.start()], text[money.end() :]))
    if any(_OTHER.search(part) for part in (before, behind)) or len(f"{before} {behind}".split()) > _MOST_WORDS:
        return None
    try:
        read = numbers.quantity(money[0].strip(), mark)
    except ReasonError:
        return None
    return read if read.currency and not _may_be_counted(read, behind) else None


def _may_be_counted(read: Quantity, behind: str) -> bool:
    """Whether the word behind an amount may be what it is counted in: a small number without a unit says little."""
    first = next(iter(behind.split()), "").strip(".,;:()")
    return folded(first) in UNITS if first and (read.unit or read.value >= _LEAST_BARE) else bool(first)
