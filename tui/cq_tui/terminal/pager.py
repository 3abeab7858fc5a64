"""Long output on a terminal through ``$PAGER``: what fits on it is printed as it is.

What is written is held until it is longer than the terminal; then the pager is started and gets the rest as it comes.
Narration on stderr goes the same way in its order, for it would be drawn over what the pager shows.
"""

import contextlib
import os
import shlex
import signal
import sys
from collections.abc import Iterator, Mapping
from typing import IO, TYPE_CHECKING, TextIO, cast

if TYPE_CHECKING:  # imported where something is paged
    import subprocess

_USUAL = "less"
_NONE = ("", "cat")
_WIDE = "\u1100"
"""From here on most characters take two cells."""
_OF_LESS = {"LESS": "FRX", "LESSCHARSET": "utf-8"}
"""What less is told where nothing else is: as git does. Lines are cleaned before; they hold no escape sequence."""


def pager_command(environ: Mapping[str, str] = os.environ) -> list[str]:
    """The words of the pager's command; empty where none is wanted or there is none."""
    told = environ.get("PAGER")
    if told is None:
        import shutil

        return [_USUAL] if shutil.which(_USUAL, path=environ.get("PATH")) else []
    try:
        words = shlex.split(told)
    except ValueError:  # a quote that is not closed
        return []
    return [] if told.strip() in _NONE else words


@contextlib.contextmanager
def paged() -> Iterator[None]:
    """Page what is printed in here, where stdout is a terminal that can place a cursor. Raises BrokenPipeError.

    BrokenPipeError is what writing raises once the pager was left: nobody reads the rest.
    """
    placed = _is_terminal(sys.stdout) and os.environ.get("TERM", "dumb") not in ("dumb", "unknown", "")
    command = pager_command() if placed else []
    if not command:
        yield
        return
    held = _Held(command, sys.stdout, sys.stderr)
    before = sys.stdout, sys.stderr
    sys.stdout = cast(TextIO, _Stream(held, before[0]))
    if _is_terminal(before[1]):
        sys.stderr = cast(TextIO, _Stream(held, before[1], goes_on=True))
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before
        held.end()


def _is_terminal(stream: TextIO) -> bool:
    try:
        return stream.isatty()
    except ValueError:  # closed
        return False


class _Stream:
    """Stands for a standard stream. ``goes_on``: it is written through until something is held on the other one."""

    def __init__(self, held: "_Held", stream: TextIO, *, goes_on: bool = False) -> None:
        self._held, self._stream, self._goes_on = held, stream, goes_on

    def write(self, text: str) -> int:
        if self._goes_on and self._held.is_empty:
            return self._stream.write(text)
        self._held.write(self._stream, text)
        return len(text)

    def flush(self) -> None:
        if self._held.is_empty:
            self._stream.flush()

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


class _Held:
    """What was written, until it is known whether it fits; then the pager's pipe."""

    def __init__(self, command: list[str], *streams: TextIO) -> None:
        import shutil

        size = shutil.get_terminal_size()
        self._columns, self._room = max(1, size.columns), size.lines - 1
        self._command, self._streams = command, streams
        self._pieces: list[tuple[TextIO, str]] = []
        self._pager: subprocess.Popen[str] | None = None
        self._failed = False
        self._cells = 0
        """Of the line that is not ended."""
        self._interrupt: object = None

    @property
    def is_empty(self) -> bool:
        return not self._pieces and self._pager is None

    def write(self, stream: TextIO, text: str) -> None:
        if self._failed:
            stream.write(text)
            return
        if self._pager is not None:
            self._pipe.write(text)
            return
        self._pieces.append((stream, text))
        if not self._fits(text):
            self._start()

    def _fits(self, text: str) -> bool:
        """Whether all until now has room on the terminal; a line that is longer than one of it takes several."""
        first, *others = text.split("\n")
        self._cells += _cells(first)
        for line in others:
            self._room -= 1 + max(0, self._cells - 1) // self._columns
            self._cells = _cells(line)
        return self._room >= 0

    @property
    def _pipe(self) -> IO[str]:
        assert self._pager is not None
        assert self._pager.stdin is not None
        return self._pager.stdin

    def _start(self) -> None:
        """Start the pager; where that can't be, print on."""
        import subprocess

        for stream in self._streams:
            stream.flush()
        try:
            self._pager = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, encoding="utf-8", errors="replace", env=_OF_LESS | {**os.environ}
            )
        except OSError:
            self._failed = True
            self._print()
            return
        # Ctrl+C is the pager's now, which gets it, too; when it is left, the pipe tells.
        self._interrupt = signal.signal(signal.SIGINT, signal.SIG_IGN)
        pieces, self._pieces = self._pieces, []
        for _stream, text in pieces:
            self._pipe.write(text)

    def end(self) -> None:
        """Print what fits, or wait until the pager is left."""
        if self._pager is None:
            self._print()
            return
        with contextlib.suppress(BrokenPipeError):
            self._pipe.close()
        self._pager.wait()
        signal.signal(signal.SIGINT, self._interrupt)  # type: ignore[arg-type]

    def _print(self) -> None:
        for stream, text in self._pieces:
            stream.write(text)
        self._pieces = []
        for stream in self._streams:
            stream.flush()


def _cells(text: str) -> int:
    """How wide a text is, near enough to tell how many lines it takes."""
    return sum(1 + (character >= _WIDE) for character in text)
