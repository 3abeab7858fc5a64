"""Lets an import be broken off while a statement of the engine runs, which may take seconds in a long list."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Protocol, Self

from cq_tui.importing.progress import Progress

_EACH = 0.25
"""Seconds between two looks."""


class _Interruptible(Protocol):
    def interrupt(self) -> None: ...


class StatementWatch:
    """Reports progress once more, from a thread of its own, while a statement runs; where that raises, it is ended.

    It is the import's progress: what was reported last is what is repeated.
    """

    def __init__(self, progress: Progress) -> None:
        """No thread is started before the first statement."""
        self._progress = progress
        self._last: tuple[str, int, int] | None = None
        # Held while a statement is interrupted: another one may run in its cursor soon.
        self._changed = threading.Condition()
        self._running: _Interruptible | None = None
        self._thread: threading.Thread | None = None
        self._broken: BaseException | None = None
        self._closed = False

    def __call__(self, what: str, done: int, of: int) -> None:
        """Report progress. Raises what that raises."""
        self._last = (what, done, of)
        self._progress(what, done, of)

    def to(self, progress: Progress) -> Self:
        """Report to another one from now on."""
        self._progress, self._last = progress, None
        return self

    @contextmanager
    def running(self, cursor: _Interruptible) -> Iterator[None]:
        """Let a statement run in a cursor. Raises what progress raises meanwhile."""
        with self._changed:
            self._running = cursor
            if self._thread is None:
                self._thread = threading.Thread(target=self._look, name="statements", daemon=True)
                self._thread.start()
            self._changed.notify()
        try:
            yield
        finally:
            with self._changed:
                self._running = None
                broken, self._broken = self._broken, None
            if broken:
                raise broken from None

    def close(self) -> None:
        """End the thread."""
        with self._changed:
            self._closed = True
            self._changed.notify()

    def _look(self) -> None:
        with self._changed:
            while not self._closed:
                self._changed.wait(_EACH if self._running else None)
                if self._running and self._last:
                    self._repeat(self._running, self._last)

    def _repeat(self, cursor: _Interruptible, last: tuple[str, int, int]) -> None:
        if self._broken is None:
            try:
                self._progress(*last)
            except BaseException as error:  # whatever breaks it off is raised where the statement runs
                self._broken = error
        if self._broken is not None:
            # At each look again: an interrupt that comes before the engine has begun the statement is lost.
            with suppress(Exception):  # it may end at this very moment
                cursor.interrupt()
