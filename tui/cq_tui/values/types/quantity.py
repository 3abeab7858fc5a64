"""What amounts, numbers and counts have in common."""

from typing import Any

from cq_tui.values.expressions import later
from cq_tui.values.limits import NO_LIMITS, Limits
from cq_tui.values.ranges import AskedField, Range, Ranges
from cq_tui.values.sql import Sql
from cq_tui.values.steps import SIZES, Step
from cq_tui.values.types.base import Asked
from cq_tui.values.types.scalar import Typed

WHOLE_TYPES = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER")
"""The engine's integers that fit into a BIGINT."""
_DECIMAL_TYPE = later(r"DECIMAL\(\d+,(\d+)\)")


class Quantity(Typed):
    """A number of any sort."""

    asked = Asked.RANGES
    is_quantity = True
    steps: tuple[Step, ...] = SIZES
    limits: Limits = NO_LIMITS

    def __init__(self, limits: Limits = NO_LIMITS) -> None:
        self.limits = limits

    def sql_refused(self, value: Sql) -> list[Sql]:
        """What lies out of its limits."""
        return self.limits.sql_out_of_range(value)

    def read_ranges(self, sign: str, text: str, field: AskedField) -> Ranges:
        """A comma parts values, unless it groups the digits of one number."""
        # Read when a range is typed: the expressions of all ways to write a number would cost every start 2 ms.
        from cq_tui.values.number_ranges import number_ranges

        return number_ranges(field, sign, text)

    def read_range(self, sign: str, text: str, field: AskedField) -> Range:
        """With units, and currencies where the field has them."""
        from cq_tui.values.number_ranges import number_range

        return number_range(field, sign, text)

    def shown_text(self, value: Any, record: Any, names: Any) -> str:
        """The digits alone."""
        del record, names
        return self.spell_cell(value)

    def sql_groups(self, value: Sql) -> Sql:
        """The number itself."""
        return value


def takes_decimals(given: str, places: int) -> bool:
    """Whether numbers of a type of the engine's fit into a decimal with so many places without being rounded."""
    decimal = _DECIMAL_TYPE.fullmatch(given)
    return given in WHOLE_TYPES or (decimal is not None and int(decimal[1]) <= places)


def plain_number(value: Any) -> Any:
    """A decimal as the number that JSON and a person would write: a whole one as an integer."""
    return int(value) if value == value.to_integral_value() else value
