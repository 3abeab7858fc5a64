"""The line is cut in the middle of something: nobody is left, nothing is half written."""

import os
import signal
from collections.abc import Callable

import pytest

from tests.ssh.processes import parent
from tests.ssh.server import Server
from tests.terminal.driver import Terminal

Act = Callable[[Terminal], object]

SOON = 2.0
NOTICED = 2 * 1 * (3 + 1) + SOON
"""Seconds until sshd gives up a client it asks every second, three times; its steps are up to twice as long."""


def _kill_client(terminal: Terminal, _server: Server) -> None:
    os.kill(terminal.process.pid, signal.SIGKILL)


def _close_window(terminal: Terminal, _server: Server) -> None:
    terminal.process.hang_up()


def _kill_session(_terminal: Terminal, server: Server) -> None:
    """The process of sshd that holds the terminal dies."""
    (program,) = server.programs()
    os.kill(parent(program), signal.SIGKILL)


def _fall_silent(terminal: Terminal, _server: Server) -> None:
    """The network is gone: nobody says goodbye."""
    os.kill(terminal.process.pid, signal.SIGSTOP)


CUTS = {
    "client killed": (_kill_client, SOON),
    "window closed": (_close_window, SOON),
    "sshd's session killed": (_kill_session, SOON),
    "silence": (_fall_silent, NOTICED),
}

MOMENTS: dict[str, Act] = {
    "starting": lambda terminal: terminal.process.read(10),
    "list": lambda terminal: terminal.wait_for("4 of 4", "quit"),
    "typing": lambda terminal: terminal.wait_for("quit").press("/").wait_for("keep the filter").press("xn"),
    "exporting": lambda terminal: terminal.wait_for("4 of 4").press("e").wait_for("Export 4 rows").press("enter"),
}


def _cut(server: Server, moment: str, how: str) -> float:
    cut, patience = CUTS[how]
    for file in server.export.iterdir():
        file.unlink()
    with server.login("cq-tui", "--tab", "deals") as terminal:
        MOMENTS[moment](terminal)
        cut(terminal, server)
        taken = server.seconds_until_empty(patience)
    assert server.strays() == []
    _is_whole(server)
    return taken


def _is_whole(server: Server) -> None:
    """The file is there whole or not at all, and the next export sweeps what the cut left of it."""
    file = server.export / "deals.csv"
    assert not file.exists() or file.read_bytes().count(b"\n") == 5
    if {one.name for one in server.export.iterdir()} - {file.name}:
        assert server.run("cq-tui export deals --force --output deals.csv").returncode == 0
        assert [one.name for one in server.export.iterdir()] == [file.name]


@pytest.mark.parametrize("moment", list(MOMENTS))
@pytest.mark.parametrize("how", [how for how in CUTS if how != "silence"])
def test_a_cut_line_leaves_nobody(server: Server, moment: str, how: str) -> None:
    if (moment, how) == ("starting", "sshd's session killed"):
        pytest.skip("there is no program yet to find its session by")
    _cut(server, moment, how)


def test_silence_leaves_nobody(eager: Server) -> None:
    assert _cut(eager, "list", "silence") > 1


@pytest.mark.parametrize("how", ["client killed", "window closed"])
def test_nobody_is_left_even_where_sighup_is_ignored(deaf: Server, how: str) -> None:
    _cut(deaf, "list", how)


def test_a_reader_that_goes_away_leaves_nobody(server: Server) -> None:
    with server.login("cq-tui", "export", "passages", "--format", "json") as terminal:
        assert terminal.process.read(10)
        _close_window(terminal, server)
        server.seconds_until_empty(SOON)
