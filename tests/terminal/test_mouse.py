"""The mouse on a real terminal: reports go in, the screen answers; nothing of it where it was not asked for."""

import signal

from tests.terminal.conftest import Start
from tests.terminal.driver import LEFT_BUTTON, WHEEL_DOWN
from tests.terminal.test_job_control import wait_for_bytes

ON, OFF = b"\x1b[?1000h\x1b[?1006h", b"\x1b[?1006l\x1b[?1000l"
EVERY_MOVE = b"\x1b[?1003h"


def test_clicks_and_the_wheel_in_secure_mode_and_the_end_of_it(start: Start) -> None:
    terminal = start("--mouse", "--secure", "--tab", "deals").wait_for("4 of 4", "quit").settle()
    assert ON in terminal.raw
    assert EVERY_MOVE not in terminal.raw
    terminal.mouse(LEFT_BUTTON, "Fund for").wait_for("> Fund for")
    terminal.mouse(LEFT_BUTTON, "Type").wait_for("Type⇑")
    terminal.mouse(LEFT_BUTTON, "/ filter").wait_for("Enter keep the filter").press("esc").wait_for("q quit")
    terminal.mouse(LEFT_BUTTON, "8 Sources").wait_for("[8 Sources", "44 of 44")
    terminal.mouse(WHEEL_DOWN, "> ").wait_for(lambda screen: "para. 1 " not in screen).settle()
    begin = len(terminal.raw)
    terminal.process.signal(signal.SIGCONT)
    again = wait_for_bytes(terminal, begin, OFF, b"\x1b[?1049h", ON, b"quit")
    assert again.index(OFF) < again.index(ON)
    begin = len(terminal.raw)
    terminal.process.signal(signal.SIGTERM)
    assert terminal.wait_exit() == 128 + signal.SIGTERM
    assert OFF in terminal.raw[begin:]
    assert ON not in terminal.raw[begin:]
