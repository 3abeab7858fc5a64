"""Threads at the end of the process: what is still at work does not keep anybody waiting for the shell's prompt."""

import contextlib
import sys
import threading
import time

from cq_tui.terminal.leaving import leave

_PATIENCE = 1.0
"""Seconds that work given up has for its end: an export removes what it has half written."""


def end_with_threads(code: int) -> None:
    """Wait a moment for threads that are still at work, and end the process then; do nothing where there are none.

    Python itself would wait for all but daemons, and end those wherever they are, which crashes some in the engine.
    """
    end = time.monotonic() + _PATIENCE
    working = [one for one in threading.enumerate() if not one.daemon and one is not threading.current_thread()]
    for thread in working:
        thread.join(max(0.0, end - time.monotonic()))
    if any(thread.is_alive() for thread in working):
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError):
                stream.flush()
        leave(code)
