"""A pipe through which the engine writes a file: the one path that it may write, and nothing lands on a disk."""

import os
import select
import threading
import weakref
from collections.abc import Callable, Generator, Iterator

from cq_tui.store.engine.background import JoinableThread

_PIECE = 1024 * 1024


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

    def pieces(self, write: Callable[[], object], stop: Callable[[], None]) -> Generator[bytes]:
        """What ``write`` writes into the pipe, in another thread; ``stop`` breaks it off when nobody reads on.

        The thread has ended when the last piece is handed out, or the iterator is closed. Raises what ``write`` raises.
        """
        failures: list[BaseException] = []
        over, end = os.pipe()

        def run() -> None:
            try:
                write()
            except BaseException as failure:
                failures.append(failure)
            finally:
                os.close(end)

        with self._lock:
            thread = JoinableThread(run, "pipe")
            try:
                thread.start()
                yield from self._until(over)
            finally:
                stop()
                for _rest in self._until(over):
                    stop()  # again, for what had not begun yet does not hear of it
                thread.join()
                os.close(over)
        if failures:
            raise failures[0]

    def _until(self, over: int) -> Iterator[bytes]:
        """What comes until the other end of ``over`` is closed, and what stands in the pipe then."""
        both, out = _poll(self._out, over), _poll(self._out)
        ended = False
        while not ended:
            ended = over in both()
            while out(0):
                yield os.read(self._out, _PIECE)


def _poll(*ends: int) -> Callable[..., list[int]]:
    """Waits, a number of milliseconds at most, until something can be read of some ends, and gives these.

    ``select`` knows no descriptor above 1,023, and a server of sessions may have more.
    """
    poll = select.poll()
    for end in ends:
        poll.register(end, select.POLLIN)
    return lambda milliseconds=None: [end for end, _events in poll.poll(milliseconds)]


def _close(*ends: int) -> None:
    for end in ends:
        os.close(end)
