"""An opened record as lines to read."""

from collections.abc import Sequence
from functools import partial

from rich.cells import cell_len

from cq_tui.query.highlight import Highlighter
from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.store.store import Store
from cq_tui.store.views.detail import Heading, Line, LinkLine, More, Part, Quote, Title, detail, judged_text
from cq_tui.store.views.history import Told
from cq_tui.widgets.base.line_widget import StyledText, marked
from cq_tui.widgets.base.linked_lines import Build, Link, Row
from cq_tui.widgets.base.text_layout import padded, wrap
from cq_tui.widgets.views.history_lines import told_rows

_WIDEST_LABEL = 20
_LEAST_LABEL = 10
"""Cells that labels may take in any view; in a narrow one they take a third, and longer ones a line of their own."""
_INDENT = "  "


_MARKABLE = ("text", "main", "link")


def record_lines(
    store: Store, kind: Kind, record: Record, width: int, highlighter: Highlighter | None = None
) -> list[Row]:
    """The lines of a record for a view of ``width`` cells, with what a filter found marked. Raises QueryError."""
    return part_lines(store, detail(store, kind, record), width, highlighter)


def record_build(store: Store, kind: Kind, record: Record, highlighter: Highlighter | None = None) -> Build:
    """What makes the lines for a width; where asking may take a while, all is asked now. Raises QueryError."""
    if store.may_wait:
        return partial(part_lines, store, detail(store, kind, record), highlighter=highlighter)
    return partial(record_lines, store, kind, record, highlighter=highlighter)


def part_lines(store: Store, parts: Sequence[Part], width: int, highlighter: Highlighter | None = None) -> list[Row]:
    """The same of what there is to say of a record; nothing is asked for it."""
    labels = [part.label or "" for part in parts if isinstance(part, Line | LinkLine)]
    room = min(_WIDEST_LABEL, max(_LEAST_LABEL, width // 3), max(map(cell_len, labels), default=0)) + 2
    rows: list[Row] = []
    for part in parts:
        rows.extend(_rows(store, part, room, width - 1))
    return [_highlighted(row, highlighter) for row in rows] if highlighter else rows


def _highlighted(row: Row, highlighter: Highlighter) -> Row:
    pieces: list[StyledText] = []
    for text, style in row.pieces:
        pieces.extend(marked(text, style, highlighter.spans(text)) if style in _MARKABLE else [(text, style)])
    return Row(pieces, row.link)


def _rows(store: Store, part: Part, room: int, width: int) -> list[Row]:
    match part:
        case Title():
            return [*(Row([(f" {text}", "main")]) for text in wrap(part.text, width - 2)), Row()]
        case Heading():
            return [Row(), Row([(f" {part.text}", "heading")])]
        case Quote():
            return [Row([(f" {_INDENT * 2}", "text"), *pieces]) for pieces in _quoted(part, width - 6)]
        case More():
            return [Row([(f" {_INDENT}{part.text} >", "dim")], _list_of(store, part))]
        case Told():
            return told_rows(part, width)
        case LinkLine():
            return _linked(part, room, width)
        case Line():
            return _labelled(part, room, width)


def _list_of(store: Store, part: More) -> Link | None:
    """Only a kind with a tab has a list to go to."""
    return Link(part.kind, filter=part.filter) if store.kind(part.kind).tab else None


def _labelled(part: Line, room: int, width: int) -> list[Row]:
    text = judged_text(part.text) if part.judged else part.text
    lines = wrap(text, width - room - 1)
    above, label = _label(part.label, room)
    style = "dim" if part.missing else "main" if part.main else "text"
    starts = [label, *([" " * (room + 1)] * (len(lines) - 1))]
    return [*above, *(Row([(start, "dim"), (line, style)]) for start, line in zip(starts, lines, strict=True))]


def _label(label: str, room: int) -> tuple[list[Row], str]:
    """A label before its value; one that is wider than the room for labels stands in a line above it."""
    if cell_len(label) < room or room >= _WIDEST_LABEL:
        return [], padded(f" {label}", room + 1)
    return [Row([(f" {label}", "dim")])], " " * (room + 1)


def _linked(part: LinkLine, room: int, width: int) -> list[Row]:
    text = judged_text(part.text) if part.judged else part.text
    above, start = ([], f" {_INDENT}") if part.label is None else _label(part.label, room)
    link = Link(part.link.kind, part.link.id)
    first, *others = wrap(text, width - cell_len(start) - 2)
    rows = [Row([(start, "dim"), (f"{first} >", "link")], link)]
    rows.extend(Row([(" " * cell_len(start), "dim"), (line, "link")]) for line in others)
    return [*above, *rows]


def _quoted(part: Quote, width: int) -> list[list[StyledText]]:
    """The quote's lines; the marked stretch stands out even where a line ends inside it."""
    start, end = part.mark or (0, 0)
    rows: list[list[StyledText]] = []
    place = 0
    for line in wrap(part.text, width):
        place = part.text.index(line, place)
        low, high = (min(max(edge - place, 0), len(line)) for edge in (start, end))
        rows.append([(line[:low], "text"), (line[low:high], "mark"), (line[high:], "text")])
        place += len(line)
    return rows
