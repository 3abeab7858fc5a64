"""Back and forward: each place comes back as it was left."""

from tests.terminal.conftest import Start
from tests.terminal.driver import Terminal
from tests.terminal.looking import go_down_to, pointed, tab

CREDIT, FUND = "Credit for Chong", "Fund for special"


def _at(words: str):  # type: ignore[no-untyped-def]
    return lambda screen: pointed(screen).startswith(words)


def _in(label: str):  # type: ignore[no-untyped-def]
    return lambda screen: tab(screen) == label


def test_filters_records_and_rows_come_back(deals: Terminal) -> None:
    deals.press("/").wait_for("keep the filter").press("citic").wait_for("2 of 4").press("enter").wait_for("quit")
    go_down_to(deals, FUND).press("enter").wait_for("deal Fund for")
    go_down_to(deals, "China CITIC Bank").press("enter").wait_for("organisation China CITIC Bank")
    go_down_to(deals, CREDIT)

    deals.press("[").wait_for("No amount is stated", _at("Parties")).wait_gone("organisation China CITIC Bank")
    deals.press("[").wait_for("2 of 4", "/ citic", _at(FUND))
    deals.press("[").wait_for("4 of 4", _at(CREDIT)).wait_gone("citic")
    deals.press("[").wait_for("Nothing was visited before this.", _at(CREDIT))

    deals.press("]").wait_for("2 of 4", "/ citic", _at(FUND))
    deals.press("]").wait_for("No amount is stated", _at("Parties"))
    deals.press("]").wait_for("organisation China CITIC Bank", _at(CREDIT))
    deals.press("]").settle().wait_for("organisation China CITIC Bank")

    deals.press("esc").wait_for("No amount is stated").press("q").wait_for("2 of 4", _at(FUND))
    deals.press("]").wait_for("No amount is stated").press("left").wait_for("2 of 4")


def test_tabs_orders_and_the_overview_come_back(start: Start) -> None:
    terminal = start().wait_for("97.55 bn", "quit")
    go_down_to(terminal, "investment").press("enter").wait_for("1 of 4", "category:investment")
    terminal.press("s").wait_for("Deal⇑").press("3").wait_for("13 of 13").press("down", "down").settle()
    row = pointed(terminal.text)
    terminal.press("[").wait_for(_in("Deals"), "1 of 4", "category:investment", "Deal⇑")
    terminal.press("[").wait_for(_in("Overview"), _at("investment"))
    terminal.press("]").wait_for("1 of 4", "Deal⇑")
    terminal.press("]").wait_for(_in("Speakers"), _at(row))
    terminal.press("[").wait_for("1 of 4").press("4").wait_for(_in("Platforms"), "3 of 3")
    terminal.press("]").settle().wait_for(_in("Platforms"))
    terminal.press("[").wait_for(_in("Deals")).press("[").wait_for(_in("Overview"), _at("investment"))


def test_the_search_comes_back_with_its_hits(deals: Terminal) -> None:
    deals.press("*").wait_for("search in everything").press("sms").wait_for("Organisations").press("enter").settle()
    go_down_to(deals, "SMS group").press("enter").wait_for("organisation SMS group")
    deals.press("esc").wait_for("/ sms", _at("SMS group")).press("[").wait_for("4 of 4")
    deals.press("]").wait_for("/ sms", _at("SMS group")).press("]").wait_for("organisation SMS group")
    deals.press("?").wait_for("Keys on this screen").press("[").wait_for("/ sms").press("esc").wait_for("4 of 4")
    deals.press("q")
    assert deals.wait_exit() == 0


def test_a_filter_that_is_cleared_can_be_had_back(deals: Terminal) -> None:
    deals.press("/").wait_for("keep the filter").press("citic").wait_for("2 of 4").press("enter").wait_for("quit")
    deals.press("esc").wait_for("4 of 4").press("[").wait_for("2 of 4", "/ citic")


def test_every_name_on_the_overview_is_a_door(start: Start) -> None:
    terminal = start().wait_for("Signed, as announced", "quit")
    go_down_to(terminal, "Addresses").press("right", "right").settle().press("enter").wait_for("speaker Xi Guohua")
    terminal.press("esc").wait_for("[1 Overview]", "Addresses").settle()
    go_down_to(terminal, "Industry promotion").press("right", "enter").wait_for("speaker Yang Fan")
    terminal.press("esc").wait_for("[1 Overview]").press("home").settle()
    go_down_to(terminal, "Itemised by type").press("right", "right", "enter")
    terminal.wait_for("instrument:purchase-order", "1 of 4", "Directed orders")
