"""A row of a list: some fields of a record, where an archive declares many more than the list shows."""

from collections.abc import Collection, Iterable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, create_model

from cq_tui.schema.field import Field, shown
from cq_tui.schema.kind import Kind
from cq_tui.schema.types import Slug
from cq_tui.values.codes import Basis
from cq_tui.values.types.base import Asked

_KEPT = 16
"""Models that are kept: one for each list as it was looked at last."""


class Row(BaseModel):
    """Some fields of a record, read as the record's model reads them; what is not among them is no attribute."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True, defer_build=True)

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
    made: dict[str, Any] = {
        name: (infos[name].annotation, infos[name]) for name in infos if name in names and name != "id"
    }
    made |= {one.name: _derived(one) for one in kind.asked if one.is_derived and one.name in names}
    return create_model(f"{kind.name} row", __base__=Row, **made)


def _derived(field: Field) -> tuple[Any, Any]:
    """The annotation and the default of a value that the engine finds."""
    if field.is_list:
        return tuple[str, ...], ()
    if field.type.is_day:
        return date | None, None
    if field.type.asked is Asked.YES_OR_NO:
        return bool | None, None
    if field.type.has_decimals:
        return Decimal | None, None
    if field.dated:
        return (int if field.is_quantity else str) | None, None
    return (Basis, Basis.STATED) if "inferred" in (field.codes or ()) else (str | None, None)
