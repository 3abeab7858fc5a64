"""Checked records as plain values that JSON can hold, and back.

They are not checked again: only that all of a record is there, each value of its type.
"""

import enum
from collections.abc import Callable, Mapping
from datetime import date, time
from decimal import Decimal
from typing import Any, TypeVar

from cq_tui.schema.field import unwrapped
from cq_tui.schema.model import Model, ModelField, once

_Model = TypeVar("_Model", bound=Model)
_Read = Callable[[Any], Any]


def plain(value: Any) -> Any:
    """A record, or a value of one: what is as usual is left out."""
    match value:
        case Model():
            usual = type(value).model_fields
            return {name: plain(one) for name, one in value if one != usual[name].default}
        case tuple():
            return [plain(one) for one in value]
        case date() | time():
            return value.isoformat()
        case Decimal() | enum.Enum():
            return str(value)
    return value


def of_plain(model: type[_Model], values: Mapping[str, Any]) -> _Model:
    """The record, or the part of one, of what ``plain`` made of it.

    Of what it did not make it raises LookupError, TypeError, ValueError, AttributeError or ArithmeticError.
    """
    ways = once(model, "_of_plain", _ways)
    if missing := once(model, "_required", _required) - values.keys():
        raise LookupError(*missing)
    return model.model_construct(**{name: ways[name](one) for name, one in values.items()})


def _required(model: type[Model]) -> frozenset[str]:
    return frozenset(name for name, one in model.model_fields.items() if one.is_required)


def _ways(model: type[Model]) -> dict[str, _Read]:
    return {name: _way(one) for name, one in model.model_fields.items()}


def _way(field: ModelField) -> _Read:
    inner, several = unwrapped(field.annotation)
    read = _way_of(inner)
    return (lambda values: tuple(map(read, values))) if several else read


def _way_of(inner: Any) -> _Read:
    if issubclass(inner, Model):
        return lambda values: of_plain(inner, values)
    if issubclass(inner, date | time):
        read: _Read = inner.fromisoformat
        return read
    return inner if issubclass(inner, Decimal | enum.Enum) else _of_type(inner)


def _of_type(wanted: type) -> _Read:
    def read(value: Any) -> Any:
        if value is not None and type(value) is not wanted:
            raise TypeError(value)
        return value

    return read
