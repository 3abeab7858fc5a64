"""What random keys have met once; and that a walk comes by every screen."""

import pytest
from cq_tui.app import BrowserApp
from cq_tui.archive.read import read, shipped
from cq_tui.store.store import Store
from cq_tui.widgets.base.line_widget import LineWidget
from textual.strip import Strip

from tests.pilot import Browser
from tests.reliability import walk
from tests.reliability.noticing import Ears

ENDED = [
    pytest.param("5 1 v", id="the chain is turned after its tab was left"),
    pytest.param("5 2 v", id="the chain is turned over another list"),
    pytest.param("2 end y L", id="the language is changed on a text to copy"),
]


@pytest.mark.parametrize("keys", ENDED)
def test_keys_that_ended_the_browser_once(keys: str) -> None:
    assert walk.again(0, keys.split()).end == ""


def test_a_walk_comes_by_every_screen_and_none_of_its_keys_ends_it() -> None:
    found = walk.walk(6, 260, ways=0.8)
    assert (found.end, found.dead) == ("", ""), " ".join(found.keys[-20:])
    assert found.silent == [], "a key neither does nor says anything"
    assert set(found.asked) == set(), "a line asks the store while it is drawn"
    assert {*walk.SCREENS, *walk.VIEWS} - found.visited == set()


def test_a_key_without_an_answer_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scene(browser: Browser, found: walk.Walk) -> None:
        ears = Ears()
        with ears.open():
            await walk.press_and_notice(browser, found, "x", ears, settled=True)

    assert walk.played(walk.Walk(1), scene).silent == []
    monkeypatch.setattr(BrowserApp, "on_key", lambda _self, _event: None)
    assert walk.played(walk.Walk(1), scene).silent == ["x (no action) on BrowseScreen"]


def test_a_line_that_asks_while_it_is_drawn_is_found() -> None:
    store = Store(read(shipped()))

    class Asking(LineWidget):
        def render_line(self, y: int) -> Strip:
            return Strip.blank(len(store.name("organisations", str(y))))

    asked: list[str] = []
    with walk.drawing_asks_nothing(asked):
        Asking().render_line(0)
    assert set(asked) == {"Asking"}
