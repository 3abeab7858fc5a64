"""The mark at the right edge of lines that scroll: which part of them is in view."""

from collections.abc import Sequence

from cq_tui.widgets.base.line_widget import StyledText, cells_of

_MARK = "|"


def marked_lines(first: int, seen: int, all_lines: int) -> range:
    """The lines in view that bear the mark, where ``first`` is the topmost of ``seen``; none where all are in view."""
    if all_lines <= seen or seen < 1:
        return range(0)
    size = max(1, round(seen * seen / all_lines))
    start = round((seen - size) * min(1, first / (all_lines - seen)))
    return range(start, start + size)


def with_mark(pieces: Sequence[StyledText], width: int, mark: str = _MARK) -> list[StyledText]:
    """A line with a sign in its last cell; a text that takes that cell, too, stays as it is."""
    found = [*pieces]
    while found and found[-1][0].isspace():
        found.pop()
    return [*found, (" " * max(0, width - 1 - cells_of(found)), "dim"), (mark, "dim")]
