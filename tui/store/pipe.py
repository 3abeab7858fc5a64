"""A pipe through which the engine writes a file: the one path that it may write, and nothing lands on a disk."""

import os
import select
import threading
import weakref
from collections.abc import Callable, Iterator

_PIECE = 1024 * 1024
_WAIT = 0.05


class Pipe:
    """Made with the engine, for the paths that the engine may open are fixed then. One file at a time."""

    def __init__(self) -> None:
        """Open both ends."""
        self._out, self._in = os.pipe()
        self._lock = threading.Lock()
        weakref.finalize(self, _close, self._out, self._in)

    @property
    def path(self) -> str:
        """What the engine opens to write."""
        return f"/dev/fd/{self._in}"

    def pieces(self, write: Callable[[], object], stop: Callable[[], None]) -> Iterator[bytes]:
        """What ``write`` writes into the pipe, in another thread; ``stop`` breaks it off when nobody reads on.

        Raises what ``write`` raises.
        """
        failures: list[BaseException] = []
        done = threading.Event()

        def run() -> None:
            try:
                write()
            except BaseException as failure:
                failures.append(failure)
            finally:
                done.set()

        with self._lock:
            thread = threading.Thread(target=run, name="pipe")
            thread.start()
            try:
                yield from self._read(done)
            finally:
                if not done.is_set():
                    stop()
                for _rest in self._read(done):
                    pass
                thread.join()
        if failures:
            raise failures[0]

    def _read(self, done: threading.Event) -> Iterator[bytes]:
        while True:
            over = done.is_set()
            if select.select([self._out], [], [], 0 if over else _WAIT)[0]:
                yield os.read(self._out, _PIECE)
            elif over:
                return


def _close(*ends: int) -> None:
    for end in ends:
        os.close(end)
