"""Amounts with what they come to in another currency behind them, with a year, or with a plus: made up."""

import pytest
from cq_tui.values.codes import Bound
from cq_tui.values.numbers import is_amount, quantity


@pytest.mark.parametrize(
    ("cell", "value", "unit", "currency"),
    [
        ("¥2.0B (≈$282M)", "2", "b", "¥"),
        ("€500M (≈$545M)", "500", "m", "EUR"),
        ("€500M (~$545M)", "500", "m", "EUR"),
        ("€500M (approx. $545M)", "500", "m", "EUR"),
        ("EUR 5m (equivalent to USD 5.4m)", "5", "m", "EUR"),
        ("5 Mio. € (entspricht 5,4 Mio. USD)", "5", "mio", "EUR"),
        ("5 M€ (soit 5,4 M$)", "5", "m", "EUR"),
        ("10亿元(约合1.4亿美元)", "10", "亿", "CNY"),
        ("110.000.000 € (2026)", "110000000", "", "EUR"),
    ],
)
def test_what_stands_behind_is_a_note(cell: str, value: str, unit: str, currency: str) -> None:
    found = quantity(cell)
    assert (str(found.value.normalize().__format__("f")), found.unit, found.currency) == (value, unit, currency)
    assert found.bound is Bound.EXACT
    assert is_amount(cell)


@pytest.mark.parametrize(
    ("cell", "currency"),
    [("$2.0B+", "$"), ("$100M+ (compute deal)", "$"), ("10 Mio. €+", "EUR"), ("€500M+ (≈$545M)", "EUR")],
)
def test_a_plus_is_at_least(cell: str, currency: str) -> None:
    found = quantity(cell)
    assert (found.currency, found.bound) == (currency, Bound.AT_LEAST)


@pytest.mark.parametrize(
    "cell",
    ["$500M ($300M upfront)", "$5m (€4.6m)", "$5m (≈US$5m)", "500 (2026)", "$500 (300)", "C++", "€5m (≈3 years)"],
)
def test_other_numbers_in_brackets_leave_it_unread(cell: str) -> None:
    assert not is_amount(cell)
