"""What a filter compares with: numbers with units, amounts with currencies, days of any precision, ranges of them."""

from datetime import date
from decimal import Decimal

import pytest
from cq_tui.schema.field import Field
from cq_tui.values.day_ranges import day_range, days
from cq_tui.values.number_ranges import LARGEST, amount, number_range, number_ranges
from cq_tui.values.ranges import NotUnderstood, Range

from tests.shipped import kinds

AMOUNT, TERM, SHARE, DATE = (kinds()["deals"].by_name[name] for name in ("amount", "term_years", "share", "date"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("2000000", "2000000"),
        ("1.5", "1.5"),
        (".5", "0.5"),
        ("5.", "5"),
        ("-3", "-3"),
        ("+3", "3"),
        ("3千", "3000"),
        ("3k", "3000"),
        ("3万", "30000"),
        ("3萬", "30000"),
        ("3百万", "3000000"),
        ("3m", "3000000"),
        ("3M", "3000000"),
        ("3 million", "3000000"),
        ("3千万", "30000000"),
        ("3亿", "300000000"),
        ("3億", "300000000"),
        ("3b", "3000000000"),
        ("3bn", "3000000000"),
        ("3billion", "3000000000"),
        ("3万亿", "3000000000000"),
        ("3萬億", "3000000000000"),
        ("3tn", "3000000000000"),
        ("3trillion", "3000000000000"),
        ("852.41亿", "85241000000"),
        ("852.41亿元", "85241000000"),
        ("2亿人民币", "200000000"),
        (" 2亿 ", "200000000"),
        ("0.1亿", "10000000"),
        ("1 000 000", "1000000"),
        ("1.000.000", "1000000"),
        ("1'000'000", "1000000"),
        ("1.234,56", "1234.56"),
        ("1.234亿", "123400000"),
        ("1.2340", "1.234"),
        ("٣亿", "300000000"),
        ("2 亿 元", "200000000"),
    ],
)
def test_number(text: str, value: str) -> None:
    assert amount(AMOUNT, text)[0] == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "2e8",
        "五亿",
        "2亿3",
        "亿",
        "--1",
        "1..2",
        "2 bn bn",
        "2kg",
        "inf",
        "nan",
        "1" * 41,
        str(LARGEST),
    ],
)
def test_not_a_number(text: str) -> None:
    with pytest.raises(NotUnderstood, match="is not a number"):
        amount(AMOUNT, text)


TWO, FIVE = Decimal(2 * 10**8), Decimal(5 * 10**9)


@pytest.mark.parametrize(
    ("text", "comparison", "expected"),
    [
        ("2亿", "", Range(TWO, TWO)),
        ("2亿", "=", Range(TWO, TWO)),
        ("2亿", ">", Range(TWO, None, above=True)),
        ("2亿", ">=", Range(TWO, None)),
        ("2亿", "<", Range(None, TWO, below=True)),
        ("2亿", "<=", Range(None, TWO)),
        ("2亿..50亿", "", Range(TWO, FIVE)),
        ("2亿..*", "", Range(TWO, None)),
        ("*..50亿", "", Range(None, FIVE)),
        ("*..*", "", Range(None, None)),
        ("2亿 .. 50亿", "", Range(TWO, FIVE)),
    ],
)
def test_number_range(text: str, comparison: str, expected: Range) -> None:
    assert number_range(AMOUNT, comparison, text) == expected


@pytest.mark.parametrize(
    ("text", "comparison"),
    [
        ("..", ""),
        ("2..", ""),
        ("..2", ""),
        ("1..2..3", ""),
        ("x..2", ""),
        ("1..x", ""),
        ("1..2", ">"),
        ("x", "<"),
        ("*", ""),
    ],
)
def test_not_a_number_range(text: str, comparison: str) -> None:
    with pytest.raises(NotUnderstood, match="is not a number"):
        number_range(AMOUNT, comparison, text)


@pytest.mark.parametrize(
    ("text", "first", "after"),
    [
        ("2025", date(2025, 1, 1), date(2026, 1, 1)),
        ("2025年", date(2025, 1, 1), date(2026, 1, 1)),
        ("0001", date(1, 1, 1), date(2, 1, 1)),
        ("9998", date(9998, 1, 1), date(9999, 1, 1)),
        ("2025-11", date(2025, 11, 1), date(2025, 12, 1)),
        ("2025-12", date(2025, 12, 1), date(2026, 1, 1)),
        ("2025年11月", date(2025, 11, 1), date(2025, 12, 1)),
        ("2025-11-19", date(2025, 11, 19), date(2025, 11, 20)),
        ("2025-2-28", date(2025, 2, 28), date(2025, 3, 1)),
        ("2024/02/29", date(2024, 2, 29), date(2024, 3, 1)),
        ("2025.11.19", date(2025, 11, 19), date(2025, 11, 20)),
        ("2025年11月19日", date(2025, 11, 19), date(2025, 11, 20)),
        ("2025-12-31", date(2025, 12, 31), date(2026, 1, 1)),
        ("19.11.2025", date(2025, 11, 19), date(2025, 11, 20)),
        ("19/11/2025", date(2025, 11, 19), date(2025, 11, 20)),
        ("11/19/2025", date(2025, 11, 19), date(2025, 11, 20)),
        ("05/05/2025", date(2025, 5, 5), date(2025, 5, 6)),
        ("19 Nov 2025", date(2025, 11, 19), date(2025, 11, 20)),
        ("November 2025", date(2025, 11, 1), date(2025, 12, 1)),
        ("20251119", date(2025, 11, 19), date(2025, 11, 20)),
        ("２０２５年１１月", date(2025, 11, 1), date(2025, 12, 1)),
    ],
)
def test_days_of_a_date(text: str, first: date, after: date) -> None:
    assert days(text) == (first, after)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "25",
        "2025-",
        "2025-13",
        "2025-00",
        "2025-02-29",
        "2025-11-31",
        "0000",
        "9999",
        "x",
        "2025-11-19-1",
        "2025-11-19T10:00",
        "2025-11-19 10",
    ],
)
def test_not_a_date(text: str) -> None:
    with pytest.raises(NotUnderstood, match="is not a date"):
        days(text)


FIRST, AFTER = date(2025, 11, 1), date(2025, 12, 1)


@pytest.mark.parametrize(
    ("text", "comparison", "expected"),
    [
        ("2025-11", "", Range(FIRST, AFTER, below=True)),
        ("2025-11", "=", Range(FIRST, AFTER, below=True)),
        ("2025-11", ">", Range(AFTER, None)),
        ("2025-11", ">=", Range(FIRST, None)),
        ("2025-11", "<", Range(None, FIRST, below=True)),
        ("2025-11", "<=", Range(None, AFTER, below=True)),
        ("2025-11..2025-11", "", Range(FIRST, AFTER, below=True)),
        ("2025-11..*", "", Range(FIRST, None, below=True)),
        ("*..2025-11", "", Range(None, AFTER, below=True)),
    ],
)
def test_day_range(text: str, comparison: str, expected: Range) -> None:
    assert day_range(comparison, text) == expected


@pytest.mark.parametrize("text", ["2025..", "..2025", "2025..x", "x..2025", "x", "2025-11..2025-13"])
def test_not_a_day_range(text: str) -> None:
    with pytest.raises(NotUnderstood, match="is not a date"):
        day_range("", text)


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("CNY 10bn", 10**10, "CNY"),
        ("10亿元", 10**9, ""),
        ("10亿人民币", 10**9, "CNY"),
        ("10亿元人民币", 10**9, "CNY"),
        ("€5m", 5 * 10**6, "EUR"),
        ("US$ 5 m", 5 * 10**6, "USD"),
        ("5亿美元", 5 * 10**8, "USD"),
        ("5亿港元", 5 * 10**8, "HKD"),
    ],
)
def test_an_amount_may_name_its_currency_and_a_bare_yuan_names_none(text: str, value: int, currency: str) -> None:
    assert amount(AMOUNT, text) == (value, currency)


@pytest.mark.parametrize(
    ("field", "text", "message"),
    [
        (AMOUNT, "1.000", "1.000 can have decimals or grouped digits: write 1.0000 or 1000."),
        (AMOUNT, "CNY 1.500", "CNY 1.500 can have decimals or grouped digits: write CNY 1.5000 or CNY 1500."),
        (AMOUNT, "¥5m", "¥5m: ¥ is of China and of Japan; write CNY or JPY."),
        (TERM, "€5", "Term (years) has no currency: €5"),
        (AMOUNT, "10%", "10% is not a number: 10亿, 1.5bn, 2000000 or a range a..b"),
        (AMOUNT, "约10亿", "约10亿 is not a number: 10亿, 1.5bn, 2000000 or a range a..b"),
    ],
)
def test_what_can_be_two_things_is_named(field: Field, text: str, message: str) -> None:
    with pytest.raises(NotUnderstood) as caught:
        amount(field, text)
    assert str(caught.value) == message


def test_a_share_may_have_its_sign() -> None:
    assert amount(SHARE, "10%") == amount(SHARE, "10 ％") == amount(SHARE, "10") == (10, "")


@pytest.mark.parametrize(
    ("field", "text", "values", "as_one"),
    [
        (AMOUNT, "1,000,000,000", [10**9], ["1,000,000,000"]),
        (AMOUNT, "1,000亿", [10**11], ["1,000"]),
        (AMOUNT, "1，000亿，2亿", [10**11, 2 * 10**8], ["1，000"]),
        (AMOUNT, "1,000亿,2,000亿", [10**11, 2 * 10**11], ["1,000", "2,000"]),
        (AMOUNT, "100,200", [100_200], ["100,200"]),
        (AMOUNT, '"100","200"', [100, 200], []),
        (AMOUNT, '"1,5"', ["1.5"], []),
        (AMOUNT, "1.234.567,89", ["1234567.89"], ["1.234.567,89"]),
        (AMOUNT, "1,234.5,2bn", ["1234.5", 2 * 10**9], ["1,234.5"]),
        (AMOUNT, "30,40,50", [30, 40, 50], []),
        (AMOUNT, "1 000 000", [10**6], ["1 000 000"]),
        (AMOUNT, "0,500", [0, 500], []),
        (AMOUNT, "2024,2025", [2024, 2025], []),
        (TERM, "1,2", [1, 2], []),
        (TERM, "5,100,20", [5, 100, 20], []),
    ],
)
def test_a_comma_is_or_unless_it_groups_digits_in_threes(
    field: Field, text: str, values: list[int | str], as_one: list[str]
) -> None:
    found = number_ranges(field, "", text.replace("，", ","))
    assert [one.low for one in found.any_of] == [Decimal(value) for value in values]
    assert list(found.as_one) == [one.replace("，", ",") for one in as_one]


def test_grouped_ends_of_a_range() -> None:
    assert number_ranges(AMOUNT, "", "*..1,000").any_of == (Range(None, Decimal(1000)),)
    assert number_ranges(AMOUNT, "", "500..1,000").any_of == (Range(Decimal(500), Decimal(1000)),)
    assert number_ranges(AMOUNT, "", "€1,000..5,000").any_of == (Range(Decimal(1000), Decimal(5000), currency="EUR"),)


@pytest.mark.parametrize(
    ("sign", "text", "message"),
    [
        (">", "1,5", "1,5 can be 1.5 or two numbers: write 1.5, or each number in quotes."),
        ("", "1,5亿", "1,5 can be 1.5 or two numbers: write 1.5, or each number in quotes."),
        ("", "10..1,5", "1,5 can be 1.5 or two numbers: write 1.5, or each number in quotes."),
        ("", "1,000,20", "The commas of 1,000,20 part no groups of three digits."),
        (">", "1亿,2亿", "> takes one value, and a comma parts several: 1亿,2亿"),
        ("", "€1m..$5m", "A range has one currency: €1m..$5m"),
        ("", "1-5亿", "1-5亿 is not a number: 10亿, 1.5bn, 2000000 or a range a..b"),
    ],
)
def test_commas_that_can_be_read_two_ways_are_named(sign: str, text: str, message: str) -> None:
    with pytest.raises(NotUnderstood) as caught:
        number_ranges(AMOUNT, sign, text)
    assert str(caught.value) == message


def test_dates_that_can_be_read_two_ways_and_comparisons_with_several_are_named() -> None:
    with pytest.raises(NotUnderstood, match="03/04/2025 can be day and month or month and day: write 2025-11-19"):
        days("03/04/2025")
    with pytest.raises(NotUnderstood, match="> takes one value, and a comma parts several: 2024,2025"):
        DATE.type.read_ranges(">", "2024,2025", DATE)
