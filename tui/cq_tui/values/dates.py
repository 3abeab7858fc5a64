"""Dates as strangers write them: ``2025年11月``, ``19.11.2025``, ``Nov 2025``, ``03/04/2025``, or in parts."""

import re
from collections.abc import Iterable
from datetime import date

from cq_tui.values.reasons import ReasonError, Unread, refused
from cq_tui.values.units import folded

_MONTHS = "january february march april may june july august september october november december".split()
_OTHER_MONTHS = {
    "sept": 9, "januar": 1, "februar": 2, "märz": 3, "mai": 5, "juni": 6, "juli": 7, "oktober": 10, "dezember": 12,
}  # fmt: skip
_CHINESE = dict(zip("一 二 三 四 五 六 七 八 九 十 十一 十二".split(), range(1, 13), strict=True))
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*日?|\s*月)?")
_WITH_TIME = re.compile(rf"{_YEAR_FIRST.pattern}(?:[t\s]+[\d:.z+]*)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_YEAR_LAST = re.compile(r"(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4})")
_WORDED = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?[\s.-]+)?([a-zä]+)\.?[\s,-]+(?:(\d{1,2})(?:st|nd|rd|th)?[\s,]+)?(\d{4})"
)
_YEAR = re.compile(r"(\d{4})(?:\.0|\s*年)?")

Parts = tuple[int, int | None, int | None]
"""Year, month and day, as far as they are told."""


def read_date(text: str, order: str = "", *, time: bool = True) -> Parts:
    """Read a date of any precision; ``order`` is ``dmy`` or ``mdy`` where the year stands last.

    ``time``: whether a time of day may follow; it is left out.
    Raises ValueError that says why it is none, or that it can be read two ways.
    """
    left = folded(text)
    if match := _YEAR.fullmatch(left):
        return _checked(int(match[1]), None, None)
    if match := _COMPACT.fullmatch(left) or (_WITH_TIME if time else _YEAR_FIRST).fullmatch(left):
        return _checked(int(match[1]), int(match[2]), int(match[3]) if match[3] else None)
    if match := _WORDED.fullmatch(left):
        month = month_named(match[2])
        if month is None:
            raise refused(Unread.NOT_A_DATE)
        day = match[1] or match[3]
        return _checked(int(match[4]), month, int(day) if day else None)
    if match := _YEAR_LAST.fullmatch(left):
        first, mark, second, year = int(match[1]), match[2], int(match[3]), int(match[4])
        told = order or ("dmy" if mark == "." or first > 12 else "mdy" if second > 12 else "")
        if not told and first != second:
            raise refused(Unread.DAY_OR_MONTH)
        day, month = (second, first) if told == "mdy" else (first, second)
        return _checked(year, month, day)
    raise refused(Unread.NOT_A_DATE)


def is_date(text: str) -> bool:
    """Whether a text is a date, maybe one that can be read two ways."""
    try:
        read_date(text)
    except ReasonError as error:
        return error.reason.is_(Unread.DAY_OR_MONTH)
    return True


def month_named(text: str) -> int | None:
    """The month of a number, an English or German name or its beginning, or a Chinese name."""
    left = folded(text).removesuffix("月").rstrip(".")
    if left.isdigit() and 1 <= int(left) <= 12:
        return int(left)
    if left in _CHINESE or left in _OTHER_MONTHS:
        return _CHINESE.get(left) or _OTHER_MONTHS[left]
    found = [number for number, name in enumerate(_MONTHS, 1) if len(left) > 2 and name.startswith(left)]
    return found[0] if len(found) == 1 else None


def from_parts(year: str, month: str, day: str) -> Parts | None:
    """A date told in cells of its own; None where there is no year. Raises ValueError that says why it is none."""
    found = _YEAR.fullmatch(folded(year))
    if not found:
        if year.strip():
            raise refused(Unread.NOT_A_YEAR)
        return None
    number = month_named(month) if month.strip() else None
    if month.strip() and number is None:
        raise refused(Unread.NOT_A_MONTH)
    told = folded(day).removesuffix("日").removesuffix(".0")
    if told and not told.isdigit():
        raise refused(Unread.NOT_A_DAY)
    return _checked(int(found[1]), number, int(told) if told and number else None)


def order_of(cells: Iterable[str]) -> str:
    """Whether a column writes day or month first, told by the dates that can be read one way only; else empty."""
    found = set()
    for cell in cells:
        if match := _YEAR_LAST.fullmatch(folded(cell)):
            first, second = int(match[1]), int(match[3])
            if first > 12 or (match[2] == "." and second <= 12):
                found.add("dmy")
            elif second > 12:
                found.add("mdy")
    return found.pop() if len(found) == 1 else ""


def is_unclear(cell: str) -> bool:
    """Whether a date can be read two ways."""
    try:
        read_date(cell)
    except ValueError:
        match = _YEAR_LAST.fullmatch(folded(cell))
        return bool(match) and int(match[1]) <= 12 and int(match[3]) <= 12  # type: ignore[index]
    return False


def _checked(year: int, month: int | None, day: int | None) -> Parts:
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        raise refused(Unread.NOT_IN_THE_CALENDAR) from None
    return year, month, day
