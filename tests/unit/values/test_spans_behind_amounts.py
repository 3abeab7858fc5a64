"""A span of time behind an amount says over how long it is spent, and takes nothing from it. Made up."""

from decimal import Decimal

import pytest
from cq_tui.values.numbers import quantity, scaled
from cq_tui.values.reasons import ReasonError, Unread


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("20 billion over next decade", "20000000000"),
        ("100 billion over 20 years", "100000000000"),
        ("15 billion through 2030", "15000000000"),
        ("$1.5 million over the next five years", "1500000"),
        ("3 Mio. über 10 Jahre", "3000000"),
        ("2 millions sur 5 ans", "2000000"),
        ("EUR 400,000 until 2027", "400000"),
    ],
)
def test_a_span_behind_an_amount_leaves_it_that_amount(text: str, value: str) -> None:
    assert scaled(quantity(text), "") == Decimal(value)


@pytest.mark.parametrize("text", ["5 over 20 years", "12 until 2030"])
def test_a_bare_number_before_a_span_is_no_amount(text: str) -> None:
    with pytest.raises(ReasonError):
        quantity(text)


def test_a_range_is_refused_as_one() -> None:
    with pytest.raises(ReasonError) as raised:
        quantity("6-8 billion")
    assert raised.value.reason.is_(Unread.A_RANGE)
