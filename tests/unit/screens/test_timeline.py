"""``t``: a list over time. The archive is made up."""

from pathlib import Path

import pytest
from cq_tui.screens.base.session import Session
from cq_tui.store.open_archive import open_archive

from tests.pilot import Browser
from tests.unit.made import EVENT, write_archive
from tests.unit.made_timeline import write_timeline
from tests.unit.screens.conftest import Play


@pytest.fixture
def made(tmp_path: Path) -> Session:
    root = write_timeline(tmp_path / "made")
    return Session(open_archive(root).store, reopen=lambda: open_archive(root).store)


def _lines(browser: Browser) -> list[str]:
    return browser.text.split("\n")


def _below(browser: Browser) -> list[str]:
    """What is told of the period under the cursor."""
    lines = _lines(browser)
    start = next(n for n, line in enumerate(lines) if "^" in line and set(line) <= set(" ^<>")) + 4
    return lines[start:-2]


def test_deals_stand_as_bars_and_the_cursor_on_the_last_period(play: Play, made: Session) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("t")
        assert _lines(browser)[1] == " Deals by quarter"
        assert _lines(browser)[3] == " Deals  8 in all  longest bar: 2  # begun  - not begun, or stage not stated"
        names, years = _lines(browser)[13:15]
        assert names.split() == ["Q1", "Q2", "Q3", "Q4", "?", "Q1", "Q2", "Q3", "?", "?"]
        assert years.split() == ["2023", "2024", "not", "dated"]
        assert _below(browser)[:2] == [
            " 2024, quarter not stated  1 record",
            "> Deals             1  agreed 1",
        ]
        bars = [line[2:8] for line in _lines(browser)[4:12]]
        assert bars == ["------"] * 4 + ["######"] * 4, "one of two deals of 2023-Q1 has begun"

    play(scene, over=made)


def test_it_is_walked_and_each_kind_of_money_stands_by_itself(play: Play, made: Session) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("t", "home")
        assert _below(browser) == [
            " 2023-Q1  4 records  1 in no number: an umbrella, or not counted",
            "> Deals                   2  producing 1 · agreed 1 · cancelled 1",
            "  investment (CNY)  CNY 150  producing CNY 100 · agreed CNY 50 · cancelled CNY 70",
            "  fund (EUR)              -",
            "  investment (EUR)        -",
            " No bar has umbrellas, deals told twice and what is marked as not counted: 1 in all",
        ]
        await browser.press("down")
        assert _lines(browser)[3].startswith(" investment (CNY)  CNY 387 in all  longest bar: CNY 200")
        await browser.press("right", "right", "down")
        assert "fund (EUR)  EUR 10 in all" in _lines(browser)[3]
        assert _below(browser)[0] == " 2023-Q3  1 record"
        await browser.press("end")
        assert _below(browser)[0] == " not dated  1 record"
        await browser.press("right", "up", "up", "up")
        assert _below(browser)[1].startswith("> Deals")

    play(scene, over=made, size=(100, 24))


def test_periods_get_shorter_and_longer_and_the_cursor_stays_in_its_time(play: Play, made: Session) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("t", "home", "right", "right")
        await browser.press("+")
        assert _lines(browser)[1] == " Deals by month"
        assert _below(browser)[0] == " 2023-07  0 records"
        assert "+ shorter periods" not in _lines(browser)[-1]
        await browser.press("right", "-")
        assert _below(browser)[0] == " 2023-Q3  1 record"
        await browser.press("-")
        assert _below(browser)[0] == " 2023  6 records  1 in no number: an umbrella, or not counted"
        await browser.press("right", "+")
        assert _below(browser)[0] == " 2024-Q1  0 records"
        await browser.press("end", "-")
        assert _below(browser)[0] == " not dated  1 record"

    play(scene, over=made, size=(120, 30))


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
def test_enter_lists_what_is_counted_and_the_way_back_is_as_it_was_left(
    play: Play, made: Session, size: tuple[int, int]
) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("/")
        await browser.type("type:investment")
        await browser.press("enter", "t")
        assert "type is investment" in _lines(browser)[1]
        for keys, filter_, found in [
            (("home",), "quarter:2023-Q1", "4 of 10"),
            (("right", "right", "right", "right"), "year=2023 -has:quarter", "1 of 10"),
            (("end",), "-has:year", "1 of 10"),
        ]:
            await browser.press(*keys, "enter")
            assert f" / type:investment {filter_}" in browser.text
            assert found in browser.text
            await browser.press("[")
            assert "Deals by quarter" in browser.text
        assert _below(browser)[0] == " not dated  1 record"
        await browser.press("q")
        assert "9 of 10" in browser.text
        assert " / type:investment" in browser.text

    play(scene, over=made, size=size)


def test_from_the_overview_of_an_event_it_has_its_deals(play: Play, made: Session) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("t")
        assert " Deals  8 in all" in browser.text
        await browser.press("t")
        while not any(line.startswith(">") and "Expo" in line for line in _lines(browser)):
            await browser.press("down")
        await browser.press("enter", "t")
        assert "Deals: event is “Expo”" in _lines(browser)[1]
        assert " Deals  3 in all" in browser.text

    play(scene, over=made, tab=0)


def test_other_lists_have_records_alone(play: Play, made: Session) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("9", "t")
        assert _lines(browser)[1] == " Events by quarter"
        assert "begun" not in browser.text
        assert _below(browser)[:2] == [" 2024-Q2  1 record", "> Events  1"]
        await browser.press("escape", "8", "t")
        assert "t shows a list over time; Sources have no dates." in browser.text

    play(scene, over=made)


def test_where_nothing_is_dated_it_says_so(play: Play, tmp_path: Path) -> None:
    deal = '[[deals]]\nid = "a"\nevent = "fair"\ntitle = { en = "a" }\n'
    undated = Session(open_archive(write_archive(tmp_path / "undated", events=EVENT, deals=deal)).store)

    async def scene(browser: Browser) -> None:
        await browser.press("t")
        assert "None of them is dated." in _lines(browser)[1]
        assert _below(browser)[0] == " not dated  1 record"
        await browser.press("escape", "/")
        await browser.type("nothing-is-called-so")
        await browser.press("enter", "t")
        assert "Nothing matches." in _lines(browser)[1]
        await browser.press("left", "down", "enter", "+", "-")
        assert "Nothing matches." in _lines(browser)[1]

    play(scene, over=undated)


def test_a_click_moves_the_cursor_and_then_opens(play: Play, made: Session) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("t")
        await browser.pilot.click(offset=(3, 11))
        await browser.settle()
        assert _below(browser)[0].startswith(" 2023-Q1")
        await browser.pilot.click(offset=(3, 11))
        await browser.settle()
        assert " / quarter:2023-Q1" in browser.text

    play(scene, over=made)


def test_it_speaks_chinese_and_ascii(play: Play, made: Session) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("t", "home", "down", "L")
        assert _lines(browser)[1] == " 项目（按季度）"
        assert "投资（人民币）  合计 387元  最长：200元" in browser.text
        assert _below(browser)[0] == " 2023-Q1  4 条  1 项不计：框架项目或标为不计入"
        await browser.press("enter")
        assert " / 季度:2023-Q1" in browser.text
        await browser.press("L")

    play(scene, over=made)


def test_a_long_time_is_walked_through_a_window(play: Play, tmp_path: Path) -> None:
    deals = "".join(
        f'[[deals]]\nid = "d{year}"\ntitle = {{ en = "x" }}\nevent = "fair"\ndate = {year}-0{1 + year % 9}-01\n'
        for year in range(1980, 2020)
    )
    root = write_timeline(tmp_path / "long")
    (root / "data" / "deals.toml").write_text(deals)
    long = Session(open_archive(root).store)

    async def scene(browser: Browser) -> None:
        await browser.press("t")
        assert _lines(browser)[1] == " Deals by year"
        await browser.press("+", "+")
        assert _below(browser)[0].startswith(" 2019-01")
        await browser.press("end")
        pointer = next(line for line in _lines(browser) if "^" in line)
        assert pointer.startswith(" <")
        assert not pointer.endswith(">")
        await browser.press("home")
        pointer = next(line for line in _lines(browser) if "^" in line)
        assert pointer.startswith("  ^^")
        assert pointer.endswith(">")
        await browser.press("pagedown")
        assert _below(browser)[0].startswith(" 1982-02"), "25 months further"

    play(scene, over=long)
