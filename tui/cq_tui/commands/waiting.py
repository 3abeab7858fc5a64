"""Telling how far the reading of table files is, on stderr, while it takes long."""

import sys
import time
from collections.abc import Callable
from threading import Thread

from cq_tui.language import _
from cq_tui.store.engine.loading import Loading, Progress
from cq_tui.values.clean import clean_line

_PATIENCE = 0.5
_EACH = 0.1
_EACH_LINE = 5.0


def nothing() -> None:
    """Do nothing meanwhile."""


def watch(thread: Thread, loading: Loading, meanwhile: Callable[[], None] = nothing) -> None:
    """Wait for the thread; a terminal shows one line that goes again, anything else gets a line now and then.

    ``meanwhile`` is done first: the engine reads beside it. Raises KeyboardInterrupt when it is broken
    off; the thread has ended then.
    """
    shown = sys.stderr.isatty()
    due = time.monotonic() + _PATIENCE
    told = False
    try:
        meanwhile()
        while thread.is_alive():
            thread.join(_EACH)
            progress = loading.progress
            if progress is None or time.monotonic() < due:
                continue
            told = True
            due = time.monotonic() + (_EACH if shown else _EACH_LINE)
            print(f"\r\x1b[K{words(progress)}" if shown else words(progress), end="" if shown else "\n",
                  file=sys.stderr, flush=True)  # fmt: skip
    except KeyboardInterrupt:
        loading.stop()
        thread.join()
        raise
    finally:
        if told and shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def words(progress: Progress) -> str:
    """One clean line."""
    share = f"{progress.share:.0%}"
    if progress.rows is None:
        return clean_line(_("reading {file}: {share}").format(file=progress.file, share=share))
    message = _("reading {file}: {done} of {rows} rows, {share}")
    done = f"{int(progress.rows * progress.share):,}"
    return clean_line(message.format(file=progress.file, done=done, rows=f"{progress.rows:,}", share=share))
