"""VisiData doing the same job on the same CSV and the same terminal. It comes with the extra ``bench``."""

import shutil
import sys
from pathlib import Path

from tests.bench.keystrokes import Stroke, stroke
from tests.terminal.driver import Terminal

_PROGRAM = Path(sys.executable).with_name("vd")


def is_there() -> bool:
    """Whether it is installed."""
    return _PROGRAM.exists() or shutil.which("vd") is not None


def opened(csv: Path, rows: int, home: Path, size: tuple[int, int]) -> Terminal:
    """The file opened and read to its end. Colours and a quiet prompt as it has them by itself."""
    command = [str(_PROGRAM), "--motd-url=", "--confirm-overwrite=no", str(csv)]
    terminal = Terminal([], home=home, size=size, command=command)
    return terminal.wait_for(lambda screen: f"{rows} rows" in screen or f"{rows:,} rows" in screen).settle()


def select_and_open(terminal: Terminal, word: str) -> float:
    """Milliseconds to select the rows that hold a word in any column, and to open them as a sheet of their own."""
    terminal.press("g|").settle()
    terminal.press(word).settle()
    selecting = stroke(terminal, "enter")
    opening = stroke(terminal, '"')
    terminal.press("q").settle().press("gu").settle()
    return selecting.last + opening.last


def moves(terminal: Terminal, key: str, times: int) -> list[Stroke]:
    """The same key again and again."""
    return [stroke(terminal, key) for _time in range(times)]
