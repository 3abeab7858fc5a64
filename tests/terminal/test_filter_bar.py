"""The filter bar as a person sees it: what is typed, what it means, what comes next, and where it was found."""

from pathlib import Path

from wcwidth import wcwidth

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


def _type(terminal: Terminal, text: str) -> Terminal:
    return terminal.press("/").wait_for(TYPING).press(text).wait_for(f"/ {text}")


def test_initials_leave_the_deal_and_say_what_they_mean(deals: Terminal) -> None:
    _type(deals, "xnl").wait_for("1 of 4", "Southwest Aluminium").wait_gone("Credit for", "Directed")
    assert _why(deals) == "Deals: with “xnl”"
    deals.press("esc").wait_for("4 of 4", "Credit for").wait_gone("with “xnl”")


def test_in_chinese(start: Start) -> None:
    terminal = start("--tab", "deals", lang="zh").wait_for("西南铝", "授信")
    terminal.press("/").wait_for("保留").press("xnl").wait_for("/ xnl", "项目：含“xnl”", "西南铝集团压铸").wait_gone(
        "授信"
    )
    terminal.settle()
    assert "西南铝" in _underlined(terminal)
    terminal.press("enter", "enter").wait_for("项目 西南铝集团压铸").settle()
    assert "西南铝" in _underlined(terminal)


def test_a_filter_is_told_while_it_is_typed(deals: Terminal) -> None:
    deals.press("/").wait_for(TYPING)
    deals.press("amount>").wait_for("Amount waits for a value.")
    deals.press("=10").wait_for("Deals: amount is at least 10", "3 of 4")
    deals.press("亿").wait_for("Deals: amount is at least 1 bn", "2 of 4")
    deals.press(" -party:citic").wait_for("party has no", "1 of 4")


def test_values_are_offered_with_their_counts_and_tab_completes(deals: Terminal) -> None:
    _type(deals, "category:").wait_for("finance 2", "investment 1")
    deals.press("tab").wait_for("/ category:finance", "2 of 4", "Deals: category is finance")
    deals.press(",in").wait_for("investment 1").press("right").wait_for("/ category:finance,investment", "3 of 4")
    assert "finance 2" not in _why(deals)


def test_field_names_are_completed(deals: Terminal) -> None:
    _type(deals, "-cat").press("tab").wait_for("/ -category:", "finance 2")


def test_tab_without_anything_to_complete_stays_in_the_bar(deals: Terminal) -> None:
    _type(deals, "xnl").press("tab").press("j").wait_for("/ xnlj", TYPING)


def test_kept_filters_come_back_with_up(deals: Terminal) -> None:
    for text in ("xnl", "citic"):
        _type(deals, text).press("enter").wait_gone(TYPING).press("esc").wait_for("4 of 4")
    deals.press("/").wait_for(TYPING)
    deals.press("up").wait_for("/ citic", "2 of 4")
    deals.press("up").wait_for("/ xnl", "1 of 4")
    deals.press("up").settle()
    assert "/ xnl" in deals.text
    deals.press("down").wait_for("/ citic", "2 of 4")
    deals.press("down").wait_gone("/ citic").wait_for("4 of 4")


def test_an_unknown_field_is_marked_with_the_nearest(deals: Terminal) -> None:
    _type(deals, "citic ammount:1").wait_for("have no field ammount", "Did you mean amount?", "2 of 4")
    deals.press(*["backspace"] * 9, "amount:>").wait_for("Amount waits for a value.")


def test_an_invalid_pattern_is_marked(deals: Terminal) -> None:
    deals.press("/").wait_for(TYPING).press("/[").wait_for("The pattern has no closing /.")
    deals.press("/").wait_for("The pattern is not a regular expression.")
    deals.press("backspace", "backspace", "(a+)+$/").wait_for("any text matches /(a+)+$/")


def test_the_words_are_underlined_in_the_list_and_in_the_record(deals: Terminal) -> None:
    assert _underlined(deals) == []
    _type(deals, "southwest").wait_for("2 of 4", "Southwest Aluminium").settle()
    assert set(_underlined(deals)) == {"Southwest"}
    deals.press("enter").wait_gone(TYPING).press("esc").wait_for("4 of 4").settle()
    assert _underlined(deals) == []
    _type(deals, "lvya").wait_for("1 of 4").press("enter").wait_gone(TYPING).press("enter")
    deals.wait_for("deal Southwest Aluminium").settle()
    assert "铝压" in _underlined(deals)
    assert all(sum(map(wcwidth, text)) == 4 for text in _underlined(deals))


def test_searching_everything(deals: Terminal) -> None:
    deals.press("*").wait_for("search in everything")
    deals.press("citic").wait_for("Deals  2 records", "Speakers  2 records", "Credit for Chong").settle()
    assert set(_underlined(deals)) <= {"CITIC", "citic"} != set()
    deals.press("enter").wait_for(lambda screen: pointed(screen).startswith("Credit for"))
    deals.press("enter").wait_for("deal Credit for", "CNY 75 billion")
    deals.press("esc").wait_for("Deals  2 records", "/ citic").wait_gone("CNY 75 billion")
    deals.press("esc").wait_for("4 of 4", "quit").wait_gone("Deals  2 records")


def test_searching_everything_for_nothing_says_so(deals: Terminal) -> None:
    deals.press("*").wait_for("search in everything").press("qqqqq").wait_for("Nothing matches.")
    deals.press("esc").wait_for("4 of 4", "quit")


def test_the_list_as_a_command_line(deals: Terminal, tmp_path: Path) -> None:
    _type(deals, "xnl").wait_for("1 of 4").press("enter").wait_gone(TYPING)
    deals.press("Y").wait_for("cq-tui export deals --filter xnl --lang en")
    assert list(tmp_path.iterdir()) == [tmp_path / "home"]
