"""The clipboard sequence, as GNU screen lets it through."""

import re

from cq_tui.terminal.clipboard import through_multiplexer

SEQUENCE = "\x1b]52;c;" + "QUJD" * 400 + "\a"


def test_a_terminal_and_tmux_get_it_as_it_is() -> None:
    assert through_multiplexer(SEQUENCE, {}) == SEQUENCE
    assert through_multiplexer(SEQUENCE, {"TMUX": "/tmp/tmux-0/default,1,0"}) == SEQUENCE


def test_screen_gets_pieces_that_are_no_text() -> None:
    sent = through_multiplexer(SEQUENCE, {"STY": "12.pts-0.host"})
    pieces = re.findall(r"\x1bP(.*?)\x1b\\", sent, re.DOTALL)
    assert "".join(pieces) == SEQUENCE
    assert "".join(f"\x1bP{piece}\x1b\\" for piece in pieces) == sent
    assert max(map(len, pieces)) < 250
