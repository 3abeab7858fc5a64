"""The progress of loading table files, on stderr, once it takes long."""

import sys
import time
from collections.abc import Callable
from threading import Thread

from cq_tui.commands.narration import is_quiet
from cq_tui.store.engine.loading import Loading, progress_words

_PATIENCE = 0.5
_EACH = 0.1
_EACH_LINE = 5.0


def nothing() -> None:
    """Do nothing."""


def wait_showing_progress(thread: Thread, loading: Loading, meanwhile: Callable[[], None] = nothing) -> None:
    """Wait for the loading thread. A terminal shows one line that is removed again; a file gets a line every 5 s.

    ``meanwhile`` runs first, in this thread, while the engine loads. On KeyboardInterrupt loading is stopped and the
    thread waited for, then it is raised on.
    """
    shown = sys.stderr.isatty()
    quiet = is_quiet()
    due = time.monotonic() + _PATIENCE
    told = False
    try:
        meanwhile()
        while thread.is_alive():
            thread.join(_EACH)
            progress = loading.progress
            if quiet or progress is None or time.monotonic() < due:
                continue
            told = True
            due = time.monotonic() + (_EACH if shown else _EACH_LINE)
            words = progress_words(progress)
            print(f"\r\x1b[K{words}" if shown else words, end="" if shown else "\n", file=sys.stderr, flush=True)
    except KeyboardInterrupt:
        loading.stop()
        thread.join()
        raise
    finally:
        if told and shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
