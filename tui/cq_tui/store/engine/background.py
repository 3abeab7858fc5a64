"""A value that is made in a background thread, and waited for when it is needed."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Lasting(threading.Thread):
    """A thread that is still there when somebody who waited for it was interrupted.

    Python 3.11 and 3.12 take a thread for ended when KeyboardInterrupt strikes in ``join``: nobody waits for it at the
    exit then, and in the engine's code that aborts the process.
    """

    def __init__(self, target: Callable[[], object], name: str) -> None:
        """Not a daemon: Python ends those midway at its exit."""
        super().__init__(name=name)
        self._job = target
        self._ended = threading.Event()

    def run(self) -> None:
        """Do the job."""
        try:
            self._job()
        finally:
            self._ended.set()

    def join(self, timeout: float | None = None) -> None:
        """Wait for the end, or for so many seconds."""
        if self._ended.wait(timeout):
            super().join()


class Background(Generic[Made]):
    """Makes its value in a thread once it is told to begin; ``value`` begins, waits, or raises what went wrong."""

    def __init__(self, make: Callable[[], Made]) -> None:
        """Nothing begins yet."""
        self._make = make
        self._made: Made
        self._failure: BaseException | None = None
        self._lock = threading.Lock()  # two threads may ask for the value first; it is made once
        self._thread: threading.Thread | None = None

    def begin(self) -> threading.Thread:
        """Begin, if it has not begun."""
        with self._lock:
            if self._thread is None:
                self._thread = Lasting(self._run, "background")
                self._thread.start()
            return self._thread

    def _run(self) -> None:
        try:
            self._made = self._make()
        except BaseException as failure:  # handed over to whoever asks for the value
            self._failure = failure

    @property
    def value(self) -> Made:
        """What was made."""
        self.begin().join()
        if self._failure is not None:
            raise self._failure
        return self._made
