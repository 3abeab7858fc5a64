"""Lines to choose from under a line that is typed in: the palette's, and those of the list of tabs."""

from collections.abc import Sequence

from cq_tui.language import _
from cq_tui.widgets.base.link_list import Row
from cq_tui.widgets.base.text_layout import cut, padded

_SIDE = 12
"""Cells of what stands at the right."""


def offer_rows(offers: Sequence[tuple[str, str]], cursor: int, width: int, most: int) -> list[Row]:
    """The offers around the cursor, ``most`` of them: words, and what stands at their right."""
    top = max(0, cursor - most + 1)
    rows = []
    for place, (words, side) in enumerate(offers[top : top + most], top):
        here = place == cursor
        text = padded(cut(words, width - _SIDE - 6), width - _SIDE - 6)
        marks = ("cursor", "cursor") if here else ("text", "dim")
        rows.append(
            Row([(f"{' >' if here else '  '} {text}  ", marks[0]), (padded(cut(side, _SIDE), _SIDE), marks[1])])
        )
    return rows or [Row([("   " + _("Nothing matches."), "text")])]
