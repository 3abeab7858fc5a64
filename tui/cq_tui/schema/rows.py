"""A row of a list: some fields of a record, where an archive declares many more than the list shows."""

from collections.abc import Collection, Iterable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Annotated

from cq_tui.schema.field import Field, shown
from cq_tui.schema.kind import Kind
from cq_tui.schema.model import Model, ModelField, made
from cq_tui.schema.types import Slug
from cq_tui.values.codes import Basis
from cq_tui.values.types.base import Asked

_KEPT = 16
"""Models that are kept: one for each list as it was looked at last."""


class Row(Model):
    """Some fields of a record, read as the record's model reads them; what is not among them is no attribute."""

    model_strips = True
    model_takes_others = True

    id: Annotated[Slug, shown("编号", "ID")]


def names_of_row(kind: Kind, fields: Iterable[Field]) -> frozenset[str] | None:
    """The names of the fields that rows need in which these are shown; None where they are the whole record."""
    found = {"id"}
    for field in fields:
        mark = field.shown
        found.update(filter(None, (field.name, mark.basis, mark.bound, mark.precision, mark.currency, mark.counted_in)))
        found.update(filter(None, (mark.unit_in, mark.why)))
    derived = any(kind.asked_by_name[name].is_derived for name in found)
    return frozenset(found) if derived or len(found) < len(kind.fields) else None


def fields_of_row(kind: Kind, names: Collection[str]) -> tuple[Field, ...]:
    """The fields of these names, in the order of the kind."""
    return tuple(field for field in kind.asked if field.name in names)


@lru_cache(_KEPT)
def row_model(kind: Kind, names: frozenset[str]) -> type[Row]:
    """The model of rows with these fields."""
    infos = kind.model.model_fields
    fields = {name: one for name, one in infos.items() if name in names and name != "id"}
    fields |= {one.name: _derived(one) for one in kind.asked if one.is_derived and one.name in names}
    return made(f"{kind.name} row", Row, fields)


def _derived(field: Field) -> ModelField:
    """The annotation and the default of a value that the engine finds."""
    if field.is_list:
        return ModelField(tuple[str, ...], ())
    if field.type.is_day:
        return ModelField(date | None, None)
    if field.type.asked is Asked.YES_OR_NO:
        return ModelField(bool | None, None)
    if field.type.has_decimals:
        return ModelField(Decimal | None, None)
    if field.dated:
        return ModelField((int if field.is_quantity else str) | None, None)
    return ModelField(Basis, Basis.STATED) if "inferred" in (field.codes or ()) else ModelField(str | None, None)
