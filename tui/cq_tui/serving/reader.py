"""One reader's program, on a pseudo-terminal of its own. Whatever ends the server hangs it up, and it ends."""

import asyncio
import fcntl
import os
import signal
import struct
import termios
import tty
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from cq_tui.language import Language
from cq_tui.serving.settings import Settings, command, environment

_MOST_COLUMNS, _MOST_LINES = 1000, 400
_PIECE = 65536
_NAME = 4096
_TO_END = 5.0
"""Seconds that a program has to end by itself once it was hung up."""


def _bounded(columns: int, lines: int) -> tuple[int, int]:
    return max(1, min(columns, _MOST_COLUMNS)), max(1, min(lines, _MOST_LINES))


class Reader:
    """A running program: bytes in, bytes out, and the names of what it wrote for its reader."""

    def __init__(self, process: asyncio.subprocess.Process, terminal: int, names: int) -> None:
        self._process = process
        self._terminal = terminal
        self._names = names

    @classmethod
    async def start(cls, settings: Settings, language: Language, folder: Path, size: tuple[int, int]) -> "Reader":
        """Start a program that writes into a folder. Raises OSError."""
        terminal, inner = os.openpty()
        names, pipe = os.pipe()
        try:
            tty.setraw(inner)  # what is typed before the program listens is neither shown nor cut
            process = await _spawn(command(settings, language), environment(settings, folder, pipe), inner, pipe)
        except BaseException:
            os.close(terminal)
            os.close(names)
            raise
        finally:
            os.close(inner)
            os.close(pipe)
        for end in (terminal, names):
            os.set_blocking(end, False)
        reader = cls(process, terminal, names)
        reader.resize(*size)
        return reader

    @property
    def pid(self) -> int:
        """The program's process id."""
        return self._process.pid

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size, within bounds; the kernel tells the program."""
        columns, lines = _bounded(columns, lines)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    async def output(self) -> AsyncIterator[bytes]:
        """What the program draws, until it ends. It waits while nobody takes it."""
        while piece := await self._read(self._terminal, _PIECE):
            yield piece

    async def written(self) -> AsyncIterator[str]:
        """The names of what the program wrote for its reader."""
        held = b""
        while piece := await self._read(self._names, _NAME):
            *whole, held = (held + piece).split(b"\n")
            held = held[:_NAME]
            for name in whole:
                yield os.fsdecode(name)

    async def type(self, data: bytes) -> None:
        """Type. Waits while the program does not read, so that nothing is lost."""
        while data:
            try:
                data = data[os.write(self._terminal, data) :]
            except BlockingIOError:
                await _ready(self._terminal, to_write=True)
            except OSError:  # the program has ended
                return

    async def end(self) -> int:
        """Hang up and wait until the program has ended; returns its exit code."""
        os.close(self._terminal)
        os.close(self._names)
        with suppress(TimeoutError):
            await asyncio.wait_for(self._process.wait(), _TO_END)
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        return await self._process.wait()

    async def _read(self, end: int, most: int) -> bytes:
        while True:
            try:
                return os.read(end, most)
            except BlockingIOError:
                await _ready(end)
            except OSError:  # EIO: the program has closed its end
                return b""


async def _ready(end: int, *, to_write: bool = False) -> None:
    """Wait until an end can be read, or written."""
    loop = asyncio.get_running_loop()
    is_ready = asyncio.Event()
    if to_write:
        loop.add_writer(end, is_ready.set)
    else:
        loop.add_reader(end, is_ready.set)
    try:
        await is_ready.wait()
    finally:
        if to_write:
            loop.remove_writer(end)
        else:
            loop.remove_reader(end)


async def _spawn(
    words: Sequence[str], variables: Mapping[str, str], terminal: int, pipe: int
) -> asyncio.subprocess.Process:
    """Start a program whose controlling terminal this is, in a session of its own."""
    return await asyncio.create_subprocess_exec(
        *words,
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        env=dict(variables),
        cwd="/",
        pass_fds=[pipe],
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
    )
