"""Timing keystrokes on a pseudo-terminal: to the first byte that comes back, and to the last."""

import statistics
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.terminal.driver import Terminal, Wanted

_SILENCE = 0.25
_LONGEST = 60.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """What one keystroke cost: milliseconds to the first and to the last byte, and the bytes."""

    first: float
    last: float
    size: int


def stroke(terminal: Terminal, key: str, wanted: Wanted = "", silence: float = _SILENCE) -> Stroke:
    """Press a key, and read until nothing has come for so many seconds.

    Where something is ``wanted``, the byte with which it stands there is the last that counts: what follows the rows
    of a list are its sums, and the record beside it, which waits until the cursor rests.
    """
    process = terminal.process
    before = len(process.raw)
    begin = time.perf_counter()
    skew = time.monotonic() - begin
    terminal.press(key)
    piece = process.read(_LONGEST)
    first = process.last_byte_at
    terminal.take(piece)
    last = terminal.wait_for(wanted).process.last_byte_at if wanted else 0.0
    terminal.take(process.read_until_silent(silence))
    last = last or process.last_byte_at
    return Stroke(1000 * (first - skew - begin), 1000 * (last - skew - begin), len(process.raw) - before)


def median(values: Iterable[float]) -> float:
    """The middle value."""
    return statistics.median(values)


def p95(values: Sequence[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    return sorted(values)[max(0, round(0.95 * len(values)) - 1)]
