"""Declared kinds and fields as those that models are made with, each with the fields that qualify it."""

from collections.abc import Iterator, Mapping
from types import GenericAlias
from typing import Any

from cq_tui.archive.declarations.combined import Combined
from cq_tui.archive.declarations.model import FieldDeclaration
from cq_tui.archive.declarations.types import COUNTRY, MONEY, value_type
from cq_tui.language import Label
from cq_tui.schema.extension import OwnField
from cq_tui.schema.field import Shown
from cq_tui.schema.kind import Money
from cq_tui.schema.own_kinds import OwnKind
from cq_tui.schema.schema import Schema
from cq_tui.schema.types import Currency
from cq_tui.values.codes import Basis, Bound, Precision, Words
from cq_tui.values.countries import COUNTRIES
from cq_tui.values.standard_lists import STANDARD_LISTS

Lists = Mapping[str, Mapping[str, Words]]
"""The codes of every list, by its name."""
_FIRST_COLUMN = 20
"""How important a column is that says nothing of it: less than those of the program, in the order of declaration."""


def extended(schema: Schema, found: Combined, lists: Lists) -> Schema:
    """A schema with the kinds and fields that are declared. Raises DeclarationError."""
    shipped = [*schema]
    if found.kinds:
        schema = schema.with_kinds(*(_own_kind(name, found, lists) for name in found.kinds))
    for kind, fields in found.fields.items():
        if kind in shipped:
            schema = schema.extended(kind, *own_fields(fields, lists))
    return schema


def _own_kind(name: str, found: Combined, lists: Lists) -> OwnKind:
    one, fields = found.kinds[name], tuple(own_fields(found.fields.get(name, {}), lists))
    money = next((field for field in fields if field.name == one.money), None)
    return OwnKind(
        name,
        one.label.in_both,
        one.one.in_both if one.one else None,
        one.short.in_both if one.short else None,
        one.tab,
        fields,
        one.heading or "name",
        Money(one.money, (money.shown.currency if money else "") or "") if one.money else None,
    )


def own_fields(fields: Mapping[str, FieldDeclaration], lists: Lists) -> Iterator[OwnField]:
    """All fields that the declarations of one kind make."""
    for position, (name, one) in enumerate(fields.items()):
        yield _own_field(name, one, lists, _FIRST_COLUMN + position)
        yield from _qualifiers(name, one)


def names_made(name: str, one: FieldDeclaration) -> dict[str, Label]:
    """The names and labels of the fields that a declaration makes, its own the first."""
    return {name: one.label.in_both} | {made.name: made.shown.label for made in _qualifiers(name, one)}


def currency_field(name: str, one: FieldDeclaration) -> str | None:
    """The field that names the currency of a declared amount; None for what is no amount."""
    if one.type != MONEY:
        return None
    return one.currency if one.currency and not one.currency.isupper() else f"{name}_currency"


def _own_field(name: str, one: FieldDeclaration, lists: Lists, importance: int) -> OwnField:
    given = one.codes or ""
    codes = lists.get(given, COUNTRIES if given == COUNTRY else STANDARD_LISTS.get(given))
    type_ = value_type(one.type, None if codes is COUNTRIES else codes, one.places)
    bare, unit = one.label.in_both, one.unit
    named = (bare.zh, bare.en) if unit else ()  # what stands without its unit in a filter and in the head of a list
    shown = Shown(
        label=Label(f"{bare.zh}（{unit}）", f"{bare.en} ({unit})") if unit else bare,
        aliases=tuple(dict.fromkeys("_".join(alias.split()) for alias in (*named, *one.aliases))),
        column=importance if one.column is None else one.column,
        to=one.to,
        back=one.back.in_both if one.back else None,
        codes=codes if codes is COUNTRIES else None,
        currency=currency_field(name, one),
        usual_currency=one.currency if one.currency and one.currency.isupper() else None,
        unit=unit,
        own=True,
        sum=one.type == MONEY and not one.list if one.sum is None else one.sum,
        basis=f"{name}_basis" if one.basis else None,
        bound=f"{name}_bound" if one.bound else None,
        precision=f"{name}_precision" if one.precision else None,
    )
    return OwnField(name, GenericAlias(tuple, (type_, ...)) if one.list else type_, shown, one.required)


def _qualifiers(name: str, one: FieldDeclaration) -> Iterator[OwnField]:
    """The fields that say of a declared one in what money it is, how exact, and who says so."""
    if one.type == MONEY and currency_field(name, one) == f"{name}_currency":
        type_: Any = Currency if one.currency else Currency | None
        yield OwnField(f"{name}_currency", type_, _shown(one, "币种", "currency"), default=one.currency)
    if one.precision:
        yield OwnField(f"{name}_precision", Precision, _shown(one, "精度", "exactness"), default=Precision.DAY)
    if one.bound:
        yield OwnField(f"{name}_bound", Bound, _shown(one, "精度", "exactness"), default=Bound.EXACT)
    if one.basis:
        yield OwnField(f"{name}_basis", Basis, _shown(one, "依据", "basis"), default=Basis.STATED)


def _shown(one: FieldDeclaration, zh: str, en: str) -> Shown:
    label = one.label.in_both
    return Shown(label=Label(f"{label.zh}{zh}", f"{label.en} {en}"))
