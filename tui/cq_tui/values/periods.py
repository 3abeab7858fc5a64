"""Years, quarters and months: what days are put together by, and how each is written: 2024, 2024-Q3, 2024-07."""

from datetime import date
from enum import Enum, auto

from cq_tui.language import _
from cq_tui.values.sql import Sql

_MONTHS_OF_A_QUARTER = 3


class Size(Enum):
    """How long a period is, from the longest to the shortest."""

    YEAR = auto()
    QUARTER = auto()
    MONTH = auto()

    def key(self, day: date) -> str:
        """The period of a day as it is written; such texts have the order of time."""
        match self:
            case Size.YEAR:
                return f"{day.year:04d}"
            case Size.QUARTER:
                return f"{day.year:04d}-Q{(day.month + 2) // _MONTHS_OF_A_QUARTER}"
            case Size.MONTH:
                return f"{day.year:04d}-{day.month:02d}"

    def sql_key(self, day: Sql) -> Sql:
        """The same in SQL; of a year its number."""
        match self:
            case Size.YEAR:
                return f"year({day})"
            case Size.QUARTER:
                return f"printf('%04d-Q%d', year({day}), quarter({day}))"
            case Size.MONTH:
                return f"printf('%04d-%02d', year({day}), month({day}))"

    def begun_by(self, text: str) -> list[str]:
        """The periods of a year, typed first, that begin as typed; none of the years themselves."""
        year = text[:4]
        if not (len(year) == 4 and year.isascii() and year.isdigit()) or self is Size.YEAR:
            return []
        found = dict.fromkeys(self.key(date(max(1, int(year)), month, 1)) for month in range(1, 13))
        return [one for one in found if one.casefold().startswith(text.casefold())]

    def after(self, key: str) -> str:
        """The next period."""
        year, step = int(key[:4]), int(key[6:] if self is Size.QUARTER else key[5:] or 0)
        match self:
            case Size.YEAR:
                return f"{year + 1:04d}"
            case Size.QUARTER:
                return f"{year + step // 4:04d}-Q{step % 4 + 1}"
            case Size.MONTH:
                return f"{year + step // 12:04d}-{step % 12 + 1:02d}"

    def not_stated(self, year: str) -> str:
        """What is known to the year only, in words: 2024, month not stated."""
        words = _("{year}, quarter not stated") if self is Size.QUARTER else _("{year}, month not stated")
        return words.format(year=year)
