"""A store that takes its time, as a server does: what it is asked for comes when it comes, and the keys go on."""

import asyncio
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from cq_tui.archive.read import Archive
from cq_tui.screens.base.session import Session
from cq_tui.screens.browse.detail_pane import DetailPane
from cq_tui.screens.browse.screen import BrowseScreen
from cq_tui.screens.dialogs.gone import GoneScreen
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.engine.engine import Engine
from cq_tui.store.engine.errors import QueryError
from cq_tui.store.store import Store

from tests.pilot import Browser
from tests.unit.screens.conftest import Play
from tests.unit.screens.of_tables import of_tables


class Slow(Engine):
    """Answers what refers to a record when it is let go; in the thread of the screens never."""

    def __init__(self, archive: Archive) -> None:
        super().__init__(archive)
        self.let_go = threading.Event()
        self.let_go.set()
        self.fails = False
        self.asked_by_screens: list[str] = []

    def ask(
        self, sql: str, values: Sequence[Any] = (), cancellation: Cancellation | None = None
    ) -> list[tuple[Any, ...]]:
        if "count(*) OVER ()" in sql or "WHERE id = ?" in sql:
            if threading.get_ident() == threading.main_thread().ident:
                self.asked_by_screens.append(sql)
            self.let_go.wait(30)
            if self.fails:
                raise QueryError("the line is cut")
        return super().ask(sql, values, cancellation)


@pytest.fixture
def slow(archive: Archive) -> Iterator[Slow]:
    engine = Slow(archive)
    yield engine
    engine.let_go.set()
    assert engine.asked_by_screens == []


@pytest.fixture
def over(archive: Archive, slow: Slow, session: Session) -> Session:
    store = Store(archive, door=lambda: slow)
    assert store.may_wait
    return Session(store, memory=session.memory, reopen=lambda: store)


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not is_so():
            await asyncio.sleep(0.01)


def _lines(browser: Browser) -> str:
    """What stands between the two rules."""
    return "\n".join(browser.text.splitlines()[3:-2])


def test_a_record_comes_when_it_comes_and_the_keys_go_on(play: Play, slow: Slow, over: Session) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("enter")
        deal = _lines(browser)
        assert deal.strip()
        slow.let_go.clear()
        browser.put("enter")
        await until(lambda: not _lines(browser).strip())
        browser.write("yojn")  # nothing is there yet to be copied, opened, or walked through
        browser.put("escape")
        await until(lambda: _lines(browser) == deal)
        browser.put("escape")
        await until(lambda: isinstance(browser.screen, BrowseScreen))
        slow.let_go.set()
        await browser.settle()
        await browser.press("enter", "enter")
        assert "Organisers" in browser.text
        await browser.press("y")
        assert "too many for the terminal's clipboard" in browser.text

    play(scene, over=over)


def test_the_record_before_goes_where_the_next_one_takes_long(play: Play, slow: Slow, over: Session) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("enter")
        assert _lines(browser).strip()
        slow.let_go.clear()
        browser.put("enter")
        await until(lambda: not _lines(browser).strip())
        slow.let_go.set()
        await browser.settle()
        assert "Organisers" in browser.text

    play(scene, over=over)


def test_why_a_record_does_not_come_is_told(play: Play, slow: Slow, over: Session) -> None:
    async def scene(browser: Browser) -> None:
        slow.fails = True
        await browser.press("enter", "enter")
        assert "the line is cut" in browser.text
        slow.fails = False
        await browser.press("escape", "enter")
        assert "the line is cut" not in browser.text
        assert "Organisers" in browser.text

    play(scene, over=over)


def test_the_record_beside_the_list_holds_no_key_up(play: Play, slow: Slow, over: Session) -> None:
    async def scene(browser: Browser) -> None:
        slow.let_go.clear()
        browser.put("2")
        browser.put("down")
        browser.put("1")
        await until(lambda: "deals" in browser.text)
        slow.let_go.set()
        await browser.rest()
        assert any(row.link for row in browser.screen.query_one(DetailPane)._rows)

    play(scene, over=over, size=(140, 30))


def test_what_is_gone_from_a_view_is_looked_up_beside_the_keys(
    play: Play, archive: Archive, slow: Slow, session: Session
) -> None:
    over = Session(of_tables(archive, slow), memory=session.memory)

    async def scene(browser: Browser) -> None:
        slow.let_go.clear()
        gone = {"no-such-deal": "A deal that went"}
        await browser.app.push_screen(GoneScreen(over, over.store.kind("deals"), "mine", gone))
        await asyncio.sleep(0.05)
        assert "A deal that went" not in browser.text
        slow.let_go.set()
        await browser.settle()
        assert "A deal that went" in browser.text
        await browser.press("escape")

    play(scene, over=over)
