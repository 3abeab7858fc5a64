"""What the report states of the event itself, asserted on the records."""

from datetime import date
from decimal import Decimal
from typing import cast

import pytest
from cq_tui.archive.read import Archive
from cq_tui.archive.reconcile import Span, reconcile
from cq_tui.archive.reconcile import itemised as named_deals
from cq_tui.kinds.events import Event
from cq_tui.kinds.sessions import Session
from cq_tui.values.codes import Basis, Bound

TOTALS = {
    None: (28, Decimal("97550000000")),
    "finance": (3, Decimal("85241000000")),
    "outbound": (5, Decimal("5700000000")),
    "investment": (13, Decimal("6609000000")),
    "cooperation": (7, None),
}


@pytest.fixture
def event(archive: Archive) -> Event:
    return next(one for one in cast(list[Event], archive.records("events")) if one.totals)


def test_the_event_has_both_names(event: Event) -> None:
    assert event.name.zh == "欧洲先进制造企业重庆行"
    assert event.name.en == "European Advanced Manufacturing Enterprises' Visit to Chongqing"


def test_the_year_of_the_date_is_inferred(event: Event) -> None:
    assert event.date == date(2025, 11, 19)
    assert event.date_basis is Basis.INFERRED


def test_the_event_took_place_in_chongqing(event: Event) -> None:
    assert event.place is not None
    assert (event.place.zh, event.place.en, event.country) == ("重庆", "Chongqing", "CN")


def test_the_theme(event: Event) -> None:
    assert event.theme is not None
    assert event.theme.zh == "中欧合作·渝见未来"


def test_the_organisers_are_the_commission_and_the_branch_of_the_bank(event: Event) -> None:
    assert event.organisers == ("chongqing-economy-it-commission", "citic-bank-chongqing")


def test_more_than_800_guests(event: Event) -> None:
    assert (event.guests, event.guests_bound) == (800, Bound.OVER)


def test_enterprises_from_17_countries_close_to_150(event: Event) -> None:
    assert event.visiting_countries == 17
    assert (event.enterprises, event.enterprises_bound) == (150, Bound.NEARLY)


def test_it_opened_at_nine(event: Event) -> None:
    assert event.opens_at == "09:00"


def test_it_refers_to_the_earlier_german_visit(event: Event, archive: Archive) -> None:
    assert event.earlier == ("german-visit",)
    german = next(one for one in cast(list[Event], archive.records("events")) if one.id == "german-visit")
    assert german.name.zh == "德国先进制造企业重庆行"
    assert (german.date, german.guests, german.organisers, german.totals) == (None, None, (), ())


@pytest.mark.parametrize("category", TOTALS)
def test_stated_total(event: Event, category: str | None) -> None:
    total = next(one for one in event.totals if one.category == category)
    assert (total.count, total.amount) == TOTALS[category]
    assert total.currency == (None if total.amount is None else "CNY")


def test_there_are_five_stated_totals(event: Event) -> None:
    assert [total.category for total in event.totals] == list(TOTALS)


def test_the_categories_state_as_many_deals_as_the_whole(event: Event) -> None:
    whole, *parts = event.totals
    assert sum(part.count or 0 for part in parts) == whole.count
    assert sum(part.amount or 0 for part in parts) == whole.amount


@pytest.mark.parametrize(
    ("category", "itemised", "rest", "low", "high"),
    [
        (None, 4, 24, "20350000000", "22350000000"),
        ("finance", 2, 1, "10241000000", "10241000000"),
        ("outbound", 0, 5, "5700000000", "5700000000"),
        ("investment", 1, 12, "6409000000", "6409000000"),
        ("cooperation", 0, 7, None, None),
    ],
)
def test_what_is_not_itemised(
    event: Event,
    archive: Archive,
    category: str | None,
    itemised: int,
    rest: int,
    low: str | None,
    high: str | None,
) -> None:
    line = next(one for one in reconcile(event, named_deals(archive)) if one.category == category)
    assert (line.itemised_count, line.rest_count) == (itemised, rest)
    assert line.rest == (Span(Decimal(low), Decimal(high)) if low and high else None)


def test_the_sessions_stand_in_the_report_s_order(archive: Archive) -> None:
    sessions = cast(list[Session], archive.records("sessions"))
    assert [session.order for session in sessions] == list(range(1, len(sessions) + 1))
    assert sessions[0].starts_at == "09:00"
