"""Days of any precision as ranges, as people type them into a filter; ``dates`` reads the dates themselves."""

from datetime import date, timedelta

from cq_tui.language import N_, _
from cq_tui.values import dates
from cq_tui.values.ranges import NotUnderstood, Range, ends

NO_DATE = N_("{value} is not a date: 2025, 2025-Q4, 2025-11, 2025-11-19 or a range a..b")


def days(text: str, whole: str = "") -> tuple[date, date]:
    """The first day that the text names and the first day after it: a year, a quarter, a month or a day.

    ``whole`` is what it is an end of. Raises NotUnderstood.
    """
    if quarter := dates.quarter(text):
        year, number = quarter
        return date(year, 3 * number - 2, 1), date(year + number // 4, 3 * number % 12 + 1, 1)
    try:
        year, month, day = dates.read_date(text, time=False)
    except ValueError:
        year, month, day = 0, None, None
    if not 1 <= year < 9999:
        if dates.is_unclear(text):
            raise NotUnderstood(_("{value} can be day and month or month and day: write 2025-11-19").format(value=text))
        raise NotUnderstood(_(NO_DATE).format(value=whole or text))
    if month is None:
        return date(year, 1, 1), date(year + 1, 1, 1)
    if day is None:
        return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)
    first = date(year, month, day)
    return first, first + timedelta(days=1)


def day_range(comparison: str, text: str) -> Range:
    """A date of any precision, alone, in a range or after a comparison, as a range of days. Raises NotUnderstood."""
    if ".." in text and comparison in ("", "="):
        low, high = ends(text, NO_DATE)
        first, last = (None if end == "*" else days(end, text) for end in (low, high))
        return Range(first and first[0], last and last[1], below=True)
    first_day, after = days(text)
    match comparison:
        case ">":
            return Range(after, None)
        case ">=":
            return Range(first_day, None)
        case "<":
            return Range(None, first_day, below=True)
        case "<=":
            return Range(None, after, below=True)
        case _:
            return Range(first_day, after, below=True)
