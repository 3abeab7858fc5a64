"""The base of the widgets that draw their own lines: one palette by name, one way to make a strip."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

INKS = (
    "text",
    "main",
    "dim",
    "accent",
    "link",
    "heading",
    "mark",
    "fault",
    "cursor",
    "tab",
    "bar",
    "rest",
    "hit",
    "cursor-hit",
)
"""The palette: every piece of text on the screen is written in one of these."""

_UNDER_CURSOR = {"hit": "cursor-hit", "mark": "mark"}

Piece = tuple[str, str]
"""A text, already clean, and the ink it is written in."""


class Painted(Widget):
    """A widget of lines, each a row of pieces in named inks."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"ink--{ink}" for ink in INKS}

    DEFAULT_CSS = """
    Painted { color: $text-quiet; background: $background; }
    Painted > .ink--text { color: $text-quiet; background: $background; }
    Painted > .ink--main { color: $foreground; background: $background; text-style: bold; }
    Painted > .ink--dim { color: $text-dim; background: $background; }
    Painted > .ink--accent { color: $accent; background: $background; }
    Painted > .ink--link { color: $link; background: $background; }
    Painted > .ink--heading { color: $accent; background: $background; text-style: bold; }
    Painted > .ink--mark { color: $on-accent; background: $accent; text-style: $mark-style; }
    Painted > .ink--fault { color: $error; background: $background; }
    Painted > .ink--cursor { color: $cursor-text; background: $cursor; text-style: $cursor-style; }
    Painted > .ink--tab { color: $on-accent; background: $accent; text-style: $tab-style; }
    Painted > .ink--bar { color: $accent; background: $accent; }
    Painted > .ink--hit { color: $accent; background: $background; text-style: $hit-style; }
    Painted > .ink--cursor-hit { color: $cursor-text; background: $cursor; text-style: $cursor-style underline; }
    Painted > .ink--rest { color: $bar-rest; background: $bar-rest; }
    """

    def ink(self, name: str) -> Style:
        """The style of an ink under the theme in force."""
        return self.get_component_rich_style(f"ink--{name}", partial=False)

    def strip(self, pieces: Sequence[Piece], width: int, cursor: bool = False) -> Strip:
        """A line of exactly ``width`` cells; under the cursor all of it in one ink but the hits."""
        if cursor:
            pieces = [(text, _UNDER_CURSOR.get(ink, "cursor")) for text, ink in pieces]
        segments = [Segment(text, self.ink(ink)) for text, ink in pieces if text]
        missing = width - sum(cell_len(text) for text, _ink in pieces)
        if missing > 0:
            segments.append(Segment(" " * missing, self.ink("cursor" if cursor else "text")))
        return Strip(segments).simplify().adjust_cell_length(width)


def cells_of(pieces: Sequence[Piece]) -> int:
    """How many cells the pieces take."""
    return sum(cell_len(text) for text, _ink in pieces)


def marked(text: str, ink: str, places: Sequence[tuple[int, int]]) -> list[Piece]:
    """A text in an ink with some stretches of it as hits."""
    pieces: list[Piece] = []
    last = 0
    for start, end in places:
        pieces.extend([(text[last:start], ink), (text[start:end], "hit")])
        last = end
    return [piece for piece in (*pieces, (text[last:], ink)) if piece[0]]
