"""A clean end when the line drops: nothing of the program stays behind."""

import os
import select
import signal
import stat
import threading
import time
from collections.abc import Callable

from cq_tui.terminal.leaving import leave

HUNG_UP = 129
"""The exit code of a process that SIGHUP ended: 128 + 1."""

_GONE = select.POLLHUP | select.POLLERR | select.POLLNVAL
_TO_CLEAN_UP = 0.5
"""Seconds that a command has to remove what it has half written. A cut line is to end it within one."""


def guard_line(descriptor: int = 0) -> threading.Thread:
    """End the process at once when the terminal behind a descriptor is gone.

    SIGHUP does that too, but it may be ignored (nohup), and then a program that reads an ended terminal spins. A thread
    of its own, because the loop that draws may be blocked in writing to the dead line.
    """
    return _watch([descriptor], lambda: leave(HUNG_UP))


def guard_reader() -> threading.Thread | None:
    """End a command that prints when nobody reads its stdout any more: ``| head``, or SSH without a terminal cut off.

    Writing there would say so too, but a filter over a million rows writes nothing for seconds. The exit code is 0, as
    where writing fails for that reason: nobody is left to be told.
    """
    pipes = _pipes(1)
    return _watch(pipes, lambda: leave(0)) if pipes else None


def guard_client() -> threading.Thread | None:
    """Break a command off that writes files when nobody hears it any more: SSH without a terminal cut off.

    It is interrupted as by Ctrl+C, so that it removes what it has half written, and ended if that takes long. As
    long as stdout or stderr is a terminal or a file it is heard.
    """
    if any(os.isatty(one) or stat.S_ISREG(os.fstat(one).st_mode) for one in (1, 2)):
        return None
    pipes = _pipes(1, 2)
    return _watch(pipes, _break_off) if pipes else None


def _break_off() -> None:
    os.kill(os.getpid(), signal.SIGINT)  # a real one: it ends a wait in the kernel too
    time.sleep(_TO_CLEAN_UP)
    leave(HUNG_UP)


def _pipes(*descriptors: int) -> list[int]:
    """Those that are pipes or sockets. A terminal has SIGHUP for its end, and a file has none."""
    modes = [(one, os.fstat(one).st_mode) for one in descriptors]
    return [one for one, mode in modes if stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)]


def _watch(descriptors: list[int], act: Callable[[], None]) -> threading.Thread:
    """Act once the other ends of all descriptors are gone."""

    def watch() -> None:
        left = set(descriptors)
        poll = select.poll()
        for descriptor in descriptors:
            poll.register(descriptor, 0)  # POLLHUP, POLLERR and POLLNVAL are told unasked
        while left:
            for descriptor, events in poll.poll():
                if events & _GONE:
                    poll.unregister(descriptor)
                    left.discard(descriptor)
        act()

    thread = threading.Thread(target=watch, name="line-guard", daemon=True)
    thread.start()
    return thread
