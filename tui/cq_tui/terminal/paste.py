"""A paste that comes in on the line, bounded: terminals mark its beginning and its end, and the end may never come."""

_BEGIN = "\x1b[200~"
_END = "\x1b[201~"

MOST = 10_000
"""Characters of one paste that are handed on; no line of text of the program takes more than a tenth of it."""

PATIENCE = 2.0
"""Seconds of silence after which a paste without an end is taken for ended. A lost packet is sent again sooner."""

_PRESSED = ("\x1b", "\x03", "\x11")
"""Esc, Ctrl+C and Ctrl+Q. One that comes alone was pressed by somebody who waits for a paste without an end.

An Esc may also be the end mark cut in two; then its rest follows and the parser sees a second end, which means nothing.
"""


class BoundedPaste:
    """Hands input on as it comes, but for pastes: cut to ``MOST``, without escape sequences, always ended."""

    def __init__(self) -> None:
        """Outside of any paste."""
        self._held = ""
        """The end of the last input that may be the beginning of a mark."""
        self._room: int | None = None
        """How many characters the open paste may still have; None outside of a paste."""
        self._last = 0.0

    def feed(self, text: str, now: float) -> str:
        """The input to hand on for a piece of input that came at a time in seconds."""
        self._last = now
        if self._room is not None and text in _PRESSED:
            return self._close() + text
        found = []
        while text:
            piece, text = self._outside(text) if self._room is None else self._inside(text)
            found.append(piece)
        return "".join(found)

    def tick(self, now: float) -> str:
        """The end of a paste whose own end did not come; nothing otherwise."""
        return "" if self._room is None or now - self._last < PATIENCE else self._close()

    def _close(self) -> str:
        """The end of a paste that was not ended yet: one that was cut has been."""
        room, self._room, self._held = self._room, None, ""
        return _END if room else ""

    def _outside(self, text: str) -> tuple[str, str]:
        """What is handed on up to the end of the next begin mark, and the rest.

        Nothing is held back here, for a lone Esc is a key; the beginning of a mark is remembered instead.
        """
        known = self._held
        place = (known + text).find(_BEGIN)
        if place < 0:
            self._held = _beginning(known + text, _BEGIN)
            return text, ""
        end = place + len(_BEGIN) - len(known)
        self._held, self._room = "", MOST
        return text[:end], text[end:]

    def _inside(self, text: str) -> tuple[str, str]:
        """What is handed on up to the end of the paste, and the rest; what may be part of the end mark is held back."""
        text = self._held + text
        place = text.find(_END)
        self._held = "" if place >= 0 else _beginning(text, _END)
        pasted = text[:place] if place >= 0 else text.removesuffix(self._held) if self._held else text
        room = self._room or 0
        # An escape sequence in a paste would be taken for keys by the parser behind this.
        shown = pasted.replace("\x1b", "")[:room]
        self._room = room - len(shown)
        cut = room > 0 and self._room == 0
        if place < 0:
            return shown + (_END if cut else ""), ""
        self._room = None
        return shown + (_END if room > 0 else ""), text[place + len(_END) :]


def _beginning(text: str, mark: str) -> str:
    """The longest end of a text that a mark begins with."""
    return next((mark[:size] for size in range(len(mark) - 1, 0, -1) if text.endswith(mark[:size])), "")
