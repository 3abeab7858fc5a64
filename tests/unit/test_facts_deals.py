"""The deals that the report names, and nothing made up beside them."""

from decimal import Decimal
from typing import cast

import pytest
from cq_tui.archive.read import Archive
from cq_tui.kinds.deals import Deal, Instrument, PartyRole, Stage
from cq_tui.values.codes import Basis

CREDIT, FUND, LINE, ORDER = (
    "nev-credit-line", "specialised-innovative-fund", "aluminium-die-casting-line", "parts-supply-order",
)  # fmt: skip
Deals = dict[str, Deal]


@pytest.fixture
def deals(archive: Archive) -> Deals:
    return {deal.id: deal for deal in cast(list[Deal], archive.records("deals"))}


def test_only_the_four_named_deals_are_itemised(deals: Deals) -> None:
    assert list(deals) == [CREDIT, FUND, LINE, ORDER]


@pytest.mark.parametrize(
    ("deal", "instrument", "amount", "as_written"),
    [
        (CREDIT, Instrument.CREDIT_LINE, Decimal(75_000_000_000), "750亿元"),
        (FUND, Instrument.FUND, None, None),
        (LINE, Instrument.INVESTMENT, Decimal(200_000_000), "2亿元"),
        (ORDER, Instrument.PURCHASE_ORDER, Decimal(2_000_000_000), "3年20亿元"),
    ],
)
def test_instrument_and_amount(
    deals: Deals, deal: str, instrument: Instrument, amount: Decimal | None, as_written: str | None
) -> None:
    one = deals[deal]
    assert (one.instrument, one.amount, one.amount_text) == (instrument, amount, as_written)
    assert one.currency == (None if amount is None else "CNY")
    assert one.amount_basis is Basis.STATED


@pytest.mark.parametrize(
    ("deal", "parties", "basis"),
    [
        (CREDIT, {"citic-bank": PartyRole.LENDER}, Basis.STATED),
        (FUND, {"citic-bank": PartyRole.FUND_SPONSOR}, Basis.INFERRED),
        (LINE, {"southwest-aluminium": PartyRole.INVESTOR, "sms-group": PartyRole.TECHNOLOGY_PARTNER}, Basis.STATED),
        (ORDER, {"hongjin-group": PartyRole.INITIATOR, "chongqing-yuqi": PartyRole.PARTNER}, Basis.STATED),
    ],
)
def test_parties_and_their_roles(deals: Deals, deal: str, parties: dict[str, PartyRole], basis: Basis) -> None:
    assert {party.org: party.role for party in deals[deal].parties} == parties
    assert deals[deal].parties_basis is basis


@pytest.mark.parametrize(
    ("deal", "category"),
    [(CREDIT, "finance"), (FUND, "finance"), (LINE, "investment"), (ORDER, None)],
)
def test_category(deals: Deals, deal: str, category: str | None) -> None:
    assert deals[deal].category == category


def test_no_category_is_stated(deals: Deals) -> None:
    assert [deal.id for deal in deals.values() if deal.category and deal.category_basis is Basis.STATED] == []


def test_an_inferred_category_says_why(deals: Deals) -> None:
    for deal in deals.values():
        if deal.category:
            assert deal.note is not None
            assert "类别" in deal.note.zh
            assert "category" in deal.note.en


def test_the_order_runs_for_three_years(deals: Deals) -> None:
    assert {deal.id: deal.term_years for deal in deals.values() if deal.term_years} == {ORDER: 3}


def test_the_investment_is_planned_and_the_others_signed(deals: Deals) -> None:
    assert {deal.id for deal in deals.values() if deal.stage is Stage.PLANNED} == {LINE}
    assert {deal.id for deal in deals.values() if deal.stage is Stage.SIGNED} == {CREDIT, FUND, ORDER}


def test_the_line_is_a_german_cooperation(deals: Deals) -> None:
    assert deals[LINE].countries == ("CN", "DE")


@pytest.mark.parametrize(("deal", "place"), [(LINE, "西南高端铝"), (ORDER, "江津区")])
def test_place(deals: Deals, deal: str, place: str) -> None:
    found = deals[deal].place
    assert found is not None
    assert found.zh == place


@pytest.mark.parametrize(
    ("deal", "segment"),
    [(CREDIT, "nev-industry"), (FUND, None), (LINE, "lightweight-aluminium"), (ORDER, "component-classes")],
)
def test_segment_of_the_chain_is_inferred(deals: Deals, deal: str, segment: str | None) -> None:
    assert deals[deal].chain_segment == segment
    assert deals[deal].chain_segment_basis is (Basis.INFERRED if segment else Basis.STATED)


def test_all_belong_to_the_event_and_count(deals: Deals) -> None:
    assert {(deal.event, deal.countable) for deal in deals.values()} == {("european-visit-2025", True)}
