"""Cancelling questions to the engine while they are being answered, from any thread."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Protocol


class Cancelled(Exception):
    """The answer is no longer wanted."""


class _Interruptible(Protocol):
    def interrupt(self) -> None: ...


class Cancellation:
    """A token for one or more questions: after ``cancel``, from any thread, they end with Cancelled."""

    def __init__(self) -> None:
        # ``cancel`` comes from the thread of the screen while the asking thread begins or ends a question: without the
        # lock a cursor could be missed between the check and the append, and run on although nobody waits for it.
        self._lock = Lock()
        self._cancelled = False
        self._running: list[_Interruptible] = []

    def cancel(self) -> None:
        """Give the answer up and interrupt what is running for it."""
        with self._lock:
            self._cancelled = True
            for cursor in self._running:
                cursor.interrupt()

    @contextmanager
    def running(self, cursor: _Interruptible) -> Iterator[None]:
        """Let a cursor run under this cancellation. Raises Cancelled if it has been given up already."""
        with self._lock:
            if self._cancelled:
                raise Cancelled
            self._running.append(cursor)
        try:
            yield
        finally:
            with self._lock:
                self._running.remove(cursor)
