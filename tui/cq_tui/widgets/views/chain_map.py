"""The value chain to walk: as a picture, from the left to the right where there is room, else down; or as a tree."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from cq_tui.schema.field import Field
from cq_tui.store.views.chain import Chain, Node
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.line_widget import LineWidget, StyledText

if TYPE_CHECKING:  # imported by the first chain that is drawn
    from cq_tui.widgets.views.chain_picture import Picture


class ChainMap(LineWidget, can_focus=True):
    """A cursor on one segment, which the arrows walk in the picture or in the tree."""

    DEFAULT_CSS = "ChainMap { height: auto; max-height: 70%; }"

    SCROLLS = True
    BINDINGS: ClassVar[list[BindingType]] = [
        action("chain-open", "enter", N_("open"), first=True, call="open"),
        action("chain-left", "left,h", N_("along the chain"), call="walk(-1)"),
        action("chain-right", "right,l", N_("along the chain"), call="walk(1)"),
        action("chain-up", "up,k", N_("up"), call="move(-1)"),
        action("chain-down", "down,j", N_("down, then to what touches it"), call="move(1)"),
        action("chain-first", "home,g", N_("to the top"), call="to_end(-1)"),
        action("chain-last", "end,G", N_("to the end"), call="to_end(1)"),
    ]

    @dataclass
    class Moved(Message):
        """The cursor stands on another segment, or on none."""

        node: Node | None

    @dataclass
    class Opened(Message):
        """A segment is to be opened."""

        node: Node

    class Below(Message):
        """Down from the last segment: to what stands below the map."""

    def __init__(self, tier: Field, *, ascii_only: bool = False) -> None:
        """``tier`` is the field of the stages."""
        super().__init__()
        self.chain = Chain()
        self.as_tree = False
        self._tier = tier
        self._line = "-" if ascii_only else "─"
        self._cursor = 0
        self._top = 0
        self._picture: Picture | None = None
        """What is drawn, for the size in force."""
        self._laid_out_for = Size(0, 0)

    def show(self, chain: Chain, segment: str | None, tier: Field) -> None:
        """Show a chain with the cursor on a segment."""
        self.chain, self._tier = chain, tier
        self._cursor = chain.place(segment)
        self._lay_out()
        self.refresh(layout=True)
        self.post_message(self.Moved(self.current))

    def turn(self, as_tree: bool) -> None:
        """Draw the tree, or the picture."""
        self.as_tree = as_tree
        self._top = 0
        self._lay_out()
        self.refresh(layout=True)

    @property
    def current(self) -> Node | None:
        """The node under the cursor."""
        return self.chain.nodes[self._cursor] if self.chain.nodes else None

    def _drawn(self, width: int) -> "Picture":
        from cq_tui.widgets.views.chain_drawing import draw
        from cq_tui.widgets.views.chain_picture import Look

        look = Look(width, self._tier, self._line, self.current.segment.id if self.current else None)
        return draw(self.chain, look, as_tree=self.as_tree)

    @property
    def _lines(self) -> Sequence[list[StyledText]]:
        return self._picture.lines if self._picture else ()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as the chain takes."""
        return max(1, len(self._drawn(width).lines))

    def render_line(self, y: int) -> Strip:
        """One line."""
        row = self._top + y
        pieces = self._lines[row] if row < len(self._lines) else []
        return self.strip(pieces if self.has_focus else _calm(pieces), self.size.width)

    def lay_out(self) -> None:
        """Draw the chain for another size."""
        if self.size != self._laid_out_for:
            self._lay_out()

    def _lay_out(self) -> None:
        self._laid_out_for = self.size
        if not self.size.width:
            return
        self._picture = self._drawn(self.size.width)
        if self.current:
            span = self._picture.spots[self.current.segment.id].lines
            lines = len(self._lines)
            if self.current.segment.id in self._picture.lanes[-1] and lines - span.start <= self.size.height:
                span = range(span.start, lines)  # the words below the last are looked at with it
            self._keep_in_view(span, lines)

    def _keep_in_view(self, span: range, lines: int) -> None:
        height = max(1, self.size.height)
        self._top = max(0, min(max(self._top, span.stop - height), span.start, lines - height))

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Leave the segment marked, without the pointer."""
        self.refresh()

    # The mouse

    def on_click(self, event: Click) -> None:
        """Put the cursor on the segment; where it stands already, open it."""
        self.focus()
        segment = self._picture.at(self._top + event.y, event.x) if self._picture else None
        if segment is not None and self.current and segment == self.current.segment.id:
            self.action_open()
        elif segment is not None:
            self._go(segment)

    def scroll_by(self, lines: int) -> None:
        """Scroll, as far as there is something."""
        top = max(0, min(self._top + lines, len(self._lines) - self.size.height))
        if top != self._top:
            self._top = top
            self.refresh()

    # Moving

    def action_walk(self, step: int) -> None:
        """To the stage before or after; where the stages stand below each other, to the segment before or after."""
        from cq_tui.widgets.views.chain_walk import along

        if self.current and self._picture:
            self._go(along(self._picture, self.current.segment.id, step))

    def action_move(self, step: int) -> None:
        """To the segment above or below; down from the last to what stands below the map."""
        from cq_tui.widgets.views.chain_walk import over

        if self.current is None or self._picture is None:
            return
        to = over(self._picture, self.current.segment.id, step)
        if to is None:
            self.post_message(self.Below())
        else:
            self._go(to)

    def action_to_end(self, end: int) -> None:
        """To the first or the last segment."""
        if self._picture and self._picture.lanes:
            self._go(self._picture.lanes[0][0] if end < 0 else self._picture.lanes[-1][-1])

    def _go(self, segment: str) -> None:
        place = self.chain.place(segment)
        if place != self._cursor:
            self._cursor = place
            self._lay_out()
            self.refresh()
            self.post_message(self.Moved(self.chain.nodes[place]))

    def action_open(self) -> None:
        """Open the segment under the cursor."""
        if self.current:
            self.post_message(self.Opened(self.current))


def _calm(pieces: list[StyledText]) -> list[StyledText]:
    """The line while something else has the keys: no pointer, the segment in the accent."""
    return [(text.replace(">", " ", 1), "accent") if style == "cursor" else (text, style) for text, style in pieces]
