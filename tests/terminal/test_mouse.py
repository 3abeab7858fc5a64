"""The mouse on a real terminal: reports go in, the screen answers; nothing of it where it was not asked for."""

import signal

from tests.terminal.conftest import Start
from tests.terminal.driver import Terminal
from tests.terminal.test_job_control import wait_for_bytes

ON, OFF = b"\x1b[?1000h\x1b[?1006h", b"\x1b[?1006l\x1b[?1000l"
EVERY_MOVE = b"\x1b[?1003h"


def _report(terminal: Terminal, button: int, words: str) -> Terminal:
    """Report a button, pressed and let go where some words stand; the wheel is only pressed."""
    lines = terminal.text.splitlines()
    y = next(n for n, line in enumerate(lines) if words in line)
    place = f"{button};{lines[y].index(words) + 1};{y + 1}"
    return terminal.press(f"\x1b[<{place}M" + (f"\x1b[<{place}m" if button < 64 else ""))


def test_clicks_and_the_wheel_in_secure_mode_and_the_end_of_it(start: Start) -> None:
    terminal = start("--mouse", "--secure", "--tab", "deals").wait_for("4 of 4", "quit").settle()
    assert ON in terminal.raw
    assert EVERY_MOVE not in terminal.raw
    _report(terminal, 0, "Fund for").wait_for("> Fund for")
    _report(terminal, 0, "Type").wait_for("Type⇑")
    _report(terminal, 0, "/ filter").wait_for("Enter keep the filter").press("esc").wait_for("q quit")
    _report(terminal, 0, "8 Sources").wait_for("[8 Sources", "44 of 44")
    _report(terminal, 65, "> ").wait_for(lambda screen: "para. 1 " not in screen).settle()
    begin = len(terminal.raw)
    terminal.process.signal(signal.SIGCONT)
    again = wait_for_bytes(terminal, begin, OFF, b"\x1b[?1049h", ON, b"quit")
    assert again.index(OFF) < again.index(ON)
    begin = len(terminal.raw)
    terminal.process.signal(signal.SIGTERM)
    assert terminal.wait_exit() == 128 + signal.SIGTERM
    assert OFF in terminal.raw[begin:]
    assert ON not in terminal.raw[begin:]
