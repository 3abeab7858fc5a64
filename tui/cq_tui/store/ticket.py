"""A claim on an answer that can be given up while it is being worked out."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Protocol


class Cancelled(Exception):
    """The answer is no longer wanted."""


class _Interruptible(Protocol):
    def interrupt(self) -> None: ...


class Ticket:
    """Given up by ``cancel`` from any thread; what runs under it then ends with Cancelled."""

    def __init__(self) -> None:
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
        """Let a cursor run under this ticket. Raises Cancelled if it has been given up already."""
        with self._lock:
            if self._cancelled:
                raise Cancelled
            self._running.append(cursor)
        try:
            yield
        finally:
            with self._lock:
                self._running.remove(cursor)
