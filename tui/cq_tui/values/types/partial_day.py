"""Days of which the month or the day may be unknown, as ISO 8601 writes them: 2025, 2025-11, 2025-11-19."""

from datetime import date, timedelta
from typing import Any

from cq_tui.language import N_
from cq_tui.values.codes import Precision
from cq_tui.values.converters import Convert, Converters
from cq_tui.values.limits import Limits
from cq_tui.values.sql import Sql, literal
from cq_tui.values.types.base import Names
from cq_tui.values.types.characters import Characters

PATTERN = r"^(?:19|20)[0-9]{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?$"
NO_DATE = N_("{value} is not a date: 2025, 2025-11 or 2025-11-19")
_YEAR, _MONTH, _DAY = 4, 7, 10
"""Characters of a year, of a month, of a day."""
_FIRST = "-01-01"
"""What a year lacks to be its first day; the end of it is what a month lacks."""


def is_in_calendar(text: str) -> bool:
    """Whether a text that matches the pattern is no such day as 30 February."""
    try:
        return len(text) < _DAY or bool(date.fromisoformat(text))
    except ValueError:
        return False


def first_day(text: str) -> date:
    """The first day of a year, of a month, or the day itself."""
    return date.fromisoformat(text + _FIRST[len(text) - _YEAR :])


def last_day(text: str) -> date:
    """The last day of a year, of a month, or the day itself."""
    first = first_day(text)
    if len(text) == _DAY:
        return first
    months = 1 if len(text) == _MONTH else 12
    after = date(first.year + (first.month + months - 1) // 12, (first.month + months - 1) % 12 + 1, 1)
    return after - timedelta(days=1)


def sql_first_day(value: Sql) -> Sql:
    """As ``first_day``; NULL of NULL."""
    return f"CAST({value} || right('{_FIRST}', {_DAY} - length({value})) AS DATE)"


def sql_last_day(value: Sql) -> Sql:
    """The last day of a year, of a month, or the day itself; NULL of NULL."""
    after = f"CASE length({value}) WHEN {_YEAR} THEN INTERVAL 1 YEAR WHEN {_MONTH} THEN INTERVAL 1 MONTH "
    return f"CAST({sql_first_day(value)} + {after}ELSE INTERVAL 1 DAY END - INTERVAL 1 DAY AS DATE)"


def sql_precision(value: Sql) -> Sql:
    """How exactly it is known, a code of ``Precision``; NULL of NULL."""
    codes = ((_YEAR, Precision.YEAR), (_MONTH, Precision.MONTH), (_DAY, Precision.DAY))
    cases = " ".join(f"WHEN {length} THEN {literal(code.value)}" for length, code in codes)
    return f"CASE length({value}) {cases} END"


def sql_is_before(one: Sql, other: Sql) -> Sql:
    """Whether all of one lies before the other begins: 2025 is not before 2025-03, nor the other way round."""
    return f"({one} < {other} AND NOT starts_with({other}, {one}))"


class PartialDay(Characters):
    """A year, a month or a day: a text that sorts as the days do."""

    is_short = True
    is_free = False
    example = "2025-11-19"
    wrong = NO_DATE
    limits = Limits(pattern=PATTERN, stripped=True)

    def sql_refused(self, value: Sql) -> list[Sql]:
        """What is not written so, and what is no day of the calendar."""
        no_day = f"length({value}) = {_DAY} AND try_cast({value} AS DATE) IS NULL"
        return [*super().sql_refused(value), no_day]

    def toml(self, value: Any) -> Any:
        """A day as TOML has days; what is less as a text."""
        return date.fromisoformat(value) if len(value) == _DAY else value

    def json_schema(self) -> dict[str, Any]:
        """A text; editors of TOML take a day for one."""
        return {"type": "string", "pattern": PATTERN}

    def converter(self, ways: Converters[Convert]) -> Convert:
        """See ``Converters``."""
        return ways.string

    def words(self, value: Any, record: Any, names: Names) -> str:
        """As much as is known."""
        del record, names
        return str(value)

    def sql_own_texts(self, value: Sql) -> list[Sql]:
        """None: a word is looked for in words."""
        del value
        return []
