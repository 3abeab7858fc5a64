"""Amounts in another currency than the record's own, and the rates by which they were converted."""

from decimal import Context, Decimal
from typing import Any

from cq_tui.values.amounts import short, written
from cq_tui.values.converters import Convert, Converters
from cq_tui.values.types.base import Names
from cq_tui.values.types.decimals import Decimals

_DIGITS = Context(prec=4)
"""As many digits of a converted amount are shown: a rate of one day tells no more of it."""
RATE_PLACES = 12


class Converted(Decimals):
    """An amount in whole units of one currency, the same for all records; the column's label names it."""

    is_short = True
    sheet_width = 18
    example = "12_345.67"

    def __init__(self, currency: str) -> None:
        super().__init__()
        self.currency = currency

    def converter(self, ways: Converters[Convert]) -> Convert:
        """See ``Converters``."""
        return ways.number

    def words(self, value: Any, record: Any, names: Names) -> str:
        """In 亿 or bn, rounded, with its currency."""
        del record, names
        return written(rounded(value), self.currency)

    def column_words(self, value: Any, record: Any, names: Names) -> str:
        """As ``words``; the header names the currency."""
        del record, names
        return short(rounded(value))


class Rate(Decimals):
    """What one unit of a currency is in another one."""

    places = RATE_PLACES
    sql_type = f"DECIMAL(38, {RATE_PLACES})"
    arrow_type = f"decimal128(38, {RATE_PLACES})"
    sheet_width = 14
    example = "0.1271375"

    def converter(self, ways: Converters[Convert]) -> Convert:
        """See ``Converters``."""
        return ways.number

    def words(self, value: Any, record: Any, names: Names) -> str:
        """As it is."""
        del record, names
        return self.spell_cell(value)

    def sheet_format(self, value: Any) -> str:
        """As it is."""
        del value
        return ""


def rounded(value: Decimal) -> Decimal:
    """To as many digits as are shown."""
    return _DIGITS.plus(value)
