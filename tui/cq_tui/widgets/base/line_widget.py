"""The base of the widgets that draw their own lines: one palette by name, one way to make a strip."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.events import Event, MouseScrollDown, MouseScrollUp
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

STYLES = (
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

_SAME_BLANK = frozenset(("text", "main", "dim", "accent", "link", "heading", "fault"))
"""The styles with the background of the screen and nothing else that shows on a blank."""

_WHEEL = 3
"""Lines that one notch of the wheel scrolls."""

StyledText = tuple[str, str]
"""A text, already clean, and the style it is written in."""


class LineWidget(Widget):
    """A widget of lines, each a row of pieces in named inks."""

    SCROLLS: ClassVar[bool] = False
    """Whether the wheel scrolls it."""
    FOCUS_ON_CLICK = False
    """What a click means is decided by each widget; most of them are clicked without taking the keys."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"style--{style}" for style in STYLES}

    DEFAULT_CSS = """
    LineWidget { color: $text-quiet; background: $background; }
    LineWidget > .style--text { color: $text-quiet; background: $background; }
    LineWidget > .style--main { color: $foreground; background: $background; text-style: bold; }
    LineWidget > .style--dim { color: $text-dim; background: $background; }
    LineWidget > .style--accent { color: $accent; background: $background; }
    LineWidget > .style--link { color: $link; background: $background; }
    LineWidget > .style--heading { color: $accent; background: $background; text-style: bold; }
    LineWidget > .style--mark { color: $on-accent; background: $accent; text-style: $mark-style; }
    LineWidget > .style--fault { color: $error; background: $background; }
    LineWidget > .style--cursor { color: $cursor-text; background: $cursor; text-style: $cursor-style; }
    LineWidget > .style--tab { color: $on-accent; background: $accent; text-style: $tab-style; }
    LineWidget > .style--bar { color: $accent; background: $accent; }
    LineWidget > .style--hit { color: $accent; background: $background; text-style: $hit-style; }
    LineWidget > .style--cursor-hit { color: $cursor-text; background: $cursor; text-style: $cursor-style underline; }
    LineWidget > .style--rest { color: $bar-rest; background: $bar-rest; }
    """

    def scroll_by(self, lines: int) -> None:
        """Scroll forward, or back where ``lines`` is negative: for those that scroll to say how."""

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """The wheel scrolls by a few lines."""
        self._turn(event, _WHEEL)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Scroll back."""
        self._turn(event, -_WHEEL)

    def _turn(self, event: Event, lines: int) -> None:
        if self.SCROLLS:  # else the wheel is for what it stands in
            event.stop()
            self.scroll_by(lines)

    def lay_out(self) -> None:
        """Make what ``render_line`` draws, if it is not made for the size in force.

        Called with every layout of the screen, before anything is drawn. Drawing itself comes often, and for each
        line apart: it asks the store for nothing.
        """

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        """Lay out at once. Textual paints a new size first and sends the event of it afterwards.

        Laying out on that event would paint, and send over the line, every line twice.
        """
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        self.lay_out()
        return changed

    def style_named(self, name: str) -> Style:
        """The style of a name under the theme in force."""
        return self.get_component_rich_style(f"style--{name}", partial=False)

    def strip(self, pieces: Sequence[StyledText], width: int, cursor: bool = False) -> Strip:
        """A line of exactly ``width`` cells; under the cursor all of it in one style but the hits."""
        if cursor:
            pieces = [(text, _UNDER_CURSOR.get(style, "cursor")) for text, style in pieces]
        missing = width - sum(cell_len(text) for text, _ink in pieces)
        if missing > 0:
            pieces = [*pieces, (" " * missing, "cursor" if cursor else "text")]
        segments = [Segment(text, self.style_named(style)) for text, style in joined(pieces)]
        return Strip(segments).adjust_cell_length(width)


def joined(pieces: Iterable[StyledText]) -> list[StyledText]:
    """The pieces with those of one style together; blanks take the style before them, where they look the same in it.

    A change of style costs a line some twenty bytes.
    """
    found: list[StyledText] = []
    for text, style in pieces:
        before = found[-1] if found else ("", "")
        if style == before[1] or (style in _SAME_BLANK and before[1] in _SAME_BLANK and text.isspace()):
            found[-1] = (before[0] + text, before[1])
        elif text:
            found.append((text, style))
    return found


def cells_of(pieces: Sequence[StyledText]) -> int:
    """How many cells the pieces take."""
    return sum(cell_len(text) for text, _ink in pieces)


def marked(text: str, style: str, places: Sequence[tuple[int, int]]) -> list[StyledText]:
    """A text in a style with some stretches of it as hits."""
    pieces: list[StyledText] = []
    last = 0
    for start, end in places:
        pieces.extend([(text[last:start], style), (text[start:end], "hit")])
        last = end
    return [piece for piece in (*pieces, (text[last:], style)) if piece[0]]
