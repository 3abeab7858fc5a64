"""The lines above and below a list: title, tabs, summary, keys."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.geometry import Size
from textual.strip import Strip

from cq_tui.widgets.base.line_widget import LineWidget, StyledText
from cq_tui.widgets.base.text_layout import cut, wrap


class TextLine(LineWidget):
    """One line of pieces, with others at its right end if there is room for them."""

    DEFAULT_CSS = "TextLine { height: 1; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._left: Sequence[StyledText] = ()
        self._right: Sequence[StyledText] = ()

    def update(self, left: Sequence[StyledText], right: Sequence[StyledText] = ()) -> None:
        """Show other pieces."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh(layout=self.styles.width is not None and self.styles.width.is_auto)

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        """As wide as its pieces."""
        return sum(cell_len(text) for text, _ink in (*self._left, *self._right))

    def render_line(self, y: int) -> Strip:  # noqa: ARG002
        """The line."""
        width = self.size.width
        used = sum(cell_len(text) for text, _ink in self._left)
        tail = sum(cell_len(text) for text, _ink in self._right)
        if not self._right or used + tail + 2 > width:
            return self.strip(fitted(self._left, width), width)
        return self.strip([*self._left, (" " * (width - used - tail), "text"), *self._right], width)


def fitted(pieces: Sequence[StyledText], width: int) -> list[StyledText]:
    """The pieces that fit into a width, the last of them cut."""
    found: list[StyledText] = []
    for text, style in pieces:
        shown = cut(text, width)
        found.append((shown, style))
        width -= cell_len(shown)
        if width <= 0 or shown != text:
            break
    return found


_MOST_LINES = 6


class Status(LineWidget):
    """The words under a list, on two lines; only a message that needs more takes more.

    A screen that says less there gives it a ``min-height`` of its own.
    """

    DEFAULT_CSS = "Status { height: auto; min-height: 2; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._parts: Sequence[StyledText] = ()
        self._lines: list[list[StyledText]] = []
        self._laid_out_for = 0

    def update(self, parts: Sequence[StyledText]) -> None:
        """Show other parts; a part is never broken over lines."""
        self._parts = parts
        self._lay_out()

    def show_message(self, text: str, style: str = "accent") -> None:
        """Show one message in full, on as many lines as it takes up to six."""
        lines = wrap(text, max(20, (self.size.width or 80) - 2))
        self._parts = ()
        self._show([[(" ", "text"), (line, style)] for line in lines[:_MOST_LINES]])

    def _show(self, lines: list[list[StyledText]]) -> None:
        """Show lines. The height stays where it can: another one lays the whole screen out again."""
        if lines == self._lines:
            return
        least = self.styles.min_height
        usual = int(least.value) if least is not None else 1
        another = max(usual, len(lines)) != max(usual, len(self._lines))
        self._lines = lines
        self.refresh(layout=another)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as there are."""
        return max(1, len(self._lines))

    def on_resize(self) -> None:
        """Lay the parts out for another width."""
        if self._parts and self.size.width != self._laid_out_for:
            self._lay_out()

    def _lay_out(self) -> None:
        width = self._laid_out_for = self.size.width or self.app.size.width
        lines: list[list[StyledText]] = [[(" ", "text")]]
        for part, style in self._parts:
            used = sum(cell_len(text) for text, _ink in lines[-1])
            if used > 1 and used + cell_len(part) + 3 > width and len(lines) < 2:
                lines.append([(" ", "text")])
            gap = "  " if len(lines[-1]) > 1 else ""
            lines[-1].extend([(gap, "text"), (part, style)])
        self._show(lines)

    def render_line(self, y: int) -> Strip:
        """One of the lines."""
        width = self.size.width
        return self.strip(fitted(self._lines[y], width) if y < len(self._lines) else [], width)
