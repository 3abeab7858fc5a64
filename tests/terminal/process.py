"""A program on a real pseudo-terminal: its bytes, its keys, its exit. No screen is drawn here."""

import contextlib
import ctypes
import fcntl
import os
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.forking.forks import Forked, can_fork

PROGRAM = (sys.executable, "-m", "cq_tui")

ANSWERS = {b"\x1b[?2026$p": b"\x1b[?2026;2$y", b"\x1b[?2048$p": b"\x1b[?2048;0$y", b"\x1b[6n": b"\x1b[1;2R"}
"""What a common terminal says when asked: synchronized output yes, resize reports no, a line character is one cell."""


def clean_environment(home: Path, **more: str) -> dict[str, str]:
    """The environment of a new login, and nothing of the one the tests run in."""
    return {
        "PATH": os.defpath,
        "HOME": str(home),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        **more,
    }


class Process:
    """A program in a session of its own, with a pseudo-terminal as its controlling terminal.

    ``before`` is called in the child, before it becomes the program. ``PROGRAM`` itself is forked from a process that
    has imported it (``tests/forking``), unless ``fresh``.
    """

    def __init__(
        self,
        command: Sequence[str],
        cwd: Path,
        environment: Mapping[str, str],
        size: tuple[int, int] = (80, 24),
        before: Callable[[], None] | None = None,
        *,
        fresh: bool = False,
    ) -> None:
        self.raw = b""
        """Every byte that came out so far."""
        self.last_byte_at = 0.0
        self._asked = 0
        self._master, slave = os.openpty()
        self.set_size(*size)
        self.started_at = time.monotonic()
        own, given = tuple(command[: len(PROGRAM)]), command[len(PROGRAM) :]
        self._child: subprocess.Popen[bytes] | Forked
        try:
            if own == PROGRAM and before is None and not fresh and can_fork(environment):
                self._child = Forked(given, cwd, environment, (slave, slave, slave), leads=True)
            else:
                self._child = subprocess.Popen(
                    command,
                    cwd=cwd,
                    env=dict(environment),
                    stdin=slave,
                    stdout=slave,
                    stderr=slave,
                    start_new_session=True,
                    preexec_fn=lambda: _become_its_leader(before),
                )
        finally:
            os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """The program's process id."""
        return self._child.pid

    def read(self, seconds: float) -> bytes:
        """The bytes that come next, waiting for the first at most so long; none at the end or in silence."""
        if self._master < 0:
            return b""
        if not select.select([self._master], [], [], max(0.0, seconds))[0]:
            return b""
        try:
            piece = os.read(self._master, 65536)
        except OSError:  # EIO: the other end is closed
            return b""
        if piece:
            self.last_byte_at = time.monotonic()
            self.raw += piece
            self._answer()
        return piece

    def read_until_silent(self, seconds: float) -> bytes:
        """The bytes that come until none has come for so long."""
        begin = len(self.raw)
        while self.read(seconds):
            pass
        return self.raw[begin:]

    def write(self, data: bytes) -> None:
        """Type."""
        while data:
            data = data[os.write(self._master, data) :]

    def set_size(self, columns: int, lines: int) -> None:
        """Give the terminal another size; the kernel tells the program."""
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def _answer(self) -> None:
        for question, answer in ANSWERS.items():
            if question in self.raw[max(0, self._asked - len(question) + 1) :]:
                self.write(answer)
        self._asked = len(self.raw)

    def hang_up(self) -> None:
        """Drop the line, as a lost connection does."""
        os.close(self._master)
        self._master = -1

    def exit_code(self, seconds: float = 10) -> int:
        """Read until the program ends, and return its exit code."""
        end = time.monotonic() + seconds
        while self.read(end - time.monotonic()):
            pass  # until the other end is closed
        try:
            return self._child.wait(max(0.0, end - time.monotonic()))
        except subprocess.TimeoutExpired:
            raise TimeoutError("the program did not end") from None

    @property
    def alive(self) -> bool:
        """Whether the program still runs."""
        return self._child.poll() is None

    @property
    def most_memory(self) -> float:
        """The most memory that the program had at once, in MB, by the kernel's count."""
        return self._memory("VmHWM")

    @property
    def resident_memory(self) -> float:
        """The memory that the program has now, in MB."""
        return self._memory("VmRSS")

    def _memory(self, which: str) -> float:
        status = Path(f"/proc/{self.pid}/status").read_text()
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith(which)) / 1024

    @property
    def runs(self) -> bool:
        """Whether any thread of the program runs, or would if there were a processor free."""
        return any(stat.rpartition(")")[2].split()[0] in "RD" for stat in self._of_threads("stat"))

    @property
    def worked(self) -> float:
        """For how many seconds the program's threads have had a processor so far."""
        return sum(int(times.split()[0]) for times in self._of_threads("schedstat")) / 1e9

    def _of_threads(self, file: str) -> Iterator[str]:
        """A file of /proc for each thread of the program; nothing once it has ended."""
        with contextlib.suppress(OSError):  # the program ended, so that it has no folder of threads
            for thread in Path(f"/proc/{self.pid}/task").glob("*"):
                with contextlib.suppress(OSError):  # the thread ended between the two looks
                    yield (thread / file).read_text()

    @property
    def stopped(self) -> bool:
        """Whether the program is suspended."""
        return state_of(self.pid) == "T"

    @property
    def left(self) -> list[int]:
        """What still runs of the session that the program began, itself included."""
        return [int(one.name) for one in Path("/proc").iterdir() if one.name.isdecimal() and _session(one) == self.pid]

    def gone_within(self, seconds: float) -> bool:
        """Whether the program ends in that time, with nobody at the other end of the line."""
        try:
            self._child.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        self._child.send_signal(number)

    def signal_thread(self, number: int) -> None:
        """Send the signal to a thread that is not the main one, as the kernel may do."""
        other = next(int(one.name) for one in Path(f"/proc/{self.pid}/task").iterdir() if int(one.name) != self.pid)
        if ctypes.CDLL(None).tgkill(self.pid, other, number):
            raise OSError("the signal could not be sent")

    def close(self) -> None:
        """End the program and everything it started."""
        if self._child.poll() is None:
            os.killpg(self._child.pid, signal.SIGKILL)
            self._child.wait()
        if self._master >= 0:
            os.close(self._master)
            self._master = -1


def _become_its_leader(before: Callable[[], None] | None) -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    if before is not None:
        before()


def state_of(pid: int) -> str:
    """A letter for what a process does, ``T`` is stopped; nothing once it is gone or dead."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return ""
    return "" if state == "Z" else state


def _session(process: Path) -> int:
    """The session that a process belongs to; none if it is gone, or a dead one that waits for its parent."""
    try:
        state, _parent, _group, session = (process / "stat").read_text().rpartition(")")[2].split()[:4]
    except OSError:
        return 0
    return 0 if state == "Z" else int(session)
