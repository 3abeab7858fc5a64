"""The lines of the table on an archive that is prepared: opened, used, exported, and read by many at once."""

from collections.abc import Iterator

from tests.bench import floors
from tests.bench.keystrokes import median, p95
from tests.bench.readers import readers
from tests.bench.results import Line
from tests.bench.session import (
    LATIN,
    LITERAL,
    PINYIN,
    STROKES,
    Made,
    command,
    memory_after_use,
    moved,
    opened,
    opened_shipped,
    sorted_often,
    typed,
)

_OPENINGS = 5
FILTER = "category:finance"
SESSIONS = 20
_STROKES_OF_MANY = 12
"""Of ten million deals: between two strokes all that the shorter word finds is counted, which takes seconds."""
MOST_FOR_MANY = 1_000_000
"""Deals up to which the sessions of many readers are measured, too: beyond that one session is what is promised."""


def lines(made: Made) -> Iterator[Line]:
    """Prepare the archive and use it."""
    count = made.count
    yield Line("prepare, s", count, command(made, "prepare", str(made.root)), floor=floors.to_table(made))
    yield _opening(made)
    terminal, _took = opened(made)
    with terminal:
        moved(terminal, "down", STROKES)
        times = STROKES if count <= MOST_FOR_MANY else _STROKES_OF_MANY
        strokes = {word: typed(terminal, word, times) for word in (LITERAL, LATIN, PINYIN)}
        sorting = sorted_often(terminal)
        resident, most = memory_after_use(terminal)
    bare = floors.contains(made, LITERAL)
    for word, what in ((LITERAL, "Chinese"), (LATIN, "Latin"), (PINYIN, "pinyin")):
        taken = p95([one.last for one in strokes[word]])
        yield Line(f"prepared: keystroke, {what} word, p95 ms", count, taken, floor=bare)
    yield Line("prepared: sort by amount, ms", count, median(one.last for one in sorting))
    yield Line("prepared: resident memory after use, MB", count, resident)
    yield Line("prepared: most memory, MB", count, most)
    exporting = ("export", "deals", "--archive", str(made.root), "--filter", f"{FILTER} sort:amount-desc")
    taken = command(made, *exporting, "-o", "prepared.csv")
    yield Line("prepared: export of a filtered, sorted list, s", count, taken, floor=floors.copy(made))
    if count <= MOST_FOR_MANY:
        yield from readers(made, (1, SESSIONS))


def _opening(made: Made) -> Line:
    """The archive and the shipped data, opened by turns."""
    own, shipped = [], []
    for _time in range(_OPENINGS):
        for found, start in ((own, opened), (shipped, opened_shipped)):
            terminal, took = start(made)
            with terminal:
                found.append(took)
    floor = median(shipped)
    return Line(
        "prepared: open to a full first frame, s (floor: the shipped data)", made.count, median(own), floor=floor
    )
