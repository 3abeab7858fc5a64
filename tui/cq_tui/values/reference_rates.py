"""The euro reference rates of the European Central Bank, as the package CurrencyConverter brings them along.

There is a rate for each banking day. A day without one has that of the last banking day before it, as the bank's own
users take it; a day outside of what the package holds has none.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Context, Decimal
from typing import NamedTuple

from cq_tui.language import _
from cq_tui.values.codes import Code

_DIGITS = Context(prec=10)
_LONGEST_PAUSE = 7
"""Days without a rate that a rate holds for: weekends and holidays; what is longer is a gap."""


class NoRate(Code):
    """Why an amount is not converted."""

    NO_DAY = "no-day", "未注明日期", "no day is stated"
    PART_OF_DAY = "part-of-a-day", "只知年份或月份", "only the year or month is stated"
    UNKNOWN = "unknown-currency", "此币种无参考汇率", "there are no reference rates of this currency"
    NOT_THEN = "not-then", "当日无参考汇率", "there is no reference rate of that day"


class RatesError(Exception):
    """Nothing can be converted; the text is one clear line."""


class Found(NamedTuple):
    """What is known of a currency and a day: the rate and of which day it is, or why there is none."""

    currency: str
    day: date
    rate: Decimal | None
    rate_day: date | None
    why: str | None


def currencies() -> list[str]:
    """All that there are rates of. Raises RatesError where the package is missing."""
    return sorted(ReferenceRates("EUR").known)


class ReferenceRates:
    """Rates into one currency. Making one takes half a second: a file of 28 years is read."""

    def __init__(self, into: str) -> None:
        """Raises RatesError where the package is missing, or has no rates of the currency."""
        try:
            from currency_converter import CurrencyConverter, RateNotFoundError
        except ImportError:
            raise RatesError(_("Converting needs the rates: pip install 'cq-tui[rates]'")) from None
        self._missing = RateNotFoundError
        self._rates = CurrencyConverter(decimal=True)
        self.into = into.upper()
        self.known: frozenset[str] = frozenset(self._rates.currencies)
        if self.into not in self.known:
            known = ", ".join(sorted(self.known))
            raise RatesError(_("There are no reference rates of {currency}. There are: {known}").format(
                currency=into, known=known))  # fmt: skip

    def of(self, pairs: Iterable[tuple[str, date]]) -> Iterator[Found]:
        """The rates of currencies on days."""
        for currency, day in pairs:
            yield self._one(currency, day)

    def _one(self, currency: str, day: date) -> Found:
        if currency not in self.known:
            return Found(currency, day, None, None, NoRate.UNKNOWN.value)
        first, last = (
            choose(getattr(self._rates.bounds[one], end) for one in (currency, self.into))
            for choose, end in ((max, "first_date"), (min, "last_date"))
        )
        for pause in range(_LONGEST_PAUSE + 1 if first <= day <= last else 0):
            rate_day = day - timedelta(days=pause)
            if rate_day < first:
                break
            try:
                rate = self._rates.convert(Decimal(1), currency, self.into, rate_day)
            except self._missing:
                continue
            return Found(currency, day, _DIGITS.plus(Decimal(rate)), rate_day, None)
        return Found(currency, day, None, None, NoRate.NOT_THEN.value)
