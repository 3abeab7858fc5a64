"""The export dialog: what it asks, what it shows, what it writes, and what it says where it can't."""

from pathlib import Path

import pytest
from cq_tui.screens.browse.screen import BrowseScreen
from cq_tui.screens.export.screen import ExportScreen
from cq_tui.store.engine.errors import QueryError
from cq_tui.store.selection.selection import Selection
from textual.widgets import Input

from tests.pilot import Browser
from tests.unit.screens.conftest import Play

NAME = "2025-11-19-european-visit-2025-deals"


async def _clear(browser: Browser) -> None:
    line = browser.screen.query_one("#name", Input)
    line.focus()
    await browser.settle()
    await browser.press("ctrl+u")


def test_a_list_is_written_under_its_own_name(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("e")
        assert isinstance(browser.screen, ExportScreen)
        assert "Export 4 rows" in browser.text
        assert "$ cq-tui export deals" in browser.text
        assert "Deal,Category,Type,Amount CNY bn" in browser.text, "the first lines of the file"
        await browser.press("enter")
        assert isinstance(browser.screen, BrowseScreen)
        assert "4 rows written" in browser.text

    play(scene)
    assert Path(f"{NAME}.csv").read_text("utf-8-sig").startswith("Deal,Category,Type,Amount CNY bn")


def test_a_name_that_is_taken_gets_a_number_or_is_replaced(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        Path(f"{NAME}.csv").write_text("old")
        await browser.press("e", "enter")
        assert "! replaces it." in browser.text
        await browser.press("enter")
        assert Path(f"{NAME}-2.csv").is_file()
        assert Path(f"{NAME}.csv").read_text() == "old"
        await browser.press("e", "enter", "!")
        assert isinstance(browser.screen, BrowseScreen)
        assert Path(f"{NAME}.csv").read_text("utf-8-sig").startswith("Deal,")

    play(scene)


def test_format_columns_rows_and_encoding_are_chosen(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("space", "e")
        assert "Export 1 row" in browser.text
        await browser.press("tab", "right")
        assert "[machine-readable]" in browser.text
        assert "Excel: codes and ids" in browser.text
        await browser.press("tab", "right")
        assert "deals-marked.toml" in browser.text
        await browser.press("left", "tab", "right", "right")
        assert "title" in browser.screen.query_one("#typed", Input).value
        await browser.press("tab", "ctrl+u")
        await browser.type("id,nothing")
        assert "nothing" in browser.text
        await browser.press("backspace", *["backspace"] * 7)
        await browser.press("tab", "right", "right", "left")
        await browser.press("tab", "right", "ctrl+y")
        assert "Sent to the terminal's clipboard" in browser.text
        await browser.press("shift+tab", "escape")
        assert isinstance(browser.screen, BrowseScreen)
        assert list(Path().iterdir()) == []

    play(scene)


def test_the_ending_of_a_typed_name_chooses_the_format(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("e")
        await _clear(browser)
        await browser.press("enter")
        assert "Type a file name." in browser.text
        await browser.type("mine.parquet")
        assert "[parquet]" in browser.text
        assert "none: parquet is no text" in browser.text
        await browser.press("enter")
        assert Path("mine.parquet").read_bytes().startswith(b"PAR1")

    play(scene)


def test_what_can_not_be_written_is_told_and_the_dialog_stays(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("e")
        await _clear(browser)
        await browser.type("no/such/folder.csv")
        await browser.press("enter")
        assert "there is no such folder" in browser.text
        assert isinstance(browser.screen, ExportScreen)
        await browser.resize(80, 18)
        assert isinstance(browser.screen, ExportScreen)

    play(scene)


def test_a_list_that_can_not_be_counted_is_not_exported(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_selection: Selection) -> int:
        raise QueryError("out of memory")

    async def scene(browser: Browser) -> None:
        monkeypatch.setattr(Selection, "count", property(refuse))
        await browser.press("e")
        assert isinstance(browser.screen, BrowseScreen)
        assert "out of memory" in browser.text

    play(scene)


def test_all_columns_as_on_the_screen_are_all_that_can_be_shown(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("e", "tab", "tab", "tab", "left")
        assert "[all 21]" in browser.text
        await browser.press("enter")
        assert "4 rows written" in browser.text

    play(scene)
    header = Path(f"{NAME}.csv").read_text("utf-8-sig").split("\n")[0].split(",")
    assert header[:3] == ["ID", "Deal", "Event"]
    assert "Share (%)" in header
    assert "Year" in header
    assert "Currency" not in header, "it stands in the words of an amount"
