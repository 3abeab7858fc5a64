"""The notice of a terminal too small for the screens; it closes when the window grows."""

from textual.app import ComposeResult
from textual.geometry import Size
from textual.screen import Screen

from cq_tui.language import _
from cq_tui.widgets.base.status_lines import TextLine

LEAST = Size(60, 15)
"""Columns and lines that the screens need."""


class TooSmallScreen(Screen[None]):
    """One line, over whatever is in front, which stays as it is."""

    DEFAULT_CSS = "TooSmallScreen { background: $background; }"

    def compose(self) -> ComposeResult:
        """The line."""
        yield TextLine()

    def on_mount(self) -> None:
        """Say what is needed."""
        words = _("Too small: cq-tui needs {columns}x{lines}").format(columns=LEAST.width, lines=LEAST.height)
        self.query_one(TextLine).update([(words, "accent")])


def is_too_small(size: Size) -> bool:
    """Whether a terminal has no room for the screens."""
    return size.width < LEAST.width or size.height < LEAST.height
