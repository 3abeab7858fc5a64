"""Searching in everything."""

import pytest

from tests.terminal.driver import Terminal


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("/(?=x)/", "needs backtracking"),
        ("/(a{500}){500}/", "The pattern repeats too much"),
        ("colour:red", "no field colour"),
    ],
)
def test_what_can_t_be_asked_is_said(deals: Terminal, typed: str, said: str) -> None:
    deals.press("*").wait_for("search in everything").press(typed).wait_for(said).wait_gone("Nothing matches")
    deals.press("ctrl+u").wait_gone(said).press("citic").wait_for("Deals  2 records")
