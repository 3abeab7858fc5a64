"""What an engine holds of a file goes back to the system while nobody asks it anything."""

import atexit
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from threading import Lock, Thread

REST = 1.0
"""Seconds without a statement after which nobody is taken to be asking."""

_letting_go = Lock()


@cache
def _hold_at_exit() -> None:
    """Let none begin once Python exits, and wait for one that has begun.

    A daemon that is ended inside the engine's code aborts the process.

    Called where there is an engine already: what was registered last is done first, and its own end of things comes
    after this.
    """
    atexit.register(_letting_go.acquire)


class Rest:
    """Calls something once no statement has run for a while; a statement that begins meanwhile waits for it.

    The thread that waits for that moment is there from the end of a statement until then: an engine at rest has none.
    """

    def __init__(self, let_go: Callable[[], object]) -> None:
        """``let_go`` gives back what is held; it takes milliseconds."""
        _hold_at_exit()
        self._let_go = let_go
        self._lock = Lock()
        self._running = 0
        self._ended = 0.0
        self._thread: Thread | None = None

    @contextmanager
    def interrupted(self) -> Iterator[None]:
        """Let a statement run."""
        with self._lock:
            self._running += 1
        try:
            yield
        finally:
            with self._lock:
                self._running -= 1
                self._ended = time.monotonic()
                if self._thread is None:
                    self._thread = Thread(target=self._wait, name="rest", daemon=True)
                    self._thread.start()

    def never(self) -> None:
        """Take somebody to be asking from now on."""
        with self._lock:
            self._running += 1

    def _wait(self) -> None:
        left = REST
        while left > 0:
            time.sleep(left)
            with _letting_go, self._lock:
                left = REST if self._running else self._ended + REST - time.monotonic()
                if left <= 0:
                    self._thread = None
                    self._let_go()
