"""Clicks and the wheel: each does what a key does."""

from cq_tui.screens.browse.chain_pane import ChainPane
from cq_tui.screens.browse.screen import BrowseScreen
from cq_tui.screens.dialogs.facet_columns import FacetColumnsScreen
from cq_tui.screens.export.screen import ExportScreen
from cq_tui.screens.record import RecordScreen
from cq_tui.widgets.base.key_line import KeyLine
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.base.tab_strip import ALL, Menu, Tab, TabStrip, tab_at, tab_pieces
from cq_tui.widgets.input.choice import Choice
from cq_tui.widgets.input.filter_bar import FilterInput
from cq_tui.widgets.table.record_table import RecordTable
from rich.cells import cell_len
from textual.binding import Binding
from textual.events import MouseScrollDown, MouseScrollUp
from textual.widget import Widget

from tests.pilot import Browser
from tests.unit.screens.conftest import Play

CHAIN = 4


async def click(browser: Browser, words: str, *, right: int = 0, last: bool = False) -> None:
    """Click the first place on the screen where some words stand, or the last, or so many cells to its right."""
    lines = browser.text.splitlines()
    found = [n for n, line in enumerate(lines) if words in line]
    assert found, f"{words!r} is not on the screen\n{browser.text}"
    y = found[-1 if last else 0]
    x = cell_len(lines[y][: lines[y].index(words)])
    await browser.pilot.click(offset=(x + right, y))
    await browser.settle()


async def wheel(browser: Browser, widget: Widget, *, down: bool = True) -> None:
    """Turn the wheel over a widget by a notch."""
    event = MouseScrollDown if down else MouseScrollUp
    region = widget.region
    browser.app.post_message(event(widget, region.x + 1, region.y + 2, 0, 0, 0, False, False, False))
    await browser.settle()


def front(browser: Browser) -> BrowseScreen:
    assert isinstance(browser.screen, BrowseScreen)
    return browser.screen


def test_a_tab(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await click(browser, "3 Speakers")
        assert "[3 Speakers" in browser.text
        await click(browser, "1 Overview")
        assert front(browser).has_class("overview")
        await click(browser, "2 Deals")
        assert "[2 Deals" in browser.text

    play(scene)


def test_a_row_then_the_same_row_again(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await click(browser, "Southwest Aluminium's")
        table = front(browser).lists.table
        assert table.current is not None
        assert table.current.id == "aluminium-die-casting-line"
        assert browser.app.focused is table
        await click(browser, "Southwest Aluminium's")
        assert isinstance(browser.screen, RecordScreen)
        await click(browser, "Esc back")
        assert front(browser).lists.table.current is not None

    play(scene)


def test_below_the_last_row_nothing_happens(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        before = front(browser).lists.table.cursor
        await browser.pilot.click(RecordTable, offset=(10, 12))
        await browser.settle()
        assert front(browser).lists.table.cursor == before

    play(scene)


def test_a_header_sorts_as_s_does(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await click(browser, "Category")
        table = front(browser).lists.table
        assert table.selection is not None
        assert [(one.field.name, one.descending) for one in table.selection.orders] == [("category", False)]
        clicked = browser.text
        await browser.press("r", "g", "s")
        assert [one.field.name for one in table.selection.orders] == ["category"]
        assert browser.text == clicked
        await click(browser, "Category")
        assert [one.descending for one in table.selection.orders] == [True]

    play(scene)


def test_each_key_of_the_key_line_is_that_key(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await click(browser, "/ filter")
        assert isinstance(browser.app.focused, FilterInput)
        await browser.type("citic")
        await click(browser, "Enter keep the filter")
        assert browser.app.focused is front(browser).lists.table
        await click(browser, "values")
        assert isinstance(browser.screen, FacetColumnsScreen)
        await click(browser, "Esc back")
        await click(browser, "? keys", last=True)  # the first stands in the title
        assert "Keys on this screen" in browser.text

    play(scene)


def test_a_key_that_the_user_bound_otherwise(play: Play, session) -> None:  # type: ignore[no-untyped-def]
    session.keymap = {"filter": "f5"}

    async def scene(browser: Browser) -> None:
        await click(browser, "F5 filter")
        assert isinstance(browser.app.focused, FilterInput)

    play(scene)


def test_between_two_keys_nothing_is_pressed(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        line = browser.screen.query_one(KeyLine)
        ends = [cells.stop for cells, _key in line._spans]
        for cell in (0, ends[0], ends[0] + 1, ends[-1] + 1):
            await browser.pilot.click(KeyLine, offset=(cell, 0))
            await browser.settle()
            assert browser.app.focused is front(browser).lists.table

    play(scene)


def test_a_row_ends_the_typing_of_a_filter_and_keeps_it(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("/")
        await browser.type("citic")
        await click(browser, "Fund for specialised")
        table = front(browser).lists.table
        assert browser.app.focused is table
        assert table.selection is not None
        assert table.selection.query.text == "citic"

    play(scene)


def test_a_value_of_a_column_filters(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("l", "l", "f")
        await click(browser, "fund")
        assert "instrument:fund" in browser.text, browser.text

    play(scene)


def test_links_of_a_record_and_of_the_record_beside_the_list(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        table = front(browser).lists.table
        await click(browser, "│ Event", right=2)
        assert isinstance(browser.screen, RecordScreen)
        assert browser.screen._location.kind == "events"
        await browser.press("escape")
        assert browser.app.focused is table
        await browser.press("enter")
        await click(browser, "China CITIC Bank (lender)")
        assert isinstance(browser.screen, RecordScreen)
        assert browser.screen._location.id == "citic-bank", browser.text

    play(scene, size=(120, 40))


def test_segments_of_the_chain(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        pane = browser.screen.query_one(ChainPane)
        await click(browser, "Seres")
        assert pane.map.current is not None
        assert pane.map.current.segment.id == "leader-seres"
        await click(browser, "Component classes")
        assert pane.map.current.segment.id == "component-classes"
        await click(browser, "~purchase order CNY 2 bn")
        assert isinstance(browser.screen, RecordScreen)
        await browser.press("escape")
        await click(browser, "~credit line CNY 75 bn")
        assert pane.map.current.segment.id == "nev-industry"

    for size in ((80, 24), (200, 40)):
        play(scene, tab=CHAIN, size=size)


def test_the_wheel(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        table = front(browser).lists.table
        await browser.press("8")
        assert table.selection is not None
        top = browser.text
        await wheel(browser, table)
        assert (table._top, table.cursor) == (3, 3)
        await browser.press("j", "j", "j")
        await wheel(browser, table)
        assert (table._top, table.cursor) == (6, 6)
        await wheel(browser, table, down=False)
        await wheel(browser, table, down=False)
        assert (table._top, table.cursor) == (0, 6)
        await browser.press("g")
        assert browser.text == top
        await browser.press("enter")
        view = browser.screen.query_one(LinkList)
        before = view.row[0]
        await wheel(browser, view)
        assert view.row[0] >= before

    play(scene)


def test_choices_of_a_dialog_and_offers_of_the_palette(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("e")
        assert isinstance(browser.screen, ExportScreen)
        await click(browser, " md ", right=1)
        assert browser.screen.query_one("#format", Choice).value == "md"
        await click(browser, "Esc")
        await browser.press(":")
        await browser.type("citic bank")
        await click(browser, "China CITIC Bank", last=True)
        assert isinstance(browser.screen, RecordScreen)

    play(scene)


def test_every_cell_of_the_tabs_leads_where_its_words_say() -> None:
    tabs = [Tab(f"Kind number {n}", f"K{n}", n) for n in range(24)]
    for count, menu in ((8, None), (24, Menu("0", "all tabs"))):
        for active in {*range(0, count, 5), 1, 8 % count, 9 % count, count - 2, count - 1}:
            for width in (60, 80, 120, 200):
                line = "".join(text for text, _style in tab_pieces(tabs[:count], active, width, menu))
                found = {tab_at(tabs[:count], active, width, cell, menu) for cell in range(width)}
                assert active in found, line
                assert found <= {None, ALL, *range(count)}
                assert (ALL in found) is (menu is not None)


def test_a_click_between_tabs_does_nothing(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        before = browser.text
        await browser.pilot.click(TabStrip, offset=(79, 0))
        await browser.settle()
        assert browser.text == before

    play(scene)


def test_where_a_long_key_has_no_room_a_short_one_after_it_stands(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        line = browser.screen.query_one(KeyLine)
        names = [("list-open", "enter", 4), ("list-long", "x", 30), ("list-next", "n", 4), ("list-back", "escape", 4)]
        line.show([Binding(key, id, "w" * words, id=id) for id, key, words in names], 40)
        assert [key for _cells, key in line._spans] == ["enter", "n", "escape"]

    play(scene)
