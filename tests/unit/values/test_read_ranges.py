"""What a filter compares with, where commas group digits, part alternatives, or could do either."""

from datetime import date
from decimal import Decimal

import pytest
from cq_tui.values.day_ranges import day_range
from cq_tui.values.number_ranges import amount, number_range, number_ranges
from cq_tui.values.ranges import NotUnderstood, Range, Ranges, alternatives

from tests.shipped import kinds

AMOUNT, SHARE, TERM = (kinds()["deals"].by_name[name] for name in ("amount", "share", "term_years"))


def _one_of(*numbers: str, as_one: tuple[str, ...] = ()) -> Ranges:
    return Ranges(tuple(Range(Decimal(one), Decimal(one)) for one in numbers), as_one)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("5", _one_of("5")),
        ("5, 6", _one_of("5", "6")),
        ("5, 6 ,700", _one_of("5", "6", "700")),
        ("1,000", _one_of("1000", as_one=("1,000",))),
        ("1,000,000", _one_of("1000000", as_one=("1,000,000",))),
        ("1,000.5", _one_of("1000.5", as_one=("1,000.5",))),
        ("1.234,5", _one_of("1234.5", as_one=("1.234,5",))),
        ("1.234.567,89", _one_of("1234567.89", as_one=("1.234.567,89",))),
        ("1,000亿", _one_of("100000000000", as_one=("1,000",))),
        ("1 000 000", _one_of("1000000", as_one=("1 000 000",))),
        ("1,000,2,000", None),
        ('"1,000",2', _one_of("1000", "2")),
        ('"1","2"', _one_of("1", "2")),
        ("1000,2000", _one_of("1000", "2000")),
        ("10亿,20亿", _one_of("1000000000", "2000000000")),
    ],
)
def test_commas_between_numbers(value: str, expected: Ranges | None) -> None:
    if expected is None:
        with pytest.raises(NotUnderstood):
            number_ranges(AMOUNT, "", value)
    else:
        assert number_ranges(AMOUNT, "", value) == expected


@pytest.mark.parametrize(
    ("comparison", "value", "said"),
    [
        ("", "1,5", "1,5 can be 1.5 or two numbers: write 1.5, or each number in quotes."),
        ("", "1,25", "1,25 can be 1.25 or two numbers: write 1.25, or each number in quotes."),
        ("", "1,00,000", "The commas of 1,00,000 part no groups of three digits."),
        (">", "5, 6", "> takes one value, and a comma parts several: 5, 6"),
        ("", ",", "No value stands beside the comma."),
        ("", '""', "Nothing stands between the quotes."),
        ("", "1.234", "1.234 can have decimals or grouped digits: write 1.2340 or 1234."),
        ("", "CNY 1..USD 2", "A range has one currency: CNY 1..USD 2"),
        ("", "¥5", "¥5: ¥ is of China and of Japan; write CNY or JPY."),
        ("", "5 kr", "5 kr: several currencies are called so; write one of SEK, NOK, DKK."),
        ("", "1..x", "1..x is not a number"),
        ("=", "x..1", "x..1 is not a number"),
        ("", "约5", "约5 is not a number"),
    ],
)
def test_what_can_be_two_things_is_named(comparison: str, value: str, said: str) -> None:
    with pytest.raises(NotUnderstood) as caught:
        number_ranges(AMOUNT, comparison, value)
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("a", ("a",)),
        (" a , b c ,, d ", ("a", "b c", "d")),
        ('"a, b"', ("a, b",)),
        ('x"a,b"y,z', ("xa,by", "z")),
        ("“a，b”，c", ("a，b", "c")),
    ],
)
def test_commas_part_alternatives_unless_quotes_hold_them(value: str, found: tuple[str, ...]) -> None:
    assert alternatives(value) == found


def test_several_values_stand_after_a_colon_or_an_equals_sign_alone() -> None:
    assert number_ranges(AMOUNT, "=", "5, 6") == number_ranges(AMOUNT, "", "5, 6") == _one_of("5", "6")


@pytest.mark.parametrize("value", ["1..2..3", "..5", "5..", ".."])
def test_a_range_has_two_ends(value: str) -> None:
    with pytest.raises(NotUnderstood) as caught:
        number_ranges(AMOUNT, "", value)
    assert str(caught.value).startswith(f"{value} is not a number")


def test_the_field_says_what_stands_with_its_numbers() -> None:
    assert number_ranges(SHARE, "", "5%") == _one_of("5")
    assert number_ranges(SHARE, "", "5％") == _one_of("5")
    assert number_ranges(SHARE, ">", "1.234").any_of == (Range(Decimal("1.234"), None, above=True),)
    with pytest.raises(NotUnderstood, match="has no currency: EUR 5"):
        number_ranges(SHARE, "", "EUR 5")
    with pytest.raises(NotUnderstood, match="has no currency: EUR 5"):
        number_ranges(SHARE, "", "1..EUR 5")
    with pytest.raises(NotUnderstood, match="is not a number"):
        number_ranges(AMOUNT, "", "5%")
    assert number_range(SHARE, "", "1%..5%") == Range(Decimal(1), Decimal(5))


def test_a_currency_beside_a_number_chooses_its_amounts() -> None:
    five, six = Decimal(5), Decimal(6)
    assert number_range(AMOUNT, "", "EUR 5..6") == Range(five, six, currency="EUR")
    assert number_range(AMOUNT, "", "5..EUR 6") == Range(five, six, currency="EUR")
    assert number_range(AMOUNT, "=", "EUR 5..*") == Range(five, None, currency="EUR")
    assert number_range(AMOUNT, "<=", "EUR 5") == Range(None, five, currency="EUR")
    assert number_range(AMOUNT, ">", "EUR 5") == Range(five, None, above=True, currency="EUR")
    assert number_range(AMOUNT, "", "EUR 5") == Range(five, five, currency="EUR")
    assert amount(None, "5 m eur") == (Decimal(5_000_000), "EUR")
    assert amount(AMOUNT, "5元") == (five, "")
    assert amount(AMOUNT, "5M元") == (Decimal(5_000_000), "")
    assert amount(AMOUNT, "5亿元") == (Decimal(500_000_000), "")


def test_an_end_that_is_none_is_told_with_the_whole_range() -> None:
    with pytest.raises(NotUnderstood, match=r"^2025\.\.x is not a date"):
        day_range("", "2025..x")
    with pytest.raises(NotUnderstood, match=r"^x is not a date"):
        day_range("=", "x")
    with pytest.raises(NotUnderstood, match=r"^03/04/2025 can be day and month"):
        day_range("", "03/04/2025")


def test_a_range_of_days_after_an_equals_sign() -> None:
    year = Range(date(2025, 1, 1), date(2026, 1, 1), below=True)
    assert day_range("=", "2025..2025") == day_range("", "2025..2025") == day_range("=", "2025") == year
    with pytest.raises(NotUnderstood):
        day_range(">", "2025..2026")
