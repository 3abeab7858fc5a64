"""Something that is made beside the main thread and waited for when it is needed."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Later(Generic[Made]):
    """Makes its value in a thread once it is told to begin; ``value`` begins, waits, or raises what went wrong."""

    def __init__(self, make: Callable[[], Made]) -> None:
        """Nothing begins yet."""
        self._make = make
        self._made: Made
        self._failure: BaseException | None = None
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def begin(self) -> threading.Thread:
        """Begin, if it has not begun."""
        with self._lock:
            if self._thread is None:
                # Not a daemon: Python ends those midway at its exit, and in the engine's code that aborts the process.
                self._thread = threading.Thread(target=self._run, name="later")
                self._thread.start()
            return self._thread

    def _run(self) -> None:
        try:
            self._made = self._make()
        except BaseException as failure:
            self._failure = failure

    @property
    def value(self) -> Made:
        """What was made."""
        self.begin().join()
        if self._failure is not None:
            raise self._failure
        return self._made
