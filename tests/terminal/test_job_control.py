"""Ctrl+Z, fg and the signals behind them, under a real shell; and the signals that end the program."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.conftest import Start
from tests.terminal.driver import PATIENCE, Terminal
from tests.terminal.process import PROGRAM, state_of

LEFT = (b"\x1b[?1049l", b"\x1b[?25h")
"""The terminal as the program found it: its own screen and a cursor."""

PICTURE = "Southwest Aluminium"


@pytest.fixture
def shell(tmp_path: Path) -> Iterator[Terminal]:
    """An interactive bash with the browser in its foreground."""
    command = ("bash", "--norc", "--noprofile", "--noediting", "-i")
    with Terminal(command=command, home=tmp_path, PS1="@ready@ ") as terminal:
        terminal.wait_for("@ready@").press(f"'{PROGRAM[0]}' -m cq_tui --lang en --tab deals", "enter")
        yield terminal.wait_for("4 of 4", "quit").settle()


def program(shell: Terminal) -> int:
    """The process id of the browser."""
    return int(Path(f"/proc/{shell.process.pid}/task/{shell.process.pid}/children").read_text().split()[0])


def wait_for_bytes(terminal: Terminal, begin: int, *wanted: bytes) -> bytes:
    """The bytes sent after ``begin``, once they hold all that is wanted. pyte would show the picture of before."""
    end = time.monotonic() + PATIENCE
    while not all(one in terminal.raw[begin:] for one in wanted):
        assert time.monotonic() < end, terminal.raw[begin:][-2000:]
        terminal.take(terminal.process.read(0.05))
    return terminal.raw[begin:]


def wait_stopped(shell: Terminal, pid: int) -> None:
    end = time.monotonic() + PATIENCE
    while state_of(pid) != "T":
        assert time.monotonic() < end
        shell.take(shell.process.read(0.05))


def is_whole(sent: bytes) -> bool:
    """Whether a title, a row and the keys were sent anew."""
    return all(one in sent for one in (b"Advanced", PICTURE.encode(), b"quit"))


def quits(shell: Terminal, pid: int) -> None:
    """The program takes keys, ends at once, and the shell has its terminal back."""
    shell.press("3").wait_for("[3 Speakers").press("q")
    begin = len(shell.raw)
    wait_for_bytes(shell, begin, *LEFT, b"@ready@")
    shell.press("echo done:$?", "enter").wait_for("done:0")
    assert state_of(pid) == ""


def test_fg_brings_the_whole_picture_back(shell: Terminal) -> None:
    pid = program(shell)
    for _again in range(2):
        begin = len(shell.raw)
        shell.press("ctrl+z")
        wait_for_bytes(shell, begin, *LEFT, b"@ready@")
        wait_stopped(shell, pid)
        begin = len(shell.raw)
        shell.press("fg", "enter")
        assert is_whole(wait_for_bytes(shell, begin, b"\x1b[?1049h", PICTURE.encode(), b"quit"))
    quits(shell, pid)


def test_in_the_background_it_waits_for_the_terminal(shell: Terminal) -> None:
    pid = program(shell)
    shell.press("ctrl+z").wait_for("Stopped")
    shell.press("bg", "enter").wait_for("bg").settle()
    wait_stopped(shell, pid)
    begin = len(shell.raw)
    shell.press("fg", "enter")
    wait_for_bytes(shell, begin, b"\x1b[?1049h", PICTURE.encode())
    quits(shell, pid)


@pytest.mark.parametrize("signals", ["CONT", "CONT " * 100, "STOP CONT", "STOP CONT STOP CONT CONT"])
def test_it_can_be_quit_after_any_stop_and_cont(start: Start, signals: str) -> None:
    terminal = start("--tab", "deals").wait_for("4 of 4", "quit").settle()
    begin = len(terminal.raw)
    for name in signals.split():
        terminal.process.signal(getattr(signal, f"SIG{name}"))
        while name == "STOP" and not terminal.process.stopped:
            time.sleep(0.01)
    wait_for_bytes(terminal, begin, b"\x1b[?1049h", PICTURE.encode(), b"quit")
    terminal.settle().press("3").wait_for("[3 Speakers").press("q")
    assert terminal.wait_exit() == 0


def test_stopped_under_a_shell_it_comes_back_whole(shell: Terminal) -> None:
    pid = program(shell)
    os.kill(pid, signal.SIGSTOP)
    wait_stopped(shell, pid)
    shell.settle()
    begin = len(shell.raw)
    shell.press("fg", "enter")
    wait_for_bytes(shell, begin, b"\x1b[?1049h", PICTURE.encode(), b"quit")
    quits(shell, pid)


def test_without_a_shell_to_continue_it_ctrl_z_stops_nothing(start: Start) -> None:
    terminal = start("--tab", "deals").wait_for("4 of 4", "quit").settle()
    begin = len(terminal.raw)
    terminal.press("ctrl+z")
    assert is_whole(wait_for_bytes(terminal, begin, *LEFT, b"\x1b[?1049h", b"quit"))
    terminal.press("3").wait_for("[3 Speakers")


def test_an_open_dialog_comes_back_with_the_list_above_it(start: Start) -> None:
    terminal = start("--tab", "deals").wait_for("4 of 4", "quit").press("e").wait_for("Export 4 rows").settle()
    begin = len(terminal.raw)
    terminal.process.signal(signal.SIGCONT)
    wait_for_bytes(terminal, begin, b"\x1b[?1049h", b"Export 4 rows", b"Advanced")


@pytest.mark.parametrize("name", ["HUP", "INT", "QUIT", "TERM"])
def test_a_signal_restores_the_terminal(start: Start, name: str) -> None:
    terminal = start("--tab", "deals").wait_for("4 of 4", "quit").settle()
    number = getattr(signal, f"SIG{name}")
    terminal.process.signal(number)
    assert terminal.wait_exit() == 128 + number
    assert all(one in terminal.raw[-200:] for one in LEFT)
    assert "Traceback" not in terminal.text


def test_a_signal_is_heard_whichever_thread_it_strikes(start: Start) -> None:
    terminal = start("--tab", "deals").wait_for("4 of 4", "quit").settle()
    terminal.process.signal_thread(signal.SIGTERM)
    assert terminal.wait_exit() == 128 + signal.SIGTERM


def test_signals_that_were_ignored_from_the_start_stay_so(start: Start) -> None:
    command = ("sh", "-c", f"trap '' INT HUP QUIT; exec '{PROGRAM[0]}' -m cq_tui --lang en --tab deals")
    terminal = start(command=command).wait_for("4 of 4", "quit").settle()
    for name in ("INT", "HUP", "QUIT"):
        terminal.process.signal(getattr(signal, f"SIG{name}"))
    terminal.press("3").wait_for("[3 Speakers").press("q")
    assert terminal.wait_exit() == 0
