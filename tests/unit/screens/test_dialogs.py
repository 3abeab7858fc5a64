"""Dialogs and panels: the values of a column, the palette, the keys, a text to copy, a window too small."""

from collections.abc import Callable
from dataclasses import replace

from cq_tui.screens.base.help import HelpScreen
from cq_tui.screens.base.palette import PaletteScreen
from cq_tui.screens.base.session import Session
from cq_tui.screens.base.too_small import TooSmallScreen
from cq_tui.screens.browse.screen import BrowseScreen
from cq_tui.screens.dialogs.copy_text import CopyTextScreen
from cq_tui.screens.dialogs.facets import FacetScreen
from cq_tui.screens.record import RecordScreen
from cq_tui.secure import Confinement
from cq_tui.store.engine.errors import QueryError
from cq_tui.widgets.table.record_table import RecordTable

from tests.pilot import Browser
from tests.unit.screens.conftest import Play


async def _to(browser: Browser, field: str) -> None:
    table = browser.screen.query_one(RecordTable)
    for _column in range(30):
        if table.field is not None and table.field.name == field:
            return
        await browser.press("right")
    raise AssertionError(f"no column {field}")


def test_a_value_of_a_column_becomes_the_filter(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await _to(browser, "category")
        await browser.press("f")
        assert isinstance(browser.screen, FacetScreen)
        assert "finance" in browser.text
        assert "4 records" in browser.text
        await browser.press("enter")
        assert isinstance(browser.screen, BrowseScreen)
        assert " of 4" in browser.text
        assert "category:" in browser.text
        await browser.press("f", "escape", "r")
        assert "4 of 4" in browser.text

    play(scene)


def test_values_that_can_not_be_counted_are_told(play: Play, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    def refuse(*_arguments: object) -> Callable[[], None]:
        raise QueryError("out of memory")

    async def scene(browser: Browser) -> None:
        await _to(browser, "category")
        monkeypatch.setattr("cq_tui.screens.dialogs.facets.facet_values", refuse)
        await browser.press("f")
        assert "out of memory" in browser.text
        await browser.press("escape")

    play(scene)


def test_the_palette_does_an_action_and_opens_a_record(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press(":")
        assert isinstance(browser.screen, PaletteScreen)
        await browser.type("columns")
        await browser.press("enter")
        assert " shown" in browser.text
        await browser.press("escape", ":")
        await browser.type("citic bank")
        assert "organisation" in browser.text
        await browser.press("down", "up", "enter")
        assert isinstance(browser.screen, RecordScreen)
        await browser.press(":")
        await browser.type("zzzz")
        assert "Nothing matches." in browser.text
        await browser.press("enter")
        assert isinstance(browser.screen, RecordScreen)
        await browser.press(":", "escape")
        assert isinstance(browser.screen, RecordScreen)

    play(scene)


def test_the_keys_of_the_screen_in_front(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("?")
        assert isinstance(browser.screen, HelpScreen)
        assert "sort by the column" in browser.text
        assert "chain" not in browser.text, "that key is of another tab"
        await browser.press("G", "escape", "5", "?")
        assert "picture/tree/list" in browser.text
        await browser.press("q")
        assert isinstance(browser.screen, BrowseScreen)

    play(scene, size=(100, 60))


def test_in_secure_mode_a_record_is_shown_to_be_selected(play: Play, session: Session) -> None:
    confined = replace(session, confined=Confinement(None))

    async def scene(browser: Browser) -> None:
        await browser.press("y")
        assert isinstance(browser.screen, CopyTextScreen)
        assert "Copying is off" in browser.text
        await browser.resize(60, 20)
        await browser.press("escape", "e")
        assert "off in secure mode" in browser.text
        await browser.press("I")
        assert isinstance(browser.screen, BrowseScreen)

    play(scene, over=confined)


def test_a_window_too_small_says_so_and_what_was_in_front_comes_back(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("enter")
        await browser.resize(40, 10)
        assert isinstance(browser.screen, TooSmallScreen)
        assert "60x15" in browser.text
        await browser.resize(80, 24)
        assert isinstance(browser.screen, RecordScreen)
        assert "deal Credit" in browser.text

    play(scene)


def test_language_theme_and_files_are_changed_while_it_runs(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("L")
        assert "项目" in browser.text
        await browser.press("T", "L", "R")
        assert "Deals" in browser.text
        assert "The files were read again." in browser.text
        await browser.press("Y")
        assert "cq-tui export deals" in browser.text
        await browser.press("enter")
        assert "Sent to the terminal's clipboard: cq-tui export deals" in browser.text
        await browser.press("y")
        assert "Sent to the terminal" in browser.text

    play(scene)


def test_one_message_stands_over_a_screen_at_a_time(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("2", "right", "f", "f2", "f3", "f4")
        assert "F4 does nothing here" in browser.text
        assert browser.text.count("does nothing here") == 1
        assert len(browser.screen.query("ToastHolder")) == 1, "what is gone leaves nothing to lay out"

    play(scene)
