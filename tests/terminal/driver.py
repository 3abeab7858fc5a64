"""A person at a terminal: types, looks at the screen, waits for what is to appear there."""

import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.terminal.process import PROGRAM, Process, clean_environment
from tests.terminal.screen import Screen

PATIENCE = 60.0
"""Seconds until a wait fails. Generous, for one busy processor: it is only ever used up by a failure."""

_SILENCE = 0.15
"""Seconds: more than the record beside the list waits until the cursor rests."""
_IDLE = 0.005
"""Seconds of work during a silence that are none: a look whether there is input."""

_END_OF_FRAME = re.compile(rb"(?<=\x1b\[\?2026l)")

_KEYS = {
    "enter": "\r",
    "esc": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "f1": "\x1bOP",
    **{f"ctrl+{letter}": chr(ord(letter) - 96) for letter in "abcdefghijklmnopqrstuvwxyz"},
}

LEFT_BUTTON, WHEEL_UP, WHEEL_DOWN = 0, 64, 65
"""Buttons of the mouse, by the numbers that terminals report."""

Wanted = str | Callable[[str], bool]
"""A text that is to stand on the screen, or a question to the screen's text."""


class Terminal:
    """The program running on a terminal of a size."""

    def __init__(
        self,
        arguments: Sequence[str] = (),
        *,
        home: Path,
        cwd: Path | None = None,
        size: tuple[int, int] = (80, 24),
        command: Sequence[str] = PROGRAM,
        before: Callable[[], None] | None = None,
        fresh: bool = False,
        **environment: str,
    ) -> None:
        self.screen = Screen(*size)
        variables = clean_environment(home, **environment)
        self.process = Process([*command, *arguments], cwd or home, variables, size, before, fresh=fresh)
        self._frames: list[bytes] = []
        """What was read and is not on the screen yet: a busy machine may bring a message and its end at once."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.close()

    @property
    def raw(self) -> bytes:
        """Every byte the program sent."""
        return self.process.raw

    @property
    def text(self) -> str:
        """What the screen shows now."""
        self._catch_up()
        return self.screen.text()

    def line(self, part: str) -> str:
        """The first line on the screen that holds a text."""
        for line in self.text.splitlines():
            if part in line:
                return line
        raise AssertionError(f"no line with {part!r}\n{self._picture()}")

    def press(self, *keys: str) -> Self:
        """Press keys: their names, or text to type."""
        self.process.write("".join(_KEYS.get(key, key) for key in keys).encode())
        return self

    def mouse(self, button: int, words: str) -> Self:
        """Report a button of the mouse, pressed and let go where some words stand; the wheel is only pressed."""
        lines = self.text.splitlines()
        y = next(number for number, line in enumerate(lines) if words in line)
        place = f"{button};{lines[y].index(words) + 1};{y + 1}"
        return self.press(f"\x1b[<{place}M" + (f"\x1b[<{place}m" if button < WHEEL_UP else ""))

    def resize(self, columns: int, lines: int) -> Self:
        """Drag the window to another size."""
        self._catch_up()
        self.screen.resize(lines, columns)
        self.process.set_size(columns, lines)
        return self

    def wait_for(self, *wanted: Wanted) -> Self:
        """Wait until all that is wanted holds at the same time."""
        end = time.monotonic() + PATIENCE
        while not self._stands(wanted):
            if not self._look(end):
                raise AssertionError(f"waited for {wanted!r}\n{self._picture()}")
        return self

    def wait_gone(self, *unwanted: str) -> Self:
        """Wait until none of the texts stands on the screen."""
        return self.wait_for(*(_without(text) for text in unwanted))

    def take(self, piece: bytes) -> None:
        """Draw bytes that were read from the process, behind what was read before them."""
        self._catch_up()
        self.screen.feed(piece)

    def settle(self) -> Self:
        """Wait until the program has stopped drawing: for pictures of a screen, after a ``wait_for``.

        On a busy machine it may be silent because it does not get to run, so what it does is asked of the kernel too.
        """
        self._catch_up()
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            worked = self.process.worked
            piece = self.process.read(_SILENCE)
            self.screen.feed(piece)
            if not piece and not self.process.runs and self.process.worked - worked < _IDLE:
                return self
        raise AssertionError(f"the program works on\n{self._picture()}")

    def wait_exit(self) -> int:
        """Wait until the program has ended; its exit code."""
        self._catch_up()
        begin = len(self.raw)
        try:
            return self.process.exit_code(PATIENCE)
        except TimeoutError:
            raise AssertionError(f"the program runs on\n{self._picture()}") from None
        finally:
            self.screen.feed(self.raw[begin:])

    def _stands(self, wanted: Sequence[Wanted]) -> bool:
        text = self.screen.text()
        return all(one in text if isinstance(one, str) else one(text) for one in wanted)

    def _look(self, end: float) -> bool:
        """Take in the next frame; false if none will come in time."""
        if not self._frames:
            piece = self.process.read(end - time.monotonic())
            self._frames = [one for one in re.split(_END_OF_FRAME, piece) if one]
        if not self._frames:
            return False
        self.screen.feed(self._frames.pop(0))
        return True

    def _catch_up(self) -> None:
        while self._frames:
            self.screen.feed(self._frames.pop(0))

    def _picture(self) -> str:
        edge = "-" * self.screen.columns
        return f"{edge}\n{self.text}\n{edge}"


def _without(text: str) -> Callable[[str], bool]:
    return lambda screen: text not in screen
