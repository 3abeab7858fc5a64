"""What a kind's annotations say about a field, and what follows from them."""

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any, NamedTuple

from cq_tui.language import Label
from cq_tui.schema.annotations import limits_of, marks_of
from cq_tui.schema.follows import Follows
from cq_tui.schema.model import Model, ModelField, once
from cq_tui.schema.text import Text
from cq_tui.values import codes as lists
from cq_tui.values.codes import CodeTable, Words
from cq_tui.values.limits import Limits
from cq_tui.values.periods import Size
from cq_tui.values.types.base import FieldType
from cq_tui.values.types.clock import Time
from cq_tui.values.types.code import Code
from cq_tui.values.types.count import Count
from cq_tui.values.types.day import Date
from cq_tui.values.types.flag import Flag
from cq_tui.values.types.link import Link
from cq_tui.values.types.lists import ListOf
from cq_tui.values.types.money import Money
from cq_tui.values.types.number import Number
from cq_tui.values.types.parts import Parts
from cq_tui.values.types.string import String
from cq_tui.values.types.text import BilingualText


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """How a field is named, shown and referred to; stands in the field's annotation.

    ``column``: 1 is the most important column, 0 is never a column.
    ``to``: the kind that the value is an id of; ``back`` names the link from its other end.
    ``further``: the list of further ids of the same sort; who asks for this field asks for both.
    ``basis``, ``bound`` and ``precision``: the fields that qualify this one; they get no line of their own.
    ``codes``: a code list that is not a ``Code`` class.
    ``counted_in``: the field with the currency that a number is in, where it is an amount.
    ``unit_in``: the field with the words of what a number counts, which stand behind it.
    ``usual_currency``: that of amounts whose record names no other, where it is not the yuan.
    ``large``: amounts that a column sets in 亿 or bn.
    ``absent``: what a table says where there is no value; ``widest``: cells a column takes at most.
    ``why``: the field that says why there is no value, where something stands in its way.
    ``expected``: the opened record says so, too, where there is no value.
    ``own``: an archive declares the field. ``sum``: lists tell what the field of an archive's own adds up to.
    ``kept_in``: the file of the archive that alone keeps the field, which stands in no file of records.
    ``unknown_is_absent``: a word of a list that no code is known for leaves the field absent; the row is not refused.
    """

    label: Label
    aliases: tuple[str, ...] = ()
    column: int = 0
    to: str | None = None
    back: Label | None = None
    further: str | None = None
    basis: str | None = None
    bound: str | None = None
    precision: str | None = None
    codes: Mapping[str, Words] | None = None
    currency: str | None = None
    counted_in: str | None = None
    usual_currency: str | None = None
    large: bool = False
    unit: str | None = None
    unit_in: str | None = None
    absent: Label | None = None
    why: str | None = None
    widest: int = 40
    expected: bool = False
    sum: bool = False
    own: bool = False
    kept_in: str = ""
    unknown_is_absent: bool = False


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


class Through(NamedTuple):
    """Where the value stands that a record has by what it refers to: in which field of those, by which links.

    A link is a field, and for lists of parts the part that refers.
    """

    name: str
    links: "tuple[tuple[Field, Field | None], ...]"

    @property
    def kind(self) -> str:
        """The kind of the records that are referred to."""
        field, part = self.links[0]
        return (part or field).shown.to or ""


class Dated(NamedTuple):
    """The period in which the first of these days lies that a record has: its own, or that of its event."""

    size: Size
    days: "tuple[Field, ...]"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a kind: its name in files and queries, its type and how it is shown.

    ``default`` is what a record has where a file gives nothing: None for what is then absent.
    ``dated``, ``through`` and ``follows`` are for fields that are asked and shown and never stored: the period of a
    record's day; the value of what the record refers to; what follows from the record's history.
    """

    name: str
    type: FieldType
    shown: Shown
    required: bool = False
    default: Any = None
    dated: Dated | None = None
    through: Through | None = None
    follows: Follows | None = None

    @property
    def label(self) -> Label:
        """The field's words, zh and en."""
        return self.shown.label

    @property
    def is_derived(self) -> bool:
        """Whether records don't hold the value, and the engine finds it."""
        return bool(self.dated or self.through or self.follows)

    @property
    def codes(self) -> Mapping[str, Words] | None:
        """The code list that values are from."""
        return self.type.codes

    @property
    def parts(self) -> tuple["Field", ...]:
        """The fields of the small tables that values are."""
        return self.type.parts

    @property
    def unit(self) -> str | None:
        """What numbers are counted in, as ``%``."""
        return self.shown.unit

    @property
    def currency(self) -> str | None:
        """The field that names the currency of amounts."""
        return self.shown.currency

    @property
    def is_list(self) -> bool:
        """Whether the value is a list."""
        return self.type.is_list

    @property
    def is_quantity(self) -> bool:
        """Whether values compare as numbers and stand right-aligned."""
        return self.type.is_quantity

    @property
    def column_names(self) -> tuple[str, ...]:
        """The columns of a flat table."""
        return tuple(self.name + ending for ending in self.type.endings)


def fields_of(model: type[Model]) -> tuple[Field, ...]:
    """Derive the fields of a model from its annotations, in the model's order.

    Raises TypeError for a field without ``Shown`` or of a type with no field type: a mistake in a kind.
    """
    return once(model, "_fields", _derived)


def _derived(model: type[Model]) -> tuple[Field, ...]:
    return tuple(_field(name, info, model.model_strips) for name, info in model.model_fields.items())


def _field(name: str, info: ModelField, strips: bool) -> Field:
    mark = next((mark for mark in info.metadata if isinstance(mark, Shown)), None)
    if mark is None:
        raise TypeError(f"field {name} has no shown(...)")
    inner, several = unwrapped(info.annotation)
    one = _declared(info) or _type(inner, mark, limits_of(info, stripped=strips and inner is str))
    if one is None:
        raise TypeError(f"field {name} has no field type for {inner}")
    required = info.is_required
    return Field(name, ListOf(one) if several else one, mark, required, None if required else info.default)


def _declared(info: ModelField) -> FieldType | None:
    """The field type that an annotation names itself, as ``Annotated[str, Url()]`` does."""
    return next((mark for mark in marks_of(info) if isinstance(mark, FieldType)), None)


def _type(inner: Any, mark: Shown, limits: Limits) -> FieldType | None:
    """The field type of values of a Python type, as far as it and what is shown tell."""
    if inner is Text:
        return BilingualText()
    if isinstance(inner, type) and issubclass(inner, lists.Code):
        return Code(CodeTable(inner), limits)
    if mark.codes is not None:
        return Code(mark.codes, limits)
    if mark.to:
        return Link(mark.to, limits)
    if isinstance(inner, type) and issubclass(inner, Model):
        return _parts_of(inner)(fields_of(inner))
    if mark.currency:
        return Money(mark.currency, limits, large=mark.large, usual=mark.usual_currency or "CNY")
    if inner is Decimal:
        return Number(limits, mark.counted_in)
    if inner is date:
        return Date(mark.precision, limits)
    make = _BY_PYTHON_TYPE.get(inner)
    return make(limits) if make else None


def _parts_of(model: type[Model]) -> type[Parts]:
    """The field type of small tables of a model, which it may name itself."""
    found: type[Parts] = getattr(model, "field_type", Parts)
    return found


_BY_PYTHON_TYPE: dict[type, Callable[[Limits], FieldType]] = {
    str: String,
    int: Count,
    time: lambda _limits: Time(),
    bool: lambda _limits: Flag(),
}


def unwrapped(annotation: Any) -> tuple[Any, bool]:
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
