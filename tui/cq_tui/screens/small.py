"""What is shown where a terminal has no room for anything else; it goes when the window grows."""

from textual.app import ComposeResult
from textual.geometry import Size
from textual.screen import Screen

from cq_tui.language import _
from cq_tui.widgets.bars import Line

LEAST = Size(60, 15)
"""Columns and lines that the screens need."""


class SmallScreen(Screen[None]):
    """One line, over whatever is in front, which stays as it is."""

    DEFAULT_CSS = "SmallScreen { background: $background; }"

    def compose(self) -> ComposeResult:
        """The line."""
        yield Line()

    def on_mount(self) -> None:
        """Say what is needed."""
        words = _("Too small: cq-tui needs {columns}x{lines}").format(columns=LEAST.width, lines=LEAST.height)
        self.query_one(Line).say([(words, "accent")])


def is_small(size: Size) -> bool:
    """Whether a terminal has no room for the screens."""
    return size.width < LEAST.width or size.height < LEAST.height
