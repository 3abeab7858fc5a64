"""What single cells around a header say: whether one is a value, and what one above it counts in."""

import re

from cq_tui.values import dates, numbers
from cq_tui.values.measures import Measure, measure, measure_among, measure_at_start
from cq_tui.values.nothing import is_nothing

_LONGEST_TITLE = 200
"""Characters of a cell above the header in which a unit is looked for."""
_SAYS_UNIT = re.compile(
    r"(?i)(?:单位|單位|単位|(?<![a-z])(?:units?|amounts?|values?|figures?|currency|in|einheit|angaben|montants|importes?))"
    r"(?:\s+(?:are\s+)?(?:in|en))?\s*[:：]?\s*([^()（）。;；]{1,60})"
)


def counted_in(cell: str) -> tuple[Measure, ...]:
    """What a cell above the header says that numbers are counted in, as ``单位：个、万元``, ``in US$ millions``."""
    if re.fullmatch(r"[^\w]*\d[\d.,' ]*[^\w]*", cell):
        return ()  # a number alone is a bound of what is listed, or a count
    if whole := measure(cell.strip("()（）[]【】 ")):
        return (whole,)
    if len(cell) > _LONGEST_TITLE:
        return ()
    found: dict[Measure, None] = {}
    for match in _SAYS_UNIT.finditer(cell):
        told = match[1].strip(" ()（）[]【】")
        found |= dict.fromkeys(measure_among(told) or filter(None, (measure_at_start(told),)))
    return tuple(found)


def is_value(cell: str) -> bool:
    """Whether a cell is an amount or a day, which no column is called; a year may be a column's name."""
    if is_nothing(cell):
        return True
    try:
        numbers.quantity(cell)
    except ValueError:
        return dates.is_date(cell)
    return not re.fullmatch(r"(?:19|20)\d\d", cell)
