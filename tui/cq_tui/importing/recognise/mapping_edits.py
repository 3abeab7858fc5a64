"""Edits of a mapping: the choices for a field, and the mapping after one is made."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from cq_tui.importing.recognise.header import LOOKED_AT
from cq_tui.importing.recognise.mapping import UNQUOTED, Evidence, FieldMap, Mapping, Pair, Proposal, Question, keys_of
from cq_tui.importing.recognise.mapping_rows import MappingRow
from cq_tui.importing.recognise.prepare import Prepared, remapped
from cq_tui.importing.recognise.propose import propose_field
from cq_tui.importing.sources.sheet import Sheet
from cq_tui.language import _
from cq_tui.schema.cells import code_words
from cq_tui.values.amounts import ZH_CURRENCIES
from cq_tui.values.languages import is_chinese
from cq_tui.values.reasons import Reason

_UNITS = ("", "千", "万", "百万", "亿", "十亿", "k", "m", "bn")
_MOST_IDS = 200


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: ``key`` is what of a MAP.toml it sets, empty for reading nothing; ``chosen`` if it is so now."""

    key: str
    value: str
    words: str
    side: str = ""
    chosen: bool = False


def choices(prepared: Prepared, slot: MappingRow) -> list[Choice]:
    """What can be chosen for a slot: columns with their first cell, how they are read, or the same for all rows."""
    return [*_columns(prepared, slot), *_ways(slot), *_constants(prepared, slot), *_nothing(slot)]


def sheets(sheet: Sheet) -> list[Choice]:
    """The sheets of a file, the one that is read first."""
    return [Choice("sheet", name, name, chosen=name == sheet.name) for name in (sheet.name, *sheet.others)]


def header_rows(sheet: Sheet, prepared: Prepared | None) -> list[Choice]:
    """The first rows that hold anything; each may be the header. ``prepared``: None where none was found."""
    held = prepared.listed.header.row if prepared else None
    return [
        Choice("header", str(number), _("row {row}").format(row=number), " | ".join(filter(None, row)), number == held)
        for number, row in enumerate(islice(sheet.rows(), LOOKED_AT), sheet.first)
        if any(row)
    ]


def _columns(prepared: Prepared, slot: MappingRow) -> Iterator[Choice]:
    rows = prepared.first_rows(20)
    for position, name in enumerate(prepared.listed.header.names):
        first = next((row[position] for row in rows if position < len(row) and row[position].strip()), "")
        yield Choice("column", name, name, first, name in slot.columns)


def _ways(slot: MappingRow) -> Iterator[Choice]:
    mapped, keys = slot.mapped or FieldMap(), keys_of(slot.field)
    if slot.role and len(slot.columns) == 2:
        is_pair = any(isinstance(one, Pair) for one in slot.named)
        yield Choice("pair", "", _("each column names organisations of its own"), chosen=not is_pair)
        yield Choice("pair", "zh en", _("both name the same, in Chinese and English"), chosen=is_pair)
    if not slot.columns or slot.role:
        return
    if "unit" in keys:
        for unit in _UNITS:
            words = _("counted in {unit}").format(unit=unit) if unit else _("counted in ones")
            yield Choice("unit", unit, words, chosen=mapped.unit.casefold() == unit)
    if "currency" in keys:
        for code in dict.fromkeys((*ZH_CURRENCIES, *filter(None, [mapped.currency]))):
            yield Choice("currency", code, _("in {currency}").format(currency=code), chosen=mapped.currency == code)
    if "order" in keys and not mapped.year:
        yield Choice("order", "dmy", _("03/04/2025 is a day in April"), chosen=mapped.order == "dmy")
        yield Choice("order", "mdy", _("03/04/2025 is a day in March"), chosen=mapped.order == "mdy")
    if "decimal" in keys:
        yield Choice("decimal", ".", _("1,234.5 with a decimal point"), chosen=mapped.decimal != ",")
        yield Choice("decimal", ",", _("1.234,5 with a decimal comma"), chosen=mapped.decimal == ",")

    if "thousands" in keys:
        yield Choice("thousands", "", _("1,000 without quotation marks is two cells"), chosen=not mapped.thousands)
        yield Choice(
            "thousands", UNQUOTED, _("1,000 without quotation marks is one number"), chosen=bool(mapped.thousands)
        )


def _constants(prepared: Prepared, slot: MappingRow) -> Iterator[Choice]:
    mapped, field = slot.mapped or FieldMap(), slot.field
    if "constant" not in keys_of(field) or slot.role:
        return
    values: dict[str, str] = {}
    if field.codes and not field.is_list and len(field.codes or ()) <= _MOST_IDS:
        values = {code: code_words(field, code) for code in field.codes or ()}
    elif (to := field.type.refers_to) and not field.is_list and to != "organisations":
        ids = prepared.store.ids(to)[:_MOST_IDS]
        values = {one: prepared.store.name(to, one) for one in ids}
    for value, words in values.items():
        yield Choice("constant", value, _("in all rows: {value}").format(value=words), chosen=mapped.constant == value)


def _nothing(slot: MappingRow) -> Iterator[Choice]:
    if not slot.field.required and not slot.is_open:
        yield Choice("", "", _("nothing; not in your list"))


def changed(prepared: Prepared, slot: MappingRow, choice: Choice) -> Prepared:
    """The list with the choice made; a column of a list of values is taken in addition, or left out again."""
    proposal, name = prepared.proposal, slot.field.name
    fields = dict(proposal.mapping.fields)
    before = fields.pop(name, FieldMap())
    questions = tuple(one for one in proposal.questions if one.field != name)
    mapped: FieldMap | None = None
    match choice.key:
        case "" if not slot.role:
            pass
        case "" | "column" | "pair" if slot.role:
            roles = {**before.roles, slot.role: _columns_of_role(prepared, slot, choice)}
            mapped = FieldMap(roles={role: names for role, names in roles.items() if names})
        case "column" if slot.field.is_list:
            mapped = replace(before, column=_toggled(before.column, choice.value), constant="")
        case "column":
            listed = prepared.listed
            rows = prepared.first_rows()
            mapped, draft = propose_field(prepared.kind, listed.header, rows, slot.field, [choice.value])
            questions += tuple(draft.questions)
        case "constant":
            mapped = FieldMap(constant=choice.value)
        case key:
            mapped = replace(before, **{key: choice.value})  # type: ignore[arg-type]
            questions += tuple(one for one in proposal.questions if one.field == name and not one.answered_by(key))
    if mapped is not None and (mapped.columns or mapped.constant):
        fields[name] = mapped
    return with_fields(prepared, fields, questions)


def _columns_of_role(prepared: Prepared, slot: MappingRow, choice: Choice) -> tuple[str | Pair, ...]:
    """The role's columns with one more or less; two of them alone may be one in two languages."""
    if choice.key == "column":
        if choice.value in slot.columns:
            return _toggled(slot.columns, choice.value)
        return (*slot.named, choice.value)
    if choice.value:
        zh, en = sorted(slot.columns, key=lambda name: not _is_chinese_column(prepared, name))
        return (Pair(zh, en),)
    return slot.columns if choice.key else ()


def _is_chinese_column(prepared: Prepared, name: str) -> bool:
    position = prepared.listed.header.names.index(name)
    return any(is_chinese(row[position]) for row in prepared.first_rows(20) if position < len(row)) or is_chinese(name)


def _toggled(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return tuple(one for one in names if one != name) if name in names else (*names, name)


_DECIDED = {
    "unit": (Evidence.HEADER_COUNTS, Evidence.TITLE_COUNTS),
    "currency": (Evidence.CHINESE_LIST, Evidence.JAPANESE_LIST),
    "decimal": (Evidence.DECIMALS,),
}
"""What a key of a field's table was decided by."""


def _still_true(told: tuple[Reason, ...], before: FieldMap, after: FieldMap) -> tuple[Reason, ...]:
    """The evidence of a field that still holds when it is read otherwise; nothing of another column's."""
    if before.columns != after.columns:
        return ()
    gone = [code for key, codes in _DECIDED.items() if getattr(before, key) != getattr(after, key) for code in codes]
    return tuple(one for one in told if not any(map(one.is_, gone)))


def with_fields(prepared: Prepared, fields: dict[str, FieldMap], questions: tuple[Question, ...]) -> Prepared:
    """The list with other fields in its mapping, and what is then open."""
    kind, before = prepared.kind, prepared.proposal
    ordered = {one.name: fields[one.name] for one in kind.fields if one.name in fields}
    used = {name for mapped in ordered.values() for name in mapped.columns}
    known = {*before.unused, *(name for mapped in before.mapping.fields.values() for name in mapped.columns)}
    unused = tuple(name for name in prepared.listed.header.names if name not in used and name in known)
    hints = {name: lines for name, lines in before.hints.items() if before.mapping.fields.get(name) == fields.get(name)}
    mapping: Mapping = replace(before.mapping, fields=ordered)
    evidence = {
        name: _still_true(told, before.mapping.fields[name], ordered[name])
        for name, told in before.evidence.items()
        if name in ordered and name in before.mapping.fields
    }
    likely = before.likely & {name for name, told in evidence.items() if told}
    return remapped(prepared, Proposal(mapping, questions, unused, hints, evidence, likely, before.set_aside))
