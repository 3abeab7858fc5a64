"""A program that was forked (``tests/forking``) is what one that was started anew is."""

import os
import re
import signal
from pathlib import Path

import pytest

from tests.terminal.conftest import Start
from tests.terminal.driver import Terminal
from tests.terminal.process import Process

_EMPTY_FRAME = b"\x1b[?2026h\x1b[1;2H\x1b[?2026l"
BOTH = pytest.mark.parametrize("fresh", [False, True], ids=["forked", "new"])


def _told(process: Process) -> dict[str, object]:
    """What the kernel tells of a process."""
    folder = Path(f"/proc/{process.pid}")
    status = dict(line.split(":\t") for line in (folder / "status").read_text().splitlines())
    _pid, group, session, terminal = map(int, (folder / "stat").read_text().rpartition(")")[2].split()[1:5])
    kept = ("Umask", "Uid", "Groups", "Threads", "SigBlk", "SigIgn", "SigCgt", "CapEff", "NoNewPrivs")
    return {
        **{name: status[name] for name in kept},
        "leads": (group, session) == (process.pid, process.pid),
        "terminal": terminal > 0,
        "folder": os.readlink(folder / "cwd"),
        "streams": len({os.readlink(folder / "fd" / number) for number in "012"}),
        "files": sorted(os.readlink(one).partition(":")[0] for one in (folder / "fd").iterdir())[3:],
    }


def test_it_has_the_session_signals_threads_and_files_of_a_new_one(start: Start) -> None:
    forked, new = (start("--tab", "deals", fresh=fresh).wait_for("4 of 4", "quit").settle() for fresh in (False, True))
    assert _told(forked.process) == _told(new.process)


def test_it_sends_the_same_bytes(start: Start) -> None:
    forked, new = (start("--tab", "deals", fresh=fresh).wait_for("4 of 4", "quit").settle() for fresh in (False, True))
    assert forked.text == new.text
    for terminal in (forked, new):
        terminal.press("q")
    assert forked.wait_exit() == new.wait_exit() == 0
    assert _told_at_the_end(forked) == _told_at_the_end(new)


def _told_at_the_end(terminal: Terminal) -> bytes:
    """The last bytes; how many frames change nothing before them hangs on when the keys come.

    So does whether a frame is marked as one: the terminal's answer that it knows the mark may come later than that.
    """
    return re.sub(rb"\x1b\[\?2026[hl]", b"", terminal.raw.replace(_EMPTY_FRAME, b""))[-200:]


@BOTH
@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--version"], 0, "cq-tui "),
        (["list", "deals"], 0, "2 bn"),
        (["list", "deals", "--filter", "colour:red"], 1, "no field colour"),
        (["nonsense"], 2, "no command and no folder nonsense"),
    ],
)
def test_a_command_ends_with_its_words_and_its_code(
    start: Start, fresh: bool, arguments: list[str], code: int, words: str
) -> None:
    terminal = start(*arguments, fresh=fresh)
    assert terminal.wait_exit() == code
    assert words in terminal.text


@BOTH
def test_what_ends_it_is_told(start: Start, fresh: bool) -> None:
    terminal = start(fresh=fresh).wait_for("quit")
    assert terminal.process.alive
    terminal.process.signal(signal.SIGKILL)
    assert terminal.wait_exit() == -signal.SIGKILL
    assert not terminal.process.alive


@BOTH
def test_the_colours_asked_for_are_sent(start: Start, fresh: bool) -> None:
    """Textual takes these settings in when it is imported."""
    terminal: Terminal = start("--color", "16", fresh=fresh).wait_for("quit").settle()
    assert b"38;2;" not in terminal.raw
