"""A real sshd on loopback that lets nobody do anything but the program in secure mode."""

import contextlib
import grp
import os
import pwd
import shlex
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

from tests.ssh.processes import below, with_variable
from tests.terminal.driver import Terminal
from tests.terminal.process import clean_environment

SSHD = shutil.which("sshd", path=f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/usr/local/sbin")
SSH = shutil.which("ssh")
MISSING = "" if SSHD and SSH else "needs sshd and ssh: apt-get install openssh-server openssh-client"


def _terminals_missing() -> str:
    """Why this user's sshd can't give a client a terminal; nothing if it can.

    sshd hands the terminal to the group ``tty``, which only root may do. It is that group's from the start where devpts
    is mounted with ``gid=``; in some containers it is not.
    """
    with contextlib.suppress(KeyError):
        master, slave = os.openpty()
        of_tty = os.fstat(slave).st_gid == grp.getgrnam("tty").gr_gid
        os.close(master)
        os.close(slave)
        if os.geteuid() != 0 and not of_tty:
            return "sshd of an ordinary user needs terminals of the group tty: /dev/pts mounted with gid=5"
    return ""


NO_TERMINALS = _terminals_missing()

PROGRAM = f"exec {shlex.quote(sys.executable)} -I -m cq_tui --secure"
ALIVE = (15, 4)
"""After how many seconds the server asks a silent client, and how many answers may be missing."""

_CONFIG = """
ListenAddress 127.0.0.1:{port}
HostKey {root}/host
AuthorizedKeysFile {root}/client.pub
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
Subsystem sftp internal-sftp
ClientAliveInterval {seconds}
ClientAliveCountMax {count}
MaxSessions 10
MaxStartups 100

ForceCommand {command}
DisableForwarding yes
AllowAgentForwarding no
X11Forwarding no
PermitTunnel no
PermitUserRC no
PermitUserEnvironment no
AcceptEnv COLORTERM NO_COLOR LANG
SetEnv CQ_TUI_SECURE=1 CQ_TUI_EXPORT_DIR={root}/export HOME={root}/home TMPDIR={root}/tmp CQ_TEST={root}
"""


class Server:
    """An sshd with a key of its own; ``export`` is the folder its users may write into."""

    def __init__(self, root: Path, command: str = PROGRAM, alive: tuple[int, int] = ALIVE) -> None:
        self.root = root
        self.export, self.home, self._tmp = (root / name for name in ("export", "home", "tmp"))
        for folder in (self.export, self.home, self._tmp, root / "here"):
            folder.mkdir(parents=True)
        account = pwd.getpwuid(os.getuid())
        self._user, self._login_folder = account.pw_name, Path(account.pw_dir)
        self._before = self._login_names()
        self.port = _free_port()
        for name in ("host", "client"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", root / name], check=True)
        host = (root / "host.pub").read_text()
        (root / "known").write_text(f"[127.0.0.1]:{self.port} {host}")
        values = {"port": self.port, "root": root, "command": command, "seconds": alive[0], "count": alive[1]}
        (root / "config").write_text(_CONFIG.format(**values))
        if os.geteuid() == 0:
            Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
        assert SSHD is not None
        self._log = (root / "log").open("wb")
        self._sshd = subprocess.Popen(
            [SSHD, "-D", "-e", "-f", root / "config"], stdin=subprocess.DEVNULL, stderr=self._log
        )
        self._wait_until_it_listens()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._sshd.terminate()
        self._sshd.wait(10)
        self._log.close()

    @property
    def log(self) -> str:
        """What sshd said."""
        return (self.root / "log").read_text(errors="replace")

    def ssh(self, *options: str, words: Sequence[str] = ()) -> list[str]:
        """The command line of a client."""
        assert SSH is not None
        fixed = ["IdentitiesOnly=yes", "BatchMode=yes", f"UserKnownHostsFile={self.root}/known", "LogLevel=ERROR"]
        given = [part for option in fixed for part in ("-o", option)]
        where = ["-p", str(self.port), "-i", f"{self.root}/client", f"{self._user}@127.0.0.1"]
        return [SSH, "-F", "none", *given, *options, *where, *words]

    def run(self, *words: str, options: Sequence[str] = (), **environment: str) -> subprocess.CompletedProcess[bytes]:
        """Run a command without a terminal, as ``ssh host words`` does."""
        variables = clean_environment(self.root / "here", **environment)
        command = self.ssh(*options, words=words)
        return subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, env=variables, timeout=30, check=False
        )

    def login(self, *words: str, options: Sequence[str] = (), **environment: str) -> Terminal:
        """Log in with a terminal, as ``ssh -t host words`` does. Skips the test where no terminal can be given."""
        if NO_TERMINALS:
            pytest.skip(NO_TERMINALS)
        sent = [part for name in ("COLORTERM", "NO_COLOR", "LANG") for part in ("-o", f"SendEnv={name}")]
        command = self.ssh("-tt", *sent, *options, words=words)
        return Terminal(command=command, home=self.root / "here", **environment)

    def programs(self) -> list[int]:
        """The processes that sessions have started and that are still there."""
        return with_variable("CQ_TEST", str(self.root))

    def sessions(self) -> list[int]:
        """Everything below this sshd: its own processes for sessions, and the programs."""
        return below(self._sshd.pid)

    def seconds_until_empty(self, patience: float) -> float:
        """Wait until no session is left; how long it took. Fails after so many seconds."""
        begin = time.monotonic()
        while left := {*self.sessions(), *self.programs()}:
            taken = time.monotonic() - begin
            assert taken < patience, f"left after {taken:.1f} s: {left}"
            time.sleep(0.02)
        return time.monotonic() - begin

    def strays(self) -> list[str]:
        """What was written anywhere else than into the export folder."""
        found = [str(path) for folder in (self.home, self._tmp) for path in folder.rglob("*")]
        return found + sorted(self._login_names() - self._before)

    def _login_names(self) -> set[str]:
        return set(os.listdir(self._login_folder))

    def _wait_until_it_listens(self) -> None:
        end = time.monotonic() + 10
        while time.monotonic() < end and self._sshd.poll() is None:
            try:
                with socket.create_connection(("127.0.0.1", self.port), 1):
                    return
            except OSError:
                time.sleep(0.05)
        raise AssertionError(f"sshd did not start:\n{self.log}")


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
