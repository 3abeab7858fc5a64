"""Kinds that an archive declares: plain words about them, made into models as those of the shipped kinds are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from cq_tui.language import Label
from cq_tui.schema.declared import DeclarationError, folded, name_fault
from cq_tui.schema.extension import OwnField, with_fields
from cq_tui.schema.field import Field, fields_of, shown
from cq_tui.schema.kind import Kind, Money
from cq_tui.schema.model import made
from cq_tui.schema.record import Record
from cq_tui.schema.text import Text
from cq_tui.values.types.base import Asked

FIRST_TAB, LAST_TAB = 2, 99
"""Tabs of lists: 1 is the overview."""
_FIRST_OWN_TAB = 10
"""An own kind without a tab of its own stands behind the shipped ones, whichever of these an archive shows."""
_RESERVED = frozenset(
    """brief browse check completion diff export help import keys list mcp new overview prepare publish schema serve
    show""".split()
)
"""Commands; ``data/schema.toml`` holds the archive's declarations, and ``--tab overview`` is the first tab."""
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class OwnKind:
    """A kind that an archive declares. Its records have ``id``, ``cites`` and ``note`` as all records do.

    ``heading`` is the field that names a record. Where no field is called so, it is made: a text that every record
    must have, called ``name`` unless ``heading`` says otherwise. ``one`` is what a single record is called, in its
    place the label; ``tab`` the place of its tab, else behind all others in the order of declaration.
    ``money`` is what may be summed; else it is the first amount among the fields, if there is one.
    """

    name: str
    label: Label
    one: Label | None = None
    short: Label | None = None
    tab: int | None = None
    fields: tuple[OwnField, ...] = ()
    heading: str = "name"
    money: Money | None = None

    @property
    def words(self) -> Label:
        """What a single record is called."""
        return self.one or self.label


def own_kinds(declared: Iterable[OwnKind], known: Iterable[Kind]) -> Iterator[Kind]:
    """The kinds that are declared, beside those that are known; each has a tab. Raises DeclarationError."""
    taken = {kind.name: kind.tab for kind in known}
    declared = list(declared)
    tabs = {*taken.values(), *(one.tab for one in declared)}
    free = iter([tab for tab in range(_FIRST_OWN_TAB, LAST_TAB + 1) if tab not in tabs])
    for one in declared:
        if fault := _fault(one, taken):
            raise DeclarationError(f"kind {one.name}: {fault}")
        taken[one.name] = None
        tab = next(free, None) if one.tab is None else one.tab
        if tab is None:
            raise DeclarationError(f"kind {one.name}: there is no tab left for it; tabs end with {LAST_TAB}")
        yield _made(one, tab)


def _fault(one: OwnKind, taken: Iterable[str]) -> str:
    """What is wrong with a declaration as far as it can be told before there is a model; empty if nothing is."""
    if fault := name_fault(one.name):
        return fault
    if one.name in _RESERVED:
        return "the name is a word of the program"
    if len(one.name) > _LONGEST_NAME:
        return f"the name is longer than {_LONGEST_NAME} characters"
    if one.name in taken:
        return "there is one already"
    if one.tab is not None and not FIRST_TAB <= one.tab <= LAST_TAB:
        return f"tab {one.tab} is none: tabs of lists go from {FIRST_TAB} to {LAST_TAB}"
    for field in (*one.fields, OwnField(one.heading, Text, shown("-", "-"))):
        if fault := name_fault(field.name):  # before a model is made: its own words are no fields
            return f"field {field.name}: {fault}"
    names = [*Record.model_fields, *(field.name for field in one.fields)]
    if twice := next((name for name in names if names.count(name) > 1), None):
        return f"field {twice}: is a field already"
    return ""


def _made(one: OwnKind, tab: int) -> Kind:
    declared = [field.name for field in one.fields]
    fields = tuple(_as_heading(field) if field.name == one.heading else field for field in one.fields)
    if one.heading not in declared:
        fields = (_heading(one), *fields)
    doc = f"{one.label.en}: a kind of the archive's own."
    base = made(one.name, Record, {}, doc)
    model = with_fields(base, fields)
    model.HEADINGS = (one.heading,)
    kind = Kind(one.name, one.label, one.words, model, tab, one.money, one.short, own=True)
    try:
        kind = replace(kind, money=one.money or _money(kind))
    except TypeError as error:  # a field of a type that there is not
        raise DeclarationError(f"kind {one.name}: {error}") from None
    if not _can_name(kind.heading):
        raise DeclarationError(f"kind {one.name}: field {one.heading}: names the records, so it must be a text")
    return kind


def _as_heading(field: OwnField) -> OwnField:
    """A declared field as the one that names a record: always there, and the first column of the list."""
    return replace(field, required=True, shown=replace(field.shown, column=field.shown.column or 1))


def _can_name(field: Field) -> bool:
    one = field.type
    return one.asked is Asked.WORDS and not (one.is_list or one.parts or one.refers_to)


def _heading(one: OwnKind) -> OwnField:
    """The field that names a record. Lists head its column with what they hold, as *Exhibitor*, or with *Name*."""
    others = {folded(name) for field in one.fields
              for name in (field.name, field.shown.label.zh, field.shown.label.en, *field.shown.aliases)}  # fmt: skip
    called = ("_".join(word.split()) for label in (one.words, one.label) for word in (label.zh, label.en))
    aliases = (name for name in dict.fromkeys(called) if name and folded(name) not in others)
    return OwnField(one.heading, Text, shown("名称", "Name", *aliases, column=1), required=True)


def _money(kind: Kind) -> Money | None:
    """The first amount among the fields, which is what lists of the kind are summed by."""
    return next((Money(one.name, one.currency) for one in fields_of(kind.model)
                 if one.type.is_money and one.currency and not one.is_list), None)  # fmt: skip
