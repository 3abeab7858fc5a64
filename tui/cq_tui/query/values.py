"""Reading numbers with units and dates of any precision."""

import re
from datetime import date, timedelta
from decimal import Decimal

from cq_tui.query.terms import Range
from cq_tui.values.units import UNITS

_NUMBER = re.compile(r"([+-]?\d{1,40}(?:\.\d{0,20})?|\.\d{1,20})\s*([a-z]*|[千百万萬亿億]*)(?:元|人民币)?")
_DAY = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?")

LARGEST = Decimal(10) ** 24
"""No amount reaches this; a larger number is a slip of the hand."""


def number(text: str) -> Decimal | None:
    """A number with its unit (``1.5亿``, ``200m``, ``10亿元``), or None if it is none."""
    match = _NUMBER.fullmatch(text.strip().lower())
    if match is None or match[2] not in UNITS:
        return None
    value = Decimal(match[1]) * UNITS[match[2]]
    return value if abs(value) < LARGEST else None


def days(text: str) -> tuple[date, date] | None:
    """The first day that the text names and the first day after it: a year, a month or a day."""
    match = _DAY.fullmatch(text.strip())
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if year is None or not 1 <= year < 9999:
            return None
        if month is None:
            return date(year, 1, 1), date(year + 1, 1, 1)
        if day is None:
            return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)
        first = date(year, month, day)
        return first, first + timedelta(days=1)
    except ValueError:
        return None


def number_range(text: str, comparison: str) -> Range | None:
    """``10亿``, ``1亿..5亿``, ``1亿..*``, or a number after a comparison, as a range."""
    low, dots, high = text.partition("..")
    if dots and comparison in ("", "="):
        ends = [None if end.strip() in ("*", "") else number(end) for end in (low, high)]
        named = [end for end, given in zip(ends, (low, high), strict=True) if given.strip() not in ("*", "")]
        if None in named or (not low.strip() or not high.strip()):
            return None
        return Range(ends[0], ends[1])
    value = number(text)
    if value is None:
        return None
    match comparison:
        case ">" | ">=":
            return Range(value, None, above=comparison == ">")
        case "<" | "<=":
            return Range(None, value, below=comparison == "<")
        case _:
            return Range(value, value)


def day_range(text: str, comparison: str) -> Range | None:
    """A date of any precision, alone, in a range or after a comparison, as a range of days."""
    low, dots, high = text.partition("..")
    if dots and comparison in ("", "="):
        first = None if low.strip() == "*" else days(low)
        last = None if high.strip() == "*" else days(high)
        if (low.strip() != "*" and first is None) or (high.strip() != "*" and last is None):
            return None
        return Range(first[0] if first else None, last[1] if last else None, below=True)
    named = days(text)
    if named is None:
        return None
    match comparison:
        case ">":
            return Range(named[1], None)
        case ">=":
            return Range(named[0], None)
        case "<":
            return Range(None, named[0], below=True)
        case "<=":
            return Range(None, named[1], below=True)
        case _:
            return Range(named[0], named[1], below=True)
