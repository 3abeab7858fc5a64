"""Rows that add up the others: what they are called."""

import re
from collections.abc import Sequence

TOTAL = (
    r"(?i)^((.{1,20})?(合\s*[计計]|[总總]\s*[计計]|小\s*[计計])|共\s*[计計]|累\s*[计計]|"
    r"(.{1,40} )?(grand |sub-?)?totals?|sum|"
    r"summe|gesamt(summe|betrag)?|insgesamt|(sous-)?total(e|es)?( général)?|suma|somma|razem|итого|всего)"
    r"\s*[:：]?\s*([(（].*[)）]|\d+\s*(项|個|个|rows|projects|deals)?)?$"
)
"""What a row of totals begins with, as an expression of the engine and of Python."""
_CALLED = re.compile(TOTAL)


def is_total(row: Sequence[str]) -> bool:
    """Whether a row seems to add up others: it begins so, and is not full."""
    filled = [cell for cell in row if cell.strip()]
    return 0 < len(filled) < len(row) and _CALLED.search(filled[0].strip()) is not None
