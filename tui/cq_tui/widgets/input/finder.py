"""A line to type in, and under it what fits: the palette, the list of tabs, the files of a folder."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import Click

from cq_tui.language import _
from cq_tui.widgets.base.key_line import KeyPressed
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.base.linked_lines import Row
from cq_tui.widgets.base.scroll_mark import marked_lines, with_mark
from cq_tui.widgets.base.status_lines import TextLine
from cq_tui.widgets.base.text_layout import cut, padded
from cq_tui.widgets.input.typing_line import TypingLine

_SIDE = 12
"""Cells of what stands at the right."""
_NEAR = 60
"""Cells from which it starts at most, unless an offer is wider: farther from its words it is not read with them."""


class Finder(Vertical):
    """The line has the keys; its screen decides what fits, and moves the cursor among that."""

    DEFAULT_CSS = """
    Finder {
        height: auto;
        .typed { height: 1; }
    }
    """

    def __init__(self, prompt: str, rows: int, placeholder: str = "") -> None:
        """``rows``: how many offers are in view."""
        super().__init__()
        self._label = TextLine()
        self._label.styles.width = "auto"
        self._label.update([(prompt, "accent")])
        self._rows = rows
        self._line = TypingLine(placeholder=placeholder)
        self._view = LinkList(leads=False)
        self._view.styles.height = rows
        self._view.can_focus = False
        self._offers: Sequence[tuple[str, str]] = ()
        self._nothing = ""
        self.cursor = 0

    def compose(self) -> ComposeResult:
        """The prompt and the line, then the offers."""
        with Horizontal(classes="typed"):
            yield self._label
            yield self._line
        yield self._view

    @property
    def line(self) -> TypingLine:
        """The line that is typed in."""
        return self._line

    def offer(self, offers: Sequence[tuple[str, str]], cursor: int = 0, *, nothing: str = "") -> None:
        """Show offers: their words, and what stands at the right; ``nothing`` says why there are none."""
        self._offers, self.cursor, self._nothing = offers, cursor, nothing
        self._view.show(self._lines)

    def move(self, step: int) -> None:
        """Another offer, round at the ends."""
        if self._offers:
            self.cursor = (self.cursor + step) % len(self._offers)
            self._view.show(self._lines)

    def on_click(self, event: Click) -> None:
        """Take the offer that was clicked, as Enter does."""
        view = self._view.content_region
        place = self._first + event.screen_y - view.y
        if view.contains_point(event.screen_offset) and place < len(self._offers):
            self.cursor = place
            self._view.show(self._lines)
            self.post_message(KeyPressed("enter"))

    def on_mouse_scroll_down(self) -> None:
        """The next offer."""
        self.move(1)

    def on_mouse_scroll_up(self) -> None:
        """The offer before."""
        self.move(-1)

    @property
    def _first(self) -> int:
        """The first offer in view."""
        return max(0, self.cursor - self._rows + 1)

    def _lines(self, width: int) -> list[Row]:
        """The offers around the cursor."""
        side_width = _SIDE if any(side for _words, side in self._offers) else 0
        widest = max((cell_len(words) for words, _side in self._offers), default=0)
        room = min(width - side_width - 6, max(_NEAR, widest))
        top = self._first
        mark = marked_lines(top, self._rows, len(self._offers))
        rows = []
        for place, (words, side) in enumerate(self._offers[top : top + self._rows], top):
            here = place == self.cursor
            inks = ("cursor", "cursor") if here else ("text", "dim")
            left = f"{' >' if here else '  '} {padded(cut(words, room), room)}  "
            pieces = [(left, inks[0]), (padded(cut(side, side_width), side_width), inks[1])]
            # The mark of scrolling has a cell of its own beside the lines.
            rows.append(Row(with_mark(pieces, width + 1) if place - top in mark else pieces))
        return rows or [Row([("   " + cut(self._nothing or _("Nothing matches."), width - 4), "dim")])]
