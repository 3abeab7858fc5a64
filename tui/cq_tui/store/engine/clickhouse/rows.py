"""The rows of an answer in the form ``ROWS``, as values of Python."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from cq_tui.store.engine.clickhouse.types import reader


def rows(pieces: Iterable[bytes]) -> Iterator[tuple[Any, ...]]:
    """What stands in the lines, one after the other; the first two name the columns and their types."""
    lines = _lines(pieces)
    if next(lines, None) is None:
        return
    reads = [(place, read) for place, type_ in enumerate(json.loads(next(lines))) if (read := reader(type_))]
    for line in lines:
        row = json.loads(line)
        for place, read in reads:
            if (value := row[place]) is not None:
                row[place] = read(value)
        yield tuple(row)


def _lines(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Whole lines of pieces that begin and end anywhere."""
    left = b""
    for piece in pieces:
        *whole, left = (left + piece).split(b"\n")
        yield from filter(None, whole)
    if left:
        yield left
