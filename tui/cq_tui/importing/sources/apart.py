"""Work of a library that can't be asked to stop: it is done in a thread of its own, and left behind when broken off."""

from collections.abc import Callable
from typing import TypeVar

from cq_tui.store.engine.background import Background

Made = TypeVar("Made")
_EACH = 0.2
"""Seconds between two looks at whether to go on."""


def apart(work: Callable[[], Made], watch: Callable[[], None]) -> Made:
    """What ``work`` gives. Raises what it raises, and at once what ``watch`` raises meanwhile."""
    job = Background(work)
    thread = job.begin()
    while thread.is_alive():
        watch()
        thread.join(_EACH)
    return job.value
