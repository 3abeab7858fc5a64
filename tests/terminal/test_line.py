"""The line to the terminal: its size, its silence, its drop, and what is not a terminal."""

import base64
import re
import subprocess
import time
from pathlib import Path

import pytest

from tests.terminal.conftest import Start
from tests.terminal.driver import Terminal
from tests.terminal.looking import pointed
from tests.terminal.process import PROGRAM, clean_environment

BESIDE = "Amount as written"
"""Stands in the record beside the list, where there is room for it."""


def test_resize_keeps_the_record(start: Start) -> None:
    terminal = start("--tab", "deals", size=(120, 40)).wait_for("4 of 4", BESIDE, "quit")
    terminal.press("down", "down").wait_for(lambda screen: "Southwest" in pointed(screen), "(technology")
    terminal.resize(80, 24).wait_gone(BESIDE).wait_for("quit", lambda screen: "Southwest" in pointed(screen))
    assert "4 of 4" in terminal.text.splitlines()[-3]
    terminal.resize(120, 40).wait_for(BESIDE, "(technology", lambda screen: "Southwest" in pointed(screen))
    terminal.press("enter").wait_for("deal Southwest")
    terminal.resize(80, 24).wait_for("deal Southwest", lambda screen: len(screen.splitlines()[-1]) < 80)
    terminal.press("esc").wait_for("4 of 4", lambda screen: "Southwest" in pointed(screen))


@pytest.mark.parametrize("size", [(20, 5), (10, 3), (1, 1)])
def test_a_tiny_terminal_does_no_harm(deals: Terminal, size: tuple[int, int]) -> None:
    deals.resize(*size).settle().press("down", "2", "3", "2").settle()
    deals.resize(80, 24).wait_for("4 of 4").press("q")
    assert deals.wait_exit() == 0


def test_nothing_is_sent_while_idle(deals: Terminal) -> None:
    for keys in ([], ["/"]):
        deals.press(*keys).settle().settle()
        end = time.monotonic() + 2
        sent = b""
        while (left := end - time.monotonic()) > 0:
            sent += deals.process.read(left)
        assert sent == b""


def test_a_dropped_line_ends_the_program(deals: Terminal) -> None:
    deals.process.hang_up()
    assert deals.process.exit_code(5) != 0


@pytest.mark.parametrize("junk", [b"\xc4\xe3", b"\xff\xfe", b"\x1b[M\xa0\xe0\xe0"])
def test_bytes_that_are_not_utf8_do_no_harm(deals: Terminal, junk: bytes) -> None:
    deals.process.write(junk)
    deals.settle().press("3").wait_for("[3 Speakers")


@pytest.mark.parametrize("kind", ["dumb", "", "unknown"])
def test_a_terminal_without_a_cursor_is_refused(start: Start, kind: str) -> None:
    terminal = start(TERM=kind)
    assert terminal.wait_exit() == 2
    assert "cq-tui list" in terminal.text
    assert "\n" not in terminal.text.strip()
    assert b"\x1b" not in terminal.raw


def test_no_terminal_is_refused(tmp_path: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "--lang", "en"], cwd=tmp_path, env=clean_environment(tmp_path), capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "cq-tui list" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("size", [(9999, 9999), (9999, 1), (1, 9999)])
def test_an_absurd_window_does_not_take_the_memory(deals: Terminal, size: tuple[int, int]) -> None:
    deals.process.set_size(*size)
    deals.process.read_until_silent(0.5)
    deals.resize(80, 24).wait_for("4 of 4", "quit")
    assert deals.process.most_memory < 250


def test_a_told_size_is_bounded_too(deals: Terminal) -> None:
    deals.process.write(b"\x1b[48;9999;9999;9999;9999t")
    deals.process.read_until_silent(0.5)
    assert deals.process.most_memory < 250
    deals.press("q")
    assert deals.wait_exit() == 0


def test_a_storm_of_sizes_ends_at_the_last_one(deals: Terminal) -> None:
    for step in range(200):
        deals.process.set_size(60 + step % 90, 15 + step % 40)
        deals.process.read(0)
    deals.resize(120, 40).wait_for("4 of 4", BESIDE, "quit", lambda screen: len(screen.splitlines()) == 40).settle()
    deals.resize(80, 24).wait_gone(BESIDE).wait_for("4 of 4", "quit")


def test_leaving_does_not_wait_for_what_was_typed_ahead(deals: Terminal) -> None:
    deals.press("3245" * 500)
    deals.press("ctrl+q")
    begin = len(deals.raw)
    assert deals.wait_exit() == 0
    assert len(deals.raw) - begin < 500_000


def test_in_gnu_screen_the_clipboard_goes_in_envelopes(start: Start) -> None:
    terminal = start("--tab", "deals", STY="7.pts-0.host").wait_for("4 of 4", "quit").settle()
    begin = len(terminal.raw)
    terminal.press("y").wait_for("Sent to the terminal").settle()
    sent = terminal.raw[begin:]
    pieces = re.findall(rb"\x1bP(.*?)\x1b\\", sent, re.DOTALL)
    whole = re.fullmatch(rb"\x1b\]52;c;([\w+/=]+)\x07", b"".join(pieces))
    assert whole
    assert b"nev-credit-line" in base64.b64decode(whole[1])
    assert len(pieces) > 1
    outside = re.sub(rb"\x1bP.*?\x1b\\", b"", sent, flags=re.DOTALL)
    assert whole[1][:20] not in outside


def test_every_line_has_the_background_of_the_theme(start: Start) -> None:
    terminal = start("--theme", "light", "--tab", "chain").wait_for("9 of 9", "quit").settle()
    grounds = [{terminal.screen.buffer[y][x].bg for x in range(80)} for y in range(24)]
    assert [y for y, found in enumerate(grounds) if "fbfaf7" not in found] == []
    assert grounds[-2] == {"fbfaf7"}


WORKING = """
import sys, threading
from cq_tui import app
from cq_tui.__main__ import main
mounted = app.BrowserApp.on_mount
def busy(self):
    mounted(self)
    self.run_worker(threading.Event().wait, thread=True)
app.BrowserApp.on_mount = busy
sys.argv[0] = "cq-tui"
sys.exit(main())
"""


def test_quitting_does_not_wait_for_work_that_can_t_be_broken_off(start: Start) -> None:
    terminal = start("--tab", "deals", command=(PROGRAM[0], "-c", WORKING)).wait_for("4 of 4", "quit").press("q")
    assert terminal.wait_exit() == 0
    assert "Traceback" not in terminal.text


def test_the_screen_is_drawn_wherever_errors_go(start: Start, tmp_path: Path) -> None:
    command = f"exec '{PROGRAM[0]}' -m cq_tui --lang en --tab deals 2>errors"
    terminal = start(command=("sh", "-c", command)).wait_for("4 of 4", "quit").press("q")
    assert terminal.wait_exit() == 0
    assert (tmp_path / "errors").read_text() == ""


def test_a_reader_that_leaves_is_no_matter_to_a_file_while_a_terminal_hears_the_command(start: Start) -> None:
    command = f"'{PROGRAM[0]}' -m cq_tui export deals --lang en -o x.csv | true"
    terminal = start(command=("sh", "-c", command)).wait_for("4 rows written to x.csv")
    assert terminal.wait_exit() == 0
