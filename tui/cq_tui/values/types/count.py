"""Whole numbers."""

from decimal import Decimal
from typing import Any

from cq_tui.values.amounts import grouped, short
from cq_tui.values.converters import Convert, Converters
from cq_tui.values.steps import DECADES, PLACES
from cq_tui.values.types.base import Names
from cq_tui.values.types.quantity import WHOLE_TYPES, Quantity

_LONG = 10_000
"""Counts from here on are told in 万 or m."""


class Count(Quantity):
    """How many there are of something."""

    mapped_by = ("column", "decimal", "thousands")
    pattern = r"-?[0-9]{1,18}"
    sql_type = "BIGINT"
    arrow_type = "int64"
    example = "3"

    def spell_cell(self, value: Any) -> str:
        """Without grouping."""
        return str(value)

    def convert(self, cell: str) -> Any:
        """An int."""
        return int(cell)

    def takes(self, given: str) -> bool:
        """Any whole numbers."""
        return given in WHOLE_TYPES

    def json(self, value: Any) -> Any:
        """The number."""
        return value

    def json_schema(self) -> dict[str, Any]:
        """A whole number within its limits."""
        return {"type": "integer"} | self.limits.number_keywords()

    def table_schema(self) -> dict[str, Any]:
        """A whole number within its limits."""
        return {"type": "integer", "constraints": self.limits.number_keywords()}

    def converter(self, ways: Converters[Convert]) -> Convert:
        """See ``Converters``."""
        return ways.count

    def words(self, value: Any, record: Any, names: Names) -> str:
        """With its thousands set apart."""
        del record, names
        return grouped(Decimal(value))

    def bound_words(self, value: Any) -> str:
        """As it is, unless it is long."""
        return short(value) if value >= _LONG else f"{value:f}"

    def group_words(self, value: Any, names: Names) -> str:
        """As everywhere."""
        return self.words(value, None, names)


class Place(Count):
    """Which one of several: a paragraph, the place in an order. No quantity to compare by its size."""

    steps = PLACES
    is_place = True


class Year(Count):
    """A year: a whole number that is never grouped."""

    steps = DECADES
    is_place = True
    example = "2025"

    def words(self, value: Any, record: Any, names: Names) -> str:
        """As it is."""
        del record, names
        return str(value)
