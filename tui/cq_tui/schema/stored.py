"""Records of the values that the engine's tables hold. They were checked when they came there.

They are not checked again, so that no list has to wait until pydantic is loaded and has built what checks a kind.
"""

import enum
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeVar

from cq_tui.schema.checks import changes_stored
from cq_tui.schema.field import Field, unwrapped
from cq_tui.schema.model import Model, ModelField, once
from cq_tui.values.clean import clean_tree

_Model = TypeVar("_Model", bound=Model)
_Way = Callable[[Any], Any]
_WITH_TEXT = (str, dict, list)
"""What a row may hold that has to be cleaned: numbers, days and flags are most of what an archive's own fields hold."""


def present(fields: Sequence[Field], row: Sequence[Any]) -> dict[str, Any]:
    """The values of a row that are there, cleaned, by the names of their fields."""
    given = ((field.name, value) for field, value in zip(fields, row, strict=True) if value is not None)
    return {name: clean_tree(value) if type(value) in _WITH_TEXT else value for name, value in given}


def of_stored(model: type[_Model], values: Mapping[str, Any]) -> _Model:
    """The record, or the part of one, of the values of a row, by name. What makes something else of them is asked."""
    ways = once(model, "_of_stored", _ways)
    if ways is None:
        return model.model_validate(values)
    return model.model_construct(
        **{name: None if one is None else ways[name](one) for name, one in values.items() if name in ways}
    )


def _ways(model: type[Model]) -> dict[str, _Way] | None:
    """For each field what makes its value; None where the values of a record hang on more than its fields' types."""
    if model.model_makes_more or hasattr(model, "_before"):
        return None
    found = {name: _way(one, strips=model.model_strips) for name, one in model.model_fields.items()}
    return None if None in found.values() else {name: way for name, way in found.items() if way is not None}


def _way(field: ModelField, *, strips: bool) -> _Way | None:
    if any(map(changes_stored, _marks(field.annotated))):
        return None
    inner, several = unwrapped(field.annotation)
    way = _way_of(inner, strips=strips)
    if way is None or not several:
        return way
    return lambda values: tuple(map(way, values))


def _way_of(inner: Any, *, strips: bool) -> _Way | None:
    if issubclass(inner, Model):
        return None if once(inner, "_of_stored", _ways) is None else lambda values: of_stored(inner, values)
    if issubclass(inner, Decimal):
        return _exact
    if issubclass(inner, enum.Enum):
        made: _Way = inner
        return made
    return str.strip if strips and inner is str else _as_it_is


def _marks(annotation: Any) -> Iterator[Any]:
    """All that an annotation carries beside types, also inside of them."""
    yield from getattr(annotation, "__metadata__", ())
    for one in typing.get_args(annotation):
        if one is not ... and not isinstance(one, str):
            yield from _marks(one)


def _exact(value: Any) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(str(value))


def _as_it_is(value: Any) -> Any:
    return value
