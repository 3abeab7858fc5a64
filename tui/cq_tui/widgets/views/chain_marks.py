"""The count of a segment as marks to see it by: one for each member, or for so many of them."""

from collections.abc import Iterable, Iterator

from cq_tui.kinds.chain import Segment
from cq_tui.language import _
from cq_tui.store.views.chain import Node
from cq_tui.widgets.base.glyphs import glyph

_MOST_ROWS = 5
_STEPS = (1, 2, 5)


def members_a_mark(nodes: Iterable[Node], width: int) -> int:
    """How many members one mark stands for, the same in a whole chain: 1, 2, 5, 10 and so on, as the largest needs."""
    most = max((node.segment.count or 0 for node in nodes), default=0)
    return next(scale for scale in _scales() if most <= scale * max(1, width) * _MOST_ROWS)


def _scales() -> Iterator[int]:
    power = 1
    while True:
        yield from (step * power for step in _STEPS)
        power *= 10


def mark_rows(segment: Segment, width: int, scale: int) -> list[str]:
    """The marks of a segment in rows of at most ``width`` cells: full ones where the members are named, else hollow."""
    count = -(-(segment.count or 0) // scale)
    sign = glyph("member" if segment.members_named is not False else "member-unnamed")
    row = max(1, width)
    return [sign * min(row, count - start) for start in range(0, count, row)]


def scale_words(scale: int) -> str:
    """What a mark stands for, where that is more than one."""
    return _("one mark is {count}").format(count=f"{scale:,}") if scale > 1 else ""
