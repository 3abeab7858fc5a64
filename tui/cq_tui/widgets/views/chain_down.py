"""The chain from the top to the bottom, for a narrow window: a line for each stage, the next one below it."""

from collections.abc import Sequence

from rich.cells import cell_len

from cq_tui.store.views.chain import Chain, Industry, Node
from cq_tui.widgets.base.line_widget import StyledText, cells_of
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

Cell = list[StyledText]
"""A line of a column, in pieces."""

_MOST_LABEL = 20
_LEAST_BODY = 24
_LEAST_RIGHT = 12


def draw_down(chain: Chain, look: Look) -> Picture:
    """Draw the chain, its industries below each other."""
    picture = Picture()
    rows = _Rows(chain, look, picture)
    for industry in chain.industries:
        begin(industry, look, picture)
        rows.stages(industry)
    return picture.close(chain, look.width)


class _Rows:
    """The stages in three columns: what they are called, their segments, what touches these."""

    def __init__(self, chain: Chain, look: Look, picture: Picture) -> None:
        self._look = look
        self._picture = picture
        stages = [one for industry in chain.industries for one in industry.stages.items()]
        headings = [stage_heading(nodes, code, look)[0] for code, nodes in stages]
        self._label = min(max(map(cell_len, headings), default=0), _MOST_LABEL) + 3
        told = [words for _code, nodes in stages for node in nodes for words, _style in touch_lines(node)]
        left = look.width - 1 - self._label - 1
        self._right = max(_LEAST_RIGHT, min(max(map(cell_len, told), default=0), left - _LEAST_BODY - 2))
        self._body = left - self._right - 2
        self._number = max((cell_len(_count(node)) for node in chain.nodes), default=0)
        picture.scale = members_a_mark(chain.nodes, self._marks)

    @property
    def _marks(self) -> int:
        """Cells for marks, behind the number."""
        return max(1, self._body - self._number - 4)

    def stages(self, industry: Industry) -> None:
        """Add the stages of an industry, a sign of the flow before each but the first."""
        for place, (code, nodes) in enumerate(industry.stages.items()):
            start = len(self._picture.lines)
            words, merged = stage_heading(nodes, code, self._look)
            if merged is not None:
                self._add(self._label_cells(words, merged), self._numbers(merged), touch_lines(merged))
                self._put(merged, range(start, len(self._picture.lines)), range(1, self._look.width))
                self._picture.lanes.append([merged.segment.id])
            else:
                self._segments(nodes, self._label_cells(words, None))
            if place:
                first = self._picture.lines[start]
                first[0] = ("v", "dim")

    def _label_cells(self, words: str, node: Node | None) -> list[Cell]:
        """What a stage is called, in lines of the first column."""
        here = node is not None and node.segment.id == self._look.cursor
        lines = []
        for place, text in enumerate(name_lines(words, self._label - 3)):
            shown, style = pointed(text, here, first=place == 0)
            lines.append([(shown, style if node else "heading"), blank(self._label - cell_len(shown))])
        return lines

    def _segments(self, nodes: Sequence[Node], label: list[Cell]) -> None:
        """Those of which something is to be told on lines of their own, then the names of the others."""
        told, plain = touched_first(nodes)
        for node in told:
            start = len(self._picture.lines)
            self._add(label, self._named(node) + self._numbers(node), touch_lines(node))
            self._put(node, range(start, len(self._picture.lines)), range(self._label + 1, self._look.width))
            self._picture.lanes.append([node.segment.id])
            label = []
        if plain:
            self._add(label, self._in_a_row(plain), [(untouched_words(), "dim")])

    def _named(self, node: Node) -> list[Cell]:
        here = node.segment.id == self._look.cursor
        names = name_lines(name_words(node.segment), self._body - 3)
        return [[pointed(text, here, first=place == 0)] for place, text in enumerate(names)]

    def _numbers(self, node: Node) -> list[Cell]:
        """The number of a segment, its marks, whether its members are named, in lines of the second column."""
        if node.segment.count is None:
            return []
        rows = mark_rows(node.segment, self._marks, self._picture.scale)
        lines: list[Cell] = [[(row, "accent")] for row in rows]
        if words := named_words(node.segment):
            if not lines or cells_of(lines[-1]) + cell_len(words) + 2 > self._body - self._number - 4:
                lines.append([(words, "text")])
            else:
                lines[-1].append((f"  {words}", "text"))
        heads = [_count(node), *[""] * (len(lines) - 1)]
        return [
            [(padded(f"  {head}", self._number + 4), "text"), *line]
            for head, line in zip(heads, lines or [[]], strict=True)
        ]

    def _in_a_row(self, nodes: Sequence[Node]) -> list[Cell]:
        """Names beside each other, as many as there is room for on each line."""
        lines: list[Cell] = []
        top, left = len(self._picture.lines), self._label + 1
        for node in nodes:
            names = name_lines(name_words(node.segment), self._body - 3)
            here = node.segment.id == self._look.cursor
            taken = cells_of(lines[-1]) if lines else 0
            if not lines or len(names) > 1 or taken + cell_len(names[0]) + 3 > self._body:
                lines.append([])
                self._picture.lanes.append([])
                taken = 0
            lines[-1].append(pointed(names[0], here))
            lines.extend([pointed(text, here, first=False)] for text in names[1:])
            last = top + len(lines)
            cells = range(left + taken, left + taken + max(map(cell_len, names)) + 2)
            self._put(node, range(last - len(names), last), cells)
            self._picture.lanes[-1].append(node.segment.id)
        return lines

    def _add(self, label: list[Cell], body: list[Cell], right: Sequence[StyledText]) -> None:
        """Add lines of the three columns beside each other."""
        beside = [(line, style) for words, style in right for line in broken(words, self._right)]
        for place in range(max(len(label), len(body), len(beside), 1)):
            first = label[place] if place < len(label) else [blank(self._label)]
            middle = body[place] if place < len(body) else []
            gap = blank(self._body + 2 - cells_of(middle))
            last = [beside[place]] if place < len(beside) else []
            self._picture.lines.append([blank(1), *first, *middle, *([gap, *last] if last else [])])

    def _put(self, node: Node, lines: range, cells: range) -> None:
        self._picture.spots[node.segment.id] = Spot(lines, cells)


def _count(node: Node) -> str:
    return "" if node.segment.count is None else f"{node.segment.count:,}"
