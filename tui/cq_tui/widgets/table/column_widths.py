"""Which columns a table shows and how wide: by importance, not by order."""

from collections.abc import Sequence
from dataclasses import dataclass

GAP = 2
"""Cells between columns."""
_COMFORT = 18
"""Cells that a less important column gets before a more important one gets all it would like."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a column would like: its importance (1 is highest), the least and the most cells."""

    importance: int
    least: int
    most: int


def fit(wishes: Sequence[Wish], width: int) -> dict[int, int]:
    """The widths of the columns that find room, by their positions, in their order.

    The most important column is always there, however narrow the table.
    """
    ranked = sorted(range(len(wishes)), key=lambda place: (wishes[place].importance, place))
    widths: dict[int, int] = {}
    room = width
    for place in ranked:
        need = wishes[place].least + (GAP if widths else 0)
        if not widths:
            widths[place] = min(wishes[place].least, max(1, width))
            room -= widths[place]
        elif need <= room:
            widths[place] = wishes[place].least
            room -= need
        else:
            break
    for limit in (_COMFORT, width):
        for place in (place for place in ranked if place in widths):
            more = min(room, min(wishes[place].most, limit) - widths[place])
            if more > 0:
                widths[place] += more
                room -= more
    return dict(sorted(widths.items()))
