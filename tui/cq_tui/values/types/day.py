"""Dates, with how much of them is known."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from cq_tui.values.codes import Precision
from cq_tui.values.converters import Convert, Converters
from cq_tui.values.limits import NO_LIMITS, Limits
from cq_tui.values.ranges import AskedField, Range
from cq_tui.values.sql import Sql
from cq_tui.values.steps import MONTHS_AND_YEARS
from cq_tui.values.types.base import Asked, Names
from cq_tui.values.types.scalar import Typed

_YEAR = 4
"""Characters of a year."""
_SHOWN = {Precision.YEAR.value: 4, Precision.MONTH.value: 7}
"""Characters of 2025-11-19 that are known."""


class Date(Typed):
    """A day; of one that is known to the month or year only, the first. ``precision``: the field that says so."""

    mapped_by = ("column", "year", "month", "day", "order", "constant")
    asked = Asked.RANGES
    is_day = True
    is_short = True
    steps = MONTHS_AND_YEARS
    pattern = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    sql_type = "DATE"
    arrow_type = "date32"
    example = "2025-11-19"

    def __init__(self, precision: str | None = None, limits: Limits = NO_LIMITS) -> None:
        self.precision = precision
        self.limits = limits
        self.qualified_by = (precision,) if precision else ()

    def spell_cell(self, value: Any) -> str:
        """As ISO 8601 writes it."""
        return str(value.isoformat())

    def convert(self, cell: str) -> Any:
        """A date."""
        return date.fromisoformat(cell)

    def sql_refused(self, value: Sql) -> list[Sql]:
        """What lies out of its limits."""
        return self.limits.sql_out_of_range(value, cast=self.sql_type)

    def json(self, value: Any) -> Any:
        """JSON has no dates."""
        return self.spell_cell(value)

    def json_schema(self) -> dict[str, Any]:
        """A date."""
        return {"type": "string", "format": "date"}

    def table_schema(self) -> dict[str, Any]:
        """A date."""
        return {"type": "date"}

    def sheet_format(self, value: Any) -> str:
        """As ISO 8601 writes it."""
        del value
        return "yyyy-mm-dd"

    def converter(self, ways: Converters[Convert]) -> Convert:
        """See ``Converters``."""
        return ways.date

    def words(self, value: Any, record: Any, names: Names) -> str:
        """As much as is known: 2025-11-19, 2025-11, 2025."""
        del names
        known = str(getattr(record, self.precision)) if self.precision else ""
        return self.spell_cell(value)[: _SHOWN.get(known)]

    def shown_value(self, value: Any, record: Any) -> tuple[Any, str]:
        """A day that is shown as far as it is known."""
        known = str(getattr(record, self.precision)) if self.precision else ""
        return value, self.sheet_format(value)[: _SHOWN.get(known)]

    def read_range(self, sign: str, text: str, field: AskedField) -> Range:
        """A year, a month or a day."""
        from cq_tui.values.day_ranges import day_range  # as in ``Quantity``

        del field
        return day_range(sign, text)

    def begun_by(self, text: str) -> Sequence[str]:
        """The quarters of a year: months and days are typed as quickly as they are chosen."""
        from cq_tui.values.periods import Size

        return Size.QUARTER.begun_by(text) if text[_YEAR:] else ()

    def group_words(self, value: Any, names: Names) -> str:
        """The whole day."""
        del names
        return self.spell_cell(value)

    def sql_groups(self, value: Sql) -> Sql:
        """The day itself."""
        return value
