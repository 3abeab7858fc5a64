"""The escape sequence that sets the terminal's clipboard (OSC 52), as multiplexers let it through."""

import os
from collections.abc import Mapping

SET_CLIPBOARD = "\x1b]52;"
"""What the sequence begins with."""

_PIECE = 76
"""Characters of a piece for GNU screen: older versions drop control strings of more than 256 bytes."""


def through_multiplexer(sequence: str, environ: Mapping[str, str] = os.environ) -> str:
    """The sequence in the envelope that GNU screen (``STY``) asks for, else as it is.

    screen would print a sequence that it does not know. What stands in a device control string it hands on to its own
    terminal, in pieces. tmux takes the sequence as it is; where it runs inside of screen it skips the envelopes without
    a word.
    """
    if not environ.get("STY"):
        return sequence
    pieces = (sequence[begin : begin + _PIECE] for begin in range(0, len(sequence), _PIECE))
    return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
