"""Ending the process at once, wherever it is, with what has to be put away before."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

_to_put_away: list[Callable[[], object]] = []


def before_leaving(to_put_away: Callable[[], object]) -> None:
    """Have something called before the process is ended at once; Python's own ``atexit`` does not hear of that."""
    _to_put_away.append(to_put_away)


@contextmanager
def put_away_if_left(to_put_away: Callable[[], object]) -> Iterator[None]:
    """Have something called if the process is ended at once within: it does not come to any ``finally`` then."""
    _to_put_away.append(to_put_away)
    try:
        yield
    finally:
        _to_put_away.remove(to_put_away)


def put_away() -> None:
    """Do what has to be done before."""
    for one in [*_to_put_away]:
        with suppress(Exception):
            one()


def leave(code: int) -> None:
    """End the process."""
    put_away()
    os._exit(code)
