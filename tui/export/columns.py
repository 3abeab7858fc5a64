"""A record as the columns of a flat table: names and plain values."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from tui.language import _
from tui.model.field import Field, Shape
from tui.model.money import plain
from tui.model.record import Kind, Record

LIST_MARK = "; "
PART_MARK = ":"
_LANGUAGES = ("zh", "en")


class ColumnError(Exception):
    """A column was asked for that the kind does not have."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a flat table; ``number`` marks values that are typed numbers, not text."""

    name: str
    field: Field
    value: Callable[[Record], str]

    @property
    def number(self) -> bool:
        """Whether the values are numbers, dates or flags: never mistaken for a formula."""
        return self.field.is_quantity or self.field.shape in (Shape.DATE, Shape.TIME, Shape.FLAG)


def columns(kind: Kind, names: str | None = None) -> list[Column]:
    """All columns of a kind, or those named by comma: fields, or single columns such as ``title_en``.

    Raises ColumnError for a name the kind does not have.
    """
    every = {field.name: _columns_of(kind, field) for field in kind.fields}
    if names is None:
        return [column for group in every.values() for column in group]
    single = {column.name: [column] for group in every.values() for column in group}
    chosen: list[Column] = []
    for name in filter(None, (name.strip() for name in names.split(","))):
        group = every.get(name) or single.get(name)
        if group is None:
            known = ", ".join(every)
            message = _("{kind} have no column {name}. There are: {known}")
            raise ColumnError(message.format(kind=kind.label, name=name, known=known))
        chosen.extend(group)
    if not chosen:
        raise ColumnError(_("No column is named."))
    return chosen


def _columns_of(kind: Kind, field: Field) -> list[Column]:
    if field.shape in (Shape.TEXT, Shape.TEXTS):
        return [Column(f"{field.name}_{language}", field, _text_in(field, language)) for language in _LANGUAGES]
    return [Column(field.name, field, lambda record: flat(kind.value(record, field)))]


def _text_in(field: Field, language: str) -> Callable[[Record], str]:
    def value(record: Record) -> str:
        found = getattr(record, field.name)
        if field.shape is Shape.TEXTS:
            return LIST_MARK.join(getattr(item, language) for item in found)
        return getattr(found, language) if found else ""

    return value


def flat(value: Any) -> str:
    """A value as plain text: numbers without grouping, lists by ``; ``, the parts of one entry by ``:``."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return plain(value)
        case date() | time():
            return value.isoformat()
        case tuple():
            return LIST_MARK.join(flat(item) for item in value)
        case BaseModel():
            return PART_MARK.join(flat(getattr(value, name)) for name in type(value).model_fields)
        case _:
            return str(value)
