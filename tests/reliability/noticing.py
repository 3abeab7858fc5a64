"""What a random walk notices beside a crash: a key that does and says nothing, and a screen with no way back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from cq_tui.app import BrowserApp
from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.screens.base.too_small import TooSmallScreen
from cq_tui.screens.browse.screen import BrowseScreen
from textual.app import App
from textual.screen import Screen
from textual.widgets import Input

from tests.pilot import Browser

_MOVES = frozenset(
    "move walk column move_column page to_end along hit escape drop_term tab focus_next focus_previous redraw".split()
)
"""Actions that may have nothing to do: at the end of a list, at its only match, without a filter, in the front tab."""
_WAY_BACK = 12
"""How often Esc is pressed until a list must be in front."""


class Ears:
    """Counts what was said or handed over, seen or not."""

    def __init__(self) -> None:
        self.words = 0

    @contextmanager
    def open(self) -> Iterator[None]:
        """Count every message and every text for the clipboard from here on."""
        with pytest.MonkeyPatch.context() as patch:
            for owner, name in _said_by():
                patch.setattr(owner, name, self._counted(getattr(owner, name)))
            yield

    def _counted(self, say: Callable[..., Any]) -> Callable[..., Any]:
        def counting(*words: Any, **more: Any) -> Any:
            self.words += 1
            return say(*words, **more)

        return counting


def _said_by() -> Iterator[tuple[type, str]]:
    yield App, "notify"
    yield BrowserApp, "copy_to_clipboard"
    waiting: list[type] = [BaseScreen]
    while waiting:
        one = waiting.pop()
        waiting += one.__subclasses__()
        if "show_message" in one.__dict__:
            yield one, "show_message"


class Effect:
    """What one key did: made before the key is pressed, asked when all that it caused has happened."""

    def __init__(self, browser: Browser, ears: Ears, key: str) -> None:
        self._browser, self._ears = browser, ears
        self._key = key
        self._action = _action_of(browser.screen, key)
        self._before = self._seen()

    def silent(self) -> str:
        """Where the key neither did nor said anything that it should have; nothing if all is well."""
        if self._action in _MOVES or not self._browser.running or self._seen() != self._before:
            return ""
        return f"{self._key} ({self._action or 'no action'}) on {type(self._browser.screen).__name__}"

    def _seen(self) -> tuple[object, ...]:
        browser = self._browser
        if not browser.running:
            return ()
        return self._ears.words, id(browser.screen), browser.screen.focused, browser.text


def must_act(browser: Browser, key: str) -> bool:
    """Whether a key is one that people expect an answer to: bound here, or a character that is not typed."""
    if isinstance(browser.screen.focused, Input) or isinstance(browser.screen, TooSmallScreen):
        return False
    return len(key) == 1 or bool(_action_of(browser.screen, key))


def _action_of(screen: Screen[Any], key: str) -> str:
    """The name of the action that a key has here."""
    found = screen.active_bindings.get(Browser.named(key))
    return found.binding.action.partition("(")[0].rpartition(".")[2] if found else ""


async def way_back(browser: Browser) -> str:
    """Go back by Esc to a list that answers; what is in the way, if anything is."""
    await browser.resize(80, 24)
    for _step in range(_WAY_BACK):
        if isinstance(browser.screen, BrowseScreen):
            break
        await browser.press("escape")
    else:
        return f"no way back from {type(browser.screen).__name__}"
    await browser.press("escape", "2", "1")
    if not browser.screen.has_class("overview"):
        return "the overview does not come"
    return ""
