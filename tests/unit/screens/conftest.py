"""A browser in this process, over the shipped event or a made archive."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from cq_tui.screens.base.session import Session
from cq_tui.settings.state import Memory
from cq_tui.store.store import Store

from tests.pilot import Browser, browsing

Scene = Callable[[Browser], Awaitable[None]]
Play = Callable[..., None]


@pytest.fixture
def session(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    """A session over the shipped event, in an empty folder, that keeps its choices there."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return Session(store, memory=Memory(tmp_path / "state.toml"), reopen=lambda: Store(store.archive))


@pytest.fixture
def play(session: Session) -> Play:
    """Plays a scene: a coroutine that is given a running browser. Tab 1 are the deals, 0 is the overview."""

    def played(scene: Scene, *, tab: int = 1, size: tuple[int, int] = (80, 24), over: Session | None = None) -> None:
        async def run() -> None:
            async with browsing(over or session, tab=tab, size=size) as browser:
                await scene(browser)

        asyncio.run(run())

    return played
