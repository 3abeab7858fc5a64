"""Many sessions on one prepared archive, on pseudo-terminals: what each holds, and whether they feel each other.

``python -m tests.bench.readers [DEALS] [SESSIONS ...]`` prints the lines: a hundred thousand deals, 1 and 20 sessions.
``--forked``: each from one process that has imported the program, to know what a server of sessions would save.
"""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from tests.bench.keystrokes import p95
from tests.bench.memory import megabytes
from tests.bench.results import Line
from tests.bench.session import LITERAL, Made, command, count_at_rest, make, moved, opened, typed
from tests.terminal import driver
from tests.terminal.driver import Terminal

DEALS = 100_000
SESSIONS = (1, 20)
_PATIENCE = 900.0
_STROKES = 10


def readers(made: Made, counts: Sequence[int], *, forked: bool = False) -> Iterator[Line]:
    """Open so many sessions and use each; then the memory of each, and a keystroke in one while all are open."""
    with ExitStack() as running:
        sessions: list[Terminal] = []
        for count in counts:
            while len(sessions) < count:
                terminal = running.enter_context(opened(made, forked=forked)[0])
                _use(terminal)
                sessions.append(terminal)
            yield from _lines(made, sessions)


def _use(terminal: Terminal) -> None:
    """What a reader does: a few rows down, a word looked for, the list sorted."""
    for key in ("down", "down", "down", "/", LITERAL, "esc", "right", "s", "s", "s"):
        terminal.press(key).settle()
    count_at_rest(terminal)


def _lines(made: Made, sessions: Sequence[Terminal]) -> Iterator[Line]:
    count, pids = len(sessions), [one.process.pid for one in sessions]

    def mean(file: str, entry: str) -> float:
        return sum(megabytes(pid, file, entry) for pid in pids) / count

    said = "1 session" if count == 1 else f"{count} sessions"
    yield Line(f"{said}: resident memory of each, MB", made.count, mean("status", "VmRSS"))
    yield Line(f"{said}: proportional memory of each, MB", made.count, mean("smaps_rollup", "Pss"))
    yield Line(f"{said}: private memory of each, MB", made.count, mean("smaps_rollup", "Private_Dirty"))
    strokes = typed(sessions[0], LITERAL, _STROKES)
    yield Line(f"{said}: keystroke, Chinese word, p95 ms", made.count, p95([one.last for one in strokes]))
    rows = moved(sessions[0], "down", _STROKES)[0]
    yield Line(f"{said}: row move, first byte, p95 ms", made.count, p95([one.first for one in rows]))


def main() -> None:
    """Make the archive, prepare it, print the lines."""
    driver.PATIENCE = _PATIENCE
    forked = "--forked" in sys.argv
    deals, *counts = [int(one) for one in sys.argv[1:] if one != "--forked"] or [DEALS]
    with tempfile.TemporaryDirectory() as folder:
        made = make(Path(folder), deals)
        command(made, "prepare", str(made.root))
        for line in readers(made, sorted(counts) or SESSIONS, forked=forked):
            print(line, flush=True)


if __name__ == "__main__":
    main()
