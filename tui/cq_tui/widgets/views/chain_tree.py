"""The chain as a tree: one segment a line, in columns."""

from collections.abc import Sequence

from rich.cells import cell_len

from cq_tui.schema.field import Field
from cq_tui.store.views.chain import Chain, Node
from cq_tui.widgets.base.line_widget import StyledText
from cq_tui.widgets.base.text_layout import cut, padded
from cq_tui.widgets.views.chain_picture import Look, Picture, Spot
from cq_tui.widgets.views.chain_words import name_words, number_words, says_tier, tier_label, touched_words

_INDENT = 2
_DEEPEST = 12
"""Steps after which the tree does not move further to the right."""
_LEAST_NAME = 16
_ENOUGH = 20
"""Cells for what touches a segment that do not give way to a longer name."""


def draw_tree(chain: Chain, look: Look) -> Picture:
    """Draw the chain as a tree."""
    picture = Picture(tree_rows(chain, look.tier, look.width))
    for place, node in enumerate(chain.nodes):
        picture.spots[node.segment.id] = Spot(range(place, place + 1), range(look.width))
        picture.lanes.append([node.segment.id])
        if node.segment.id == look.cursor:
            (blank, _style), *others = picture.lines[place]
            picture.lines[place] = [(">" + blank[1:], "cursor"), *((text, "cursor") for text, _style in others)]
    return picture


def tree_rows(chain: Chain, tier: Field, width: int) -> list[list[StyledText]]:
    """A line for each node, in the order of the tree."""
    rows = [_texts(node, tier) for node in chain.nodes]
    spans = [max((cell_len(row[place]) for row in rows), default=0) for place in range(4)]
    beside = sum(spans[1:3]) + min(spans[3], _ENOUGH) + 9
    spans[0] = max(_LEAST_NAME, min(spans[0], width - beside))
    room = width - sum(spans[:3]) - 9
    return [_row(row, spans, room) for row in rows]


def _texts(node: Node, tier: Field) -> tuple[str, str, str, str]:
    """The cells of a line; the stage where the name does not say it."""
    blank = " " * (_INDENT * min(node.depth, _DEEPEST))
    name, label = name_words(node.segment), tier_label(tier, node.segment.tier)
    stage = "" if says_tier(name, label) else label
    return blank + name, stage, number_words(node.segment), touched_words(node)


def _row(texts: Sequence[str], spans: list[int], room: int) -> list[StyledText]:
    name, tier, number, touched = texts
    if not tier and not number:  # the name has the room of the cells that are blank
        whole = sum(spans[:3]) + 4
        return [
            ("  ", "text"),
            (padded(cut(name, whole), whole), "main"),
            ("  " + cut(touched, max(0, room)), "text"),
        ]
    return [
        ("  ", "text"),
        (padded(cut(name, spans[0]), spans[0]), "main"),
        ("  " + padded(cut(tier, spans[1]), spans[1]), "dim"),
        ("  " + padded(cut(number, spans[2]), spans[2]), "text"),
        ("  " + cut(touched, max(0, room)), "text"),
    ]
