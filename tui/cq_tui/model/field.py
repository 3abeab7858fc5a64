"""What a kind's annotations say about a field, and what follows from them."""

import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum, auto
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from cq_tui.language import Label
from cq_tui.model.codes import Code, CodeTable, Words
from cq_tui.model.limits import NO_LIMITS, Limits, limits_of
from cq_tui.model.text import Text


class Shape(Enum):
    """The forms a value can have; everything that treats values differently asks this."""

    TEXT = auto()  # {zh, en}
    TEXTS = auto()
    STRING = auto()
    STRINGS = auto()
    CODE = auto()
    CODES = auto()
    LINK = auto()  # the id of a record of another kind
    LINKS = auto()
    MONEY = auto()  # Decimal, whole currency units
    NUMBER = auto()  # Decimal
    COUNT = auto()  # int
    DATE = auto()
    TIME = auto()
    FLAG = auto()
    PARTS = auto()  # a list of small tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """How a field is named, shown and referred to; stands in the field's annotation.

    ``column``: 1 is the most important column, 0 is never a column.
    ``to``: the kind that the value is an id of; ``back`` names the link from its other end.
    ``basis``, ``bound`` and ``precision``: the fields that qualify this one; they get no line of their own.
    ``codes``: a code list that is not a ``Code`` class.
    ``absent``: what a table says where there is no value; ``widest``: cells a column takes at most.
    """

    label: Label
    aliases: tuple[str, ...] = ()
    column: int = 0
    to: str | None = None
    back: Label | None = None
    basis: str | None = None
    bound: str | None = None
    precision: str | None = None
    codes: Mapping[str, Words] | None = None
    currency: str | None = None
    unit: str | None = None
    absent: Label | None = None
    widest: int = 40


def shown(
    zh: str,
    en: str,
    *aliases: str,
    back: tuple[str, str] | None = None,
    absent: tuple[str, str] | None = None,
    **more: Any,
) -> Shown:
    """Write a ``Shown`` shortly: the two labels, further query names, then the rest by name."""
    ends = Label(*back) if back else None
    return Shown(label=Label(zh, en), aliases=aliases, back=ends, absent=Label(*absent) if absent else None, **more)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a kind: its name in files and queries, its shape and how it is shown.

    ``default`` is what a record has where a file gives nothing: None for what is then absent.
    ``year_of`` is for a field that is only asked and never stored: the year of the first of these that is there.
    """

    name: str
    shape: Shape
    shown: Shown
    codes: Mapping[str, Words] | None = None
    parts: tuple["Field", ...] = ()
    required: bool = False
    default: Any = None
    limits: Limits = NO_LIMITS
    year_of: tuple["Field", ...] = ()

    @property
    def label(self) -> Label:
        """The field's words, zh and en."""
        return self.shown.label

    @property
    def is_list(self) -> bool:
        """Whether the value is a list."""
        return self.shape in (Shape.TEXTS, Shape.STRINGS, Shape.CODES, Shape.LINKS, Shape.PARTS)

    @property
    def is_quantity(self) -> bool:
        """Whether values compare as numbers and stand right-aligned."""
        return self.shape in (Shape.MONEY, Shape.NUMBER, Shape.COUNT)


_SINGLE: dict[type, Shape] = {
    str: Shape.STRING,
    int: Shape.COUNT,
    Decimal: Shape.NUMBER,
    date: Shape.DATE,
    time: Shape.TIME,
    bool: Shape.FLAG,
}


def fields_of(model: type[BaseModel]) -> tuple[Field, ...]:
    """Derive the fields of a model from its annotations, in the model's order.

    Raises TypeError for a field without ``Shown`` or of a type with no shape: a mistake in a kind.
    """
    strips = bool(model.model_config.get("str_strip_whitespace"))
    return tuple(_field(name, info, strips) for name, info in model.model_fields.items())


def _field(name: str, info: FieldInfo, strips: bool) -> Field:
    marks = [mark for mark in info.metadata if isinstance(mark, Shown)]
    if not marks:
        raise TypeError(f"field {name} has no shown(...)")
    mark = marks[0]
    inner, several = _unwrap(info.annotation)
    codes = mark.codes
    parts: tuple[Field, ...] = ()
    if isinstance(inner, type) and issubclass(inner, Code):
        codes = CodeTable(inner)
    if inner is Text:
        shape = Shape.TEXTS if several else Shape.TEXT
    elif codes is not None:
        shape = Shape.CODES if several else Shape.CODE
    elif mark.to:
        shape = Shape.LINKS if several else Shape.LINK
    elif isinstance(inner, type) and issubclass(inner, BaseModel):
        shape, parts = Shape.PARTS, fields_of(inner)
    elif several:
        shape = Shape.STRINGS
    elif mark.currency:
        shape = Shape.MONEY
    else:
        shape = _SINGLE[typing.cast(type, inner)]
    required = info.is_required()
    limits = limits_of(info, stripped=strips and inner is str)
    return Field(name, shape, mark, codes, parts, required, None if required else info.default, limits)


def _unwrap(annotation: Any) -> tuple[Any, bool]:
    """The type inside ``X | None``, ``tuple[X, ...]`` and ``Annotated``; and whether it is a list."""
    several = False
    while True:
        origin = typing.get_origin(annotation)
        if origin in (types.UnionType, typing.Union):
            annotation = next(arg for arg in typing.get_args(annotation) if arg is not type(None))
        elif origin is tuple:
            annotation, several = typing.get_args(annotation)[0], True
        elif origin is typing.Annotated:
            annotation = typing.get_args(annotation)[0]
        else:
            return annotation, several
