"""What a value must keep to beside its type, read from the annotations that pydantic reads."""

import typing
from collections.abc import Iterator
from typing import Any

from cq_tui.schema.model import ModelField
from cq_tui.values.limits import Limits
from cq_tui.values.types.base import FieldType

_NAMES = {
    "pattern": "pattern", "min_length": "shortest", "max_length": "longest", "gt": "gt", "ge": "ge", "lt": "lt",
    "not_zero": "not_zero",
}  # fmt: skip


def limits_of(info: ModelField, *, stripped: bool) -> Limits:
    """The limits that a field's annotation sets, wherever in it they stand."""
    found: dict[str, Any] = {}
    for mark in marks_of(info):
        if isinstance(mark, FieldType):
            continue
        for name, own in _NAMES.items():
            if (value := getattr(mark, name, None)) is not None:
                found[own] = value
    return Limits(**found, stripped=stripped)


def marks_of(info: ModelField) -> Iterator[Any]:
    """All that a field's annotation carries beside types, wherever in it that stands."""
    for mark in (*_inside(info.annotation), *info.metadata):
        yield mark
        yield from getattr(mark, "metadata", ())


def _inside(annotation: Any) -> Iterator[Any]:
    """The marks of ``Annotated`` inside ``X | None`` and ``tuple[X, ...]``."""
    for argument in typing.get_args(annotation):
        if argument is not type(None) and argument is not Ellipsis:
            yield from _inside(argument)
    if typing.get_origin(annotation) is typing.Annotated:
        yield from typing.get_args(annotation)[1:]
