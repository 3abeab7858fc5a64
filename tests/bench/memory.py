"""How much memory a session holds after it has shown everything."""

import re
from pathlib import Path

from tests.terminal.driver import Terminal

TARGET = 110


def memory_of_session(home: Path, size: tuple[int, int]) -> None:
    """Visit every tab, open a record, type a filter; print what the session holds, by the kernel's count."""
    with Terminal(["--lang", "en"], home=home, size=size, fresh=True) as terminal:
        terminal.wait_for("97.55 bn", "quit")
        at_start = megabytes(terminal.process.pid, "status", "VmRSS")
        for tab in range(2, 9):
            terminal.press(str(tab)).wait_for(f"[{tab} ").settle()
        terminal.press("2").wait_for("[2 ", "4 of 4").press("enter").wait_for("deal Credit").settle()
        terminal.press("esc").wait_for("4 of 4").press("/").wait_for("keep the filter").press("xnl 2").settle()
        resident = megabytes(terminal.process.pid, "status", "VmRSS")
        share = megabytes(terminal.process.pid, "smaps_rollup", "Pss")
    verdict = "ok" if resident < TARGET else f"over {TARGET}"
    print(f"memory, MB  resident {resident:.1f} (at start {at_start:.1f}), proportional share {share:.1f}  {verdict}")


def megabytes(pid: int, file: str, entry: str) -> float:
    """What a file of a process below ``/proc`` says of its memory."""
    text = Path(f"/proc/{pid}/{file}").read_text()
    found = re.search(rf"^{entry}:\s+(\d+) kB", text, re.MULTILINE)
    assert found is not None
    return int(found.group(1)) / 1024
