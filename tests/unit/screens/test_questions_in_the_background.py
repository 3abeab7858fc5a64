"""No key waits for the engine where no record is in memory: once the first frame stands, the screens' thread asks none.

That of an archive in a server with more than a thousand events is one of those.
"""

import threading
import traceback
from collections.abc import Sequence
from typing import Any

import pytest
from cq_tui.archive.read import Archive
from cq_tui.screens.base.session import Session
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.engine.engine import Engine

from tests.pilot import Browser
from tests.unit.screens.conftest import Play
from tests.unit.screens.of_tables import of_tables


class Noting(Engine):
    """Keeps what the screens' thread asks, with who asked it."""

    def __init__(self, archive: Archive) -> None:
        super().__init__(archive)
        self.asked_by_screens: list[str] = []

    def ask(
        self, sql: str, values: Sequence[Any] = (), cancellation: Cancellation | None = None
    ) -> list[tuple[Any, ...]]:
        if threading.current_thread() is threading.main_thread():
            ours = [one for one in traceback.extract_stack() if "cq_tui" in one.filename]
            self.asked_by_screens.append("\n".join([sql, *(f"{one.filename}:{one.lineno}" for one in ours)]))
        return super().ask(sql, values, cancellation)


@pytest.mark.parametrize(
    "ways",
    [
        ("1", "2", "3", "4", "5", "6", "7", "8", "9", "escape"),
        ("2 enter", "9 enter down enter", "enter", "I", "I enter", "I down enter"),
        ("1 / text:xnl enter", "2 f enter", "2 l f enter", "2 s s S", "2 C", "2 w", "2 end y"),
        ("5 right right", "5 v", "5 v v", "1 c", "9 space down space c", "* text:citic enter enter"),
        (": text:citic", "2 P", "2 B", "2 M", "2 e enter", "2 t", "?"),
        ("1 R", "2 R", "1 L", "2 L", "L", "T"),
    ],
)
def test_once_the_first_frame_stands_no_key_waits_for_the_engine(
    play: Play, archive: Archive, session: Session, ways: Sequence[str]
) -> None:
    engine = Noting(archive)
    over = Session(of_tables(archive, engine), memory=session.memory, reopen=lambda: of_tables(archive, engine))

    async def scene(browser: Browser) -> None:
        engine.asked_by_screens.clear()
        for way in ways:
            for key in way.split():
                if key.startswith("text:"):
                    await browser.type(key.removeprefix("text:"))
                else:
                    await browser.press(key)
                await browser.rest()
                assert engine.asked_by_screens == [], way
            await browser.press("escape", "escape", "escape")

    play(scene, over=over, size=(120, 40))
