"""Amounts as people write them, and as files hold them."""

from decimal import Decimal

import pytest
from cq_tui.language import Language, use
from cq_tui.values.amounts import Amount, between, column_unit, grouped, plain, short, written


@pytest.mark.parametrize(
    ("value", "currency", "zh", "en"),
    [
        ("75000000000", "CNY", "750亿元", "CNY 75 bn"),
        ("97550000000", "CNY", "975.5亿元", "CNY 97.55 bn"),
        ("85241000000", "CNY", "852.41亿元", "CNY 85.241 bn"),
        ("4000000000000", "CNY", "4万亿元", "CNY 4 tn"),
        ("1000000000000", "CNY", "1万亿元", "CNY 1 tn"),
        ("999999999999", "CNY", "9,999.99999999亿元", "CNY 999.999999999 bn"),
        ("200000000", "CNY", "2亿元", "CNY 200 m"),
        ("12345678", "CNY", "1,234.5678万元", "CNY 12.345678 m"),
        ("10000", "CNY", "1万元", "CNY 10,000"),
        ("9999", "CNY", "9,999元", "CNY 9,999"),
        ("0.5", "CNY", "0.5元", "CNY 0.5"),
        ("2000000", "EUR", "200万欧元", "EUR 2 m"),
        ("2000000", "USD", "200万美元", "USD 2 m"),
        ("2000000", "PLN", "200万 PLN", "PLN 2 m"),
        ("2000000", None, "200万", "2 m"),
    ],
)
def test_written(value: str, currency: str | None, zh: str, en: str) -> None:
    use("zh")
    assert written(Decimal(value), currency) == zh
    use("en")
    assert written(Decimal(value), currency) == en


def test_an_amount_is_written_in_the_language_in_which_it_is_shown() -> None:
    amount = Amount(Decimal(2_000_000), "EUR")
    assert str(amount) == "EUR 2 m"
    use("zh")
    assert str(amount) == "200万欧元"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("value", ["85241000000", "0.0001", "123456789.1234", "9999999999999999999.9999"])
def test_nothing_is_rounded(language: Language, value: str) -> None:
    use(language)
    units = {"万亿": 12, "亿": 8, "万": 4, "tn": 12, "bn": 9, "m": 6}
    text = written(Decimal(value), None).replace(",", "")
    unit = next((unit for unit in units if text.endswith(unit)), "")
    assert Decimal(text.removesuffix(unit)).scaleb(units.get(unit, 0)) == Decimal(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1E+3", "1000"),
        ("10.50", "10.5"),
        ("100", "100"),
        ("-0.5", "-0.5"),
        ("1E-4", "0.0001"),
        ("5.0000", "5"),
        ("0", "0"),
    ],
)
def test_plain(value: str, text: str) -> None:
    assert plain(Decimal(value)) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1000", "1,000"),
        ("999", "999"),
        ("1234567.5", "1,234,567.5"),
        ("-1000", "-1,000"),
        ("-0.5", "-0.5"),
        ("0.5", "0.5"),
    ],
)
def test_grouped(value: str, text: str) -> None:
    assert grouped(Decimal(value)) == text


@pytest.mark.parametrize(
    ("low", "high", "currency", "zh", "en"),
    [
        ("20350000000", "22350000000", "CNY", "203.5至223.5亿元", "CNY 20.35-22.35 bn"),
        ("2000000", "3000000", "EUR", "200至300万欧元", "EUR 2-3 m"),
        ("2000000", "3000000", None, "200至300万", "2-3 m"),
        ("1", "7", "CNY", "1至7元", "CNY 1-7"),
        ("2000000", "3000000000", "CNY", "200万元至30亿元", "CNY 2 m to CNY 3 bn"),
        ("0", "2000000000", "CNY", "0至20亿元", "0 to CNY 2 bn"),
        ("-2000000000", "0", "CNY", "-20亿元至0", "CNY -2 bn to 0"),
        ("-2000000000", "-1000000000", "CNY", "-20亿元至-10亿元", "CNY -2 bn to CNY -1 bn"),
        ("2000000000", "2000000000", "CNY", "20亿元", "CNY 2 bn"),
        ("0", "0", "CNY", "0", "0"),
    ],
)
def test_between(low: str, high: str, currency: str | None, zh: str, en: str) -> None:
    use("zh")
    assert between(Decimal(low), Decimal(high), currency) == zh
    use("en")
    assert between(Decimal(low), Decimal(high), currency) == en


def test_short_leaves_the_currency_out() -> None:
    use("zh")
    assert [short(Decimal(value)) for value in ("75000000000", "9999", "0")] == ["750亿", "9,999", "0"]
    use("en")
    assert [short(Decimal(value)) for value in ("75000000000", "9999", "0")] == ["75 bn", "9,999", "0"]


def test_a_column_of_amounts_has_one_unit() -> None:
    use("zh")
    assert column_unit() == (Decimal(100_000_000), "亿元", "亿")
    use("en")
    assert column_unit() == (Decimal(1_000_000_000), "CNY bn", "bn")
