"""The browser in this process, without a terminal: for tests of one screen or one controller, and for random walks.

What a person sees on a real terminal is tried in ``tests/terminal``.
"""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from functools import cache

from cq_tui.app import BrowserApp
from cq_tui.screens.base.session import Session
from cq_tui.screens.browse.detail_pane import DetailPane
from textual.css import stylesheet
from textual.css.model import RuleSet
from textual.events import Key, Paste
from textual.keys import _character_to_key, key_to_character
from textual.pilot import Pilot
from textual.screen import Screen

_KEY_QUEUE = "key queue"
"""The worker that hands on the keys; it runs as long as the browser."""
_LOOK = 0.002
"""Seconds from look to look."""
_SELDOM = 0.02
"""Where something takes long: each look takes time from what is waited for."""
_LONGEST = 60.0
"""Seconds until a wait fails; only a failure uses them up."""


_tokens = cache(lambda variables, tokenize=stylesheet.tokenize_values: tokenize(dict(variables)))
_parse = stylesheet.parse
_parsed: dict[tuple[object, ...], list[RuleSet]] = {}


def _parsed_once(scope: str, css: str, read_from: object, **more: object) -> Iterable[RuleSet]:
    """What Textual's parser makes of styles: hundreds of browsers in one process have the same ones.

    They are a fifth of each start, and of each change of the look. Variables are known by their identity.
    """
    key = (
        scope,
        css,
        read_from,
        *((name, id(one) if name == "variable_tokens" else one) for name, one in more.items()),
    )
    if key not in _parsed:
        _parsed[key] = [*_parse(scope, css, read_from, **more)]  # type: ignore[arg-type]
    return _parsed[key]


stylesheet.parse = _parsed_once
stylesheet.tokenize_values = lambda variables: _tokens(frozenset(variables.items()))


class Browser:
    """A running browser: keys in, and waiting until all that they caused has happened."""

    def __init__(self, app: BrowserApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> Screen[object]:
        """The screen in front."""
        return self.app.screen

    @property
    def text(self) -> str:
        """What is on the screen, as lines of text."""
        return "\n".join(
            "".join(segment.text for segment in line).rstrip() for line in self.screen._compositor.render_strips()
        )

    def put(self, key: str) -> None:
        """Press a key without waiting: a character, or a key by the name that Textual gives it."""
        self.app.post_message(Key(self.named(key), key if len(key) == 1 else key_to_character(key)))

    @staticmethod
    def named(key: str) -> str:
        """Textual's name of a key or a character."""
        return _character_to_key(key) if len(key) == 1 else key

    def write(self, text: str) -> None:
        """Press the keys of a text without waiting."""
        for character in text:
            self.put(character)

    def paste(self, text: str) -> None:
        """Paste a text."""
        self.app.post_message(Paste(text))

    async def press(self, *keys: str) -> "Browser":
        """Press keys one after the other, each settled before the next."""
        for key in keys:
            self.put(key)
            await self.settle()
        return self

    async def type(self, text: str) -> "Browser":
        """Type a text as fast as a line brings it."""
        self.write(text)
        await self.settle()
        return self

    async def settle(self) -> None:
        """Wait until every key is handled, every question answered, and every message delivered."""
        async with asyncio.timeout(_LONGEST):
            while self.running:
                # Asking the screen puts messages into its queues, for which the key queue would wait in turn: looked
                # at from outside until nothing is going on, and asked only then.
                pause = _LOOK
                while self.running and not self._quiet:
                    await asyncio.sleep(pause)
                    pause = min(pause * 1.5, _SELDOM)
                await self.pilot.pause(0)
                if self._quiet:
                    return

    async def rest(self) -> None:
        """Wait until the record beside the list is that under the cursor: it follows once the cursor rests."""
        async with asyncio.timeout(_LONGEST):
            while any(pane.is_waiting for pane in self.screen.query(DetailPane)):
                await asyncio.sleep(_LOOK)
        await self.settle()

    async def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size."""
        await self.pilot.resize_terminal(columns, lines)
        await self.settle()

    @property
    def running(self) -> bool:
        """Whether the browser has not ended, and has not been told to."""
        return self.app.is_running and self.app._exception is None and not self.app._exit

    @property
    def _quiet(self) -> bool:
        if not self.app._key_queue.idle:
            return False
        if any(worker.group != _KEY_QUEUE and not worker.is_finished for worker in self.app.workers):
            return False
        return not any(node.message_queue_size for node in [self.app, *self.screen.walk_children(with_self=True)])


@asynccontextmanager
async def browsing(session: Session, *, tab: int = 0, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Browser]:
    """Run the browser; what ends it otherwise than by a key is raised at the end."""
    app = BrowserApp(session, tab)
    async with app.run_test(size=size, notifications=True) as pilot:
        browser = Browser(app, pilot)
        await browser.settle()
        yield browser
