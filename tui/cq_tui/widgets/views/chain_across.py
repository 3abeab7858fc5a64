"""The chain from the left to the right: a column for each stage, joined by arrows."""

from collections.abc import Sequence

from rich.cells import cell_len

from cq_tui.store.views.chain import Chain, Industry, Node
from cq_tui.widgets.base.line_widget import StyledText
from cq_tui.widgets.base.text_layout import padded
from cq_tui.widgets.views.chain_marks import mark_rows, members_a_mark
from cq_tui.widgets.views.chain_picture import (
    Look,
    Picture,
    Spot,
    begin,
    blank,
    name_lines,
    pointed,
    stage_heading,
    touched_first,
)
from cq_tui.widgets.views.chain_words import broken, name_words, named_words, touch_lines, untouched_words

_LEAST_SPAN = 18
"""Cells of a column below which the amounts in it would be broken."""
_SEPARATION = 3
"""Cells between the words of a column and those of the next."""


def fits_across(chain: Chain, width: int) -> bool:
    """Whether the stages have room beside each other."""
    most = max((len(one.stages) for one in chain.industries), default=0)
    return most > 0 and (width - 2) // most >= _LEAST_SPAN


def draw_across(chain: Chain, look: Look) -> Picture:
    """Draw the chain, its industries below each other."""
    most = max((len(one.stages) for one in chain.industries), default=1)
    picture = Picture(across=True, scale=members_a_mark(chain.nodes, (look.width - 2) // most - _SEPARATION))
    for industry in chain.industries:
        begin(industry, look, picture)
        if industry.stages:
            picture.lines.extend([[]] if industry.whole is not None else [])
            _stages(industry, look, picture)
    return picture.close(chain, look.width)


def _stages(industry: Industry, look: Look, picture: Picture) -> None:
    span = (look.width - 2) // max(1, len(industry.stages))
    stages = list(industry.stages.items())
    headings = [stage_heading(nodes, code, look) for code, nodes in stages]
    wrapped = [name_lines(words, span - _SEPARATION - 2) for words, _node in headings]
    high = max(map(len, wrapped))
    start = len(picture.lines)
    columns = []
    for place, (_code, nodes) in enumerate(stages):
        merged = headings[place][1]
        last = place == len(stages) - 1
        column = _Column(look, span, start, place * span, picture)
        column.heading(wrapped[place], high, merged, last)
        column.segments(nodes, merged)
        columns.append(column.cells)
        picture.lanes.append(
            [one.segment.id for one in ([merged] if merged else [x for y in touched_first(nodes) for x in y])]
        )
    for y in range(max(map(len, columns))):
        picture.lines.append(
            [piece for column in columns for piece in (column[y] if y < len(column) else [blank(span)])]
        )


class _Column:
    """One stage: its cells from the top, each as wide as the column."""

    def __init__(self, look: Look, span: int, top: int, left: int, picture: Picture) -> None:
        self._look = look
        self._span = span
        self._top = top
        self._left = left
        self._picture = picture
        self.cells: list[list[StyledText]] = []

    def heading(self, words: Sequence[str], high: int, merged: Node | None, last: bool) -> None:
        """The name of the stage, an arrow to the next one behind its first line."""
        here = merged is not None and merged.segment.id == self._look.cursor
        for place in range(high):
            text = words[place] if place < len(words) else ""
            shown, style = pointed(text, here and bool(text), first=place == 0)
            room = self._span - cell_len(shown) - 1
            rule = self._look.line * (room - 2) + ">" if place == 0 and not last and room > 2 else ""
            self.cells.append([(shown, style if merged else "heading"), (" " + padded(rule, room), "dim")])

    def segments(self, nodes: Sequence[Node], merged: Node | None) -> None:
        """The segments below each other; those of which nothing is to be told last, with one word for all."""
        if merged is not None:
            self._told(merged)
            self._put(merged, 0)
            return
        told, plain = touched_first(nodes)
        for node in told:
            start = len(self.cells)
            self._named(node)
            self._told(node)
            self._put(node, start)
        for node in plain:
            start = len(self.cells)
            self._named(node)
            self._put(node, start)
        if plain:
            self._say(untouched_words(), "dim")

    def _named(self, node: Node) -> None:
        here = node.segment.id == self._look.cursor
        for place, text in enumerate(name_lines(name_words(node.segment), self._span - _SEPARATION)):
            shown, style = pointed(text, here, first=place == 0)
            self.cells.append([(shown, style), blank(self._span - cell_len(shown))])

    def _told(self, node: Node) -> None:
        """What is told of a segment below its name: its number, drawn too, and what touches it."""
        if node.segment.count is not None:
            self._say(f"{node.segment.count:,} {named_words(node.segment)}".rstrip(), "text")
            for row in mark_rows(node.segment, self._span - _SEPARATION, self._picture.scale):
                self._say(row, "accent")
        for words, style in touch_lines(node):
            self._say(words, style)

    def _say(self, words: str, style: str) -> None:
        for line in broken(words, self._span - _SEPARATION):
            self.cells.append([(padded("  " + line, self._span), style)])

    def _put(self, node: Node, start: int) -> None:
        lines = range(self._top + start, self._top + len(self.cells))
        self._picture.spots[node.segment.id] = Spot(lines, range(self._left, self._left + self._span))
