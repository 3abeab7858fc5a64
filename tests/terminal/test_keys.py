"""What single keys do, as a person sees it."""

from pathlib import Path

import pytest

from tests.terminal.conftest import Start
from tests.terminal.driver import Terminal
from tests.terminal.looking import EXPORT, pointed, tab


def test_escape_never_quits(deals: Terminal) -> None:
    deals.press("/").wait_for("keep the filter").press("citic").wait_for("2 of 4")
    deals.press("esc").wait_for("4 of 4", "quit").wait_gone("citic")
    for _again in range(3):
        deals.press("esc").settle()
    deals.press("3").wait_for(lambda screen: tab(screen) == "Speakers").press("esc").settle()
    deals.press("1").wait_for(lambda screen: tab(screen) == "Overview").press("esc").settle()
    deals.press("2").wait_for("4 of 4")


def test_q_at_the_root_quits(deals: Terminal) -> None:
    deals.press("enter").wait_for("deal Credit")
    deals.press("q").wait_for("4 of 4")
    deals.press("q")
    assert deals.wait_exit() == 0


def test_keys_at_the_bottom_follow_the_focus(deals: Terminal) -> None:
    deals.press("/").wait_for("keep the filter").press("citic").wait_for("2 of 4").settle()
    deals.press("enter").wait_gone("keep the filter").wait_for("quit")
    deals.press("/").wait_for("keep the filter").settle()
    deals.press("esc").wait_gone("keep the filter").wait_for("quit")


def test_tabs(start: Start) -> None:
    terminal = start().wait_for("97.55 bn", "quit")
    labels = [tab(terminal.text)]
    for number in "2345678":
        terminal.press(number).wait_for(lambda screen: tab(screen) not in labels)
        labels.append(tab(terminal.text))
    assert labels == ["Overview", "Deals", "Speakers", "Platforms", "Chain", "Lists", "Orgs", "Sources"]
    terminal.press("tab").wait_for(lambda screen: tab(screen) == "Overview")
    terminal.press("tab").wait_for(lambda screen: tab(screen) == "Deals")
    terminal.press("shift+tab").wait_for(lambda screen: tab(screen) == "Overview")
    terminal.press("shift+tab").wait_for(lambda screen: tab(screen) == "Sources")


def test_help(deals: Terminal) -> None:
    deals.press("?").wait_for("Keys on this screen", "sort by the column")
    deals.press("esc").wait_for("4 of 4").wait_gone("Keys on this screen")
    deals.press("f1").wait_for("Keys on this screen").press("q").wait_for("4 of 4")


def test_sort(deals: Terminal) -> None:
    def order(screen: str) -> list[str]:
        rows = ("Credit for", "Fund for", "Southwest", "Directed")
        return sorted(filter(screen.__contains__, rows), key=screen.index)

    assert order(deals.text) == ["Credit for", "Fund for", "Southwest", "Directed"]
    header = deals.line("Amount")
    for _column in range(20):
        if "Amount CNY bn⇓" in deals.press("s").settle().text:
            break
        deals.press("s").settle().press("s").settle().press("right").settle()
    else:
        raise AssertionError(deals.text)
    assert order(deals.text) == ["Credit for", "Directed", "Southwest", "Fund for"]
    deals.press("s").wait_for("Amount CNY bn⇑")
    assert order(deals.text) == ["Southwest", "Directed", "Credit for", "Fund for"], "what is not stated stays last"
    deals.press("s").wait_gone("Amount CNY bn⇑", "Amount CNY bn⇓")
    assert deals.line("Amount").split() == header.split()


def test_unknown_field_is_a_fault(deals: Terminal) -> None:
    deals.press("/").wait_for("keep the filter").press("colour:red").wait_for("no field colour")
    deals.press(*["backspace"] * 10).wait_gone("no field colour").wait_for("4 of 4")


def test_full_width_keys_act_as_their_twins(deals: Terminal) -> None:
    deals.press("？").wait_for("Keys on this screen").press("esc").wait_for("4 of 4")
    deals.press("／").wait_for("keep the filter").press("citic").wait_for("2 of 4")


def test_chinese_can_be_typed(deals: Terminal) -> None:
    deals.press("/").wait_for("keep the filter").press("西南铝集团压铸").wait_for("1 of 4", "/ 西南铝集团压铸")


def test_an_empty_result_says_so(deals: Terminal) -> None:
    deals.press("/").wait_for("keep the filter").press("qqqqq").wait_for("0 of 4", "Nothing here matches")
    deals.press("enter").wait_for("quit").press("enter").settle()
    deals.press("e").wait_for("Export 0 rows").press("esc").wait_gone("Export 0 rows")
    deals.press("esc").wait_for("4 of 4")
    assert "Nothing here matches" not in deals.text


def test_export_follows_the_format(deals: Terminal, tmp_path: Path) -> None:
    deals.press("e").wait_for("deals.csv").press("down", "right", "down", "right").wait_for("deals.toml").press("enter")
    deals.wait_for("4 rows written")
    assert (tmp_path / f"{EXPORT}.toml").read_text().count("[[deals]]") == 4
    deals.press("e").wait_for("deals.csv").press("esc").wait_gone("Export 4 rows")
    assert list(tmp_path.glob("*.csv")) == []


def test_export_cannot_be_written(deals: Terminal) -> None:
    deals.press("e").wait_for("deals.csv").press("ctrl+u").wait_gone("deals.csv")
    deals.press("no/such/folder/deals.csv", "enter")
    deals.wait_for("there is no such folder", "Export 4 rows").press("esc").wait_gone("Export 4 rows")


def test_cursor_is_kept_by_a_tab(deals: Terminal) -> None:
    deals.press("down", "down").wait_for(lambda screen: "Southwest" in pointed(screen))
    deals.press("3").wait_for(lambda screen: tab(screen) == "Speakers")
    deals.press("2").wait_for(lambda screen: "Southwest" in pointed(screen))


@pytest.mark.parametrize(
    ("keys", "there"),
    [
        ("82e", ("Export 4 rows: Deals", "-deals.csv", "Deal,Category,Type,")),
        ("/citic\re", ("Export 2 rows: Deals", "deals-citic.csv")),
        ("82Y", ("cq-tui export deals",)),
        ("82C", ("8 of 23",)),
    ],
)
def test_keys_typed_ahead_are_about_the_list_that_was_asked_for(
    deals: Terminal, keys: str, there: tuple[str, ...]
) -> None:
    deals.press(keys).wait_for(*there)
