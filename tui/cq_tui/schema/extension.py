"""Models with further fields or other code lists: made from the shipped ones, whose subclasses they are."""

import types
import typing
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Annotated, Any, TypeVar

from cq_tui.schema.code_lists import CodeList
from cq_tui.schema.field import Shown
from cq_tui.schema.model import Model, ModelField, made
from cq_tui.schema.types import code
from cq_tui.values.codes import Words

_Model = TypeVar("_Model", bound=Model)


@dataclass(frozen=True, slots=True)
class OwnField:
    """A field that an archive declares: its name in files, the type of its values, how it is shown.

    The type is what a kind's annotation holds. A list is ``tuple[X, ...]``; a code from a list of the archive's own is
    ``code(...)``. ``default`` is for what only qualifies another field, as its currency.
    """

    name: str
    type: Any
    shown: Shown
    required: bool = False
    default: Any = None


def with_fields(model: type[_Model], fields: Iterable[OwnField]) -> type[_Model]:
    """A model with further fields behind its own; none of them names a record that a field of the model named."""
    extended = made(model.__name__, model, {one.name: _definition(one) for one in fields})
    named = tuple(name for name in getattr(model, "HEADINGS", ()) if name in model.model_fields)
    if named:
        extended.HEADINGS = named  # type: ignore[attr-defined]
    return extended


def _definition(one: OwnField) -> ModelField:
    if one.required:
        return ModelField(Annotated[one.type, one.shown])
    if one.default is not None:
        return ModelField(Annotated[one.type, one.shown], one.default)
    if typing.get_origin(one.type) is tuple:
        return ModelField(Annotated[one.type, one.shown], ())
    return ModelField(Annotated[one.type | None, one.shown], None)


def with_codes(model: type[_Model], codes: CodeList, words: Mapping[str, Words]) -> type[_Model]:
    """A model that takes other codes wherever it took those of a list, in its parts too; itself if it took none."""
    fields: dict[str, ModelField] = {}
    for name, info in model.model_fields.items():
        if codes in info.metadata:  # typing takes off what stands around the type of a field that must be there
            annotation, marks = code(words), tuple(one for one in info.metadata if isinstance(one, Shown))
        else:
            annotation, marks = _swapped(info.annotation, codes, words), info.metadata
        if annotation is not info.annotation:
            fields[name] = ModelField(Annotated[(annotation, *marks)], info.default)
    return made(model.__name__, model, fields) if fields else model


def _swapped(annotation: Any, codes: CodeList, words: Mapping[str, Words]) -> Any:
    """An annotation with the code list replaced at any depth; the very same one where it does not hold the list."""
    if annotation is codes or codes in getattr(annotation, "__metadata__", ()):
        return code(words)
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return with_codes(annotation, codes, words)
    inside = typing.get_args(annotation)
    swapped = tuple(_swapped(one, codes, words) for one in inside)
    if all(new is old for new, old in zip(swapped, inside, strict=True)):
        return annotation
    origin = typing.get_origin(annotation)
    if origin in (types.UnionType, typing.Union):
        return reduce(or_, swapped)
    return Annotated[swapped] if origin is Annotated else origin[swapped]
