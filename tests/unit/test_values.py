"""Numbers with units, and dates of any precision."""

from datetime import date
from decimal import Decimal

import pytest
from cq_tui.query.terms import Range
from cq_tui.query.values import LARGEST, day_range, days, number, number_range


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
    ],
)
def test_number(text: str, value: str) -> None:
    assert number(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "2e8",
        "1,000",
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
    assert number(text) is None


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
    assert number_range(text, comparison) == expected


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
    assert number_range(text, comparison) is None


@pytest.mark.parametrize(
    ("text", "first", "after"),
    [
        ("2025", date(2025, 1, 1), date(2026, 1, 1)),
        ("2025年", date(2025, 1, 1), date(2026, 1, 1)),
        ("2025-11", date(2025, 11, 1), date(2025, 12, 1)),
        ("2025-12", date(2025, 12, 1), date(2026, 1, 1)),
        ("2025年11月", date(2025, 11, 1), date(2025, 12, 1)),
        ("2025-11-19", date(2025, 11, 19), date(2025, 11, 20)),
        ("2025-2-28", date(2025, 2, 28), date(2025, 3, 1)),
        ("2024/02/29", date(2024, 2, 29), date(2024, 3, 1)),
        ("2025.11.19", date(2025, 11, 19), date(2025, 11, 20)),
        ("2025年11月19日", date(2025, 11, 19), date(2025, 11, 20)),
        ("2025-12-31", date(2025, 12, 31), date(2026, 1, 1)),
    ],
)
def test_days_of_a_date(text: str, first: date, after: date) -> None:
    assert days(text) == (first, after)


@pytest.mark.parametrize(
    "text", ["", "25", "2025-", "2025-13", "2025-00", "2025-02-29", "2025-11-31", "0000", "9999", "x", "2025-11-19-1"]
)
def test_not_a_date(text: str) -> None:
    assert days(text) is None


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
    assert day_range(text, comparison) == expected


@pytest.mark.parametrize("text", ["2025..", "..2025", "2025..x", "x..2025", "x", "2025-11..2025-13"])
def test_not_a_day_range(text: str) -> None:
    assert day_range(text, "") is None
