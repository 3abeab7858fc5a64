"""The process that is forked: it has imported the program, runs no thread and holds nothing but one line to the tests.

A child becomes what ``python -m cq_tui`` would be in the same place: its streams, session, folder, environment and
arguments are those of the request, and then the program's ``main`` runs. Nothing is opened, read or asked before the
fork that hangs on the environment; what an import takes from it once and for all is named in ``forks.FROZEN``.
"""

import fcntl
import gc
import importlib
import json
import os
import pkgutil
import select
import signal
import socket
import sys
import termios
import time
from dataclasses import dataclass
from io import TextIOWrapper
from typing import Any

_LARGEST = 1 << 18
"""Bytes of a request."""


@dataclass(frozen=True)
class Request:
    """A program to start: as it is written by ``forks.fork``."""

    arguments: list[str]
    cwd: str
    environment: dict[str, str]
    leads: bool
    """Whether it leads a session with its standard input as controlling terminal."""


def load() -> None:
    """Import all of the program, as a start would in the end."""
    from cq_tui.terminal.environment import prepare

    before = dict(os.environ)
    prepare("auto")
    program = importlib.import_module("cq_tui")
    for found in pkgutil.walk_packages(program.__path__, "cq_tui."):
        importlib.import_module(found.name)
    importlib.import_module("_duckdb")  # no engine yet, and no thread
    _set_environment(before)
    _follow_prepare()
    # Pages of what was imported stay shared: no collection of a child goes over them.
    gc.collect()
    gc.freeze()


def serve(line: socket.socket) -> Request:
    """Fork a child for every request and tell how each has ended, until the tests hang up; returns in the children."""
    running: dict[int, tuple[int, int]] = {}
    poll = select.poll()
    poll.register(line, select.POLLIN)
    while True:
        for ready, _events in poll.poll():
            if ready == line.fileno():
                data, descriptors, _flags, _address = socket.recv_fds(line, _LARGEST, 4)
                if not data:
                    os._exit(0)
                *streams, told = descriptors
                pid = os.fork()
                if pid == 0:
                    request = Request(**json.loads(data))
                    _become(request, streams)
                    return request
                for one in streams:
                    os.close(one)
                os.write(told, b"%d\n" % pid)
                process = os.pidfd_open(pid)
                running[process] = (pid, told)
                poll.register(process, select.POLLIN)
            else:
                pid, told = running.pop(ready)
                poll.unregister(ready)
                os.close(ready)
                _pid, status = os.waitpid(pid, 0)
                _tell(told, os.waitstatus_to_exitcode(status))


def _tell(told: int, code: int) -> None:
    try:
        os.write(told, b"%d\n" % code)
    except BrokenPipeError:  # nobody waits for it any more
        pass
    finally:
        os.close(told)


def _become(request: Request, streams: list[int]) -> None:
    """Make this fork what a new process would be."""
    if request.leads:
        os.setsid()
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
    os.closerange(3, 4096)
    if request.leads:
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    os.chdir(request.cwd)
    _set_environment(request.environment)
    time.tzset()
    entry = os.path.join(os.path.dirname(sys.modules["cq_tui"].__file__ or ""), "__main__.py")
    sys.argv[:] = [entry, *request.arguments]
    sys.path[0] = request.cwd
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        stream = _opened(number, getattr(sys, f"__{name}__"))
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)


def _opened(number: int, before: TextIOWrapper) -> TextIOWrapper:
    """A standard stream as Python opens it at its start."""
    raw = open(number, "wb" if number else "rb", closefd=False)  # noqa: SIM115
    raw.raw.name = before.name
    stream = TextIOWrapper(
        raw,
        encoding=before.encoding,
        errors=before.errors,
        newline="\n",
        line_buffering=number == 2 or os.isatty(number),
    )
    stream.mode = "w" if number else "r"
    return stream


def _set_environment(variables: dict[str, str]) -> None:
    os.environ.clear()
    os.environ.update(variables)


def _follow_prepare() -> None:
    """Let Textual read again what the browser sets for it, which a new process imports it after."""
    browse: Any = importlib.import_module("cq_tui.commands.browse")
    constants = importlib.import_module("textual.constants")
    prepare = browse.prepare

    def prepared(color: str) -> None:
        prepare(color)
        importlib.reload(constants)

    browse.prepare = prepared


def main() -> int:
    """Load, say so, serve; in a child run the program."""
    line = socket.socket(fileno=int(sys.argv[1]))
    load()
    line.send(b"ready")
    serve(line)
    line.detach()
    from cq_tui.__main__ import main as program

    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    return program()


if __name__ == "__main__":
    sys.exit(main())
