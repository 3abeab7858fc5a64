"""Progress of reading table files, for another thread to show, and a way to stop it."""

from contextlib import suppress
from threading import Lock
from typing import NamedTuple, Protocol

from cq_tui.language import _
from cq_tui.values.clean import clean_line

_LEAST = 0.005
"""The share from which on it is told: less would be 0 %."""


class Running(Protocol):
    """A connection that works."""

    def interrupt(self) -> None:
        """Break off what runs."""

    def query_progress(self) -> float:
        """Per cent of what runs; negative while it can't be told."""


class Progress(NamedTuple):
    """What is being read: the file, its rows if they are known, and the share of it that is read, from 0 to 1.

    ``checking``: it is read already, and what its records say of each other is looked through.
    """

    file: str
    rows: int | None
    share: float
    checking: bool = False


def progress_words(progress: Progress) -> str:
    """The progress as one clean line. As long as no share is known none is told."""
    known = f"{progress.share:.0%}" if progress.share >= _LEAST else ""
    if progress.checking:
        message = _("checking {file}: {share}") if known else _("checking {file}")
    elif progress.rows is None:
        message = _("reading {file}: {share}") if known else _("reading {file}")
    else:
        message = _("reading {file}: {done} of {rows} rows, {share}") if known else _("reading {file}: {rows} rows")
    rows = progress.rows or 0
    done = f"{int(rows * progress.share):,}"
    return clean_line(message.format(file=progress.file, done=done, rows=f"{rows:,}", share=known))


class Loading:
    """What the thread that reads tells, and whether it is to stop."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        # The reading thread sets what runs, the main thread asks how far it is and interrupts it.
        self._lock = Lock()
        self._running: Running | None = None
        self._file = ""
        self._rows: int | None = None
        self._checking = False
        self.stopped = False

    def begin(self, running: Running, file: str, rows: int | None) -> None:
        """A file is read by a connection from now on."""
        with self._lock:
            self._running, self._file, self._rows, self._checking = running, file, rows, False

    def check(self) -> None:
        """What was read is checked from now on."""
        with self._lock:
            self._checking = True

    def end(self) -> None:
        """Nothing is read any more."""
        with self._lock:
            self._running = None

    def stop(self) -> None:
        """Break the reading off."""
        with self._lock:
            self.stopped = True
            if self._running is not None:
                self._running.interrupt()

    @property
    def progress(self) -> Progress | None:
        """How far it is; None while nothing is read."""
        # A connection that has just ended raises when it is asked; then there is no progress to tell.
        with self._lock, suppress(Exception):
            if self._running is not None:
                share = max(0.0, min(1.0, self._running.query_progress() / 100))
                return Progress(self._file, self._rows, share, self._checking)
        return None
