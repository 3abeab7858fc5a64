"""A running ``cq-tui serve``, and the processes behind it."""

import os
import re
import select
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.terminal.process import PROGRAM, clean_environment

PATIENCE = 60.0
"""Seconds until a wait fails; only ever used up by a failure."""


def until(what: Callable[[], bool], seconds: float = PATIENCE) -> None:
    """Wait for a state."""
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "it did not come to that"
        time.sleep(0.05)


class Served:
    """A server on a free port of this machine. What it says is read up to its address."""

    def __init__(
        self, home: Path, *words: str, language: str | None = "en", program: Sequence[str] = PROGRAM, **environment: str
    ) -> None:
        temporary = home / "tmp"
        temporary.mkdir(exist_ok=True)
        variables = clean_environment(home, TMPDIR=str(temporary), **environment)
        command = [*program, "serve", "--port", "0", *words]
        command += ["--lang", language] if language else []
        self._process = subprocess.Popen(command, cwd=home, env=variables, stderr=subprocess.PIPE)
        self.temporary = temporary
        self.address = self._address()

    def _address(self) -> str:
        said, stderr = "", self._process.stderr
        assert stderr is not None
        end = time.monotonic() + PATIENCE
        while not (found := re.search(r"http://127\.0\.0\.1:\d+/", said)):
            assert select.select([stderr], [], [], max(0.0, end - time.monotonic()))[0], said
            piece = os.read(stderr.fileno(), 4096).decode()
            assert piece, said
            said += piece
        return found[0]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            self._process.terminate()
        self._process.wait(PATIENCE)
        assert self._process.stderr is not None
        self._process.stderr.close()

    @property
    def port(self) -> int:
        """The port it took."""
        return int(self.address.rstrip("/").rpartition(":")[2])

    def readers(self) -> list[int]:
        """The processes of the readers."""
        return [pid for pid, parent in _parents().items() if parent == self._process.pid]

    def signal(self, number: signal.Signals) -> int:
        """Send it a signal that ends it, and return its exit code."""
        self._process.send_signal(number)
        return self._process.wait(PATIENCE)

    def said(self) -> str:
        """What it said after its address; it has ended."""
        assert self._process.stderr is not None
        return self._process.stderr.read().decode()


def runs(pid: int) -> bool:
    """Whether a process is there, and more than the entry of one that ended."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"


def _parents() -> dict[int, int]:
    found = {}
    for one in Path("/proc").iterdir():
        if one.name.isdecimal():
            try:
                stat = (one / "stat").read_text()
            except OSError:  # it has just ended
                continue
            found[int(one.name)] = int(stat.rpartition(")")[2].split()[1])
    return found
