"""Ending the process at once, wherever it is, with what has to be put away before."""

import os
from collections.abc import Callable
from contextlib import suppress

_to_put_away: list[Callable[[], object]] = []


def before_leaving(put_away: Callable[[], object]) -> None:
    """Have something called before the process is ended at once; Python's own ``atexit`` does not hear of that."""
    _to_put_away.append(put_away)


def leave(code: int) -> None:
    """End the process."""
    for put_away in _to_put_away:
        with suppress(Exception):
            put_away()
    os._exit(code)
