"""The program on archives of made deals, beside VisiData and the bare engine: one table, ratios of one run.

``python -m tests.bench.scale [COUNT ...]`` drives the real program and writes ``tests/bench/RESULTS.md``.
"""

import re
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import duckdb

from tests.bench import visidata
from tests.bench.keystrokes import Stroke, median, p95, stroke
from tests.bench.made_files import made_archive
from tests.bench.results import Line, table, write
from tests.terminal import driver
from tests.terminal.driver import Terminal
from tests.terminal.process import PROGRAM, Process, clean_environment

COUNTS = (1_000, 100_000, 1_000_000)
SIZE = (120, 40)
_STROKES = 30
_LITERAL, _PINYIN, _LATIN = "西南", "xnl", "deal 77"
_FILTER = "category:finance"
_COUNTED = r"\d[\d,]* of [\d,]+"
"""The count of a list; while it is looked for there is a + behind its first number."""
_KB = 1024
_ROWS = slice(6, 34)
"""The lines of the screen that hold rows of the list, whether a filter is explained above it or not."""
_BESIDE = 58
"""Where the record begins beside the list."""
_LIST_STANDS = 0.06
"""Seconds without a byte after which the list stands; the record beside it follows once the cursor rests."""
_REST = 3.0
"""Seconds without a byte after which nothing more is coming."""
_PATIENCE = 900.0
"""Seconds to wait for a screen: VisiData reads a million rows in minutes."""


@dataclass(frozen=True, slots=True)
class Made:
    """An archive of made deals, the same deals as CSV, and a place to run."""

    root: Path
    csv: Path
    home: Path
    count: int


def _command(made: Made, *arguments: str) -> float:
    """Seconds that a command takes to its end."""
    begin = time.perf_counter()
    with Process([*PROGRAM, *arguments], made.home, clean_environment(made.home), fresh=True) as process:
        code = process.exit_code(600)
    if code:
        raise RuntimeError(process.raw.decode(errors="replace"))
    return time.perf_counter() - begin


def make(folder: Path, count: int) -> Made:
    """Make the archive; its CSV is what the program itself exports."""
    home = folder / "home"
    home.mkdir(parents=True)
    made = Made(made_archive(folder / "archive", count), folder / "deals.csv", home, count)
    _command(made, "export", "deals", "--archive", str(made.root), "--output", str(made.csv), "--encoding", "utf-8")
    return made


def _open(made: Made) -> tuple[Terminal, float]:
    """The program with its list of deals, and the seconds until the first full frame stood."""
    terminal = Terminal([str(made.root), "--tab", "deals", "--lang", "en"], home=made.home, size=SIZE, fresh=True)
    terminal.wait_for(
        lambda screen: (
            re.search(rf"\b{made.count:,} of {made.count:,}|\b{made.count} of {made.count}", screen) is not None
        )
    )
    took = terminal.process.last_byte_at - terminal.process.started_at
    return terminal.settle(), took


def _typing(terminal: Terminal, word: str) -> list[Stroke]:
    """Type the last letter of a word again and again; each stroke is one filter, over when its rows stand there."""
    terminal.press("/").settle().press(word[:-1])
    before = _count_at_rest(terminal)
    terminal.press(word[-1])
    after, rows = _count_at_rest(terminal), _rows(terminal.text)
    if before == after:
        raise RuntimeError(f"{word}: the last letter makes no difference")
    found: list[Stroke] = []
    while len(found) < _STROKES:
        terminal.press("backspace").wait_for(before).settle()
        if _rows(terminal.text) == rows:
            raise RuntimeError(f"{word}: the rows stand there before the last letter")
        found.append(stroke(terminal, word[-1], partial(_stands, rows)))
        terminal.wait_for(after)
    terminal.press("esc").settle()
    return found


def _rows(screen: str) -> list[str]:
    """The rows of the list, without the record beside it."""
    return [line[:_BESIDE] for line in screen.splitlines()[_ROWS]]


def _count_at_rest(terminal: Terminal) -> str:
    """The words of the count, once all is counted and nothing has been sent for long."""
    terminal.wait_for(lambda screen: re.search(_COUNTED, screen) is not None)
    terminal.screen.feed(terminal.process.read_until_silent(_REST))
    counted = re.search(_COUNTED, terminal.text)
    if counted is None:
        raise RuntimeError(terminal.text)
    return counted[0] + " "


def _floor(made: Made, literal: str) -> float:
    """Milliseconds of the bare statement over the notes and titles alone."""
    connection = duckdb.connect()
    connection.execute("SET threads = 2")
    connection.execute(f"CREATE TABLE deals AS FROM '{made.root / 'data' / 'deals.parquet'}'")
    times = []
    for _time in range(9):
        begin = time.perf_counter()
        connection.execute(
            "SELECT count(*) FROM deals WHERE contains(title.zh, ?) OR contains(note.zh, ?)", [literal] * 2
        ).fetchall()
        times.append(1000 * (time.perf_counter() - begin))
    return median(times)


def _copy(made: Made) -> float:
    """Seconds of the engine's own COPY of a filtered, sorted list, with its start."""
    source, target = made.root / "data" / "deals.parquet", made.home / "copy.csv"
    begin = time.perf_counter()
    chosen = f"SELECT * FROM '{source}' WHERE category = 'finance' ORDER BY amount DESC NULLS LAST"
    code = f"import duckdb; duckdb.connect().execute(\"COPY ({chosen}) TO '{target}'\")"
    with Process([sys.executable, "-c", code], made.home, clean_environment(made.home)) as process:
        process.exit_code(600)
    return time.perf_counter() - begin


def _to_table(made: Made) -> float:
    """Seconds of the engine's own reading of the Parquet file into a table of a new database file, with its start."""
    source, target = made.root / "data" / "deals.parquet", made.home / "table.duckdb"
    begin = time.perf_counter()
    code = f"import duckdb; duckdb.connect('{target}').execute(\"CREATE TABLE deals AS FROM '{source}'\")"
    with Process([sys.executable, "-c", code], made.home, clean_environment(made.home)) as process:
        process.exit_code(600)
    return time.perf_counter() - begin


def measures(made: Made) -> Iterator[Line]:
    """Every line of the table at one size."""
    terminal, opening = _open(made)
    count = made.count
    with terminal:
        yield Line("open from Parquet to a full first frame, s", count, opening)
        moves, followed = _moves(terminal, "down", _STROKES)
        pages, turned = _moves(terminal, "pagedown", 8)
        terminal.press("home").settle()
        literal, pinyin, latin = [_typing(terminal, word) for word in (_LITERAL, _PINYIN, _LATIN)]
        sorting = _sorting(terminal)
        resident, most = terminal.process.resident_memory, terminal.process.most_memory
    bare = _floor(made, _LITERAL)
    yield from _keystrokes("", count, bare, (literal, pinyin, latin))
    yield Line("sort by amount, ms", count, median(one.last for one in sorting))
    yield Line("row move, first byte, p95 ms", count, p95([one.first for one in moves]))
    yield Line("resident memory after all of this, MB", count, resident)
    yield Line("most memory, MB", count, most)
    exporting = ("export", "deals", "--archive", str(made.root), "--filter", f"{_FILTER} sort:amount-desc")
    yield Line(
        "export of a filtered, sorted list, s", count, _command(made, *exporting, "-o", "x.csv"), floor=_copy(made)
    )
    yield from _beside(made, median(one.last for one in literal), moves, pages)
    yield Line("row move and the record beside, KB", count, median(followed) / _KB)
    yield Line("page and the record beside, KB", count, median(turned) / _KB)
    yield from _prepared(made, bare)


def _keystrokes(which: str, count: int, bare: float, typed: Iterable[list[Stroke]]) -> Iterator[Line]:
    """The lines of the three words, in their order."""
    for word, strokes in zip(("literal word", "pinyin word", "Latin words"), typed, strict=True):
        yield Line(f"{which}filter keystroke, {word}, p95 ms", count, p95([one.last for one in strokes]), floor=bare)


def _prepared(made: Made, bare: float) -> Iterator[Line]:
    """The same archive once it is prepared, used in the same way."""
    count = made.count
    yield Line("prepare, s", count, _command(made, "prepare", str(made.root)), floor=_to_table(made))
    terminal, opening = _open(made)
    with terminal:
        _moves(terminal, "down", _STROKES)
        typed = [_typing(terminal, word) for word in (_LITERAL, _PINYIN, _LATIN)]
        _sorting(terminal)
        resident, most = terminal.process.resident_memory, terminal.process.most_memory
    yield Line("open prepared to a full first frame, s", count, opening)
    yield from _keystrokes("prepared: ", count, bare, typed)
    yield Line("prepared: resident memory after use, MB", count, resident)
    yield Line("prepared: most memory, MB", count, most)


def _moves(terminal: Terminal, key: str, times: int) -> tuple[list[Stroke], list[int]]:
    """The same move again and again: each until the list stands, and its bytes with the record beside that follows."""
    found, followed = [], []
    for _time in range(times):
        before = len(terminal.raw)
        found.append(stroke(terminal, key, silence=_LIST_STANDS))
        terminal.settle()
        followed.append(len(terminal.raw) - before)
    return found, followed


def _sorting(terminal: Terminal) -> list[Stroke]:
    """Sort by the second column, the amount, and back."""
    terminal.press("right").settle()
    orders = []
    for _time in range(3):
        terminal.press("s").settle()
        terminal.screen.feed(terminal.process.read_until_silent(_REST))
        orders.append(_rows(terminal.text))
    return [stroke(terminal, "s", partial(_stands, orders[n % 3]), _REST) for n in range(9)]


def _stands(rows: list[str], screen: str) -> bool:
    return _rows(screen) == rows


def _beside(made: Made, literal: float, moves: list[Stroke], pages: list[Stroke]) -> Iterator[Line]:
    """The lines that VisiData has a part in."""
    count = made.count
    filtering = row = page = None
    if visidata.is_there():
        with visidata.opened(made.csv, count, made.home, SIZE) as other:
            row = median(one.size for one in visidata.moves(other, "down", _STROKES)) / _KB
            page = median(one.size for one in visidata.moves(other, "pagedown", 8)) / _KB
            filtering = visidata.select_and_open(other, _LITERAL)
    yield Line("filter by a literal word, ms", count, literal, visidata=filtering)
    yield Line("row move, KB", count, median(one.size for one in moves) / _KB, visidata=row)
    yield Line("page, KB", count, median(one.size for one in pages) / _KB, visidata=page)


def main() -> None:
    """Measure at every size, print the table and write it."""
    driver.PATIENCE = _PATIENCE
    counts = [int(one) for one in sys.argv[1:]] or list(COUNTS)
    lines: list[Line] = []
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            for line in measures(make(Path(folder), count)):
                print(line, flush=True)
                lines.append(line)
        write(lines, counts)
    print(table(lines, counts))


if __name__ == "__main__":
    main()
