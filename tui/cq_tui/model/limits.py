"""What a value must keep to beside its type, read from the annotations that pydantic reads."""

import typing
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic.fields import FieldInfo


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of a value, or of each entry of a list; None where there is none.

    ``shortest`` and ``longest`` count characters; ``low`` and ``below`` belong to the range or not as ``gt``, ``ge``
    and ``lt`` say. ``stripped``: blanks around a text are taken off before it is judged.
    """

    pattern: str | None = None
    shortest: int | None = None
    longest: int | None = None
    gt: Any = None
    ge: Any = None
    lt: Any = None
    stripped: bool = False


NO_LIMITS = Limits()

_NAMES = {"pattern": "pattern", "min_length": "shortest", "max_length": "longest", "gt": "gt", "ge": "ge", "lt": "lt"}


def limits_of(info: FieldInfo, *, stripped: bool) -> Limits:
    """The limits that a field's annotation sets, wherever in it they stand."""
    found: dict[str, Any] = {}
    for mark in _marks(info):
        for name, own in _NAMES.items():
            if (value := getattr(mark, name, None)) is not None:
                found[own] = value
    return Limits(**found, stripped=stripped)


def _marks(info: FieldInfo) -> Iterator[Any]:
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
