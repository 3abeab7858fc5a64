"""The history of a record as a line in time: an entry below the other, joined where an entry has several lines."""

from cq_tui.store.views.history import Told
from cq_tui.widgets.base.glyphs import glyph
from cq_tui.widgets.base.line_widget import StyledText
from cq_tui.widgets.base.linked_lines import Link, Row
from cq_tui.widgets.base.text_layout import padded, wrap

_WHEN = 10
"""Cells of a day."""
_START = 3 + _WHEN + 4
"""Cells before the words: a margin, the day, the sign."""


def told_rows(entry: Told, width: int) -> list[Row]:
    """The lines of one entry; what is planned is dimmed, what is overdue stands out."""
    style = "mark" if entry.overdue else "dim" if entry.planned else "text"
    sign = glyph("planned" if entry.planned else "told")
    room = width - _START
    texts = [(line, style) for line in wrap("  ".join(entry.words), room)] if entry.words else []
    texts += [(line, "dim") for line in wrap(entry.note, room)] if entry.note else []
    rows = [Row(_line(entry.when if at == 0 else "", sign if at == 0 else "|", one)) for at, one in enumerate(texts)]
    rows = rows or [Row(_line(entry.when, sign, ("", style)))]
    for link in entry.links:
        lines = wrap(f"{link.words} >", room)
        rows += [
            Row(_line("", "|", (text, "link")), Link(link.kind, link.id) if at == 0 else None)
            for at, text in enumerate(lines)
        ]
    return rows


def _line(when: str, sign: str, words: StyledText) -> list[StyledText]:
    return [(f"   {padded(when, _WHEN)} ", "dim"), (f"{sign}  ", "dim"), words]
