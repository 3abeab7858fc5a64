"""The filter bar as a person sees it: what is typed, what it means, what comes next, and where it stands."""

from pathlib import Path

import pytest

from tests.terminal.conftest import Start
from tests.terminal.driver import Terminal
from tests.terminal.looking import pointed

TYPING = "keep the filter"


def _why(terminal: Terminal) -> str:
    """The line below the typed text."""
    lines = terminal.text.splitlines()
    return lines[next(y for y, line in enumerate(lines) if line.startswith(" / ")) + 1].strip()


def _underlined(terminal: Terminal) -> list[str]:
    """The stretches of the screen that are underlined, from the top."""
    found = [""]
    for y in range(terminal.screen.lines):
        row = terminal.screen.buffer[y]
        for x in range(terminal.screen.columns):
            if row[x].underscore:
                found[-1] += row[x].data
            elif found[-1]:
                found.append("")
        if found[-1]:
            found.append("")
    return [text for text in found if text]


def _type(terminal: Terminal, text: str, then: str) -> Terminal:
    """Type a filter, and wait for what it leaves."""
    return terminal.press("/").wait_for(TYPING).press(text).wait_for(f"/ {text}", then)


def test_initials_leave_the_deal_and_say_what_they_mean(deals: Terminal) -> None:
    _type(deals, "xnl", "1 of 4").wait_for("Southwest Aluminium").wait_gone("Credit for", "Directed")
    assert _why(deals) == "Deals: with “xnl”"
    deals.press("esc").wait_for("4 of 4", "Credit for").wait_gone("with “xnl”")


def test_in_chinese(start: Start) -> None:
    terminal = start("--tab", "deals", lang="zh").wait_for("西南铝", "授信", "退出")
    terminal.press("/").wait_for("保留筛选").press("xnl").wait_for("/ xnl", "项目：含“xnl”").wait_gone("授信")
    assert "西南铝" in _underlined(terminal.settle())
    terminal.press("enter").wait_gone("保留筛选").press("enter").wait_for("项目 西南铝集团压铸生产线")
    assert "西南铝" in _underlined(terminal.settle())
    terminal.press("esc").wait_for("/ xnl").press("esc").wait_for("授信").press("/").wait_for("保留筛选")
    terminal.press("类别：").wait_for("金融赋能 2", "产业投资 1")
    terminal.press("金").wait_for("金融赋能 2").press("tab").wait_for("/ 类别：金融赋能", "项目：类别为金融赋能")


def test_a_filter_is_told_while_it_is_typed(deals: Terminal) -> None:
    deals.press("/").wait_for(TYPING)
    deals.press("amount>").wait_for("Amount: type a value.")
    deals.press("=10").wait_for("Deals: amount is at least 10", "3 of 4")
    deals.press("亿").wait_for("Deals: amount is at least 1 bn", "2 of 4")
    deals.press(" -party:citic").wait_for("at least 1 bn; parties has no “citic”", "1 of 4")


def test_values_are_offered_with_their_counts_and_tab_completes(deals: Terminal) -> None:
    _type(deals, "category:", "finance 2").wait_for("investment 1")
    deals.press("tab").wait_for("/ category:finance", "2 of 4", "Deals: category is finance")
    deals.press(",in").wait_for("investment 1", "/ category:finance,investment")
    deals.press("right").wait_for("3 of 4", "Deals: category is finance or investment")


def test_field_names_are_completed(deals: Terminal) -> None:
    _type(deals, "-cat", "-category:").press("tab").wait_for("/ -category:", "finance 2")


def test_tab_without_anything_to_complete_stays_in_the_bar(deals: Terminal) -> None:
    _type(deals, "xnl", "1 of 4").press("tab").settle().press("j").wait_for("/ xnlj", TYPING)


def test_kept_filters_come_back_with_up(deals: Terminal) -> None:
    for text, left in (("xnl", "1 of 4"), ("citic", "2 of 4")):
        _type(deals, text, left).press("enter").wait_gone(TYPING).press("esc").wait_for("4 of 4").settle()
    deals.press("/").wait_for(TYPING)
    deals.press("up").wait_for("/ citic", "2 of 4")
    deals.press("up").wait_for("/ xnl", "1 of 4")
    deals.press("up").settle()
    assert "/ xnl" in deals.text
    deals.press("down").wait_for("/ citic", "2 of 4")
    deals.press("down").wait_gone("/ citic").wait_for("4 of 4")


def test_an_unknown_field_is_marked_with_the_nearest(deals: Terminal) -> None:
    _type(deals, "citic ammount:1", "2 of 4").wait_for("Deals have no field ammount. Did you mean amount?")
    deals.press(*["backspace"] * 9).wait_gone("ammount").press("amount:>").wait_for("Amount: type a value.")


def test_an_invalid_pattern_is_marked(deals: Terminal) -> None:
    deals.press("/").wait_for(TYPING).press("/[").wait_for("The pattern has no closing /.")
    deals.press("/").wait_for("The pattern is not a regular expression.")
    deals.press("backspace", "backspace").wait_for("no closing").press("(a+)+$/").wait_for("text matches /(a+)+$/")


def test_the_words_are_underlined_in_the_list_and_in_the_record(deals: Terminal) -> None:
    assert _underlined(deals) == []
    _type(deals, "southwest", "1 of 4").wait_gone("Credit for")
    assert set(_underlined(deals.settle())) == {"Southwest"}
    deals.press("enter").wait_gone(TYPING).press("enter").wait_for("deal Southwest Aluminium")
    assert set(_underlined(deals.settle())) == {"Southwest"}
    deals.press("esc").wait_for("1 of 4").press("esc").wait_for("4 of 4", "Credit for")
    assert _underlined(deals.settle()) == []


def test_a_field_s_words_are_underlined_in_that_column_only(deals: Terminal) -> None:
    _type(deals, "title:southwest", "1 of 4").wait_gone("Credit for")
    assert _underlined(deals.settle()) == ["Southwest"]


def test_searching_everything(deals: Terminal) -> None:
    deals.press("*").wait_for(TYPING)
    deals.press("citic").wait_for("Deals  2 records", "Speakers  2 records", "Credit for Chong")
    assert set(_underlined(deals.settle())) == {"CITIC"}
    deals.press("enter").wait_for(lambda screen: pointed(screen).startswith("Credit for"))
    deals.press("enter").wait_for("deal Credit for", "CNY 75 bn")
    assert "CITIC" in _underlined(deals.settle())
    deals.press("esc").wait_for("Deals  2 records", "/ citic").wait_gone("deal Credit for")
    deals.press("esc").wait_for("4 of 4", "quit").wait_gone("Deals  2 records")


def test_g_and_a_slash_search_everything_too(deals: Terminal) -> None:
    deals.press("g/").wait_for("/ search in everything", TYPING).press("esc").wait_for("4 of 4", "quit")
    deals.press("/").wait_for(TYPING, "[2 Deals]")


def test_searching_everything_for_nothing_says_so(deals: Terminal) -> None:
    deals.press("*").wait_for(TYPING).press("qqqqq").wait_for("Nothing matches.")
    deals.press("esc").wait_for("4 of 4", "quit")


def test_the_list_as_a_command_line(deals: Terminal, tmp_path: Path) -> None:
    _type(deals, "xnl", "1 of 4").press("enter").wait_gone(TYPING)
    deals.press("Y").wait_for("cq-tui export deals --filter xnl --lang en")
    assert list(tmp_path.iterdir()) == [tmp_path / "home"]


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        (["/", "xnl"], "Deals: with “xnl”"),
        (["/", "xnl", "enter", "enter"], "deal Southwest Aluminium"),
        (["/", "xnl", "enter", "Y"], "export deals --filter xnl"),
        (["/", "qqqq", *["backspace"] * 4, "citic"], "Deals: with “citic”"),
        (["/", "category:", "tab", ",in", "tab"], "category is finance or investment"),
        (["*", "citic", "enter", "enter"], "deal Credit for"),
        (["3", "/", "liu", "enter"], "/ liu"),
    ],
)
def test_keys_that_come_in_one_packet_act_one_after_the_other(deals: Terminal, keys: list[str], wanted: str) -> None:
    deals.press(*keys).wait_for(wanted)
