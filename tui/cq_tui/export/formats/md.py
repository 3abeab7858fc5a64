"""A selection as a Markdown table, to be read by people: labels and words in the language in force."""

import re
from collections.abc import Iterable, Iterator

from cq_tui.export.format import Format, Request
from cq_tui.export.shown import fields_of, header, rows
from cq_tui.schema.cells import absent_in, is_judged, line
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.schema.model import Model
from cq_tui.store.views.detail import judged_words
from cq_tui.values.types.base import Names, is_absent

_MEANS_SOMETHING = re.compile(r"([\\`*_\[\]<>|~&$])")


def _text(request: Request) -> Iterator[str]:
    """A table of the fields that the columns belong to; inferred values are marked as such."""
    selection, kind = request.selection, request.selection.kind
    fields = fields_of(request)
    yield _row(escaped(header(field) if request.as_shown else str(field.label)) for field in fields)
    yield _row("---:" if field.is_quantity else "---" for field in fields)
    if request.as_shown:
        yield from (_row(escaped(cell.text) for cell in cells) for _id, cells in rows(request, fields))
        return
    for record in request.records:
        yield _row(escaped(_words(kind, field, record, selection.store.name)) for field in fields)


def _words(kind: Kind, field: Field, record: Model, names: Names) -> str:
    if is_absent(kind.value(record, field)):
        return absent_in(field, record)
    return line(field, record, names) + (judged_words() if is_judged(field, record) else "")


def escaped(text: str) -> str:
    """The text with a backslash before all that Markdown, GitHub's mathematics and HTML would take for their own."""
    return _MEANS_SOMETHING.sub(r"\\\1", text)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


FORMAT = Format(text=_text, as_shown=True)
