"""The hits in some lines, and which of them was gone to."""

from collections.abc import Sequence

from cq_tui.widgets.base.line_widget import StyledText
from cq_tui.widgets.base.linked_lines import Row


class Hits:
    """One hit after the other, round at the ends. The lines may be others at each question: of another width."""

    def __init__(self) -> None:
        self._at = -1
        """The number of the hit that was gone to, from 0; -1 before the first."""

    def go(self, rows: Sequence[Row], step: int) -> tuple[int, int, int]:
        """Go to the hit after or before: the line it stands in, which it is, from 1, of how many; all 0 for none."""
        hits = _hits(rows)
        if not hits:
            return 0, 0, 0
        self._at = (self._at + step if self._at >= 0 else min(step, 0)) % len(hits)
        return hits[self._at][0], self._at + 1, len(hits)

    def marked(self, rows: Sequence[Row], place: int) -> Sequence[StyledText]:
        """The pieces of a line; the hit that was gone to is marked."""
        pieces = rows[place].pieces
        hits = _hits(rows) if self._at >= 0 else []
        if self._at not in range(len(hits)) or hits[self._at][0] != place:
            return pieces
        at = hits[self._at][1]
        return [(text, "mark" if piece == at else style) for piece, (text, style) in enumerate(pieces)]


def _hits(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """Where the hits stand: their lines, and the pieces of those."""
    return [
        (place, piece)
        for place, row in enumerate(rows)
        for piece, (_text, style) in enumerate(row.pieces)
        if style == "hit"
    ]
