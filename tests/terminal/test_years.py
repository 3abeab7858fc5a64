"""Four questions that an archive of three years and four lists answers, each by keys. The archive is made up.

``tests/unit/test_years_commands.py`` asks the same by commands.
"""

import tomllib
from pathlib import Path

import pytest
from cq_tui.values.today import VARIABLE

from tests.terminal.conftest import Start
from tests.terminal.driver import Terminal
from tests.terminal.looking import go_down_to, pointed
from tests.unit.made_years import DECIDED, TODAY, made_years, made_years_in_git

ALL = "11 of 11"


@pytest.fixture
def deals(start: Start, tmp_path: Path) -> Terminal:
    """The list of all deals."""
    made_years(tmp_path / "made")
    return _opened(start)


def _opened(start: Start) -> Terminal:
    return start("made", "--tab", "deals", "--ascii", **{VARIABLE: TODAY}).wait_for(ALL)


def _filter(terminal: Terminal, text: str) -> Terminal:
    return terminal.press("/", *text, "enter")


def test_what_of_the_promises_of_2023_produces(deals: Terminal) -> None:
    _filter(deals, "year:2023 stage:operating").wait_for("2 of 11", "investment 1.6 bn", "Rotor works", "Cold store")
    # one of them as a line in time: what was promised, what was planned, what came
    deals.press("enter").wait_for("Amount     CNY 1.1 bn", "Promised   CNY 1.2 bn")
    deals.wait_for("2023-05-18 #  signed  CNY 1.2 bn", "2024-12    o  planned: operating", "2025-03    #  operating")
    # of how many that is: the values of a column, and what came of the deals of each
    deals.press("esc").wait_for("2 of 11").press("esc").wait_for(ALL)
    deals.press("f").wait_for("Event")
    go_down_to(deals, "Year").press("enter").wait_for("3 values", "11 records")
    deals.press("o").wait_for("silent: last told before 2023-06-30", "silent 1 of 1 · 50.0% of 4 known")
    deals.press("o").wait_for("what came of them: investment (CNY)", "silent CNY 300 m of CNY 300 m")


def test_the_same_over_time(deals: Terminal) -> None:
    _filter(deals, "year:2023").wait_for("4 of 11")
    deals.press("t").wait_for("Deals by quarter", "producing 2 · agreed 1 · cancelled 1")
    deals.wait_for("producing CNY 1.6 bn · agreed CNY 300 m")
    deals.press("enter").wait_for("/ year:2023 quarter:2023-Q2", "4 of 11")


def test_which_are_overdue(deals: Terminal) -> None:
    _filter(deals, "overdue").wait_for("Deals: overdue on 2025-06-30", "1 of 11", "Test track")
    deals.press("enter").wait_for("2023-05-18 #  signed", "2024-06    o  planned, overdue: started")
    # at the end of January the rotor works were, too: they came late
    deals.press("esc").wait_for("1 of 11")
    _filter(deals, "@2025-01").wait_for("overdue on 2025-01-31", "2 of 11", "Rotor works", "Test track")


def test_which_figures_sources_disagree_on(deals: Terminal, tmp_path: Path) -> None:
    deals.press("=").wait_for("Pair 1 of 2", "sure", "CNY 800 m                        CNY 800 m", "! Stage")
    deals.press("s").wait_for("Pair 1 of 1", "likely", "! Amount     CNY 900 m                        CNY 600 m")
    deals.press("x").wait_for(lambda screen: screen.count("* would count") == 1 and _is_at_the_right(screen))
    deals.press("s").wait_for("No two deals look like one deal told twice.")
    kept = tomllib.loads((tmp_path / "made" / "data" / "same.toml").read_text())
    wanted = tomllib.loads(DECIDED)
    assert kept["same"] == [{name: one[name] for name in one if name != "why"} for one in wanted["same"]]
    # one of each counts, and the record that does tells what either source says
    deals.press("esc").wait_for("The files were read again.")
    _filter(deals, "has:told_twice gear").wait_for("2 of 11", "investment 600 m  left out: 1 told twice")
    go_down_to(deals, "0.6")
    deals.press("enter").wait_for("Amount      CNY 600 m", "told several times, this one taken")
    deals.press("end").wait_for("the same deal, does not count", "CNY 900 m")


def _is_at_the_right(screen: str) -> bool:
    line = next(line for line in screen.splitlines() if "* would count" in line)
    return line.index("*") > len(line) // 2


def test_what_changed_since_last_month_s_edition(start: Start, tmp_path: Path) -> None:
    made_years_in_git(tmp_path / "made")
    terminal = _opened(start)
    terminal.press("d").wait_for("> ", "Edition of May").press("enter")
    terminal.wait_for("Deals: 3 added, 1 changed, 7 the same", "Sum of investment: CNY 5.1 bn (7) -> CNY 6.6 bn (9)")
    terminal.wait_for("+ port-terminal", "+ data-hall", "+ bus-depot", "Stage: signed -> operating")
    go_down_to(terminal, "rotor-works")
    # either side of it
    terminal.press("enter").wait_for("As it is now", "2025-03    #  operating  CNY 1.1 bn")
    terminal.press("tab").wait_for("As it was in", "2024-12    o  planned, overdue: operating").wait_gone("2025-03")
    terminal.press("esc").wait_for("Changed since")
    assert "rotor-works" in pointed(terminal.text)
    terminal.press("esc").wait_for(ALL)
