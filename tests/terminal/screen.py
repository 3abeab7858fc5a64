"""What a terminal shows for the bytes it got."""

import pyte
from wcwidth import wcwidth

_UNKNOWN_TO_PYTE = b"\x1b[<u"
_SYNC_BEGIN, _SYNC_END = b"\x1b[?2026h", b"\x1b[?2026l"


class Screen(pyte.Screen):
    """A terminal's cells, and what was drawn beyond its right edge."""

    def __init__(self, columns: int, lines: int) -> None:
        self.beyond: list[str] = []
        self._held = b""
        self._shown = [""] * lines
        super().__init__(columns, lines)
        self._stream = pyte.ByteStream(self)

    def draw(self, data: str) -> None:
        """Draw, and note what has no room."""
        if self.cursor.x + sum(max(0, wcwidth(char)) for char in data) > self.columns:
            self.beyond.append(data)
        super().draw(data)

    def feed(self, data: bytes) -> None:
        """Take bytes as they came; a synchronized update is shown when it is whole."""
        self._held += data
        whole = self._held.rfind(_SYNC_END) + 1
        begin = self._held.find(_SYNC_BEGIN, whole)
        ready, self._held = (self._held, b"") if begin < 0 else (self._held[:begin], self._held[begin:])
        self._stream.feed(ready.replace(_UNKNOWN_TO_PYTE, b""))

    def text(self) -> str:
        """The lines without the blanks at their ends."""
        if len(self._shown) != self.lines:
            self._shown = [""] * self.lines
            self.dirty.update(range(self.lines))
        for y in self.dirty:  # what was drawn on since the last look
            if y < self.lines:
                self._shown[y] = self._line(y)
        self.dirty.clear()
        return "\n".join(self._shown)

    def _line(self, y: int) -> str:
        row = self.buffer[y]
        cells = [row[x].data for x in range(self.columns)]
        shown = "".join(cells)  # the second cell of a wide character is empty
        if len(shown) < len(cells) or "" in cells:
            # An empty cell that follows no wide character was one's whose other cell was drawn over.
            pairs = zip(cells, ["", *cells], strict=False)
            shown = "".join(cell or ("" if wcwidth(before[:1] or " ") == 2 else " ") for cell, before in pairs)
        return shown.rstrip()
