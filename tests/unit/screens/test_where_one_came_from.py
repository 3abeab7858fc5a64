"""Enter, Esc and ``[`` come back to the row they came from, whatever was filtered, sorted or resized meanwhile."""

from pathlib import Path

from cq_tui.screens.base.session import Session
from cq_tui.screens.browse.screen import BrowseScreen
from cq_tui.screens.compare import CompareScreen
from cq_tui.screens.record import RecordScreen
from cq_tui.store.open_archive import open_archive

from tests.pilot import Browser
from tests.unit.made_events import make_events
from tests.unit.screens.conftest import Play

ORDER = "Directed orders"


def row(browser: Browser) -> str:
    """What the cursor points at."""
    return next((line.lstrip("> ") for line in browser.text.split("\n") if line.lstrip().startswith(">")), "")


async def _to_the_order(browser: Browser) -> None:
    await browser.press("g", "down", "down", "down")
    assert row(browser).startswith(ORDER)


def test_from_a_record_by_each_key(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        for back in ("escape", "q", "["):
            await _to_the_order(browser)
            await browser.press("enter")
            assert isinstance(browser.screen, RecordScreen)
            await browser.resize(120, 40)
            await browser.press(back)
            assert isinstance(browser.screen, BrowseScreen)
            assert row(browser).startswith(ORDER), back
            await browser.resize(80, 24)
            assert row(browser).startswith(ORDER)

    play(scene)


def test_a_filter_that_leaves_the_row_out_and_is_cleared(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await _to_the_order(browser)
        await browser.press("/")
        await browser.type("category:finance")
        await browser.press("enter")
        assert "2 of 4" in browser.text
        await browser.press("escape")
        assert row(browser).startswith(ORDER)
        await browser.press("s", "s")
        assert row(browser).startswith(ORDER)
        await browser.press("r")
        assert row(browser).startswith(ORDER)

    play(scene)


def test_what_was_opened_under_a_filter_is_come_back_to(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await _to_the_order(browser)
        await browser.press("/")
        await browser.type("category:investment")
        await browser.press("enter", "enter")
        assert isinstance(browser.screen, RecordScreen)
        await browser.press("escape")
        assert row(browser).startswith("Southwest")
        await browser.press("escape")
        assert row(browser).startswith("Southwest"), "and stays the row once the filter is gone"

    play(scene)


def test_a_link_in_a_record_and_the_source_passage(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await _to_the_order(browser)
        await browser.press("enter", "down")
        before = row(browser)
        await browser.press("enter", "escape")
        assert row(browser) == before
        await browser.press("o")
        await browser.press("[")
        assert row(browser) == before
        await browser.press("escape")
        assert row(browser).startswith(ORDER)

    play(scene)


def test_values_of_a_column(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await _to_the_order(browser)
        await browser.press("right", "f", "escape")
        assert row(browser).startswith(ORDER)
        await browser.press("f", "enter", "escape")
        assert row(browser).startswith(ORDER)

    play(scene)


def test_a_mark_of_the_overview(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("down", "down")
        before = row(browser)
        await browser.press("enter")
        await browser.press("[")
        assert row(browser) == before

    play(scene, tab=0)


def test_a_hit_of_the_search(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("*")
        await browser.type("citic")
        await browser.press("enter", "down", "down")
        before = row(browser)
        await browser.press("enter")
        assert isinstance(browser.screen, RecordScreen)
        await browser.resize(120, 40)
        await browser.resize(80, 24)
        await browser.press("escape")
        assert row(browser) == before

    play(scene)


def test_the_comparison_of_two_events(play: Play, tmp_path: Path) -> None:
    """From a row of their list, and from a line of the overview; and from a link of the comparison itself."""
    session = Session(open_archive(make_events(tmp_path / "made")).store)

    async def scene(browser: Browser) -> None:
        await browser.press("9", "down")
        before = row(browser)
        assert before.startswith("Fair of")
        for back in ("escape", "q", "[", "c", "left"):
            await browser.press("c")
            assert isinstance(browser.screen, CompareScreen)
            await browser.press("down", back)
            assert isinstance(browser.screen, BrowseScreen)
            assert "[9 Events" in browser.text
            assert row(browser) == before, back
        await browser.press("c")
        for _link in range(4):  # an event, the list of a kind, a sum
            await browser.press("down")
            link = row(browser)
            await browser.press("enter")
            assert not isinstance(browser.screen, CompareScreen)
            await browser.press("[")
            assert isinstance(browser.screen, CompareScreen)
            assert row(browser) == link
        await browser.press("escape")
        assert row(browser) == before
        await browser.press("1", "down", "down")
        line = row(browser)
        await browser.press("c", "escape")
        assert row(browser) == line

    play(scene, tab=0, over=session)
