"""The probable twins of an archive, the surest first."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.store import Store
from cq_tui.store.twins.blocks import candidates
from cq_tui.store.twins.tellings import Tellings, tellings
from cq_tui.store.twins.weighing import Likely, weigh

_LIKELY, _POSSIBLE = 12.0, 3.0
"""Bits from which on two deals are shown."""


class Twins(NamedTuple):
    """Two deals that may be one, in the order of the files, and how sure that is."""

    one: str
    other: str
    likely: Likely
    bits: float

    @property
    def deals(self) -> tuple[str, str]:
        """The two ids, in their order."""
        first, second = sorted((self.one, self.other))
        return first, second


def probable_twins(store: Store, cancellation: Cancellation | None = None) -> Sequence[Twins]:
    """Each two deals that are probably one and of which nothing is decided, the surest first.

    Raises QueryError, and Cancelled where ``cancellation`` breaks it off.
    """
    with _uncollected():
        return twins_among(store, tellings(store), cancellation or Cancellation())


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no circles among the many objects that are made, none of which makes one: it took a quarter longer."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def twins_among(store: Store, told: Tellings, cancellation: Cancellation) -> Sequence[Twins]:
    """As ``probable_twins``, of deals that are read already."""
    found = []
    for at, beside in candidates(store, told, cancellation):
        one, other = told.all[at], told.all[beside]
        weighed = weigh(told, one, other)
        if weighed.bits >= _POSSIBLE and not _decided(store, one.id, other.id):
            found.append(Twins(one.id, other.id, _likely(weighed.bits, sure=weighed.sure), weighed.bits))
    return sorted(found, key=lambda twins: (list(Likely).index(twins.likely), -twins.bits, twins.one, twins.other))


def _likely(bits: float, *, sure: bool) -> Likely:
    if bits >= _LIKELY:
        return Likely.SURE if sure else Likely.LIKELY
    return Likely.POSSIBLE


def _decided(store: Store, one: str, other: str) -> bool:
    """Whether somebody said of the two, or of what they are tellings of, that they are different."""
    told = store.archive.told_twice
    return told is not None and told.are_apart(one, other)
