"""The one amount of money in a cell with words around it. Made up."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from cq_tui.values.codes import Bound
from cq_tui.values.numbers import scaled
from cq_tui.values.reasons import ReasonError
from cq_tui.values.several_amounts import quantity

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]
_BN = Decimal(10) ** 9


@pytest.mark.parametrize(
    ("text", "billions", "bound"),
    [
        ("Up to ~$2B", 2, Bound.AT_MOST),
        ("$250B Cloud", 250, Bound.EXACT),
        ("~$300B / 5 yrs", 300, Bound.ABOUT),
        ("~27% · $13.8B in", "13.8", Bound.EXACT),
        ("$100B+ AWS", 100, Bound.AT_LEAST),
        ("$30B 2025 deal", 30, Bound.EXACT),
        ("Series B $3bn", 3, Bound.EXACT),
        ("250 Mio. € Zuschuss", "0.25", Bound.EXACT),
        ("¥300亿 云", 30, Bound.EXACT),
    ],
)
def test_one_amount_amid_words_is_read(text: str, billions: int | str, bound: Bound) -> None:
    found = quantity(text, ".", "")
    assert scaled(found, "") == Decimal(billions) * _BN
    assert found.currency
    assert found.bound is bound


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("$495,930.50 (with provision for annual CPI increase) and; Schedule of Rates", "495930.50", Bound.EXACT),
        ("$26,114,831.65 (with a provision for annual CPI increases)", "26114831.65", Bound.EXACT),
        ("€12,400.00 (including monthly service without support) plus travel", "12400", Bound.EXACT),
        ("€12,400.00 (zzgl. jährlicher Anpassung) und Wartung", "12400", Bound.EXACT),
        ("Schedule of Rates, approximately $2,400,000.00", "2400000", Bound.ABOUT),
        ("Approximately $2,400,000.00", "2400000", Bound.ABOUT),
    ],
)
def test_a_sum_before_what_comes_with_it(text: str, value: str, bound: Bound) -> None:
    found = quantity(text, ".", "")
    assert (found.value, found.unit, found.bound) == (Decimal(value), "", bound)


@pytest.mark.parametrize(
    "text",
    [
        "$495,930.50 (with provision) per year",
        "$495,930.50 (with provision) and $20,000.00 (with another)",
        "$495,930.50 (with 3 options) per option",
        "$495 (thousand) and Schedule of Rates",
        "10+ GW",
        "6 GW",
        "~$920M/mo",
        "$10B/yr",
        "$3B per year",
        "$5B valuation",
        "$2B of $5B",
        "part of $5B",
        "$5-10B chips",
        "$5B to $10B",
        "5 GW for $3B",
        "€5 tys. grant",
        "$5M crore grant",
        "$30 M1 chips",
        "250 Cloud",
        "not $5B",
    ],
)
def test_what_may_be_another_amount_is_none(text: str) -> None:
    with pytest.raises(ReasonError):
        quantity(text, ".", "")


def test_the_cell_is_kept_as_it_is_written(bring: Bring, archive: Path, tmp_path: Path) -> None:
    text = (
        "Deal,Buyer,Amount\nCloud one,Alder,Up to ~$2B\nCloud two,Birch,$250B Cloud\nCloud three,Cedar,~$300B / 5 yrs\n"
    )
    ran = bring(sheet(tmp_path / "list.csv", text), "--set", "amount.currency=USD")
    assert ran.code == 0, ran.err
    deals = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [row["amount"] for row in deals] == ["2000000000", "250000000000", "300000000000"]
    assert [row["amount_text"] for row in deals] == ["Up to ~$2B", "$250B Cloud", "~$300B / 5 yrs"]
    assert [row["amount_bound"] for row in deals] == ["at-most", "exact", "about"]
