"""Which columns a table shows and how wide: by importance, not by order."""

from collections.abc import Sequence
from dataclasses import dataclass

GAP = 2
"""Cells between columns."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a column would like: its importance (1 is highest), the least and the most cells.

    It gets ``comfort`` before a more important one gets all it would like. One that ``waits`` comes only where those
    before it have theirs.
    """

    importance: int
    least: int
    most: int
    comfort: int = 18
    waits: bool = False

    @property
    def lacks(self) -> int:
        """Cells that it has too few of while it has the least."""
        return max(0, min(self.most, self.comfort) - self.least)


def fit(wishes: Sequence[Wish], width: int) -> dict[int, int]:
    """The widths of the columns that find room, by their positions, in their order.

    The most important column is always there, however narrow the table.
    """
    ranked = sorted(range(len(wishes)), key=lambda place: (wishes[place].importance, place))
    widths: dict[int, int] = {}
    room, lacking = width, 0
    for place in ranked:
        wish = wishes[place]
        need = wish.least + (GAP if widths else 0)
        if not widths:
            widths[place] = min(wish.least, max(1, width))
            room -= widths[place]
        elif need + (lacking if wish.waits else 0) <= room:
            widths[place] = wish.least
            room -= need
        else:
            break
        lacking += wish.lacks
    for comfortable in (True, False):
        for place in (place for place in ranked if place in widths):
            limit = wishes[place].comfort if comfortable else width
            more = min(room, min(wishes[place].most, limit) - widths[place])
            if more > 0:
                widths[place] += more
                room -= more
    return dict(sorted(widths.items()))
