"""Bars that stand beside each other in the order of time, with the periods below them."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from cq_tui.language import _
from cq_tui.store.views.measured import What
from cq_tui.store.views.timeline import Timeline
from cq_tui.values.periods import Size
from cq_tui.widgets.base.line_widget import StyledText

MARGIN = 2
"""Cells at either side, for the marks of what is out of view."""
BELOW = 3
"""Lines below the bars: where the cursor is, the periods, their years."""
_WIDEST = 9
_UNKNOWN = "?"
_NARROWEST = {Size.YEAR: 5, Size.QUARTER: 3, Size.MONTH: 3}
"""Cells of a column: its name and a blank."""


@dataclass(frozen=True)
class Window:
    """Which columns are in view: the first, how many, and how wide each is."""

    first: int
    count: int
    width: int

    @property
    def columns(self) -> range:
        """Their numbers."""
        return range(self.first, self.first + self.count)

    def column_at(self, cell: int) -> int | None:
        """The column at a cell of the line."""
        column = (cell - MARGIN) // self.width
        return self.first + column if cell >= MARGIN and column < self.count else None


def window(timeline: Timeline, width: int, first: int, cursor: int) -> Window:
    """The columns in view in ``width`` cells, the one under the cursor among them; ``first`` as it was before."""
    room, every = max(1, width - 2 * MARGIN), max(1, len(timeline.keys))
    each = max(_NARROWEST[timeline.periods.size], min(_WIDEST, room // every))
    count = min(every, max(1, room // each))
    first = max(cursor - count + 1, min(first, cursor))
    return Window(max(0, min(first, every - count)), count, each)


def chart(timeline: Timeline, what: What, cursor: int, view: Window, height: int) -> list[list[StyledText]]:
    """The bars, ``height`` lines of them, and the lines below."""
    keys = [timeline.keys[column] for column in view.columns]
    heights = [_height(timeline, key, what, height) for key in keys]
    lines: list[list[StyledText]] = []
    for level in range(height, 0, -1):
        line: list[StyledText] = [(" " * MARGIN, "text")]
        for whole, begun in heights:
            sign, style = ("#", "bar") if level <= begun else ("-", "rest") if level <= whole else (" ", "text")
            line += [(sign * (view.width - 1), style), (" ", "text")]
        lines.append(line)
    more = view.first > 0, view.first + view.count < len(timeline.keys)
    return [*lines, _pointer(view, cursor, more), _names(timeline, keys, view, cursor), _years(timeline, keys, view)]


def _height(timeline: Timeline, key: str | None, what: What, height: int) -> tuple[int, int]:
    """How many lines of a bar there are, and how many of these have begun; of what there is, one at least."""
    summed, begun = timeline.bar(key, what)
    most = timeline.largest[what]
    whole = max(1, round(height * summed / most)) if summed > 0 and most > 0 else 0
    return whole, min(whole, max(1, round(whole * begun / summed))) if whole and begun > 0 else 0


def _pointer(view: Window, cursor: int, more: tuple[bool, bool]) -> list[StyledText]:
    before = " " * ((cursor - view.first) * view.width)
    after = " " * (view.width * view.count - len(before) - view.width + 1)
    left, right = (" <" if more[0] else "  ", "> " if more[1] else "")
    return [(left, "dim"), (before, "text"), ("^" * (view.width - 1), "accent"), (after, "text"), (right, "dim")]


def _names(timeline: Timeline, keys: Sequence[str | None], view: Window, cursor: int) -> list[StyledText]:
    """What the periods are called within their year: Q3, 07."""
    line: list[StyledText] = [(" " * MARGIN, "text")]
    for column, key in zip(view.columns, keys, strict=True):
        unknown = key is None or timeline.periods.is_year_only(key)
        name = _UNKNOWN if unknown else (key or "")[5:] or key or ""
        style = "cursor" if column == cursor else "text" if key in timeline.groups else "dim"
        line += [(name.center(view.width - 1), style), (" ", "text")]
    return line


def _years(timeline: Timeline, keys: Sequence[str | None], view: Window) -> list[StyledText]:
    """The year, below the first period of it in view; where there is no room for one it is left out."""
    text, before = " " * MARGIN, ""
    for column, key in enumerate(keys):
        year = (key or "")[:4]
        if key is not None and (year == before or timeline.periods.size is Size.YEAR):
            continue
        before = year
        place, words = MARGIN + column * view.width, year or _("not dated")
        end = MARGIN + view.count * view.width + MARGIN
        place = min(place, end - cell_len(words)) if key is None else place
        if cell_len(text) <= place:
            text += " " * (place - cell_len(text)) + words + " "
    return [(text, "dim")]
