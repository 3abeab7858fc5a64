"""Starts of the program by forking, in a hundredth of a second where Python and the imports take half of one.

Each pytest worker keeps a server (``server.py``) that has imported the program; it is started with the first request.
The child runs ``cq_tui.__main__.main`` as a new process would, and a test sees no difference: own session and terminal,
signals as they are by default, exit codes and signals as the kernel tells them. What is about the start itself is run
by ``exec``: a command other than ``PROGRAM``, something to do before it, ``fresh=True``, or an environment that an
import takes in once and for all. ``CQ_TUI_TESTS=exec`` runs everything so, to see that both ways give the same.
"""

import atexit
import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]

FROZEN = ("LANG", "LC_", "PYTHON", "TEXTUAL_", "PYDANTIC_", "ESCDELAY", "TERM_PROGRAM", "LD_", "MALLOC_")
"""Beginnings of the names of variables that Python, an import or the C library reads once."""
_SERVER_HAS = {"PATH": os.defpath, "LANG": "C.UTF-8"}
_LARGEST = 100_000


def can_fork(environment: Mapping[str, str]) -> bool:
    """Whether a program with this environment is the same forked as it is new."""
    frozen = {name: value for name, value in environment.items() if name.startswith(FROZEN)}
    return os.environ.get("CQ_TUI_TESTS") != "exec" and frozen == {"LANG": "C.UTF-8"} and hasattr(os, "pidfd_open")


class Forked:
    """A forked program: as much of ``subprocess.Popen`` as the tests use."""

    def __init__(
        self,
        arguments: Sequence[str],
        cwd: Path,
        environment: Mapping[str, str],
        streams: tuple[int, int, int],
        *,
        leads: bool,
    ) -> None:
        self.returncode: int | None = None
        self._told, tells = os.pipe()
        request = {"arguments": [*arguments], "cwd": str(cwd), "environment": dict(environment), "leads": leads}
        data = json.dumps(request).encode()
        assert len(data) < _LARGEST
        try:
            socket.send_fds(_server(), [data], [*streams, tells])
        finally:
            os.close(tells)
        self._said = b""
        while b"\n" not in self._said:
            self._hear(None)
        self.pid = int(self._said.split()[0])

    def poll(self) -> int | None:
        """The exit code; None while it runs."""
        return self._ended(0.0)

    def wait(self, timeout: float | None = None) -> int:
        """The exit code, once it has ended."""
        code = self._ended(timeout)
        if code is None:
            raise subprocess.TimeoutExpired(["cq-tui"], timeout or 0.0)
        return code

    def send_signal(self, number: int) -> None:
        """Send it a signal, if it runs."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it."""
        self.send_signal(signal.SIGKILL)

    def _ended(self, seconds: float | None) -> int | None:
        end = None if seconds is None else time.monotonic() + seconds
        while self.returncode is None:
            if not self._hear(None if end is None else max(0.0, end - time.monotonic())):
                break
        return self.returncode

    def _hear(self, seconds: float | None) -> bool:
        """Take in what the server tells: the process id, and the exit code in the end."""
        if not select.select([self._told], [], [], seconds)[0]:
            return False
        piece = os.read(self._told, 64)
        if not piece and self._said.count(b"\n") < 2:
            raise RuntimeError("the fork server has ended")
        self._said += piece
        if self._said.count(b"\n") == 2:
            self.returncode = int(self._said.split()[1])
            os.close(self._told)
        return True


@cache
def _server() -> socket.socket:
    """The line to the server of this worker."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    command = [sys.executable, "-m", "tests.forking.server", str(theirs.fileno())]
    with theirs:
        server = subprocess.Popen(
            command,
            cwd=ROOT,
            env=_SERVER_HAS,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            pass_fds=[theirs.fileno()],
            start_new_session=True,
        )
    if ours.recv(16) != b"ready":
        raise RuntimeError("the fork server did not start")
    atexit.register(_end, ours, server, os.getpid())
    return ours


def _end(line: socket.socket, server: "subprocess.Popen[bytes]", owner: int) -> None:
    if os.getpid() == owner:  # not in a fork of the tests
        line.close()
        server.wait()
