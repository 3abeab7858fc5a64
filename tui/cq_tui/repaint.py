"""Fewer bytes on the line: text that the terminal shows already is not sent again.

Textual repaints whole regions, several times while a screen is laid out. Its output is cursor moves, each followed by
runs of styled text. A run that the terminal shows at that position already is left out, and of the style of the others
what is in force already.
"""

import re
from collections.abc import Iterator

from rich.cells import cell_len

from cq_tui.terminal.pen import Pen

_TOKEN = re.compile(
    r"\x1b\[(?P<row>\d+);(?P<column>\d+)H"
    r"|(?P<piece>(?:\x1b\[[\d;]*m)*[^\x1b\n]+(?:\x1b\[0?m)?)"
    r"|(?P<blank>\n|\x1b\[[\d;]*m)"
    r"|(?P<other>\x1b\[\?(?:2026[hl]|25[hl])|.)",
    re.DOTALL,
)
_STYLE = re.compile(r"\x1b\[[\d;]*m")
_HARMLESS = ("\x1b[?2026h", "\x1b[?2026l", "\x1b[?25h", "\x1b[?25l")

Run = tuple[int, str]
"""A run of text: its width in cells, and the text with its style sequences."""


class Repaint:
    """What the terminal shows: the runs that were sent, by row and column, both from 1."""

    def __init__(self) -> None:
        """Nothing is known to be shown."""
        self._rows: dict[int, dict[int, Run]] = {}

    def forget(self) -> None:
        """Send everything from now on: the screen was cleared or resized, or the user wants it redrawn."""
        self._rows.clear()

    def without_repeats(self, data: str) -> str:
        """The output without the runs that are shown already."""
        if "\x1b[" not in data:
            return data
        return "".join(self._changed_runs(data))

    def _changed_runs(self, data: str) -> Iterator[str]:
        row, column = 0, 0  # where the output is, 0 while unknown
        sent_row, sent_column = 0, 0  # where the terminal's cursor is
        pen = Pen()
        for match in _TOKEN.finditer(data):
            if match["row"]:
                row, column = int(match["row"]), int(match["column"])
            elif match["piece"] and row:
                piece = match["piece"]
                width = cell_len(_STYLE.sub("", piece))
                if self._rows.get(row, {}).get(column) != (width, piece):
                    if (sent_row, sent_column) != (row, column):
                        yield f"\x1b[{row};{column}H"
                    yield pen.write(piece)
                    self._record(row, column, width, piece)
                    sent_row, sent_column = row, column + width
                column += width
            elif match["blank"] != "\n":
                yield pen.lift()
                if not match["blank"] and match[0] not in _HARMLESS:
                    self.forget()
                    row = column = sent_row = sent_column = 0
                yield match[0]
        yield pen.lift()
        if row and (sent_row, sent_column) != (row, column):
            yield f"\x1b[{row};{column}H"

    def _record(self, row: int, column: int, width: int, piece: str) -> None:
        """Record a run, and forget those that it covers, in part or whole."""
        pieces = self._rows.setdefault(row, {})
        end = column + width
        for start in [start for start, (cells, _text) in pieces.items() if start < end and start + cells > column]:
            del pieces[start]
        pieces[column] = (width, piece)
