"""A record on one line: what it is called, and of the rest what there is room for."""

import re

from rich.cells import cell_len

from cq_tui.query.highlight import Highlighter
from cq_tui.schema.cells import JUDGED, cell, line, mark_judged, marked_line
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.store.store import Store
from cq_tui.store.views.found_in import found_in
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.line_widget import StyledText, marked
from cq_tui.widgets.base.linked_lines import Link, Row
from cq_tui.widgets.base.text_layout import around, cut

_LEAST_MORE = 8
_GAP, _INDENT = "  ", "     "


def record_row(
    store: Store, kind: Kind, record: Record, width: int, highlighter: Highlighter | None = None, *,
    judged: bool = False,
) -> Row:  # fmt: skip
    """The line of a record, as a link to it, for a view of ``width`` cells; ``judged``: that it is here is ours."""

    def inked(text: str, style: str) -> list[StyledText]:
        return marked(text, style, highlighter.spans(text)) if highlighter else [(text, style)]

    width -= 1
    called = clean_line(record.called)
    name = cut(mark_judged(called, judged=judged), width - 4)
    pieces: list[StyledText] = [("   ", "text"), *inked(name, "main")]
    used = 3 + cell_len(name)
    for field in _details(kind):
        if cell(field, record, store.name).missing or width - used <= _LEAST_MORE:
            continue
        if not _says(called, line(field, record, store.name)):
            text = cut(marked_line(field, record, store.name), width - used - 2)
            pieces.extend([(_GAP, "text"), *inked(text, "dim")])
            used += 2 + cell_len(text)
    return Row(pieces, Link(kind.name, record.id))


def _says(called: str, words: str) -> bool:
    """Whether the name says it: the number of a paragraph, or who speaks for an organisation and has no other name."""
    return words == called or (words.isdigit() and re.search(rf"(?<!\d){words}(?!\d)", called) is not None)


def hit_row(store: Store, kind: Kind, record: Record, width: int, highlighter: Highlighter) -> Row | None:
    """What was found in a record and does not stand on its own line: the field, and the text round the words."""
    found = found_in(store, kind, record, highlighter)
    if found is None:
        return None
    label = f"{_INDENT}{found.label}{_GAP}{JUDGED if found.judged else ''}"
    text, spans = around(found.text, found.spans, width - cell_len(label) - 2)
    return Row([(label, "dim"), *marked(text, "text", spans)])


def _details(kind: Kind) -> list[Field]:
    """The two that say most: for money its kind and its amount, else the next columns by importance."""
    if kind.money and kind.money.apart:
        return [kind.by_name[kind.money.apart], kind.by_name[kind.money.amount]]
    return sorted(kind.columns, key=lambda field: field.shown.column)[1:3]
