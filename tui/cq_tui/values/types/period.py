"""Quarters and months: what follows from a day, as far as it is known. A year is a number (``count.py``)."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from cq_tui.language import N_, _
from cq_tui.values.limits import Limits
from cq_tui.values.periods import Size
from cq_tui.values.ranges import AskedField, NotUnderstood, Range, ends
from cq_tui.values.types.base import Asked
from cq_tui.values.types.string import String

_WRONG = {
    Size.QUARTER: N_("{value} is no quarter: 2024-Q3, 2024 or a range a..b"),
    Size.MONTH: N_("{value} is no month: 2024-07, 2024-Q3, 2024 or a range a..b"),
}
PATTERNS = {Size.QUARTER: r"^[0-9]{4}-Q[1-4]$", Size.MONTH: r"^[0-9]{4}-(0[1-9]|1[0-2])$"}


class Period(String):
    """A quarter or a month as it is written; the texts have the order of time."""

    asked = Asked.RANGES
    is_short = True
    is_free = False
    sheet_width = 10

    def __init__(self, size: Size) -> None:
        """``size``: a quarter or a month."""
        example = '"2024-Q3"' if size is Size.QUARTER else '"2024-07"'
        super().__init__(Limits(pattern=PATTERNS[size], stripped=True), example, _WRONG[size])
        self.size = size

    def read_range(self, sign: str, text: str, field: AskedField) -> Range:
        """A period, or one of several such, as a year is of quarters. Raises NotUnderstood."""
        del field
        if ".." in text and sign in ("", "="):
            low, high = ends(text, _WRONG[self.size])
            return Range(None if low == "*" else self._read(low).first, None if high == "*" else self._read(high).last)
        asked = self._read(text)
        match sign:
            case ">":
                return Range(asked.after, None)
            case ">=":
                return Range(asked.first, None)
            case "<":
                return Range(None, asked.before)
            case "<=":
                return Range(None, asked.last)
            case _:
                return Range(asked.first, asked.last)

    def begun_by(self, text: str) -> Sequence[str]:
        """Those of the year that is typed."""
        return self.size.begun_by(text)

    def _read(self, text: str) -> "_Asked":
        """The periods of what the text names. Raises NotUnderstood where it names only a part of one."""
        from cq_tui.values.day_ranges import days  # as in ``Date``

        try:
            first, after = days(text)
        except NotUnderstood:
            raise NotUnderstood(_(_WRONG[self.size]).format(value=text)) from None
        day = timedelta(days=1)
        key = self.size.key
        asked = _Asked("" if first == date.min else key(first - day), key(first), key(after - day), key(after))
        if asked.before == asked.first or asked.after == asked.last:
            raise NotUnderstood(_(_WRONG[self.size]).format(value=text))
        return asked


class _Asked(NamedTuple):
    """The first and the last of some periods, and those beside them."""

    before: str
    first: str
    last: str
    after: str
