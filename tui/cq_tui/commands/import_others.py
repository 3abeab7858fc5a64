"""What else the fields of a list could come from, and what else its records could be, as ``cq-tui import`` takes it."""

from collections.abc import Iterator
from itertools import groupby
from shlex import quote

from cq_tui.commands.common import say
from cq_tui.importing.recognise.answers.other_sources import ROLE, OtherSource, other_sources
from cq_tui.importing.recognise.maps.mapping import RESERVED
from cq_tui.importing.recognise.prepare import Prepared
from cq_tui.language import _, listed
from cq_tui.schema.field import Field
from cq_tui.values.clean import clean_line

_KINDS = ("deals", "organisations", "speakers", "sessions", "events", "platforms")
"""Kinds that lists of strangers are of."""
_UNITS = "thousand, million, 万, 亿"


def say_others(prepared: Prepared) -> None:
    """The settings that say otherwise than what is proposed, a line each.

    None before it is known where the list stands in its file, and none of a mapping that somebody gave.
    """
    if prepared.proposal.place or prepared.given:
        return
    say(_("Where that is not right, one of these says otherwise:"))
    for setting, told in _lines(prepared):
        say(clean_line(f"    {setting}" + (f"  # {told}" if told else "")))


def _lines(prepared: Prepared) -> Iterator[tuple[str, str]]:
    """The settings, and what is told beside each."""
    kinds = [name for name in _KINDS if name in prepared.store.schema and name != prepared.kind.name]
    yield "--kind KIND", _("the records are of another kind: {names}").format(names=listed(kinds))
    if others := [name for name in prepared.listed.sheet.to_choose if name]:
        yield "--sheet SHEET", _("another list of the file: {names}").format(names=listed(others))
    yield "--set header=ROW", _("another row is the header; 0 says that none is")
    for field, sources in groupby(other_sources(prepared), lambda one: one.field):
        yield from _of(field, list(sources))
        yield from _of_measures(prepared, field)
    fields = [one.name for one in prepared.kind.fields if _may_be_set(prepared, one)]
    yield "--set FIELD.column=COLUMN", _("any other field: {names}").format(names=listed(fields))
    yield "--set COLUMN=skip", _("a column is left out of everything; string keeps it as a text")


def _of(field: Field, sources: list[OtherSource]) -> Iterator[tuple[str, str]]:
    """The sources of one field; of parties the last line tells which roles there are."""
    for one in sources:
        told = ", ".join(one.cells) if one.column else _("no column says it")
        yield f"--set {quote(one.setting)}", told
    if any(one.column for one in sources) and field.type.roles:
        yield "", _("{word} is one of these: {names}").format(word=ROLE, names=listed(field.type.roles))


def _of_measures(prepared: Prepared, field: Field) -> Iterator[tuple[str, str]]:
    """What the amounts of a column are counted in and in which currency, if nothing is asked of it."""
    mapped = prepared.proposal.mapping.fields.get(field.name)
    asked = any(one.field == field.name for one in prepared.proposal.questions)
    if field.type.is_money and mapped is not None and mapped.columns and not asked:
        yield f"--set {field.name}.unit=UNIT", _("what they are counted in: {names}").format(names=_UNITS)
        yield f"--set {field.name}.currency=CODE", _("a code of ISO 4217")


def _may_be_set(prepared: Prepared, field: Field) -> bool:
    """Whether a column may say a field: it is told of no other one, has no roles, and no file of its own holds it."""
    kind, shown = prepared.kind, field.shown
    is_other = (
        field.name in kind.qualifiers | RESERVED | {"id", "cites", "passages"} or shown.kept_in or field.type.roles
    )
    return not is_other and not field.name.endswith("_text")
