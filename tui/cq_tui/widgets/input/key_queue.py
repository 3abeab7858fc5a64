"""A queue of keys: each is handled to its end before the next, however many came in one packet.

Textual hands keys to the widget in focus as they come in. What a widget does not take itself (Enter, Backspace, ``/``)
goes up to the app first, so that of keys that came together the letters overtake them, and end up where the focus was.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from textual.app import App
from textual.events import Event, Key
from textual.message_pump import MessagePump
from textual.widgets import Input

_MOST_ROUNDS = 50
"""A key goes up from widget to widget, and what it causes comes down again: each step is a round."""
_MOVES = ("backspace", "delete", "up", "down", "j", "k", "pageup", "pagedown")
_ASKING = ("select", "rows", "overview", "search", "facets")
"""Worker groups whose results change what a key would act on."""
_LEAVING = ("ctrl+c", "ctrl+q")
"""Quit keys discard queued type-ahead, as a terminal interrupt does."""
_LONGEST = 2.0
"""Seconds after which the next key goes on in any case."""


class KeyQueue:
    """The keys that wait, and the task that hands them on."""

    def __init__(self, app: App[Any], handle: Callable[[Event], Any]) -> None:
        """Hand keys to ``handle``, run by the app's own loop of messages."""
        self._app = app
        self._handle = handle
        self._waiting: asyncio.Queue[Event] = asyncio.Queue()
        self.idle = True
        """Whether every key was handled to its end."""

    def put(self, event: Event) -> None:
        """Take a key or a paste that came in."""
        if getattr(event, "key", "") in _LEAVING:
            while not self._waiting.empty():
                self._waiting.get_nowait()
        self._waiting.put_nowait(event)
        self.idle = False

    async def hand_on(self) -> None:
        """Hand on what comes, for as long as the app runs."""
        before: Event | None = None
        while True:
            if before and self._waiting.empty():
                await self._settle()
                before = None
            self.idle = self._waiting.empty()
            event = await self._waiting.get()
            if before and not self._together(before, event):
                await self._settle()
            if getattr(event, "key", "") != "escape" and not isinstance(self._app.focused, Input):
                await self._answered()
            self._app.call_next(self._handle, event)
            before = event

    def _together(self, before: Event, event: Event) -> bool:
        """Whether two keys keep their order by themselves: letters of a text, and the same move again."""
        if not isinstance(before, Key) or not isinstance(event, Key):
            return False
        if before.key == event.key and event.key in _MOVES:
            return True
        return before.is_printable and event.is_printable and isinstance(self._app.focused, Input)

    async def _settle(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(_LONGEST):
                for _round in range(_MOST_ROUNDS):
                    if await self._quiet():
                        break

    async def _answered(self) -> None:
        """Outside a text input a key is about what is shown: wait for the questions asked before it."""
        asked = [worker.wait() for worker in self._app.workers if worker.group in _ASKING and not worker.is_finished]
        if asked:
            with suppress(TimeoutError):
                await asyncio.wait_for(asyncio.gather(*asked, return_exceptions=True), _LONGEST)

    async def _quiet(self) -> bool:
        """Wait until every widget has handled its messages; returns whether no new ones came of that."""
        done = asyncio.Event()
        left = 0

        def one_less() -> None:
            nonlocal left
            left -= 1
            if left == 0:
                done.set()

        pumps: list[MessagePump] = [self._app, *self._app.screen.walk_children(with_self=True)]
        left = sum(pump.call_later(one_less) for pump in pumps)
        if left:
            await done.wait()
        return not any(pump.message_queue_size for pump in pumps)
