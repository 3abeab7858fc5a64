"""Going from place to place: tabs, records and their links, the search, back and forward; each as it was left."""

import pytest
from cq_tui.screens.base.session import Session
from cq_tui.screens.browse.screen import BrowseScreen
from cq_tui.screens.compare import CompareScreen
from cq_tui.screens.record import RecordScreen
from cq_tui.screens.search import SearchScreen
from cq_tui.store.engine.errors import QueryError
from cq_tui.store.open_archive import open_archive
from cq_tui.store.views.detail import Part
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.table.record_table import RecordTable
from cq_tui.widgets.views import record_lines

from tests.pilot import Browser
from tests.unit.made import EVENT, write_archive
from tests.unit.made_events import make_events
from tests.unit.screens.conftest import Play


def test_links_are_followed_and_the_way_back_leads_to_each_as_it_was_left(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("down", "enter")
        assert isinstance(browser.screen, RecordScreen)
        assert "deal Fund for" in browser.text
        await browser.press("down", "enter")
        second = browser.text
        assert " > " in browser.text.splitlines()[1]
        await browser.press("[")
        assert "deal Fund for" in browser.text
        await browser.press("]")
        assert browser.text == second
        await browser.press("q", "escape")
        assert isinstance(browser.screen, BrowseScreen)
        assert browser.screen.query_one(RecordTable).cursor == 1

    play(scene, size=(132, 30))


def test_a_record_opens_its_passage_and_goes_through_the_hits(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("/")
        await browser.type("citic")
        await browser.press("enter", "enter", "n")
        assert " 1 / " in browser.text
        await browser.press("n", "N", "N")
        await browser.press("y")
        assert "Sent to the terminal" in browser.text
        await browser.press("o")
        assert "passage " in browser.text
        await browser.press("o")
        assert "It names no passage." in browser.text
        await browser.press("n", "N")

    play(scene)


def test_a_record_without_hits_says_so(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("enter", "n")
        assert "The filter found no words here." in browser.text
        await browser.press("L")
        assert isinstance(browser.screen, RecordScreen)
        await browser.press("L")

    play(scene)


def test_the_view_of_a_record_scrolls(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("enter")
        view = browser.screen.query_one(LinkList)
        await browser.press("G")
        bottom = view.row
        assert bottom[0] > 0
        await browser.press("g", "pagedown")
        assert 0 < view.row[0] <= bottom[0]
        await browser.press("pageup", "up", "up", "down", "right")
        assert isinstance(browser.screen, RecordScreen)

    play(scene, size=(60, 15))


def test_the_search_groups_hits_and_opens_one(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("*")
        assert isinstance(browser.screen, SearchScreen)
        await browser.type("citic")
        assert "Deals  2 records" in browser.text
        await browser.press("enter", "down", "enter")
        assert isinstance(browser.screen, RecordScreen)
        await browser.press("escape")
        assert isinstance(browser.screen, SearchScreen)
        assert browser.screen.query_one(LinkList).row[1] > 1
        await browser.press("/")
        await browser.type(" qqqq")
        assert "Nothing matches." in browser.text
        await browser.press("enter", "L", "L", "q")
        assert isinstance(browser.screen, BrowseScreen)

    play(scene)


def test_the_search_says_what_it_does_not_understand(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("g", "/")
        await browser.type("colour:red")
        assert "no field colour" in browser.text
        await browser.press("escape")
        assert isinstance(browser.screen, BrowseScreen)

    play(scene)


def test_tabs_by_number_and_in_turn(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("8", "tab")
        assert browser.screen.has_class("overview")
        await browser.press("shift+tab")
        assert "[8 " in browser.text
        await browser.press("9")
        assert "[8 " in browser.text, "there is no such tab"
        await browser.press("1", "1", "escape", "down", "enter")
        assert not browser.screen.has_class("overview") or isinstance(browser.screen, RecordScreen)

    play(scene)


def test_a_number_of_the_overview_leads_to_its_list_and_back(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        overview = browser.screen.query_one("#overview", LinkList)
        for _link in range(12):
            await browser.press("down")
        row = overview.row
        await browser.press("enter")
        assert not browser.screen.has_class("overview") or isinstance(browser.screen, RecordScreen)
        await browser.press("[")
        assert browser.screen.has_class("overview")
        assert overview.row == row
        await browser.press("[", "[")
        assert isinstance(browser.screen, BrowseScreen)

    play(scene, tab=0)


def test_slash_on_the_overview_filters_the_deals(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("/")
        await browser.type("amount>=1亿")
        assert "3 of 4" in browser.text
        await browser.press("tab", "up", "down", "escape")
        assert "4 of 4" in browser.text

    play(scene, tab=0)


def test_two_events_are_set_side_by_side(play: Play, tmp_path_factory) -> None:  # type: ignore[no-untyped-def]
    root = make_events(tmp_path_factory.mktemp("events") / "made")
    session = Session(open_archive(root).store, reopen=lambda: open_archive(root).store)

    async def scene(browser: Browser) -> None:
        await browser.press("c")
        assert isinstance(browser.screen, CompareScreen)
        assert "Fair of 2023" in browser.text
        assert "Fair of 2024" in browser.text
        await browser.press("L", "L", "down", "down", "enter")
        assert not isinstance(browser.screen, CompareScreen)
        await browser.press("[")
        assert isinstance(browser.screen, CompareScreen)
        await browser.press("escape", "9", "space", "space", "space", "c")
        assert "3 are marked" in browser.text
        await browser.press("U", "c")
        assert isinstance(browser.screen, CompareScreen) or "Mark one event" in browser.text

    play(scene, tab=0, over=session)


def test_the_overview_of_one_event_and_of_all(play: Play, tmp_path_factory) -> None:  # type: ignore[no-untyped-def]
    root = make_events(tmp_path_factory.mktemp("events") / "made")
    session = Session(open_archive(root).store, reopen=lambda: open_archive(root).store)

    async def scene(browser: Browser) -> None:
        await browser.press("enter")
        assert "Fair of 2024" in browser.text.splitlines()[0]
        await browser.press("R")
        assert "The files were read again." in browser.text
        assert "Fair of 2024" in browser.text.splitlines()[0]
        await browser.press("escape")
        assert "events" in browser.text.splitlines()[0]

    play(scene, tab=0, over=session)


def test_a_record_of_which_something_can_not_be_asked_says_why(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_named: object) -> list[Part]:
        raise QueryError("out of memory")

    async def scene(browser: Browser) -> None:
        monkeypatch.setattr(record_lines, "detail", refuse)
        await browser.press("enter")
        assert "out of memory" in browser.text
        await browser.press("escape")
        assert isinstance(browser.screen, BrowseScreen)

    play(scene)


def test_a_tab_that_went_with_the_files_is_no_way_back(play: Play, tmp_path_factory) -> None:  # type: ignore[no-untyped-def]
    root = make_events(tmp_path_factory.mktemp("events") / "made")
    alone = write_archive(tmp_path_factory.mktemp("alone"), events=EVENT)
    session = Session(open_archive(root).store, reopen=lambda: open_archive(alone).store)

    async def scene(browser: Browser) -> None:
        await browser.press("9", "enter", "escape", "2", "R")
        assert "The files were read again." in browser.text
        await browser.press("[", "[")
        assert isinstance(browser.screen, BrowseScreen)
        assert browser.screen.has_class("overview")

    play(scene, tab=0, over=session)


def test_a_record_that_came_while_its_pane_was_hidden_is_whole(play: Play) -> None:
    """The pane is hidden behind the chain; a line of it that is blank before is not blank after it."""

    async def scene(browser: Browser) -> None:
        await browser.press("L", "4")
        await browser.rest()
        await browser.press("5")
        await browser.rest()
        await browser.press("6")
        await browser.rest()
        assert "原文金额  约1万亿元" in browser.text

    play(scene, size=(120, 40))
