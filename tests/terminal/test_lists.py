"""Working with a list: the values of a column, marks, order, columns, taking a record along."""

import base64

from tests.terminal.driver import Terminal
from tests.terminal.looking import go_down_to, pointed


def test_values_of_a_column_filter_the_list(deals: Terminal) -> None:
    deals.press("l", "f").wait_for("Deals > Category", "3 values", "finance ", "credit line 75 bn", "unclassified")
    go_down_to(deals, "investment").press("enter").wait_for("/ category:investment", "1 of 4", "Southwest")
    deals.press("f").wait_for("Deals > Category", "3 values")
    go_down_to(deals, "unclassified").press("enter").wait_for("/ -has:category", "1 of 4", "Directed orders")
    deals.press("f").wait_for("3 values").press("esc").wait_for("/ -has:category", "1 of 4")
    assert pointed(deals.text).startswith("Directed")


def test_marks_stay_whatever_the_filter_shows(deals: Terminal) -> None:
    deals.press(" ").wait_for(">", "1 marked", "✓Credit")
    deals.press("down", " ").wait_for("2 marked", "✓Southwest")
    deals.press("/").wait_for("keep the filter").press("xnl", "enter").wait_for("1 of 4", "2 marked", "✓Southwest")
    deals.press("M").wait_for("/ id=nev-credit-line,aluminium-die-casting-line", "2 of 4")
    deals.press("Y").wait_for("Sent to", "id=nev-credit-line,aluminium-die-casting-line --lang")
    deals.press("U").wait_gone("2 marked", "✓").press("esc").wait_for("4 of 4")
    deals.press("M").wait_for("No row is marked")


def test_a_second_key_sorts_within_the_first(deals: Terminal) -> None:
    deals.press("l", "s").wait_for("Category⇑")
    deals.press("l", "l", "S").wait_for("Category⇑1", "Amount CNY bn⇓2")
    deals.press("S").wait_for("Amount CNY bn⇑2").press("S").wait_gone("⇑1", "⇑2").wait_for("Category⇑")


def test_an_empty_list_drops_its_last_condition(deals: Terminal) -> None:
    deals.press("/").wait_for("keep the filter").press("citic qqqq", "enter").wait_for("0 of 4", "Backspace drops qqqq")
    deals.press("backspace").wait_for("/ citic", "2 of 4").wait_gone("qqqq")


def test_a_record_is_sent_to_the_terminal(deals: Terminal) -> None:
    deals.press("y").wait_for("Sent to the terminal", "bytes: Credit for").settle()
    sent = base64.b64decode(deals.raw.split(b"\x1b]52;c;")[1].split(b"\x07")[0]).decode()
    assert sent.splitlines()[0] == "Credit for Chongqing's new energy vehicle industry"
    assert len(sent.encode()) <= 4096
