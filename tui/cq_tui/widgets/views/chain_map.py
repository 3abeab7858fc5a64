"""The value chain to walk: as a picture where there is room for one, else as a tree."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from cq_tui.language import _, ngettext
from cq_tui.store.views.chain import Chain, Node
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.line_widget import LineWidget, StyledText
from cq_tui.widgets.views.chain_picture import Picture, fits, picture
from cq_tui.widgets.views.chain_tree import tree_rows

PICTURE_FROM = 100
"""Cells from which the picture is drawn."""


class ChainMap(LineWidget, can_focus=True):
    """A cursor on one segment: left and right walk the chain, up and down go within a tier or down the tree."""

    DEFAULT_CSS = "ChainMap { height: auto; max-height: 60%; }"

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

    def __init__(self, *, ascii_only: bool = False) -> None:
        super().__init__()
        self.chain = Chain()
        self.as_tree = False
        self._line = "-" if ascii_only else "─"
        self._cursor = 0
        self._top = 0
        self._picture = Picture([], {})
        """What is drawn, for the size in force."""
        self._laid_out_for = Size(0, 0)

    def show(self, chain: Chain, segment: str | None) -> None:
        """Show a chain with the cursor on a segment."""
        self.chain = chain
        self._cursor = chain.place(segment)
        self._lay_out()
        self.refresh(layout=True)
        self.post_message(self.Moved(self.current))

    def turn(self, as_tree: bool) -> None:
        """Draw the tree even where the picture has room."""
        self.as_tree = as_tree
        self._top = 0
        self._lay_out()
        self.refresh(layout=True)

    @property
    def current(self) -> Node | None:
        """The node under the cursor."""
        return self.chain.nodes[self._cursor] if self.chain.nodes else None

    def draws_picture(self, width: int) -> bool:
        """Whether it is the picture that is drawn for a width."""
        return not self.as_tree and width >= PICTURE_FROM and fits(self.chain, width)

    def _drawn(self, width: int) -> Picture:
        here = self.current.segment.id if self.current else None
        if self.draws_picture(width):
            drawn = picture(self.chain, width, here, self._line)
        else:
            lines = tree_rows(self.chain, width)
            places = {node.segment.id: range(place, place + 1) for place, node in enumerate(self.chain.nodes)}
            if self.current:
                (blank, _ink), *others = lines[self._cursor]
                lines[self._cursor] = [(">" + blank[1:], "cursor"), *((text, "cursor") for text, _ink in others)]
            drawn = Picture(lines, places)
        if not self.chain.nodes:
            drawn.lines[:] = [[], [("  " + _("There is nothing here yet."), "text")]]
        elif self.chain.rest:
            words = ngettext("and {count} more in the list", "and {count} more in the list", self.chain.rest)
            drawn.lines.append([("  " + words.format(count=self.chain.rest), "dim")])
        return drawn

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as the chain takes."""
        return max(1, len(self._drawn(width).lines))

    def render_line(self, y: int) -> Strip:
        """One line."""
        lines = self._picture.lines
        row = self._top + y
        pieces = lines[row] if row < len(lines) else []
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
            self._keep_in_view(self._picture.spans.get(self.current.segment.id, range(1)), len(self._picture.lines))

    def _keep_in_view(self, span: range, lines: int) -> None:
        height = max(1, self.size.height)
        self._top = max(0, min(max(self._top, span.stop - height), span.start, lines - height))

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Leave the segment marked, without the pointer."""
        self.refresh()

    # Moving

    def _columns(self) -> list[list[Node]]:
        return [column for column in (self.chain.wholes, *self.chain.tiers.values()) if column]

    def action_walk(self, step: int) -> None:
        """To the tier before or after, to the segment that stands nearest there."""
        columns, here = self._columns(), self.current
        if here is None:
            return
        column = next(place for place, nodes in enumerate(columns) if here in nodes)
        if 0 <= column + step < len(columns):
            target = columns[column + step]
            self._go(target[min(columns[column].index(here), len(target) - 1)])

    def action_move(self, step: int) -> None:
        """Within the tier in the picture, line by line in the tree; down from the last to what is below the map."""
        here = self.current
        if here is None:
            return
        nodes = list(self.chain.nodes)
        if self.draws_picture(self.size.width):
            nodes = next(column for column in self._columns() if here in column)
            if here.segment.tier in self.chain.tiers and self.chain.wholes:
                nodes = [self.chain.wholes[-1], *nodes]
            elif self.chain.tiers:
                nodes = [*nodes, next(iter(self.chain.tiers.values()))[0]]
        place = nodes.index(here) + step
        if place >= len(nodes):
            self.post_message(self.Below())
        elif place >= 0:
            self._go(nodes[place])

    def action_to_end(self, end: int) -> None:
        """To the first or the last segment."""
        if self.chain.nodes:
            self._go(self.chain.nodes[0 if end < 0 else -1])

    def _go(self, node: Node) -> None:
        place = self.chain.nodes.index(node)
        if place != self._cursor:
            self._cursor = place
            self._lay_out()
            self.refresh()
            self.post_message(self.Moved(node))

    def action_open(self) -> None:
        """Open the segment under the cursor."""
        if self.current:
            self.post_message(self.Opened(self.current))


def _calm(pieces: list[StyledText]) -> list[StyledText]:
    """The line while something else has the keys: no pointer, the segment in the accent."""
    return [(text.replace(">", " ", 1), "accent") if style == "cursor" else (text, style) for text, style in pieces]
