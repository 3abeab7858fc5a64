"""The chain as a picture: the tiers beside each other, their segments below."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from cq_tui.kinds.chain import Tier
from cq_tui.store.views.chain import Chain, Node
from cq_tui.widgets.base.line_widget import StyledText
from cq_tui.widgets.base.text_layout import cut, padded, wrap
from cq_tui.widgets.views.chain_words import name_words, tier_words, touched_words

_LEAST_COLUMN = 13
"""Cells below which a column says nothing; then the tree is drawn instead."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The lines, and of each node the lines that it stands on and its column of the walk."""

    lines: list[list[StyledText]]
    spans: dict[str, range]


def fits(chain: Chain, width: int) -> bool:
    """Whether the tiers have room beside each other."""
    return bool(chain.tiers) and (width - 2) // len(chain.tiers) >= _LEAST_COLUMN


def picture(chain: Chain, width: int, cursor: str | None, line: str) -> Picture:
    """Draw the chain for a view of ``width`` cells; ``line`` is the character that tiers are joined with."""
    span = (width - 2) // max(1, len(chain.tiers))
    lines: list[list[StyledText]] = []
    spans: dict[str, range] = {}
    for node in chain.wholes:
        spans[node.segment.id] = range(len(lines), len(lines) + 1)
        lines.append(_whole(node, width, node.segment.id == cursor))
    lines.append([])
    lines.append([("  ", "text"), *_ribbon(list(chain.tiers), span, line)])
    summaries = [cut(tier_words(nodes), span - 2) for nodes in chain.tiers.values()]
    lines.append([("  ", "text"), *((padded(text, span), "dim") for text in summaries)])
    start = len(lines)
    columns = [_column(nodes, span, cursor, start, spans) for nodes in chain.tiers.values()]
    for y in range(max(map(len, columns), default=0)):
        row: list[StyledText] = []
        row.extend(column[y] if y < len(column) else (" " * span, "text") for column in columns)
        lines.append(row)
    return Picture(lines, spans)


def _whole(node: Node, width: int, here: bool) -> list[StyledText]:
    name = cut(name_words(node.segment), width - 4)
    touched = cut(touched_words(node), max(0, width - cell_len(name) - 6))
    style = "cursor" if here else "main"
    return [(("> " if here else "  ") + name, style), ("  " + touched, "dim")]


def _ribbon(tiers: Sequence[Tier], span: int, line: str) -> list[StyledText]:
    pieces: list[StyledText] = []
    for place, tier in enumerate(tiers):
        label = cut(str(tier.label), span - 4)
        rule = span - cell_len(label) - 3
        last = place == len(tiers) - 1
        pieces.extend([(label, "heading"), (" " + (" " * rule if last else line * (rule - 1) + ">") + "  ", "dim")])
    return pieces


def _column(
    nodes: Sequence[Node], span: int, cursor: str | None, start: int, spans: dict[str, range]
) -> list[StyledText]:
    """The cells of a column, each ``span`` cells wide; notes on which lines each node stands."""
    cells: list[StyledText] = []
    for node in nodes:
        here = node.segment.id == cursor
        names = wrap(name_words(node.segment), span - 3)
        if len(names) > 2:
            names = [names[0], cut(names[1] + names[2], span - 3)]
        first = start + len(cells)
        for place, text in enumerate(names):
            pointer = "> " if here and place == 0 else "  "
            body = padded(pointer + text, span - 1)
            cells.append((body + " ", "cursor" if here else "main"))
        if touched := touched_words(node).replace("  ", ", "):
            cells.append((padded("  " + cut(touched, span - 3), span), "dim"))
        spans[node.segment.id] = range(first, start + len(cells))
    return cells
