"""Two views beside each other, as one: the links of the right one are the further links of a line."""

from collections.abc import Sequence
from itertools import zip_longest

from cq_tui.widgets.base.line_widget import StyledText, cells_of
from cq_tui.widgets.base.linked_lines import Row
from cq_tui.widgets.base.status_lines import fitted

_NOTHING = Row()


def side_by_side(left: Sequence[Row], right: Sequence[Row], width: int) -> list[Row]:
    """The lines of both; the right ones begin behind ``width`` cells. Blank lines at the ends are left out."""
    left, right = _without_end(left), _without_end(right)
    return [_joined(one or _NOTHING, other or _NOTHING, width) for one, other in zip_longest(left, right)]


def _without_end(rows: Sequence[Row]) -> Sequence[Row]:
    end = len(rows)
    while end and not any(text.strip() for text, _style in rows[end - 1].pieces):
        end -= 1
    return rows[:end]


def _joined(left: Row, right: Row, width: int) -> Row:
    if not right.pieces:
        return left
    shown = fitted(left.pieces, width - 1)
    start: list[StyledText] = [*shown, (" " * (width - cells_of(shown)), "text")]
    before = [(place, link) for place, link in left.more if place < len(shown)]
    links = [(place + len(start), link) for place, link in right.more]
    if right.link is not None:
        # The pointer of a link stands at its name: the piece that is written as a link, or else the first with words.
        pieces = list(enumerate(right.pieces))
        named = [place for place, (_text, style) in pieces if style == "link"]
        named += [place for place, (text, _style) in pieces if text.strip()]
        links.insert(0, (named[0] + len(start), right.link))
    link = left.link
    if link is None and links:
        link = links[0][1]
    return Row([*start, *right.pieces], link, [*before, *links])
