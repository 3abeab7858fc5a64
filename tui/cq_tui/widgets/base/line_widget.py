"""The base of the widgets that draw their own lines: one palette by name, one way to make a strip."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.events import Event, MouseScrollDown, MouseScrollUp
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from cq_tui.widgets.base.palette import style_of

_UNDER_CURSOR = {"hit": "cursor-hit", "mark": "mark", "bar": "bar", "rest": "rest"}

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

    DEFAULT_CSS = """
    LineWidget { color: $text-quiet; background: $background; }
    """

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self._palette: dict[str, Style] = {}
        """The styles of the palette that were asked for, under the theme in force."""
        self._variables: dict[str, str] = {}

    def notify_style_update(self) -> None:
        """Paint all anew where it was another theme: colours of ours may differ where the widget's own are the same."""
        super().notify_style_update()
        if self._variables != self.app.theme_variables:
            self._variables = self.app.theme_variables
            self._palette.clear()
            self.refresh()

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
        if name not in self._palette:
            self._palette[name] = style_of(name, self.app.theme_variables)
        return self._palette[name]

    def strip(self, pieces: Sequence[StyledText], width: int, cursor: bool = False) -> Strip:
        """A line of exactly ``width`` cells; under the cursor all of it in one style but hits and bars."""
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
