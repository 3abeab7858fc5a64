"""What can be wrong with the declaration of a kind or a field, found where it is declared."""

from collections.abc import Container, Iterator, Mapping

from cq_tui.language import N_, Label
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.values.clean import clean_line
from cq_tui.values.expressions import later

_NAME = later(r"[a-z][a-z0-9_]*")
_RESERVED = ("has", "sort", "rowid")
"""Words of the filter language and of the engine, which no field can be called."""

LONGEST_LABEL = 60
"""Characters of a label: it is the heading of a column, a word on a tab."""


class DeclarationError(TypeError):
    """A kind or a field that can't be as it is declared; the text names both."""


def check(kinds: Mapping[str, Kind], sound: Container[Kind] = ()) -> None:
    """Raise a DeclarationError for the first declaration among these kinds that can't be.

    ``sound``: kinds that were checked beside others, each of which is here too or replaced by one of its name.
    """
    tabs: dict[int, str] = {}
    for name, kind in kinds.items():
        try:
            faults = [] if kind in sound else list(_faults(kind, kinds))
        except TypeError as error:
            raise DeclarationError(f"kind {name}: {error}") from None
        for where, fault in faults:
            raise DeclarationError(f"kind {name}: {f'field {where}: ' if where else ''}{fault}")
        if kind.tab is not None and (other := tabs.setdefault(kind.tab, name)) != name:
            raise DeclarationError(f"kind {name}: tab {kind.tab} is that of {other}")


def _faults(kind: Kind, kinds: Mapping[str, Kind]) -> Iterator[tuple[str, str]]:
    """The field, or nothing where it is the kind itself, and what is wrong with it."""
    if not _NAME.fullmatch(kind.name):
        yield "", "a name is small letters, digits and underscores"
    if not (kind.label.zh and kind.label.en):
        yield "", "has no label in one of the languages"
    for label in filter(None, (kind.label, kind.one, kind.short)):
        yield from (("", f"label: {fault}") for fault in _unfit(label))
    if not set(kind.model.HEADINGS) & set(kind.by_name):
        yield "", f"has no heading: a field called {' or '.join(kind.model.HEADINGS)}"
    if kind.money is not None:
        named = (kind.money.amount, kind.money.currency, kind.money.apart, kind.money.progress,
                 *(one.field for one in kind.money.excluded))  # fmt: skip
        yield from (("", f"money: there is no field {one}") for one in named if one and one not in kind.by_name)
    owners: dict[str, str] = {}
    common_first = sorted(kind.asked, key=lambda one: one.name not in Record.model_fields)
    for field in common_first:
        yield from _field_faults(field, field.name, kinds)
        for name in query_names(field):
            if (owner := owners.setdefault(name, field.name)) != field.name:
                yield field.name, f"{name} is what the field {owner} is called in a filter"
        for part in field.parts:
            yield from _field_faults(part, f"{field.name}.{part.name}", kinds)
        others = (field.shown.basis, field.shown.bound, field.shown.precision, field.shown.currency)
        yield from ((field.name, f"is qualified by {one}, which is no field") for one in others
                    if one and one not in kind.asked_by_name)  # fmt: skip


def _unfit(label: Label) -> Iterator[str]:
    """Why a label can't stand on a screen."""
    for text in (label.zh, label.en):
        if clean_line(text) != text:
            yield f"{clean_line(text)!r} holds characters that no label can have"
        elif len(text) > LONGEST_LABEL:
            yield f"{text[:LONGEST_LABEL]!r}... is longer than {LONGEST_LABEL} characters"


def name_fault(name: str) -> str:
    """Why nothing can have this name, in English; empty where it can."""
    if not _NAME.fullmatch(name):
        return N_("a name is small letters, digits and underscores")
    return N_("the name is a word of the program") if name in _RESERVED or hasattr(Record, name) else ""


def query_names(field: Field) -> set[str]:
    """What the field is called in a filter."""
    called = (field.name, field.label.zh, field.label.en, *field.shown.aliases)
    return set(map(folded, called))


def folded(name: str) -> str:
    """A name as a filter knows it: case and the ways to part words set aside."""
    return "_".join(name.casefold().replace("-", "_").split())


def _field_faults(field: Field, where: str, kinds: Mapping[str, Kind]) -> Iterator[tuple[str, str]]:
    mark = field.shown
    if fault := name_fault(field.name):
        yield where, fault
    if not (mark.label.zh and mark.label.en):
        yield where, "has no label in one of the languages"
    for label in filter(None, (mark.label, mark.back, mark.absent)):
        yield from ((where, f"label: {fault}") for fault in _unfit(label))
    if mark.to is not None and mark.to not in kinds:
        yield where, f"to: there is no kind {mark.to}"
    if mark.to is not None and not (mark.back and mark.back.zh and mark.back.en):
        yield where, "back: a link is named from its other end too, in both languages"
    if mark.to is None and mark.back is not None:
        yield where, "back: only a link (to) has another end"
    for alias in mark.aliases:
        if not alias or any(character.isspace() for character in alias):
            yield where, f"aliases: {alias!r} has a blank, or is one; write _ instead"
    default = field.default
    if field.codes is not None and isinstance(default, str) and default not in field.codes:
        yield where, f"codes: the default {default} is not one of them"
