"""Decimal numbers, exact to four places: what amounts and numbers are stored as."""

from decimal import Decimal
from typing import Any

from cq_tui.values.amounts import plain, short
from cq_tui.values.sql import Sql, full_match
from cq_tui.values.types.base import Names
from cq_tui.values.types.quantity import Quantity, plain_number, takes_decimals

PLACES = 4
TRAILING_ZEROS = r"\.?0+$"
"""A regular expression of what a decimal as the engine writes it ends with, and a person does not."""


class Decimals(Quantity):
    """A ``Decimal`` of at most four places."""

    has_decimals = True
    places = PLACES
    pattern = r"-?[0-9]{1,30}(\.[0-9]{1,30})?"
    sql_type = f"DECIMAL(38, {PLACES})"
    arrow_type = f"decimal128(38, {PLACES})"

    def spell_cell(self, value: Any) -> str:
        """Without an exponent, grouping or zeros at the end."""
        return plain(value)

    def convert(self, cell: str) -> Any:
        """A Decimal."""
        return Decimal(cell)

    def sql_spell_cell(self, value: Sql) -> Sql:
        """Without zeros at the end."""
        return f"regexp_replace(CAST({value} AS VARCHAR), '{TRAILING_ZEROS}', '')"

    def sql_read_cell(self, cell: Sql) -> Sql:
        """Nothing that would be rounded: a number with more places is read by Python, and the model says why not."""
        stored = rf"-?[0-9]{{1,{min(30, 38 - self.places)}}}(\.[0-9]{{1,{self.places}}}0{{0,26}})?"
        return f"CASE WHEN {full_match(cell, stored)} THEN try_cast({cell} AS {self.sql_type}) END"

    def takes(self, given: str) -> bool:
        """Whole numbers too, and decimals of no more places."""
        return takes_decimals(given, self.places)

    def group_words(self, value: Any, names: Names) -> str:
        """In 亿 or bn; groups of several currencies have none."""
        del names
        return short(value)

    def bound_words(self, value: Any) -> str:
        """In 亿 or bn."""
        return short(value)

    def toml(self, value: Any) -> Any:
        """Whole numbers without a point."""
        whole = plain_number(value)
        return whole if isinstance(whole, int) else value.normalize()

    def json(self, value: Any) -> Any:
        """Whole numbers without a point."""
        whole = plain_number(value)
        return whole if isinstance(whole, int) else float(value)

    def json_schema(self) -> dict[str, Any]:
        """A number within its limits."""
        not_zero = {"not": {"const": 0}} if self.limits.not_zero else {}
        return {"type": "number"} | self.limits.number_keywords() | not_zero

    def table_schema(self) -> dict[str, Any]:
        """A number within its limits."""
        return {"type": "number", "constraints": self.limits.number_keywords()}
