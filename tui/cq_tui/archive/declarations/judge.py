"""What can't be among an archive's declarations: each with its place, and what would be right."""

import re
from collections.abc import Iterator, Mapping

from cq_tui.archive.declarations.combined import Combined
from cq_tui.archive.declarations.fields import currency_field, names_made
from cq_tui.archive.declarations.model import FieldDeclaration
from cq_tui.archive.declarations.types import CODE, COUNTRY, LINK, MONEY, ONLY_FOR, TYPES
from cq_tui.archive.problem import Problem
from cq_tui.archive.tables import NO_RECORDS
from cq_tui.archive.wording import nearest
from cq_tui.files.lines import Path
from cq_tui.language import _, listed, sentences
from cq_tui.schema.declared import folded, name_fault, query_names
from cq_tui.schema.field import fields_of
from cq_tui.schema.record import Record
from cq_tui.schema.schema import Schema
from cq_tui.values.standard_lists import STANDARD_LISTS

MOST_FIELDS = 200
"""Fields of an archive's own that a kind may have."""
Fault = tuple[Path, str]


def kind_problems(found: Combined, shipped: Schema) -> list[Problem]:
    """What is wrong with the declared kinds; what else can't be of them the schema says when they are made."""
    faults = [(("kinds", name), message) for name in found.kinds for message in _of_own_kind(name, found, shipped)]
    return [found.problem(path, message) for path, message in faults]


def _of_own_kind(name: str, found: Combined, shipped: Schema) -> Iterator[str]:
    one = found.kinds[name]
    if fault := name_fault(name):
        yield _(fault)
    if name in shipped:
        yield _("is a kind already; give yours another name, or add to it under [fields.{kind}.NAME]").format(kind=name)
    if f"{name}.toml" in NO_RECORDS:
        yield _("data/{name}.toml is a file without records; give the kind another name").format(name=name)
    owners = [other.name for other in shipped.tabs if other.tab == one.tab]
    owners += [other for other, it in found.kinds.items() if it.tab is not None and it.tab == one.tab]
    if one.tab is not None and owners[0] != name:
        yield _("tab {tab} is that of {kind}; leave it out, and it comes behind the others").format(
            tab=one.tab, kind=owners[0]
        )
    money = found.fields.get(name, {}).get(one.money or "")
    if one.money and (money is None or money.type != MONEY):
        yield _("money: {field} is none of its fields of the type money").format(field=one.money)


def field_problems(found: Combined, shipped: Schema, lists: Mapping[str, object]) -> list[Problem]:
    """All that is wrong with the declared fields; ``lists`` are the code lists there are."""
    faults = [fault for kind, fields in found.fields.items() for fault in _of_kind(found, shipped, lists, kind, fields)]
    return [found.problem(path, message) for path, message in (*faults, *_circles(found, shipped))]


def _of_kind(
    found: Combined, shipped: Schema, lists: Mapping[str, object], kind: str, fields: Mapping[str, FieldDeclaration]
) -> Iterator[Fault]:
    kinds = [*shipped, *found.kinds]
    if kind not in kinds:
        yield ("fields", kind), sentences(_("is not a kind."), nearest(kind, kinds))
        return
    if len(fields) > MOST_FIELDS:
        message = _("{count} own fields; a kind can have {most}. What nobody filters by can stand in a note.")
        yield ("fields", kind), message.format(count=len(fields), most=MOST_FIELDS)
        return
    known = shipped[kind].named if kind in shipped else fields_of(Record)
    names = {one.name for one in known}
    owners = {name: one.name for one in known for name in query_names(one)}
    for name, one in fields.items():
        path = ("fields", kind, name)
        if fault := name_fault(name):
            yield path, _(fault)
        elif name in names:
            yield path, _("is a field of {kind} already; give yours another name").format(kind=kind)
        else:
            yield from ((path, message) for message in _clashes(name, one, owners))
            yield from (((*path, key), message) for key, message in _type_faults(one, lists, kinds))
            if one.type == MONEY:
                yield from _currency_faults(path, one, names, fields)


def _clashes(name: str, one: FieldDeclaration, owners: dict[str, str]) -> Iterator[str]:
    """The names of a field that mean another one already; those that don't are its own from now on."""
    for made, label in names_made(name, one).items():
        called = (made, label.zh, label.en, *(one.aliases if made == name else ()))
        for word in dict.fromkeys(called):
            owner = owners.setdefault(folded(word), made)
            if owner != made:
                message = _("{word} means the field {owner} already; call this one something else")
                yield message.format(word=f'"{word}"', owner=owner)


def _type_faults(one: FieldDeclaration, lists: Mapping[str, object], kinds: list[str]) -> Iterator[tuple[str, str]]:
    """What is wrong with the type of a field, each with the key where it stands."""
    if one.type not in TYPES:
        message = _("there is no type {name}. There are: {names}.").format(name=one.type, names=listed(TYPES))
        yield "type", sentences(message, nearest(one.type, list(TYPES)))
        return
    for key, types in ONLY_FOR.items():
        if getattr(one, key) and one.type not in types:
            yield key, _("belongs to fields of the type {names} only; take it out").format(names=listed(types))
    if one.sum and one.list:
        yield "sum", _("a list is not added up; take it out")
    if one.type == CODE:
        yield from _code_faults(one, lists)
    if one.type == LINK:
        yield from _link_faults(one, kinds)


def _code_faults(one: FieldDeclaration, lists: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    known = [*lists, COUNTRY, *STANDARD_LISTS]
    if one.codes is None:
        yield "type", _('a code needs its list: codes = "{name}"').format(name=known[0])
    elif one.codes not in known:
        message = _("there is no code list {name}; declare it under [codes.{name}].").format(name=one.codes)
        yield "codes", sentences(message, nearest(one.codes, known))


def _link_faults(one: FieldDeclaration, kinds: list[str]) -> Iterator[tuple[str, str]]:
    if one.to is None:
        yield "type", _('a link needs the kind that it leads to: to = "{name}"').format(name=kinds[0])
    elif one.to not in kinds:
        yield "to", sentences(_("there is no kind {name}.").format(name=one.to), nearest(one.to, kinds))
    if one.back is None:
        yield "type", _('a link is named from its other end too: back = { zh = "...", en = "..." }')


def _currency_faults(
    path: Path, one: FieldDeclaration, shipped: set[str], fields: Mapping[str, FieldDeclaration]
) -> Iterator[Fault]:
    name = str(path[-1])
    named = currency_field(name, one)
    if one.currency and re.fullmatch(r"[A-Z]{3}", one.currency):
        return
    own = {currency_field(other, it) for other, it in fields.items() if other != name and it.currency != named}
    if one.currency and named not in own and not (named == "currency" and named in shipped):
        message = _("{name} is neither a currency such as CNY nor a field of one; without it {own} is added")
        yield (*path, "currency"), message.format(name=one.currency, own=f"{name}_currency")


def _circles(found: Combined, shipped: Schema) -> Iterator[Fault]:
    """Links that must be there and lead in a circle: no record of these kinds could be the first."""
    needed = {
        name: {to for one in kind.fields if one.required and (to := one.type.refers_to)}
        for name, kind in shipped.items()
    }
    for kind, fields in found.fields.items():
        for name, one in fields.items():
            if one.type == LINK and one.required and one.to:
                if kind in _reached(needed, one.to):
                    message = _("leads back to {kind} by links that must all be there; leave out required here")
                    yield ("fields", kind, name, "required"), message.format(kind=kind)
                else:
                    needed.setdefault(kind, set()).add(one.to)


def _reached(needed: Mapping[str, set[str]], start: str) -> set[str]:
    """The kinds that records of a kind need, and those that these need."""
    found, left = set(), [start]
    while left:
        kind = left.pop()
        if kind not in found:
            found.add(kind)
            left.extend(needed.get(kind, ()))
    return found
