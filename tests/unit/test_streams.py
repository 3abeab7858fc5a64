"""Closed standard streams, readers and lines that go away, Ctrl+C: one line or none, and the right exit code."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

PATIENCE = 60


def shell(line: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.defpath, "LANG": "C.UTF-8", "HOME": str(cwd)}
    command = ["/bin/sh", "-c", line.replace("cq-tui", f"'{sys.executable}' -m cq_tui")]
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False
    )


@pytest.mark.parametrize("what", ["list deals", "check", "export deals", "--help", "list deals <&-"])
def test_a_closed_stdout_is_one_plain_line(tmp_path: Path, what: str) -> None:
    ran = shell(f"cq-tui {what} >&-", tmp_path)
    *before, last = ran.stderr.splitlines()
    assert (ran.returncode, last) == (1, "cq-tui: stdout can't be written: it is closed")
    assert len(before) == (what == "check")  # what check tells beside its table


def test_a_closed_stdout_is_no_matter_to_a_file(tmp_path: Path) -> None:
    ran = shell("cq-tui export deals --output x.csv >&-", tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "4 rows written to x.csv\n")
    assert (tmp_path / "x.csv").read_bytes().count(b"\n") == 5


@pytest.mark.parametrize("closed", ["<&-", "<&- >&-", ">&-"])
def test_the_browser_without_its_streams_needs_a_terminal(tmp_path: Path, closed: str) -> None:
    ran = shell(f"cq-tui {closed}", tmp_path)
    assert (ran.returncode, ran.stderr.count("\n")) == (2, 1)
    assert ran.stderr.startswith("cq-tui: Browsing needs a terminal.")


def test_a_closed_stderr_puts_nothing_into_the_data(tmp_path: Path) -> None:
    heard, unheard = (shell(f"cq-tui list deals {how}", tmp_path) for how in ("", "2>&-"))
    assert (unheard.returncode, unheard.stdout, unheard.stderr) == (0, heard.stdout, "")
    assert heard.stderr


class Waiting:
    """A command whose opening of the archive never ends, with a socket as SSH without a terminal gives it."""

    STUCK = """
import os, sys, time
from importlib import import_module
def stuck(*given, **more):
    os.write(2, b"stuck")
    time.sleep({patience})
for module in ("common", "{command}"):
    module = import_module("cq_tui.commands." + module)
    if hasattr(module, "open_store"):
        module.open_store = stuck
sys.argv = ["cq-tui", *{arguments!r}]
from cq_tui.__main__ import main
sys.exit(main())
"""

    def __init__(self, cwd: Path, *arguments: str) -> None:
        self.ours, theirs = socket.socketpair()
        self.errors, write = os.pipe()
        code = self.STUCK.format(command=arguments[0], arguments=arguments, patience=PATIENCE)
        self.process = subprocess.Popen(
            [sys.executable, "-c", code], cwd=cwd, stdin=theirs, stdout=theirs, stderr=write
        )
        theirs.close()
        os.close(write)
        assert os.read(self.errors, 100) == b"stuck"

    def ended(self) -> int:
        return self.process.wait(PATIENCE / 2)

    def cut(self) -> None:
        self.ours.close()
        os.close(self.errors)


@pytest.mark.parametrize("command", ["list deals", "export deals", "show deals x"])
def test_a_command_that_prints_ends_with_its_line(tmp_path: Path, command: str) -> None:
    waiting = Waiting(tmp_path, *command.split())
    waiting.cut()
    assert waiting.ended() == 0


@pytest.mark.parametrize("command", ["export deals --output x.csv", "import list.csv --into ."])
def test_a_command_that_writes_is_broken_off_and_cleans_up(tmp_path: Path, command: str) -> None:
    waiting = Waiting(tmp_path, *command.split())
    waiting.cut()
    assert waiting.ended() in (129, 130)
    assert list(tmp_path.iterdir()) == []


def test_a_command_that_writes_goes_on_as_long_as_somebody_hears_it(tmp_path: Path) -> None:
    waiting = Waiting(tmp_path, "export", "deals", "--output", "x.csv")
    waiting.ours.close()
    with pytest.raises(subprocess.TimeoutExpired):
        waiting.process.wait(0.3)
    waiting.process.send_signal(signal.SIGINT)
    assert waiting.ended() == 130
    assert os.read(waiting.errors, 1000) == b""
