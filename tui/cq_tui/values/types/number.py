"""Decimal numbers that are no amounts of money as such: shares, headline figures, coordinates."""

from typing import Any

from cq_tui.language import current
from cq_tui.values.amounts import grouped, short, written
from cq_tui.values.converters import Convert, Converters
from cq_tui.values.limits import NO_LIMITS, Limits
from cq_tui.values.types.base import Names
from cq_tui.values.types.decimals import Decimals


class Number(Decimals):
    """A number; where it names a field that holds a currency, and the record has one, it is counted in that."""

    mapped_by = ("column", "unit", "decimal", "thousands")
    example = "1.5"

    def __init__(self, limits: Limits = NO_LIMITS, counted_in: str | None = None) -> None:
        super().__init__(limits)
        self.counted_in = counted_in

    def converter(self, ways: Converters[Convert]) -> Convert:
        """See ``Converters``."""
        return ways.number

    def words(self, value: Any, record: Any, names: Names) -> str:
        """With its thousands set apart, in Chinese in 万 and 亿, or as an amount."""
        del names
        currency = getattr(record, self.counted_in) if self.counted_in else None
        if currency:
            return written(value, currency)
        return short(value) if current() == "zh" else grouped(value)


class FineNumber(Number):
    """A number with more places than amounts have, as coordinates and computed figures."""

    def __init__(self, places: int, limits: Limits = NO_LIMITS) -> None:
        super().__init__(limits)
        self.places = places
        self.sql_type = f"DECIMAL(38, {places})"
        self.arrow_type = f"decimal128(38, {places})"
