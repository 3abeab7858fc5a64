"""What Ctrl+C does while the browser's screen is not up: the commands, and the browser's own start and end."""

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from types import FrameType
from typing import TYPE_CHECKING

from cq_tui.terminal.leaving import leave

if TYPE_CHECKING:  # every command loads this module, and only the browser has a loop
    from asyncio import AbstractEventLoop

INTERRUPTED = 130
"""The exit code of a process that Ctrl+C ended: 128 + 2."""

_begun = False
"""Whether this is the program, which says what signals do, and not one that imports it."""
_ended_by = 0
"""The signal that broke a command off; 0 where none did."""
_ENDING = (signal.SIGTERM, signal.SIGHUP)
"""Signals that end a process at once, unless there is something to remove before."""


def end_on_interrupt() -> None:
    """Let Ctrl+C end the process at once.

    A KeyboardInterrupt can strike inside anything: an import, whose caller reports an ImportError; the reader of a data
    file, which then accuses the file; a finaliser, where Python prints a traceback and goes on. So none is raised where
    nothing has to be cleaned up. A process that was started with SIGINT ignored (nohup, a job in the background) keeps
    ignoring it.
    """
    global _begun
    _begun = True
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, _end)


@contextlib.contextmanager
def cleaning_up() -> Iterator[None]:
    """Let Ctrl+C, SIGTERM and SIGHUP raise KeyboardInterrupt in here: for what writes files, and removes what it began.

    A signal that is ignored stays so. Changes nothing where ``end_on_interrupt`` was not called, as in a program that
    only imports this package.
    """
    if threading.current_thread() is not threading.main_thread() or not _begun:
        yield
        return
    hook = sys.unraisablehook
    sys.unraisablehook = _again
    taken = {number: signal.getsignal(number) for number in (signal.SIGINT, *_ENDING)}
    taken = {number: before for number, before in taken.items() if before in (_end, signal.SIG_DFL)}
    for number in taken:
        signal.signal(number, _raise)
    try:
        yield
    finally:
        for number, before in taken.items():
            signal.signal(number, before)
        sys.unraisablehook = hook


def wake_on_signals(loop: "AbstractEventLoop") -> Callable[[], None]:
    """Let every signal wake an event loop; what is returned ends that.

    Python runs a handler in the main thread, once that runs again. The kernel may hand a signal to any other thread
    (it does where two come in a row), and a loop that sleeps would go on sleeping: a window keeps its old size, a
    program that was told to end stays.
    """
    woken, wakes = os.pipe()
    os.set_blocking(woken, False)
    os.set_blocking(wakes, False)
    loop.add_reader(woken, lambda: os.read(woken, 4096))
    signal.set_wakeup_fd(wakes, warn_on_full_buffer=False)  # full means that the loop is about to wake

    def end() -> None:
        signal.set_wakeup_fd(-1)
        loop.remove_reader(woken)
        os.close(wakes)
        os.close(woken)

    return end


def was_interrupted() -> bool:
    """Whether a signal broke the command off: what failed after it did not fail for another reason."""
    return bool(_ended_by)


def exit_code() -> int:
    """The exit code of a command that was broken off: 128 and the signal's number."""
    return 128 + (_ended_by or signal.SIGINT)


def _end(_number: int, _frame: FrameType | None) -> None:
    with contextlib.suppress(OSError):
        if os.isatty(2):  # a progress line may stand there, or the terminal's own ^C
            os.write(2, b"\r\x1b[K")
    leave(INTERRUPTED)


def _raise(number: int, _frame: FrameType | None) -> None:
    global _ended_by
    _ended_by = number
    raise KeyboardInterrupt


def _again(unraisable: "sys.UnraisableHookArgs") -> None:
    """A KeyboardInterrupt that struck in a finaliser is lost; raise it once more, outside."""
    if isinstance(unraisable.exc_value, KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)
    else:
        sys.__unraisablehook__(unraisable)
