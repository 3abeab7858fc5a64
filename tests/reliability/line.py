"""Noise on the line, and the line cut."""

import random
import signal
import tempfile
import time
from pathlib import Path

from tests.reliability.figure import Figure
from tests.terminal.driver import Terminal
from tests.terminal.process import PROGRAM, Process, clean_environment

_PIECE = 4096
_SESSION = 100_000
_HANDLED = 0.5
"""Seconds of silence after which all that was typed has been handled."""
_GONE_IN = 2.0
_QUITS = bytes.maketrans(b"\x03\x11\x1aQq", b"     ")
"""Ctrl+C, Ctrl+Q, Ctrl+Z, Q and q would end or stop the program, as they should; noise is the rest."""


def noise(total: int) -> Figure:
    """Random bytes as if typed, in sessions of 100,000."""
    sizes = [min(_SESSION, total - begin) for begin in range(0, total, _SESSION)]
    failed = sum(_noisy_session(size, seed) for seed, size in enumerate(sizes, 11))
    return Figure("random bytes typed", total, failed, "no crash, terminal restored")


def _noisy_session(total: int, seed: int) -> int:
    """How many promises broke: the program lives, still answers, ends well, and leaves the terminal as it was."""
    chance = random.Random(seed)
    failed = sent = 0
    with (
        tempfile.TemporaryDirectory() as folder,
        Terminal(["--lang", "en", "--tab", "deals"], home=Path(folder), cwd=Path(folder)) as terminal,
    ):
        terminal.wait_for("quit").settle()
        while sent < total:
            piece = chance.randbytes(min(_PIECE, total - sent)).translate(_QUITS)
            terminal.process.write(piece)
            terminal.process.read_until_silent(_HANDLED)
            sent += len(piece)
            if not terminal.process.alive:
                return 1
        # The end of a paste and of a sequence, in case the noise has begun one.
        terminal.process.write(b"\x1b[201~\x1b\\\x07")
        terminal.process.read_until_silent(_HANDLED)
        terminal.process.write(b"\x11")
        failed += terminal.wait_exit() != 0
        failed += b"\x1b[?1049l" not in terminal.raw[-400:]
    return failed


def cut(times: int, *, ignoring: bool) -> Figure:
    """The line goes: the program is gone within two seconds, even where SIGHUP is ignored."""
    failed = 0
    command = ["nohup", *PROGRAM] if ignoring else list(PROGRAM)
    for _n in range(times):
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder)
            process = Process([*command, "--lang", "en"], home, clean_environment(home))
            while b"quit" not in process.raw:
                if not process.read(10):
                    break
            process.hang_up()
            failed += not process.gone_within(_GONE_IN) or process.left != []
            process.close()
    name = "line cut, SIGHUP ignored" if ignoring else "line cut"
    return Figure(name, times, failed, f"gone within {_GONE_IN:g} s, no process left")


def terminated(times: int) -> Figure:
    """SIGTERM: the terminal is restored and the exit code tells."""
    failed = 0
    for _n in range(times):
        with tempfile.TemporaryDirectory() as folder, Terminal(["--lang", "en"], home=Path(folder)) as terminal:
            terminal.wait_for("quit").settle()
            terminal.process.signal(signal.SIGTERM)
            failed += terminal.wait_exit() != 128 + signal.SIGTERM
            failed += b"\x1b[?1049l" not in terminal.raw[-400:]
    return Figure("SIGTERM", times, failed, "exit code 143, terminal restored")


def figures(share: float = 1.0) -> list[Figure]:
    """All of them, at full size or a share of it."""
    begin = time.monotonic()
    found = [
        cut(max(2, int(100 * share)), ignoring=False),
        cut(max(2, int(100 * share)), ignoring=True),
        terminated(max(1, int(20 * share))),
        noise(int(1_000_000 * share) if share == 1 else 1024),  # each byte is a key that is handled to its end
    ]
    assert time.monotonic() > begin
    return found
