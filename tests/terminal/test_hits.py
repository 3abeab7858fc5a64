"""Inside an opened record: from hit to hit, and to the passage it rests on."""

from tests.terminal.driver import Terminal


def test_hits_inside_a_record_and_its_passage(deals: Terminal) -> None:
    deals.press("/").wait_for("keep the filter").press("die").wait_for("1 of 4").press("enter").wait_for("quit")
    deals.press("enter").wait_for("deal Southwest")
    deals.press("n").wait_for("1 / ").press("n").wait_for("2 / ").press("N").wait_for("1 / ")
    deals.press("N").wait_gone("1 / ").press("n").wait_for("1 / ")
    deals.press("o").wait_for("passage para. 20").press("esc").wait_for("deal Southwest").press("q").wait_for("1 of 4")
    deals.press("esc").wait_for("4 of 4").press("enter").wait_for("deal Southwest")
    deals.press("n").wait_for("The filter found no words here")
