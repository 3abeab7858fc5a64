"""Values that are computed in a background thread and waited for when they are needed."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class JoinableThread(threading.Thread):
    """A thread that can be joined again after KeyboardInterrupt was raised inside ``join``.

    Python 3.11 and 3.12 mark such a thread as ended. At exit the interpreter does not wait for it then, and a thread
    that is inside the engine's code at that moment aborts the process.
    """

    def __init__(self, target: Callable[[], object], name: str) -> None:
        """Not a daemon: Python stops those wherever they are when it exits, also inside the engine."""
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
        """Wait for the end, or at most ``timeout`` seconds."""
        # The event first: an interruption hits the wait for it, and leaves the thread's own state alone.
        if self._ended.wait(timeout):
            super().join()


class Background(Generic[Made]):
    """A value computed in a thread once ``begin`` was called."""

    def __init__(self, make: Callable[[], Made]) -> None:
        """``make`` computes the value; nothing is started yet."""
        self._make = make
        self._made: Made
        self._failure: BaseException | None = None
        # The screens' thread begins, and so does whichever worker asks the first question: only one may start.
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def begin(self) -> threading.Thread:
        """Start computing, unless that was done before; returns the thread that does it."""
        with self._lock:
            if self._thread is None:
                self._thread = JoinableThread(self._run, "background")
                self._thread.start()
            return self._thread

    def _run(self) -> None:
        try:
            self._made = self._make()
        except BaseException as failure:  # handed over: raised in the threads that wait for the value
            self._failure = failure

    @property
    def value(self) -> Made:
        """The value; begins and waits where needed. Raises what computing it raised."""
        self.begin().join()
        if self._failure is not None:
            raise self._failure
        return self._made
