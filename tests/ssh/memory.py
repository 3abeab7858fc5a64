"""What sessions cost in memory: ``python -m tests.ssh.memory [sessions]`` starts them over a real sshd."""

import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.ssh.processes import kilobytes
from tests.ssh.server import MISSING, Server
from tests.terminal.driver import Terminal

SESSIONS = 5


def browse(terminal: Terminal) -> Terminal:
    """Do what a person does: look at every tab, open a record, filter."""
    terminal.wait_for("97.55 bn", "quit")
    for tab in "345678":
        terminal.press(tab).wait_for(f"[{tab} ").settle()
    terminal.press("2").wait_for("[2 ", "4 of 4").press("enter").wait_for("deal Credit").press("esc").wait_for("4 of 4")
    return terminal.press("/").wait_for("keep the filter").press("xnl").wait_for("1 of 4").settle()


def report(count: int, server: Server) -> str:
    """One line on the sessions that are there: the programs, and sshd's part."""
    programs = server.programs()
    sums = [kilobytes(pid) for pid in programs]
    others = [kilobytes(pid)["Pss"] for pid in set(server.sessions()) - set(programs)]

    def mean(*names: str) -> float:
        return sum(one[name] for one in sums for name in names) / len(sums) / 1024

    own, share, resident = mean("Private_Clean", "Private_Dirty"), mean("Pss"), mean("Rss")
    sshd = sum(others) / count / 1024
    return (
        f"{count:8}  {len(programs):9}  {resident:8.1f}  {resident - own:6.1f}  {own:5.1f}  {share:5.1f}"
        f"  {sshd:5.1f}  {(share + sshd) * count:6.1f}"
    )


def main() -> None:
    """Print the table."""
    if MISSING:
        raise SystemExit(MISSING)
    count = int(sys.argv[1]) if len(sys.argv) > 1 else SESSIONS
    print("MB a session, by the kernel's count")
    print("sessions  processes  resident  shared    own  share   sshd   total")
    with tempfile.TemporaryDirectory() as folder, Server(Path(folder) / "sshd") as server, ExitStack() as running:
        for number in range(1, count + 1):
            browse(running.enter_context(server.login()))
            if number in (1, count):
                print(report(number, server))


if __name__ == "__main__":
    main()
