"""Working with a list: the values of a column, marks, order, columns, taking a record along."""

from tests.terminal.driver import Terminal
from tests.terminal.looking import go_down_to, pointed


def test_values_of_a_column_filter_the_list(deals: Terminal) -> None:
    deals.press("l", "f").wait_for("Deals > Category", "3 values", "finance ", "credit line 75 bn", "unclassified")
    go_down_to(deals, "investment").press("enter").wait_for("/ category:investment", "1 of 4", "Southwest")
    deals.press("f").wait_for("Deals > Category", "3 values")
    go_down_to(deals, "unclassified").press("enter").wait_for("/ -has:category", "1 of 4", "Directed orders")
    deals.press("f").wait_for("3 values").press("esc").wait_for("/ -has:category", "1 of 4")
    assert pointed(deals.text).startswith("Directed")
