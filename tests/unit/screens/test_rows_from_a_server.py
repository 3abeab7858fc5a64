"""Rows of a long list in a server come when they come: the keys go on, and what was there stays until then."""

import asyncio
import threading
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from cq_tui.screens.base.session import Session
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.engine.engine import Engine
from cq_tui.store.engine.errors import QueryError
from cq_tui.widgets.table.record_table import RecordTable

from tests.bench.made_deals import made_archive
from tests.pilot import Browser
from tests.unit.screens.conftest import Play
from tests.unit.screens.of_tables import of_tables


class Slow(Engine):
    """Answers what has rows when it is let go."""

    let_go = threading.Event()
    fails = False

    def ask(
        self, sql: str, values: Sequence[Any] = (), cancellation: Cancellation | None = None
    ) -> list[tuple[Any, ...]]:
        self.let_go.wait(30)
        if self.fails:
            raise QueryError("the line is cut")
        return super().ask(sql, values, cancellation)


@pytest.fixture
def slow() -> Iterator[Slow]:
    engine = Slow(made_archive(300))
    engine.let_go.set()
    yield engine
    engine.let_go.set()


@pytest.fixture
def over(slow: Slow, session: Session) -> Session:
    return Session(of_tables(made_archive(300), slow), memory=session.memory)


def test_rows_come_when_they_come(play: Play, slow: Slow, over: Session) -> None:
    async def scene(browser: Browser) -> None:
        first = browser.text.splitlines()[3:20]
        slow.let_go.clear()
        browser.put("G")
        browser.put("?")  # waits for the rows, for a key is about what is shown
        await asyncio.sleep(0.1)
        assert browser.text.splitlines()[3:20] == first
        slow.let_go.set()
        await browser.settle()
        await browser.press("escape")
        assert browser.screen.query_one(RecordTable).cursor == 299
        assert browser.text.splitlines()[3:20] != first

    play(scene, over=over)


def test_rows_that_do_not_come_leave_what_is_there(play: Play, slow: Slow, over: Session) -> None:
    async def scene(browser: Browser) -> None:
        before = browser.text.splitlines()[3:20]
        slow.fails = True
        await browser.press("G")
        assert "the line is cut" in browser.text
        assert browser.text.splitlines()[3:20] == before
        slow.fails = False
        await browser.press("G")
        assert "the line is cut" not in browser.text
        assert browser.screen.query_one(RecordTable).cursor == 299
        await browser.press("g", "pagedown", "pagedown", "pagedown", "pagedown", "pagedown")
        assert "Made deal 75" in browser.text

    play(scene, over=over)
