"""The one place that turns a record's values into words, for tables and for the opened record."""

from typing import NamedTuple

from cq_tui.language import _, current
from cq_tui.schema.field import Field
from cq_tui.schema.model import Model
from cq_tui.values.clean import clean_line
from cq_tui.values.codes import Basis, Bound
from cq_tui.values.nothing import is_nothing
from cq_tui.values.types.base import Names, is_absent
from cq_tui.values.types.code import code_label

JUDGED = "~"
"""Stands before what is our judgement and not the source's word."""


class Cell(NamedTuple):
    """What stands in one cell: clean text on one line, and how to read it."""

    text: str
    judged: bool = False
    missing: bool = False

    @property
    def shown(self) -> str:
        """The text, with the mark of a judgement before it."""
        return mark_judged(self.text, judged=self.judged)


def cell(field: Field, record: Model, names: Names) -> Cell:
    """A table's cell: amounts in the column's unit, lists in short, what is missing in words."""
    value = getattr(record, field.name)
    if is_absent(value):
        return Cell(absent_in(field, record), missing=True)
    text = field.type.column_words(value, record, names)
    return Cell(clean_line(_bounded(field, record, text) + unit_words(field, record)), is_judged(field, record))


def line(field: Field, record: Model, names: Names, *, unit: bool = True) -> str:
    """The value written out, as the opened record shows it; without its ``unit`` where that is said elsewhere."""
    text = field.type.words(getattr(record, field.name), record, names)
    return clean_line(_bounded(field, record, text) + (unit_words(field, record) if unit else ""))


def marked_line(field: Field, record: Model, names: Names) -> str:
    """As ``line``, with the mark of a judgement before it."""
    return mark_judged(line(field, record, names), judged=is_judged(field, record))


def mark_judged(text: str, *, judged: bool) -> str:
    """A text with the mark of what is our judgement and not the source's word before it, if it is."""
    return f"{JUDGED}{text}" if judged and text else text


def code_words(field: Field, code: str) -> str:
    """What a code is called; the code itself if its list does not know it."""
    return code_label(field.codes or {}, code)


def is_judged(field: Field, record: Model) -> bool:
    """Whether the value is our judgement and not the source's word."""
    return bool(field.shown.basis) and getattr(record, field.shown.basis or "") is Basis.INFERRED


def absent(field: Field) -> str:
    """What a table says where the field has no value."""
    if field.shown.absent:
        return str(field.shown.absent)
    return _("not stated") if field.is_quantity else "-"


def absent_in(field: Field, record: Model) -> str:
    """As ``absent``, for one record: where its source has an amount that could not be read, that stands there; an
    amount that can't be converted has no rate.
    """
    if field.shown.why and getattr(record, field.shown.why, None):
        return _("no rate")
    written = getattr(record, f"{field.name}_text", None) if field.type.is_money else None
    if not written or is_nothing(written):
        return absent(field)
    from cq_tui.values.unstated import is_unstated  # the words of currencies are not for the first frame

    if is_unstated(written):
        return absent(field)
    return clean_line(_('not read: "{text}"').format(text=written))


def unit_words(field: Field, record: Model) -> str:
    """What a number counts, behind it: 辆, or vehicles after a blank."""
    unit = getattr(record, field.shown.unit_in, None) if field.shown.unit_in else None
    return "" if not unit else str(unit) if current() == "zh" else f" {unit}"


def _bounded(field: Field, record: Model, text: str) -> str:
    return bounded(getattr(record, field.shown.bound) if field.shown.bound else Bound.EXACT, text)


def bounded(bound: Bound, text: str) -> str:
    """A number's words with how exact it is before them."""
    if bound is Bound.EXACT:
        return text
    return f"{bound.label}{text}" if current() == "zh" else f"{bound.label} {text}"
