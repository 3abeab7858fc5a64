"""The first rows of a text file, kept once they were read: each stage of the recognition goes through them again."""

from collections.abc import Callable, Iterator
from itertools import islice

_MOST = 24 << 20
"""Bytes that they take, about."""
_OF_A_CELL = 60
"""Bytes that a cell takes beside its characters."""


class KeptRows:
    """The rows of a file, from the first one at each call; who goes through them must not change them."""

    def __init__(self, read: Callable[[], Iterator[list[str]]]) -> None:
        """``read`` reads them all."""
        self._read = read
        self._kept: list[list[str]] = []
        self._left = _MOST
        self._are_all = False

    def __call__(self) -> Iterator[list[str]]:
        """Those that are kept, then those that are read, which are kept as far as there is room."""
        place = 0
        while place < len(self._kept):
            yield self._kept[place]
            place += 1
        if self._are_all:
            return
        for row in islice(self._read(), place, None):
            if place == len(self._kept) and self._left > 0:
                self._kept.append(row)
                self._left -= sum(map(len, row)) + _OF_A_CELL * len(row)
            place += 1
            yield row
        self._are_all = place == len(self._kept)
