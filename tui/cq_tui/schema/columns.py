"""A record as the columns of a flat table: names and plain values."""

from collections.abc import Callable
from dataclasses import dataclass

from cq_tui.language import _
from cq_tui.quotas import quotas, variable
from cq_tui.schema.field import Field
from cq_tui.schema.flat import cells_of
from cq_tui.schema.kind import Kind
from cq_tui.schema.model import Model


class ColumnError(Exception):
    """A column was asked for that the kind does not have."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a flat table; ``position``: which of its field's columns."""

    name: str
    field: Field
    position: int
    value: Callable[[Model], str]


def columns(kind: Kind, names: str | None = None) -> list[Column]:
    """All columns of a kind, or those named by comma: fields, or single columns such as ``title_en``.

    What is not stored, as the year, is a column where it is named; a file of all columns can be read back as data,
    unless amounts are asked for in another currency, too.
    Raises ColumnError for a name the kind does not have.
    """
    if names is None:
        return [column for field in (*kind.fields, *kind.converted) for column in _columns_of(kind, field)]
    every = {field.name: _columns_of(kind, field) for field in kind.asked}
    single = {column.name: [column] for group in every.values() for column in group}
    asked = [name for name in map(str.strip, names.split(",")) if name]
    if len(asked) > quotas().columns:
        message = _("That is more than {most} columns, which {name} can raise.")
        raise ColumnError(message.format(most=quotas().columns, name=variable("columns")))
    chosen: list[Column] = []
    for name in asked:
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
    return [
        Column(name, field, position, _cell_at(kind, field, position))
        for position, name in enumerate(field.column_names)
    ]


def _cell_at(kind: Kind, field: Field, position: int) -> Callable[[Model], str]:
    return lambda record: cells_of(field, kind.value(record, field))[position]
