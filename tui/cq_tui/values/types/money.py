"""Amounts of money."""

from decimal import Decimal
from typing import Any

from cq_tui.language import current
from cq_tui.values.amounts import ColumnUnit, column_unit, grouped, plain, written
from cq_tui.values.converters import Convert, Converters
from cq_tui.values.limits import NO_LIMITS, Limits
from cq_tui.values.sql import Sql
from cq_tui.values.types.base import Names
from cq_tui.values.types.decimals import PLACES, Decimals

_LEAST = Decimal(1).scaleb(-PLACES)


class Money(Decimals):
    """An amount in whole units of the currency that another field of the record names.

    ``large``: a column sets them in 亿 or bn, else as they are. ``usual``: the currency that the column's header names;
    amounts in it stand without.
    """

    mapped_by = ("column", "unit", "unit_column", "currency", "decimal", "thousands", "several", "bare")
    is_money = True
    sheet_width = 18
    example = "100_000_000"

    def __init__(self, currency: str, limits: Limits = NO_LIMITS, *, large: bool = False, usual: str = "CNY") -> None:
        super().__init__(limits)
        self.usual = usual
        self.currency = currency
        self.large = large
        self.qualified_by = (currency,)
        self.is_never_zero = limits.not_zero or limits.gt == 0

    def converter(self, ways: Converters[Convert]) -> Convert:
        """See ``Converters``."""
        return ways.money

    def words(self, value: Any, record: Any, names: Names) -> str:
        """In 亿 or bn, with its currency."""
        del names
        return written(value, getattr(record, self.currency))

    def column_header(self, label: str) -> str:
        """With the unit."""
        return f"{label} {self._unit.name}"

    @property
    def header_unit(self) -> ColumnUnit | None:
        """亿元 or CNY bn of large amounts."""
        return self._unit if self._unit.size > 1 else None

    @property
    def _unit(self) -> ColumnUnit:
        """What a column counts in."""
        if self.usual != "CNY":
            return ColumnUnit(Decimal(1), self.usual, "")
        return column_unit() if self.large else ColumnUnit(Decimal(1), "元" if current() == "zh" else "CNY", "")

    def column_words(self, value: Any, record: Any, names: Names) -> str:
        """In the unit that the column's header names.

        An amount in another currency than it names, or too small for its unit, is written out: EUR 12,000 under CNY bn.
        """
        number = value / self._unit.size
        if self._unit.size > 1 and (self._other_currency(record) or 0 < abs(number) < _LEAST):
            return self.words(value, record, names)
        return self._other_currency(record) + grouped(number.quantize(_LEAST))

    def shown_text(self, value: Any, record: Any, names: Names) -> str:
        """In the unit of the header, exact; other currencies than it names say which they are."""
        del names
        return f"{self._other_currency(record)}{plain(value / self._unit.size)}"

    def shown_value(self, value: Any, record: Any) -> tuple[Any, str]:
        """A number in the unit of the header; its format names another currency."""
        number = value / self._unit.size
        places = max(0, -number.normalize().as_tuple().exponent)
        currency = self._other_currency(record)
        before = f'"{currency}"' if currency else ""
        return number, f"{before}#,##0" + (f".{'0' * places}" if places else "")

    def _other_currency(self, record: Any) -> str:
        """The currency of a record's amounts with a blank, where it is not the one that the header names."""
        currency = getattr(record, self.currency)
        return "" if currency == self.usual else f"{currency} "

    def sql_sum(self, value: Sql) -> Sql:
        """The total, exact. Who asks keeps currencies apart."""
        return f"sum({value})"

    def sheet_format(self, value: Any) -> str:
        """Whole amounts with their thousands set apart."""
        return "#,##0" if value == int(value) else ""
