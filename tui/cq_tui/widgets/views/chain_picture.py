"""The chain as a picture: what its drawings have in common, and how a cursor walks in them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rich.cells import cell_len

from cq_tui.language import listed
from cq_tui.schema.field import Field
from cq_tui.store.views.chain import Chain, Industry, Node
from cq_tui.widgets.base.line_widget import StyledText, cells_of
from cq_tui.widgets.base.text_layout import cut, wrap
from cq_tui.widgets.views.chain_marks import scale_words
from cq_tui.widgets.views.chain_words import (
    NO_BREAK,
    broken,
    elsewhere_words,
    money_lines,
    name_words,
    other_words,
    says_tier,
    tier_label,
    untouched_words,
)

_NAME_LINES = 3


class Spot(NamedTuple):
    """Where a segment stands in a picture: lines and cells."""

    lines: range
    cells: range


@dataclass(frozen=True, slots=True)
class Look:
    """How a chain is drawn: the width, the field of the stages, the character of lines, the segment of the cursor."""

    width: int
    tier: Field
    line: str
    cursor: str | None


@dataclass(slots=True)
class Picture:
    """The lines, where each segment stands in them, and the segments in the rows or columns that are walked."""

    lines: list[list[StyledText]] = field(default_factory=list)
    spots: dict[str, Spot] = field(default_factory=dict)
    lanes: list[list[str]] = field(default_factory=list)
    across: bool = False
    """Whether the lanes are columns beside each other; else they are rows. An industry is a lane of its own."""
    starts: list[int] = field(default_factory=list)
    """The lanes with which an industry begins, or what belongs to none."""
    wholes: set[str] = field(default_factory=set)
    scale: int = 1

    def at(self, line: int, cell: int) -> str | None:
        """The segment that stands at a place."""
        return next((one for one, spot in self.spots.items() if line in spot.lines and cell in spot.cells), None)

    def close(self, chain: Chain, width: int) -> "Picture":
        """Put below it what is at no segment."""
        note = elsewhere_words(chain.elsewhere)
        self.lines.extend([("  " + line, "dim")] for line in (broken(note, width - 3) if note else ()))
        return self


def stage_heading(nodes: Sequence[Node], code: str, look: Look) -> tuple[str, Node | None]:
    """What a stage is called, and the segment that this is the name of, where its only one says the stage already."""
    label = tier_label(look.tier, code)
    if len(nodes) == 1 and says_tier(name_words(nodes[0].segment), label):
        return name_words(nodes[0].segment), nodes[0]
    return f"{label} {len(nodes):,}" if len(nodes) > 1 else label, None


def touched_first(nodes: Sequence[Node]) -> tuple[list[Node], list[Node]]:
    """The segments of which something is to be told, and those that are a name alone."""
    plain = [one for one in nodes if not one.touched and not one.has_money and one.segment.count is None]
    return [one for one in nodes if one not in plain], plain


def name_lines(name: str, width: int) -> list[str]:
    """A name on a few lines; what is longer still is cut."""
    lines = wrap(name, max(2, width))
    if len(lines) > _NAME_LINES:
        lines[_NAME_LINES - 1 :] = [cut("".join(lines[_NAME_LINES - 1 :]), max(2, width))]
    return lines


def pointed(text: str, here: bool, *, first: bool = True) -> StyledText:
    """A piece of a name with room for the pointer before it."""
    return ("> " if here and first else "  ") + text, "cursor" if here else "main"


def begin(industry: Industry, look: Look, picture: Picture) -> None:
    """Begin an industry: its name, and its money as a bar over all stages."""
    node = industry.whole
    if picture.lines:
        picture.lines.append([])
    elif note := scale_words(picture.scale):
        picture.lines.append([(f"  {note}", "dim")])
    picture.starts.append(len(picture.lanes))
    if node is None:
        return
    here, start = node.segment.id == look.cursor, len(picture.lines)
    others = listed(other_words(node))
    names = name_lines(name_words(node.segment), look.width - 4)
    for place, text in enumerate(names):
        picture.lines.append([pointed(text, here, first=place == 0)])
    if others and cells_of(picture.lines[-1]) + cell_len(others) + 4 <= look.width:
        picture.lines[-1].append(("  " + others, "dim"))
    elif others:
        picture.lines.append([("  " + cut(others, look.width - 3), "dim")])
    money = money_lines(node) or [(untouched_words(), "dim")]
    for piece in money:
        picture.lines.append(_bar(piece, look))
    picture.spots[node.segment.id] = Spot(range(start, len(picture.lines)), range(look.width))
    picture.lanes.append([node.segment.id])
    picture.wholes.add(node.segment.id)


def _bar(piece: StyledText, look: Look) -> list[StyledText]:
    """A line over the whole width with words in its middle."""
    text = cut(piece[0].replace(NO_BREAK, " "), look.width - 12)
    room = look.width - 6 - cell_len(text) - 2
    left = room // 2
    return [("  |" + look.line * left + " ", "dim"), (text, piece[1]), (" " + look.line * (room - left) + "|", "dim")]


def blank(width: int) -> StyledText:
    """Cells with nothing in them."""
    return " " * max(0, width), "text"
