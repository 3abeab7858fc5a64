"""One person's whole visit: filter, open, follow links, go back, export, quit."""

import subprocess
from pathlib import Path

from tests.terminal.conftest import Start
from tests.terminal.driver import Terminal
from tests.terminal.looking import EXPORT, go_down_to, pointed, tab
from tests.terminal.process import PROGRAM

FILTER = "citic"
FUND = "Fund for special"
CREDIT = "Credit for Chong"


def test_visit(start: Start, tmp_path: Path) -> None:
    terminal = start().wait_for("97.55 bn", "quit")
    assert tab(terminal.text) == "Overview"
    terminal.press("2").wait_for("4 of 4", "Directed orders", "28")

    _filter(terminal)
    _drill_down(terminal)
    _back_out(terminal)
    _export(terminal, tmp_path)

    terminal.press("q")
    assert terminal.wait_exit() == 0
    _terminal_is_restored(terminal)


def _filter(terminal: Terminal) -> None:
    terminal.press("/").wait_for("keep the filter")
    terminal.press(FILTER).wait_for(f"/ {FILTER}", "2 of 4", "1 without an amount")
    assert "credit line 75 bn" in terminal.text
    assert "order 2 bn" not in terminal.text
    assert "Directed orders" not in terminal.text
    terminal.press("enter").wait_for("quit")


def _drill_down(terminal: Terminal) -> None:
    go_down_to(terminal, FUND).press("enter").wait_for("deal Fund for", "No amount is stated")
    go_down_to(terminal, "China CITIC Bank").press("enter").wait_for("organisation China CITIC Bank", "CNCB")
    go_down_to(terminal, CREDIT).press("enter").wait_for(f"deal {CREDIT}", "CNY 75 billion")


def _back_out(terminal: Terminal) -> None:
    terminal.press("esc").wait_for("organisation China CITIC Bank").wait_gone(f"deal {CREDIT}")
    assert CREDIT in pointed(terminal.text)
    terminal.press("q").wait_for("No amount is stated").wait_gone("organisation China CITIC Bank")
    terminal.press("esc").wait_for("2 of 4", f"/ {FILTER}")
    assert pointed(terminal.text).startswith(FUND)


def _export(terminal: Terminal, folder: Path) -> None:
    command_line = folder / "by-command.csv"
    arguments = ["--lang", "en", "export", "deals", "--filter", FILTER, "--as-shown", "--output", str(command_line)]
    subprocess.run([*PROGRAM, *arguments], check=True, cwd=folder, capture_output=True)
    wanted = command_line.read_bytes()
    assert wanted.startswith(b"\xef\xbb\xbfDeal,Category,")
    assert wanted.count(b"\n") == 3

    terminal.press("e").wait_for("Export 2 rows", f"/ {FILTER}", f"{EXPORT}-{FILTER}.csv")
    terminal.press("enter").wait_for("2 rows written to", str(folder)[:20])
    file = folder / f"{EXPORT}-{FILTER}.csv"
    assert file.read_bytes() == wanted

    terminal.press("e").wait_for("Export 2 rows")
    terminal.press("enter").wait_for("is there already", f"{FILTER}-2.csv, ! replaces it", "! replace")
    terminal.press("enter").wait_for("2 rows written to")
    assert (folder / f"{file.stem}-2.csv").read_bytes() == wanted

    file.write_text("somebody's own notes")
    terminal.press("e").wait_for("Export 2 rows")
    terminal.press("enter").wait_for("is there already", f"{FILTER}-3.csv")
    assert file.read_text() == "somebody's own notes"
    terminal.press("!").wait_for("2 rows written to")
    assert file.read_bytes() == wanted
    assert len(list(folder.glob("*.csv"))) == 3


def _terminal_is_restored(terminal: Terminal) -> None:
    end = terminal.raw[-200:]
    for sequence in (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?2004l", b"\x1b[?1004l", b"\x1b[?7h"):
        assert sequence in end
    after = end[end.index(b"\x1b[?1049l") :]
    assert b"\x1b[?25l" not in after
    assert not any(sequence in terminal.raw for sequence in (b"\x1b[?1000h", b"\x1b[?1003h")), "no mouse was asked for"
