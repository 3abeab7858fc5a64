"""Decimal numbers that are no amounts of money as such: shares, headline figures."""

from typing import Any

from cq_tui.values.amounts import grouped, written
from cq_tui.values.converters import Convert, Converters
from cq_tui.values.types.base import Names
from cq_tui.values.types.decimals import Decimals


class Number(Decimals):
    """A number; where the record has a currency it is counted in that."""

    mapped_by = ("column", "unit", "decimal")
    example = "1.5"

    def converter(self, ways: Converters[Convert]) -> Convert:
        """See ``Converters``."""
        return ways.number

    def words(self, value: Any, record: Any, names: Names) -> str:
        """With its thousands set apart, or as an amount."""
        del names
        currency = getattr(record, "currency", None)
        return written(value, currency) if currency else grouped(value)
