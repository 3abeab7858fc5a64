"""The list of the browser: asked for, shown, sorted, marked, its columns arranged."""

import asyncio
import threading

import pytest
from cq_tui.screens.browse import query_result
from cq_tui.screens.browse.screen import BrowseScreen
from cq_tui.store.engine.errors import QueryError
from cq_tui.store.selection.selection import Selection
from cq_tui.widgets.table.record_table import RecordTable

from tests.pilot import Browser
from tests.unit.screens.conftest import Play


def _table(browser: Browser) -> RecordTable:
    return browser.screen.query_one(RecordTable)


def test_the_first_frame_has_the_rows(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        assert "Credit for Chongqing" in browser.text
        assert "4 of 4" in browser.text
        assert "Amount" in browser.text

    play(scene)


def test_rows_stand_after_the_window_was_resized(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        for size in ((132, 40), (60, 15), (100, 20)):
            await browser.resize(*size)
            assert "Credit" in browser.text
            assert "4 of 4" in browser.text

    play(scene)


def test_typing_filters_and_enter_gives_the_keys_back_to_the_list(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("/")
        await browser.type("citic")
        assert "2 of 4" in browser.text
        await browser.press("enter")
        assert browser.app.focused is _table(browser)
        assert browser.screen.session.filter_history == ["citic"]  # type: ignore[attr-defined]
        await browser.press("backspace")
        assert "4 of 4" in browser.text

    play(scene)


def test_sorting_goes_round(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        table = _table(browser)
        while table.field is None or table.field.name != "amount":
            await browser.press("right")
        ids = []
        for _press in range(3):
            await browser.press("s")
            assert table.selection is not None
            ids.append([one.id for one in table.selection])
        assert ids[0][0] == ids[2][0] == "nev-credit-line"
        assert ids[1][0] != "nev-credit-line"

    play(scene)


def test_marks_are_listed_and_forgotten(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("M")
        assert "No row is marked" in browser.text
        await browser.press("space", "space", "space", "up", "space")
        assert "2 marked" in browser.text
        await browser.press("M")
        assert "2 of 4" in browser.text
        await browser.press("r", "U")
        assert "4 of 4" in browser.text
        assert "marked" not in browser.text

    play(scene)


def test_columns_are_hidden_moved_and_widened(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        table = _table(browser)
        first = table.field
        assert first is not None
        await browser.press("right")
        second = table.field
        await browser.press("<")
        assert table.field is second
        assert table.columns.cursor == 0
        before = table.columns.width_of(first)
        await browser.press("right", "+")
        assert table.columns.width_of(first) != before or before is None
        await browser.press("-")
        assert "Hidden" in browser.text
        assert table.field is not first
        await browser.press("C")
        assert " of 23 shown" in browser.text
        await browser.press("space", ">", "_", "+", "r", "escape")
        assert browser.app.screen.query_one(RecordTable) is table

    play(scene)


def test_moving_keeps_to_the_rows(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        table = _table(browser)
        for key, expected in (("down", 1), ("end", 3), ("down", 3), ("pageup", 0), ("G", 3), ("g", 0), ("up", 0)):
            await browser.press(key)
            assert table.cursor == expected, key

    play(scene)


def test_rows_that_can_not_be_fetched_are_told_and_end_nothing(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_selection: Selection, _number: int) -> None:
        raise QueryError("out of memory")

    async def scene(browser: Browser) -> None:
        table = _table(browser)
        assert table.selection is not None
        monkeypatch.setattr(Selection, "page", refuse)
        table._rows.show(table.selection, [])
        table._load()
        table.refresh()
        await browser.settle()
        assert "out of memory" in browser.text
        assert table.current is None
        await browser.press("down", "enter", "space", "y")
        assert isinstance(browser.screen, BrowseScreen)

    play(scene)


def test_the_record_beside_the_list_follows_the_cursor(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        assert "Amount as written" in browser.text
        await browser.press("2", "3")
        assert "Person or institution" in browser.text
        await browser.resize(80, 24)
        assert "Person or institution" not in browser.text
        await browser.resize(130, 24)
        assert "Person or institution" in browser.text

    play(scene, size=(130, 30))


def test_a_question_of_a_list_that_was_left_is_not_shown(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        browser.put("2")
        browser.put("1")
        await browser.settle()
        assert browser.screen.has_class("overview")
        assert browser.app.focused is browser.screen.query_one("#overview")

    play(scene)


def test_a_list_that_came_while_the_table_was_hidden_is_the_one_that_is_drawn(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("5")
        assert browser.screen.has_class("chain")
        await browser.press("6")
        table = _table(browser)
        assert table.selection is not None
        assert all(one.called[:12] in browser.text for one in table.selection)

    play(scene)


def test_a_long_list_shows_its_rows_before_its_sums(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(query_result, "_LONG", 1)
    summed = threading.Event()
    words = query_result.footer_parts

    def later(selection: Selection) -> list[str]:
        summed.wait(10)
        return words(selection)

    async def scene(browser: Browser) -> None:
        monkeypatch.setattr(query_result, "footer_parts", later)
        browser.put("3")
        while "Hu Henghua" not in browser.text:
            await asyncio.sleep(0.01)
        assert "13 of 13" in browser.text
        browser.screen.show_message("told meanwhile")  # type: ignore[attr-defined]
        summed.set()
        await browser.settle()
        assert "told meanwhile" in browser.text, "a message waits for the list that was asked for before it"
        await browser.press("2")
        assert "credit line 75 bn" in browser.text

    play(scene)


def test_a_list_that_comes_after_a_newer_one_was_asked_for_is_not_shown(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, asked = threading.Event(), threading.Event()
    words = query_result.footer_parts

    def late(selection: Selection) -> list[str]:
        if selection.kind.name == "speakers":
            asked.set()
            go_on.wait(10)
        return words(selection)

    async def scene(browser: Browser) -> None:
        monkeypatch.setattr(query_result, "footer_parts", late)
        lists = browser.screen.lists  # type: ignore[attr-defined]
        tabs = browser.screen.tabs  # type: ignore[attr-defined]
        tabs.show_tab(2)
        while not asked.is_set():
            await asyncio.sleep(0.01)
        tabs.show_tab(3)
        await browser.settle()
        go_on.set()
        await browser.settle()
        assert lists.table.selection.kind.name == "platforms"
        assert "Hu Henghua" not in browser.text

    play(scene)
