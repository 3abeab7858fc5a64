"""What a test sees of the terminal is what was sent, in its order, however the bytes are read."""

from pathlib import Path

from tests.terminal.driver import Terminal

_TWO_FRAMES = r"""stty -echo; printf 'one\033[?2026l\r\ntwo\033'; read -r _; printf '[4Cx\033[?2026l'; read -r _"""


def test_bytes_are_drawn_behind_those_that_were_read_before(tmp_path: Path) -> None:
    with Terminal(home=tmp_path, command=["/bin/sh", "-c", _TWO_FRAMES]) as terminal:
        terminal.wait_for("one")
        while not terminal.raw.endswith(b"two\x1b"):
            terminal.take(terminal.process.read(1))
        terminal.press("enter")
        terminal.take(terminal.process.read_until_silent(0.3))
        assert terminal.text.split("\n")[1].rstrip() == "two    x"
