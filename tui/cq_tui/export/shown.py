"""Cells as the screen shows them, for files that people read: headers in the language in force, names in the place of
ids, amounts in the unit of their column, dates as far as they are known.

A number is written whole, however the screen rounds it, so that it can be read back as the same amount.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from cq_tui.export.format import Request
from cq_tui.schema.cells import JUDGED, absent_in, bounded, is_judged, unit_words
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.schema.model import Model
from cq_tui.values.clean import clean_line
from cq_tui.values.codes import Bound
from cq_tui.values.types.base import Names, is_absent

_NOTHING = "-"
"""What the screen shows where a text is absent; in a file the cell is empty."""


class ShownCell(NamedTuple):
    """A cell's words; ``value`` is the number, the day or the time in it, if that is all it says.

    ``format`` is the number format by which a workbook shows the value as these words.
    """

    text: str
    value: Any = None
    format: str = ""


def fields_of(request: Request) -> list[Field]:
    """The fields that the columns belong to. What qualifies a value stands in its words, unless it was asked for."""
    qualifiers = request.selection.kind.qualifiers
    shown = [one.field for one in request.columns if request.asked or one.field.name not in qualifiers]
    return list({field.name: field for field in shown}.values())


def header(field: Field) -> str:
    """What stands over the column on the screen, with its unit."""
    return field.type.column_header(str(field.label))


def rows(request: Request, fields: Sequence[Field]) -> Iterator[tuple[str, list[ShownCell]]]:
    """The cells of all records, with the record's id."""
    kind, names = request.selection.kind, request.selection.store.name
    for record in request.records:
        yield record.id, [_cell(kind, field, record, names) for field in fields]


def _cell(kind: Kind, field: Field, record: Model, names: Names) -> ShownCell:
    value = kind.value(record, field)
    if is_absent(value):
        words = absent_in(field, record)
        return ShownCell("" if words == _NOTHING else words)
    bound = getattr(record, field.shown.bound) if field.shown.bound else Bound.EXACT
    before = (JUDGED if is_judged(field, record) else "") + bounded(bound, "")
    held, format_ = field.type.shown_value(value, record)
    after = unit_words(field, record)
    text = f"{before}{field.type.shown_text(value, record, names)}{after}"
    quoted = [f'"{one}"' if one else "" for one in (before, after)]
    return ShownCell(clean_line(text), held, (format_ or "General").join(quoted) if before or after else format_)
