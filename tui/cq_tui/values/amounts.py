"""Amounts as people write them: 750亿元, CNY 75 bn."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from cq_tui.language import _, current

_ZH_UNITS = ((Decimal(10) ** 12, "万亿"), (Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"), (Decimal(1), ""))
_EN_UNITS = ((Decimal(10) ** 12, "tn"), (Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m"), (Decimal(1), ""))
ZH_CURRENCIES = {
    "CNY": "元", "USD": "美元", "EUR": "欧元", "GBP": "英镑", "JPY": "日元", "HKD": "港元", "CHF": "瑞士法郎",
    "SGD": "新加坡元", "KRW": "韩元", "RUB": "卢布", "AUD": "澳元", "CAD": "加元",
}  # fmt: skip


def plain(value: Decimal) -> str:
    """The number as it is: no exponent, no trailing zeros, no grouping."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def grouped(value: Decimal) -> str:
    """The number with its thousands set apart."""
    return f"{Decimal(plain(value)):,f}"


def scaled(value: Decimal) -> tuple[Decimal, str]:
    """The number in the largest unit that leaves it at 1 or more, and the unit's name."""
    units = _ZH_UNITS if current() == "zh" else _EN_UNITS
    for size, name in units:
        if abs(value) >= size:
            return value / size, name
    return value, ""


def common_unit(values: Iterable[Decimal]) -> tuple[Decimal, str]:
    """The largest unit that leaves the greatest number at 1 or more, and none below a thousandth: size and name."""
    sizes = [abs(one) for one in values if one]
    units = _ZH_UNITS if current() == "zh" else _EN_UNITS
    fitting = (unit for unit in units if sizes and max(sizes) >= unit[0] and min(sizes) * 1000 >= unit[0])
    return next(fitting, units[-1])


def unit_words(unit: str, currency: str) -> str:
    """What stands over a column of amounts in a unit: 亿元, CNY bn."""
    if current() == "en":
        return f"{currency} {unit}".strip()
    return unit + ZH_CURRENCIES[currency] if currency in ZH_CURRENCIES else f"{unit} {currency}".strip()


def currency_name(currency: str) -> str:
    """What a currency is called by itself, as in a heading: 人民币, CNY."""
    if current() == "en":
        return currency
    return "人民币" if currency == "CNY" else ZH_CURRENCIES.get(currency, currency)


def short(value: Decimal) -> str:
    """The number in 亿 or bn, without a currency: 750亿, 75 bn."""
    number, unit = scaled(value)
    return f"{grouped(number)}{unit}" if current() == "zh" or not unit else f"{grouped(number)} {unit}"


def written(value: Decimal, currency: str | None) -> str:
    """The amount with its currency: 750亿元, CNY 75 bn."""
    if current() == "en":
        return f"{currency or ''} {short(value)}".strip()
    if currency in ZH_CURRENCIES:
        return short(value) + ZH_CURRENCIES[currency]
    return f"{short(value)} {currency or ''}".strip()


class Amount(NamedTuple):
    """An amount that is written in the language in force when it is shown, not when it was found."""

    value: Decimal
    currency: str = ""

    def __str__(self) -> str:
        return written(self.value, self.currency)


def between(low: Decimal, high: Decimal, currency: str | None) -> str:
    """A range of amounts with its currency, CNY 20.35-22.35 bn; one amount where both ends are the same."""
    if low == high:
        return written(low, currency) if low else "0"
    (number, unit), (_high, other) = scaled(low), scaled(high)
    if low > 0 and unit == other:
        if current() == "zh":
            return f"{grouped(number)}至{written(high, currency)}"
        return f"{currency or ''} {grouped(number)}-{short(high)}".strip()
    start, end = (written(one, currency) if one else "0" for one in (low, high))
    return _("{low} to {high}").format(low=start, high=end)


class ColumnUnit(NamedTuple):
    """The one unit a column of amounts is set in: its size, its name with the currency, its name without."""

    size: Decimal
    name: str
    short: str


def column_unit() -> ColumnUnit:
    """That of large amounts in yuan, in the language in force."""
    return (
        ColumnUnit(Decimal(10) ** 8, "亿元", "亿")
        if current() == "zh"
        else ColumnUnit(Decimal(10) ** 9, "CNY bn", "bn")
    )
