"""Statements that run longer than a question may are interrupted."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from cq_tui.language import ngettext
from cq_tui.quotas import quotas, variable
from cq_tui.store.engine.cancellation import Cancelled
from cq_tui.store.engine.errors import QueryError

_EACH = 1.0
"""Seconds between two looks at what runs: a bound of many seconds need not be kept to the millisecond."""


class _Interruptible(Protocol):
    def interrupt(self) -> None: ...


@dataclass(eq=False, slots=True)
class _Running:
    cursor: _Interruptible
    until: float
    expired: bool = False


class Deadlines:
    """Watches the statements of every engine from one thread, which sleeps while none runs.

    The engine has no time limit of its own. A timer for each statement would start a thread for each, and a screen
    asks a hundred small questions; here a statement costs two entries in a list. A thread for each engine would stay
    when its archive was read anew.
    """

    def __init__(self) -> None:
        """No thread is started before the first statement."""
        self._running: list[_Running] = []
        # Held while a cursor is interrupted: one whose statement has ended is closed, or runs another one.
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._asleep = False

    @contextmanager
    def watch(self, cursor: _Interruptible) -> Iterator[None]:
        """Let a statement run in a cursor. Raises QueryError once it has taken longer than it may."""
        seconds = quotas().seconds
        entry = _Running(cursor, time.monotonic() + seconds)
        with self._changed:
            self._running.append(entry)
            self._wake()
        try:
            yield
        except Cancelled:
            if not entry.expired:
                raise
            message = ngettext(
                "This takes longer than {seconds} second and was given up; {name} can raise that.",
                "This takes longer than {seconds} seconds and was given up; {name} can raise that.",
                seconds,
            )
            raise QueryError(message.format(seconds=seconds, name=variable("seconds"))) from None
        finally:
            with self._changed:
                self._running.remove(entry)

    def _wake(self) -> None:
        if self._thread is None:
            # A daemon, for it must not keep the process from ending; it holds nothing while it waits.
            self._thread = threading.Thread(target=self._look, name="deadlines", daemon=True)
            self._thread.start()
        elif self._asleep:
            self._changed.notify()

    def _look(self) -> None:
        with self._changed:
            while True:
                self._asleep = not self._running
                self._changed.wait(None if self._asleep else _EACH)
                now = time.monotonic()
                for entry in self._running:
                    if now >= entry.until:
                        entry.expired = True
                        with suppress(Exception):  # it may end at this very moment
                            entry.cursor.interrupt()


@cache
def deadlines() -> Deadlines:
    """The one watch of this process."""
    return Deadlines()
