"""Ctrl+C at any moment: the signal is raised at the n-th thing that the interpreter reports to an audit hook."""

import random
import signal
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.reliability.figure import Figure
from tests.terminal.driver import Terminal

_COUNTING = """
import os, signal, sys
at, report, seen = int(sys.argv[1]), sys.argv[2], 0
def count(event, _given):
    # Imports and files: the many hundred steps of the start, and some of the end.
    global seen
    if event in ("import", "open", "exec"):
        seen += 1
        if seen == at:
            os.kill(os.getpid(), signal.SIGINT)
sys.argv = ["cq-tui", *sys.argv[3:]]
from cq_tui.__main__ import main
sys.addaudithook(count)
code = main()
if report:
    with open(report, "w") as file:
        file.write(str(seen))
sys.exit(code)
"""
"""The program as it starts, from its own first line on; Python's own start is before that."""

_RESTORED = (b"\x1b[?1049l", b"\x1b[?25h")


@dataclass(frozen=True)
class Case:
    """A command line, what stands on the screen when it is up, and the keys that end it."""

    arguments: tuple[str, ...]
    shown: str = ""
    end: str = ""


BROWSE = Case(("--lang", "en", "--tab", "deals"), "quit", "q")
LIST = Case(("list", "deals", "--lang", "en"))
EXPORT = Case(("export", "deals", "--output", "x.csv", "--force", "--lang", "en"))


def moments(case: Case) -> int:
    """How many moments there are, from the start to the end."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report"
        code, _sent = _run(case, 0, Path(folder), report)
        assert code == 0
        return int(report.read_text())


def fault(case: Case, moment: int) -> str:
    """What is wrong with an end by Ctrl+C at a moment; nothing if it is one clean end."""
    with tempfile.TemporaryDirectory() as folder:
        code, sent = _run(case, moment, Path(folder))
        left = {one.name for one in Path(folder).iterdir()} - {".local", ".config", "x.csv"}
    words = (b"Traceback", b"Exception ignored", b"Error", b"cq-tui: ")
    problems = [word.decode() for word in words if word in sent]
    if code not in (0, 128 + signal.SIGINT):
        problems.append(f"exit code {code}")
    if not all(sent.rfind(one) >= sent.rfind(b"\x1b[?1049h") for one in _RESTORED):
        problems.append("the terminal is not restored")
    return ", ".join([*problems, *sorted(left)])


def _run(case: Case, moment: int, home: Path, report: Path | None = None) -> tuple[int, bytes]:
    command = (sys.executable, "-c", _COUNTING, str(moment), str(report or ""))
    with Terminal(case.arguments, home=home, command=command) as terminal:
        ended = False
        while case.shown and not ended:
            ended = not terminal.process.read(20)
            if case.shown.encode() in terminal.raw:
                terminal.settle()
                break
        if case.end and not ended:
            terminal.press(case.end)
        return terminal.wait_exit(), terminal.raw


def interrupted(case: Case, times: int, seed: int = 5) -> list[str]:
    """The faults at that many moments, spread over the whole of a run."""
    chance = random.Random(seed)
    last = moments(case)
    step = last / times
    chosen = [min(last, 1 + int((number + chance.random()) * step)) for number in range(times)]
    return [f"{' '.join(case.arguments)} at {one} of {last}: {why}" for one in chosen if (why := fault(case, one))]


def figures(share: float = 1.0) -> list[Figure]:
    """Browsing, printing and writing, at full size or a share of it."""
    times = max(4, int(70 * share))
    failed = [one for case in (BROWSE, LIST, EXPORT) for one in interrupted(case, times)]
    for one in failed:
        print(one)
    return [Figure("Ctrl+C at some moment", 3 * times, len(failed), "one clean end, terminal restored")]
