"""A clean end when the line drops: nothing of the program stays behind."""

import os
import select
import threading

HUNG_UP = 129
"""The exit code of a process that SIGHUP ended: 128 + 1."""

_GONE = select.POLLHUP | select.POLLERR | select.POLLNVAL


def guard_line(descriptor: int = 0) -> threading.Thread:
    """End the process at once when the terminal behind a descriptor is gone.

    SIGHUP does that too, but it may be ignored (nohup), and then a program that reads an ended terminal spins. A thread
    of its own, because the loop that draws may be blocked in writing to the dead line.
    """
    thread = threading.Thread(target=_watch, args=(descriptor,), name="line-guard", daemon=True)
    thread.start()
    return thread


def _watch(descriptor: int) -> None:
    poll = select.poll()
    poll.register(descriptor, 0)  # POLLHUP, POLLERR and POLLNVAL are told unasked
    while True:
        for _descriptor, events in poll.poll():
            if events & _GONE:
                os._exit(HUNG_UP)
