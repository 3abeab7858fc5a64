"""The program on a pseudo-terminal with an archive of made deals, and what is done with it while it is measured."""

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from tests.bench.keystrokes import Stroke, stroke
from tests.bench.made_files import made_archive
from tests.terminal.driver import Terminal
from tests.terminal.process import PROGRAM, Process, clean_environment

SIZE = (120, 40)
STROKES = 30
LITERAL, LATIN, PINYIN = "西南", "deal 77", "xnl"
_COUNTED = r"\d[\d,]* of [\d,]+"
"""The count of a list; while it is looked for there is a + behind its first number."""
_ROWS = slice(6, 34)
"""The lines of the screen that hold rows of the list, whether a filter is explained above it or not."""
_BESIDE = 58
"""Where the record begins beside the list."""
_LIST_STANDS = 0.06
"""Seconds without a byte after which the list stands; the record beside it follows once the cursor rests."""
_PATIENCE = 3600
"""Seconds for a command: ten million deals are prepared in minutes."""
REST = 3.0
"""Seconds without a byte after which nothing more is coming."""


@dataclass(frozen=True, slots=True)
class Made:
    """An archive of made deals, a place to run, and variables for the program; ``csv``: the same deals as one file."""

    root: Path
    csv: Path
    home: Path
    count: int
    variables: Mapping[str, str] = field(default_factory=dict)


def command(made: Made, *arguments: str) -> float:
    """Seconds that a command takes to its end."""
    begin = time.perf_counter()
    environment = clean_environment(made.home, **made.variables)
    with Process([*PROGRAM, *arguments], made.home, environment, fresh=True) as process:
        code = process.exit_code(_PATIENCE)
    if code:
        raise RuntimeError(process.raw.decode(errors="replace"))
    return time.perf_counter() - begin


def make(folder: Path, count: int, variables: Mapping[str, str] | None = None) -> Made:
    """Make the archive."""
    home = folder / "home"
    home.mkdir(parents=True)
    return Made(made_archive(folder / "archive", count), folder / "deals.csv", home, count, variables or {})


def make_csv(made: Made) -> None:
    """Make the CSV file: what the program itself exports."""
    command(made, "export", "deals", "--archive", str(made.root), "--output", str(made.csv), "--encoding", "utf-8")


def opened(made: Made, *, forked: bool = False) -> tuple[Terminal, float]:
    """The program with its list of deals, and the seconds until the first full frame stood.

    ``forked``: from a process that has imported all of the program, as the tests start it.
    """
    return _started([str(made.root)], made.count, made.home, made.variables, forked=forked)


def opened_shipped(made: Made) -> tuple[Terminal, float]:
    """The same with the shipped data, which is what opening is measured against."""
    return _started([], 4, made.home, {})


def _started(
    archive: list[str], count: int, home: Path, variables: Mapping[str, str], *, forked: bool = False
) -> tuple[Terminal, float]:
    arguments = [*archive, "--tab", "deals", "--lang", "en"]
    terminal = Terminal(arguments, home=home, size=SIZE, fresh=not forked, **variables)
    terminal.wait_for(lambda screen: re.search(rf"\b{count:,} of {count:,}", screen) is not None)
    took = terminal.process.last_byte_at - terminal.process.started_at
    return terminal.settle(), took


def typed(terminal: Terminal, word: str, times: int = STROKES) -> list[Stroke]:
    """Type the last letter of a word again and again; each stroke is one filter, over when its rows stand there."""
    terminal.press("/").settle().press(word[:-1])
    before = count_at_rest(terminal)
    terminal.press(word[-1])
    after, rows = count_at_rest(terminal), _rows(terminal.text)
    if before == after:
        raise RuntimeError(f"{word}: the last letter makes no difference")
    found = []
    while len(found) < times:
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


def count_at_rest(terminal: Terminal) -> str:
    """The words of the count, once all is counted and nothing has been sent for long."""
    counted = None
    while counted is None:
        terminal.wait_for(lambda screen: re.search(_COUNTED, screen) is not None)
        terminal.take(terminal.process.read_until_silent(REST))
        counted = re.search(_COUNTED, terminal.text)
    return counted[0] + " "


def moved(terminal: Terminal, key: str, times: int) -> tuple[list[Stroke], list[int]]:
    """The same move again and again: each until the list stands, and its bytes with the record beside that follows."""
    found, followed = [], []
    for _time in range(times):
        before = len(terminal.raw)
        found.append(stroke(terminal, key, silence=_LIST_STANDS))
        terminal.settle()
        followed.append(len(terminal.raw) - before)
    return found, followed


def sorted_often(terminal: Terminal, times: int = 9) -> list[Stroke]:
    """Sort by the second column, the amount, and back."""
    terminal.press("right").settle()
    orders = []
    for _time in range(3):
        terminal.press("s").settle()
        terminal.take(terminal.process.read_until_silent(REST))
        orders.append(_rows(terminal.text))
    return [stroke(terminal, "s", partial(_stands, orders[n % 3]), REST) for n in range(times)]


def memory_after_use(terminal: Terminal) -> tuple[float, float]:
    """Resident memory once nothing runs any more and nobody has asked anything for a while, and the most so far; MB.

    What is counted and sorted behind the first page goes on for seconds of ten million deals.
    """
    terminal.settle().take(terminal.process.read_until_silent(REST))
    return terminal.process.resident_memory, terminal.process.most_memory


def _stands(rows: list[str], screen: str) -> bool:
    return _rows(screen) == rows
