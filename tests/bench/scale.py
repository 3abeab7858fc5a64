"""The program on archives of made deals, beside VisiData and the bare engine: one table, ratios of one run.

``python -m tests.bench.scale [COUNT ...]`` drives the real program and writes ``tests/bench/RESULTS.md``, and with
``--large`` ``tests/bench/RESULTS-LARGE.md``: ten million deals, prepared and read within 2 GB.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench import floors, prepared, visidata
from tests.bench.keystrokes import Stroke, median, p95
from tests.bench.results import LARGE, RESULTS, Line, table, write
from tests.bench.session import (
    LATIN,
    LITERAL,
    PINYIN,
    SIZE,
    STROKES,
    Made,
    command,
    make,
    make_csv,
    memory_after_use,
    moved,
    opened,
    sorted_often,
    typed,
)
from tests.terminal import driver

COUNTS = (1_000, 100_000, 1_000_000)
LARGE_COUNTS = (10_000_000,)
IN_2_GB = {"CQ_TUI_MEMORY_MB": "1500"}
"""The engine's part of 2 GB."""
_KB = 1024
_PATIENCE = 900.0
"""Seconds to wait for a screen: VisiData reads a million rows in minutes."""


def measures(made: Made) -> Iterator[Line]:
    """Every line of the table at one size."""
    make_csv(made)
    terminal, opening = opened(made)
    count = made.count
    with terminal:
        yield Line("open from Parquet to a full first frame, s", count, opening)
        rows, followed = moved(terminal, "down", STROKES)
        pages, turned = moved(terminal, "pagedown", 8)
        terminal.press("home").settle()
        literal, latin, pinyin = (typed(terminal, word) for word in (LITERAL, LATIN, PINYIN))
        sorting = sorted_often(terminal)
        resident, most = memory_after_use(terminal)
    bare = floors.contains(made, LITERAL)
    yield Line("filter keystroke, literal word, p95 ms", count, p95([one.last for one in literal]), floor=bare)
    yield Line("filter keystroke, Latin words, p95 ms", count, p95([one.last for one in latin]), floor=bare)
    yield Line("filter keystroke, pinyin word, p95 ms", count, p95([one.last for one in pinyin]), floor=bare)
    yield Line("sort by amount, ms", count, median(one.last for one in sorting))
    yield Line("row move, first byte, p95 ms", count, p95([one.first for one in rows]))
    yield Line("resident memory after all of this, MB", count, resident)
    yield Line("most memory, MB", count, most)
    exporting = ("export", "deals", "--archive", str(made.root), "--filter", f"{prepared.FILTER} sort:amount-desc")
    taken = command(made, *exporting, "-o", "x.csv")
    yield Line("export of a filtered, sorted list, s", count, taken, floor=floors.copy(made))
    if count == COUNTS[0]:
        exported = median(command(made, "export", "deals", "-o", f"{number}.csv") for number in range(9))
        connected = median(floors.connect(made) for _time in range(9))
        yield Line("export of the shipped data, s (floor: connecting the engine)", count, exported, floor=connected)
    yield from _beside(made, median(one.last for one in literal), rows, pages)
    yield Line("row move and the record beside, KB", count, median(followed) / _KB)
    yield Line("page and the record beside, KB", count, median(turned) / _KB)
    yield from prepared.lines(made)


def _beside(made: Made, literal: float, rows: list[Stroke], pages: list[Stroke]) -> Iterator[Line]:
    """The lines that VisiData has a part in."""
    count = made.count
    filtering = row = page = None
    if visidata.is_there():
        with visidata.opened(made.csv, count, made.home, SIZE) as other:
            row = median(one.size for one in visidata.moves(other, "down", STROKES)) / _KB
            page = median(one.size for one in visidata.moves(other, "pagedown", 8)) / _KB
            filtering = visidata.select_and_open(other, LITERAL)
    yield Line("filter by a literal word, ms", count, literal, visidata=filtering)
    yield Line("row move, KB", count, median(one.size for one in rows) / _KB, visidata=row)
    yield Line("page, KB", count, median(one.size for one in pages) / _KB, visidata=page)


def main() -> None:
    """Measure at every size, print the table and write it."""
    driver.PATIENCE = _PATIENCE
    large = "--large" in sys.argv
    usual = LARGE_COUNTS if large else COUNTS
    counts = [int(one) for one in sys.argv[1:] if one != "--large"] or list(usual)
    lines: list[Line] = []
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            made = make(Path(folder), count, IN_2_GB if large else None)
            for line in prepared.lines(made) if large else measures(made):
                print(line, flush=True)
                lines.append(line)
        write(lines, counts, LARGE if large else RESULTS)
    print(table(lines, counts))


if __name__ == "__main__":
    main()
