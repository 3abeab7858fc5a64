"""What Ctrl+C does while the browser's screen is not up: the commands, and the browser's own start and end."""

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Iterator
from types import FrameType

INTERRUPTED = 130
"""The exit code of a process that Ctrl+C ended: 128 + 2."""

_interrupted = False


def end_on_interrupt() -> None:
    """Let Ctrl+C end the process at once.

    A KeyboardInterrupt can strike inside anything: an import, whose caller reports an ImportError; the reader of a data
    file, which then accuses the file; a finaliser, where Python prints a traceback and goes on. So none is raised where
    nothing has to be cleaned up. A process that was started with SIGINT ignored (nohup, a job in the background) keeps
    ignoring it.
    """
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, _end)


@contextlib.contextmanager
def cleaning_up() -> Iterator[None]:
    """Let Ctrl+C raise KeyboardInterrupt in here: for what writes files, and removes the half-written ones.

    Changes nothing where ``end_on_interrupt`` was not called, as in a program that only imports this package.
    """
    if threading.current_thread() is not threading.main_thread() or signal.getsignal(signal.SIGINT) is not _end:
        yield
        return
    hook = sys.unraisablehook
    sys.unraisablehook = _again
    signal.signal(signal.SIGINT, _raise)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, _end)
        sys.unraisablehook = hook


def was_interrupted() -> bool:
    """Whether Ctrl+C came: what failed after it did not fail for another reason."""
    return _interrupted


def _end(_number: int, _frame: FrameType | None) -> None:
    with contextlib.suppress(OSError):
        if os.isatty(2):  # a progress line may stand there, or the terminal's own ^C
            os.write(2, b"\r\x1b[K")
    os._exit(INTERRUPTED)


def _raise(_number: int, _frame: FrameType | None) -> None:
    global _interrupted
    _interrupted = True
    raise KeyboardInterrupt


def _again(unraisable: "sys.UnraisableHookArgs") -> None:
    """A KeyboardInterrupt that struck in a finaliser is lost; raise it once more, outside."""
    if isinstance(unraisable.exc_value, KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)
    else:
        sys.__unraisablehook__(unraisable)
