"""An archive with kinds of its own in the browser: more tabs than digits, links, search, and kinds that go again."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from cq_tui.kinds import kinds
from cq_tui.screens.base.session import Session
from cq_tui.screens.browse.screen import BrowseScreen
from cq_tui.screens.dialogs.tabs import TabsScreen
from cq_tui.screens.record import RecordScreen
from cq_tui.settings.state import Memory
from cq_tui.store.open_archive import open_archive
from cq_tui.store.store import Store

from tests.pilot import Browser, browsing
from tests.unit.made_kinds import made_archive, own_schema

Scene = Callable[[Browser], Awaitable[None]]
Played = Callable[..., None]


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Over an archive with exhibitors (tab 9), booths (tab 10), halls (tab 11) and further kinds, twelve in all."""
    root = made_archive(tmp_path / "fair")
    opened = open_archive(root, schema=own_schema())
    assert opened.problems == []
    return Session(opened.store, memory=Memory(tmp_path / "state.toml"))


@pytest.fixture
def play(session: Session) -> Played:
    def played(scene: Scene, *, tab: int = 1, size: tuple[int, int] = (120, 40), over: Session | None = None) -> None:
        async def run() -> None:
            async with browsing(over or session, tab=tab, size=size) as browser:
                await scene(browser)

        asyncio.run(run())

    return played


def front(browser: Browser) -> str:
    """The tab in front, as it is called on the strip."""
    return browser.text.splitlines()[1].partition("[")[2].partition("]")[0]


def test_a_digit_two_digits_or_a_name_go_to_every_tab(play: Played) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("9")
        assert front(browser) == "9 Exhibitors"
        for number, name in ((10, "Booths"), (11, "Halls"), (20, "Visits")):
            await browser.press("0")
            assert isinstance(browser.screen, TabsScreen)
            await browser.type(str(number))
            assert isinstance(browser.screen, BrowseScreen)
            assert front(browser) == f"0{number} {name}"
        await browser.press("0", "0", "3")
        assert front(browser) == "3 Speakers"
        await browser.press("0")
        await browser.type("prize")
        await browser.press("enter")
        assert front(browser) == "018 Prizes"
        await browser.press("0")
        await browser.type("kaocha")
        await browser.press("enter")
        assert front(browser) == "020 Visits"
        await browser.press("tab")
        assert front(browser) == "1 Overview"
        await browser.press("shift+tab")
        assert front(browser) == "020 Visits"
        await browser.press("[")
        assert front(browser) == "1 Overview"

    play(scene)


def test_the_list_of_tabs_is_walked_and_left(play: Played) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("0")
        assert " >  2  Deals" in browser.text
        await browser.press("down", "up", "up", "up")
        assert " > 20  Visits" in browser.text
        await browser.press("enter")
        assert front(browser) == "020 Visits"
        await browser.press("0", "1")
        assert " >  1  Overview" in browser.text
        assert "10  Booths" in browser.text
        assert "Speakers" not in browser.text.partition("Go to tab")[2]
        await browser.press("escape")
        assert front(browser) == "020 Visits"
        await browser.press("0")
        await browser.type("qqq")
        assert "Nothing matches." in browser.text
        await browser.press("down", "enter")
        assert front(browser) == "020 Visits"

    play(scene)


def test_the_list_of_tabs_is_there_only_where_digits_do_not_suffice(tmp_path: Path, play: Played) -> None:
    store = open_archive(made_archive(tmp_path / "other"), schema=own_schema(0)).store

    async def scene(browser: Browser) -> None:
        assert "all tabs" in browser.text
        await browser.press("question_mark")
        assert re.search(r"0 +all tabs", browser.text)

    async def few(browser: Browser) -> None:
        await browser.press("0")
        assert isinstance(browser.screen, BrowseScreen)
        assert "all tabs" not in browser.text

    play(scene, over=Session(store))
    shipped = open_archive(made_archive(tmp_path / "third"), schema=kinds()).store
    play(few, over=Session(shipped))


@pytest.mark.parametrize(("width", "stretches"), [(80, 4), (120, 3), (200, 2)])
def test_the_strip_shows_the_tab_in_front_whatever_the_width(play: Played, width: int, stretches: int) -> None:
    async def scene(browser: Browser) -> None:
        seen = set()
        for number in range(1, 21):
            if number > 1:
                await browser.press("tab")
            line = browser.text.splitlines()[1]
            assert f"[{'0' if number > 9 else ''}{number} " in line, line
            assert line.endswith("0 all tabs")
            seen.add(" ".join(line.replace("[", " ").replace("]", " ").split()))
        assert len(seen) == stretches, "the tabs stand still while the one in front is among them"
        assert sum("1 Overview" in line for line in seen) == 1

    play(scene, tab=0, size=(width, 24))


def test_links_lead_from_own_kinds_to_shipped_ones_and_back(play: Played) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("enter")
        assert "Signed at" in browser.text
        for _line in range(5):
            if "> Signed at" in browser.text or ">Signed at" in browser.text:
                break
            await browser.press("down")
        await browser.press("enter")
        assert "booth A 1" in browser.text.splitlines()[1]
        assert "Signed here" in browser.text
        assert "Holder" in browser.text
        await browser.press("home", "enter")
        assert "exhibitor Aa at the fair" in browser.text.splitlines()[1]
        for word in ("Aa Works", "Food", "CNY 20,000", "2019-03-01", "noodles; tea", "It opens."):
            assert word in browser.text, word
        await browser.press("o")
        assert "passage" in browser.text.splitlines()[1]
        assert "Supports" in browser.text

    play(scene)


def test_lists_filters_facets_columns_marks_and_exports_take_them(play: Played) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("9")
        assert "Fee CNY" in browser.text
        assert "20,000" in browser.text
        assert "3 of 3  fee 50,000  1 without an amount" in browser.text
        await browser.type("/area:machines")
        await browser.press("enter")
        assert "1 of 3  fee 30,000" in browser.text
        await browser.press("escape", "right", "right", "f")
        assert "Tools" in browser.text
        await browser.press("escape", "C")
        assert "Exhibitors > Columns" in browser.text
        await browser.press("escape", "space", "down", "space", "M")
        assert "2 of 3" in browser.text
        await browser.press("e")
        assert "exhibitors" in browser.text
        assert "Export 2 rows" in browser.text

    play(scene)


def test_search_and_palette_find_them(play: Played) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("asterisk")
        await browser.type("fair")
        assert "Exhibitors  2 records" in browser.text
        assert "Halls  1 record" in browser.text
        await browser.press("escape", "escape", "colon")
        await browser.type("booth")
        assert "Booths" in browser.text
        await browser.press("enter")
        assert front(browser) == "010 Booths"
        await browser.press("colon")
        await browser.type("north hall")
        await browser.press("enter")
        assert isinstance(browser.screen, RecordScreen)
        assert "Halls North hall" in browser.text.splitlines()[1]

    play(scene)


def test_the_overview_counts_them_in_the_order_of_the_tabs(play: Played) -> None:
    async def scene(browser: Browser) -> None:
        lines = browser.text.partition("Everything")[2].splitlines()
        found = [line.split("  ")[1].strip() for line in lines if "record" in line]
        assert found[-4:] == ["Teams", "Prizes", "Reports", "Visits"]
        assert "Exhibitors         3 records" in browser.text
        await browser.press("end", "enter")
        assert front(browser) == "020 Visits"

    play(scene, tab=0, size=(120, 60))


def test_a_kind_that_is_gone_breaks_nothing(session: Session, play: Played) -> None:
    """The files are read again, and the archive declares no kind of its own any more."""
    root = session.store.archive.root
    session.memory.keep_columns("exhibitors", {"hidden": ["area"]})

    def again() -> Store:
        for name in ("exhibitors", "booths", "halls"):
            (root / "data" / f"{name}.toml").unlink()
        deals = root / "data" / "deals.toml"
        deals.write_text(deals.read_text().replace('stand = "a1"\n', ""))
        session.reopen = lambda: open_archive(root, schema=own_schema()).store
        return open_archive(root, schema=kinds()).store

    session.reopen = again

    async def scene(browser: Browser) -> None:
        await browser.press("9", "s", "s", "enter")
        assert isinstance(browser.screen, RecordScreen)
        await browser.press("R")
        assert "no longer in the archive" in browser.text
        await browser.press("y", "o", "escape")
        assert isinstance(browser.screen, BrowseScreen)
        assert front(browser) == "1 Overview"
        await browser.press("[", "[", "]", "]", "R", "9")
        assert front(browser) == "9 Exhibitors"
        assert "There is nothing here yet." in browser.text

    play(scene)


def test_the_tab_in_front_stays_when_kinds_come_before_it(session: Session, play: Played) -> None:
    root = session.store.archive.root
    session.reopen = lambda: open_archive(root, schema=own_schema(4)).store

    async def scene(browser: Browser) -> None:
        await browser.press("0")
        await browser.type("11")
        await browser.press("R")
        assert front(browser).startswith("011 Halls")

    play(scene)
