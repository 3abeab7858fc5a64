"""The progress of loading table files, on stderr, once it takes long."""

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
    """Do nothing."""


def wait_showing_progress(thread: Thread, loading: Loading, meanwhile: Callable[[], None] = nothing) -> None:
    """Wait for the loading thread. A terminal shows one line that is removed again; a file gets a line every 5 s.

    ``meanwhile`` runs first, in this thread, while the engine loads. On KeyboardInterrupt loading is stopped and the
    thread waited for, then it is raised on.
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
            print(f"\r\x1b[K{progress_text(progress)}" if shown else progress_text(progress), end="" if shown else "\n",
                  file=sys.stderr, flush=True)  # fmt: skip
    except KeyboardInterrupt:
        loading.stop()
        thread.join()
        raise
    finally:
        if told and shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def progress_text(progress: Progress) -> str:
    """The progress as one clean line."""
    share = f"{progress.share:.0%}"
    if progress.rows is None:
        return clean_line(_("reading {file}: {share}").format(file=progress.file, share=share))
    message = _("reading {file}: {done} of {rows} rows, {share}")
    done = f"{int(progress.rows * progress.share):,}"
    return clean_line(message.format(file=progress.file, done=done, rows=f"{progress.rows:,}", share=share))
