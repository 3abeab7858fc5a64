"""Edits of a mapping: what it is after a choice was made."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Mapping as Table
from dataclasses import replace

from cq_tui.importing.recognise.answers.choices import IN_LANGUAGES, IN_SHORT, Choice
from cq_tui.importing.recognise.answers.mapping_rows import MappingRow
from cq_tui.importing.recognise.maps.asked import Question
from cq_tui.importing.recognise.maps.mapping import TABLE_OF_ROWS, FieldMap, FullAndShort, Mapping, Pair, rows_of
from cq_tui.importing.recognise.maps.proposal import Evidence, Proposal
from cq_tui.importing.recognise.prepare import Prepared, remapped
from cq_tui.importing.recognise.proposing.one_field import propose_field, propose_separators, without_others_currencies
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.values.languages import is_chinese
from cq_tui.values.reasons import Reason

_ALIASES = "aliases"
"""The field of what else an organisation is called."""


def changed(prepared: Prepared, slot: MappingRow, choice: Choice) -> Prepared:
    """The list with the choice made; a column of a list of values is taken in addition, or left out again."""
    proposal, name = prepared.proposal, slot.field.name
    if not choice.key and not slot.role:
        return without_field(prepared, slot.field)
    fields = dict(proposal.mapping.fields)
    before = fields.pop(name, FieldMap())
    questions = tuple(one for one in proposal.questions if one.field != name)
    mapped: FieldMap | None = None
    told: dict[str, tuple[Reason, ...]] = {}
    match choice.key:
        case "" | "column" | "pair" if slot.role:
            roles = {**before.roles, slot.role: _columns_of_role(prepared, slot, choice)}
            roles = {role: names for role, names in roles.items() if names}
            mapped = FieldMap(roles=roles, separator=_of_same_columns(before, roles))
            questions += _of_other_words(proposal.questions, name, slot.role)
        case "separator":
            role, _mark, mark = choice.value.partition("=")
            mapped = replace(before, separator={**before.separator, role: mark})
            questions += _of_other_words(proposal.questions, name, role)
        case "column" if slot.field.is_list:
            mapped = replace(before, column=_toggled(before.column, choice.value), constant="")
        case "column":
            listed = prepared.listed
            rows, left = prepared.first_rows(), proposal.mapping.columns
            mapped, draft = propose_field(prepared.kind, listed.header, rows, slot.field, [choice.value], left)
            questions = (*(one for one in questions if one.field not in draft.fields), *draft.questions)
            fields = {**without_others_currencies(fields, slot.field, draft), **draft.fields}
            told = {one: tuple(draft.evidence.get(one, ())) for one in {*draft.fields, name}}
        case "constant":
            mapped = FieldMap(constant=choice.value)
        case "codes":
            word, _mark, code = choice.value.rpartition("=")
            mapped = replace(before, codes={**before.codes, word: code})
            mine = (one for one in proposal.questions if one.field == name)
            questions += tuple(one for one in mine if not one.answered_by("codes", word))
        case key:
            mapped = replace(before, **{key: choice.value})  # type: ignore[arg-type]
            questions += tuple(one for one in proposal.questions if one.field == name and not one.answered_by(key))
    if mapped is not None and (mapped.columns or mapped.constant):
        fields[name] = mapped
    made = with_fields(prepared, fields, questions, told)
    return with_separators(made, slot.field, (slot.role,)) if slot.role and choice.key != "separator" else made


def with_separators(prepared: Prepared, field: Field, roles: Iterable[str]) -> Prepared:
    """The list with what parts the names in the columns of roles that were just chosen, or the question what does."""
    fields = prepared.proposal.mapping.fields
    before = fields.get(field.name, FieldMap())
    chosen = {role: before.roles[role] for role in roles if role in before.roles and role not in before.separator}
    if not chosen:
        return prepared
    rows, header = prepared.first_rows(), prepared.listed.header
    found, draft = propose_separators(prepared.kind, header, rows, field, FieldMap(roles=chosen))
    mapped = replace(before, separator={**before.separator, **found.separator})
    told = {field.name: (*prepared.proposal.evidence.get(field.name, ()), *draft.evidence.get(field.name, ()))}
    questions = (*prepared.proposal.questions, *draft.questions)
    return with_fields(prepared, {**fields, field.name: mapped}, questions, told if found.separator else None)


def _of_same_columns(before: FieldMap, roles: Table[str, tuple[str | Pair, ...]]) -> dict[str, str]:
    """What parts the names of the roles whose columns are the same as before."""
    return {role: mark for role, mark in before.separator.items() if roles.get(role) == before.roles.get(role)}


def _of_other_words(questions: Sequence[Question], field: str, word: str) -> tuple[Question, ...]:
    return tuple(one for one in questions if one.field == field and one.word != word)


def without_field(prepared: Prepared, field: Field) -> Prepared:
    """The list with a field that no column gives, and with no currency of its amounts."""
    left = {field.name, field.shown.currency}
    fields = {name: one for name, one in prepared.proposal.mapping.fields.items() if name not in left}
    return with_fields(prepared, fields, tuple(one for one in prepared.proposal.questions if one.field not in left))


def with_same_rows(prepared: Prepared, same_rows: str) -> Prepared:
    """The list with what becomes of rows that say the same as an earlier one."""
    return with_rows_said(prepared, "same", same_rows)


def with_rows_said(prepared: Prepared, key: str, said: str) -> Prepared:
    """The list with what becomes of rows that are the ``same``, or that are so but for a party (``shared``)."""
    proposal = prepared.proposal
    mapping = proposal.mapping
    mapping = replace(mapping, same_rows=said) if key == "same" else replace(mapping, shared_rows=said)
    return remapped(prepared, replace(proposal, mapping=mapping, questions=_without(proposal.questions, key)))


def with_rows(prepared: Prepared, key: str, rows: str) -> Prepared:
    """The list with more rows that are records whatever they look like (``keep``), or none (``leave``).

    Without rows: with none that are said to be so.
    """
    mapping, more = prepared.proposal.mapping, rows_of(rows)
    kept, left = mapping.kept, mapping.left
    if key == "keep":
        return _with_rows(prepared, kept | more if rows else more, left - more)
    return _with_rows(prepared, kept - more, left | more if rows else more)


def with_row(prepared: Prepared, row: int) -> Prepared:
    """The list with a row that is a record whatever it looks like; or no more, or no more none."""
    mapping = prepared.proposal.mapping
    if row in mapping.left:
        return _with_rows(prepared, mapping.kept, mapping.left - {row})
    return _with_rows(prepared, mapping.kept ^ {row}, mapping.left)


def _with_rows(prepared: Prepared, kept: frozenset[int], left: frozenset[int]) -> Prepared:
    proposal = prepared.proposal
    keep, leave = (", ".join(map(str, sorted(rows))) for rows in (kept, left))
    mapping = replace(proposal.mapping, keep_rows=keep, leave_rows=leave)
    return remapped(prepared, replace(proposal, mapping=mapping, questions=_without(proposal.questions, "leave")))


def _without(questions: Sequence[Question], key: str) -> tuple[Question, ...]:
    """The questions about rows that such a key does not answer, and all others."""
    return tuple(one for one in questions if one.field != TABLE_OF_ROWS or not one.answered_by(key))


def _columns_of_role(prepared: Prepared, slot: MappingRow, choice: Choice) -> tuple[str | Pair, ...]:
    """The role's columns with one more or less; two of them alone may be one in two languages."""
    if choice.key == "column":
        if choice.value in slot.columns:
            return _toggled(slot.columns, choice.value)
        return (*slot.named, choice.value)
    if choice.value == IN_LANGUAGES:
        return slot.named
    if choice.value == IN_SHORT:
        short, full = sorted(slot.columns, key=lambda name: _letters(prepared, name))
        return (FullAndShort(full, short),)
    if choice.value:
        zh, en = sorted(slot.columns, key=lambda name: not _is_chinese_column(prepared, name))
        return (Pair(zh, en),)
    return slot.columns if choice.key else ()


def _letters(prepared: Prepared, name: str) -> int:
    """The letters in the first cells of a column."""
    position = prepared.listed.header.names.index(name)
    return sum(len(row[position].strip()) for row in prepared.first_rows(20) if position < len(row))


def _is_chinese_column(prepared: Prepared, name: str) -> bool:
    position = prepared.listed.header.names.index(name)
    return any(is_chinese(row[position]) for row in prepared.first_rows(20) if position < len(row)) or is_chinese(name)


def _toggled(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return tuple(one for one in names if one != name) if name in names else (*names, name)


_DECIDED = {
    "unit": (Evidence.HEADER_COUNTS, Evidence.TITLE_COUNTS),
    "currency": (Evidence.CHINESE_LIST, Evidence.JAPANESE_LIST),
    "decimal": (Evidence.DECIMALS,),
    "separator": (Evidence.COMMAS_PART, Evidence.BLANKS_PART),
}
"""What a key of a field's table was decided by."""


def _still_true(told: tuple[Reason, ...], before: FieldMap, after: FieldMap) -> tuple[Reason, ...]:
    """The evidence of a field that still holds when it is read otherwise; nothing of another column's."""
    if before.columns != after.columns:
        return ()
    gone = [code for key, codes in _DECIDED.items() if getattr(before, key) != getattr(after, key) for code in codes]
    return tuple(one for one in told if not any(map(one.is_, gone)))


def with_fields(
    prepared: Prepared,
    fields: dict[str, FieldMap],
    questions: tuple[Question, ...],
    told: Table[str, tuple[Reason, ...]] | None = None,
) -> Prepared:
    """The list with other fields in its mapping, and what is then open. ``told``: what fields that changed rest on."""
    kind, before = prepared.kind, prepared.proposal
    fields = _without_names_as_aliases(kind, fields)
    questions = tuple(_once(questions, fields))
    ordered = {one.name: fields[one.name] for one in kind.fields if one.name in fields}
    used = {name for mapped in ordered.values() for name in mapped.used_up}
    known = {*before.unused, *(name for mapped in before.mapping.fields.values() for name in mapped.columns)}
    unused = tuple(name for name in prepared.listed.header.names if name not in used and name in known)
    hints = {name: lines for name, lines in before.hints.items() if before.mapping.fields.get(name) == fields.get(name)}
    mapping: Mapping = replace(before.mapping, fields=ordered)
    evidence = {
        name: _still_true(told, before.mapping.fields[name], ordered[name])
        for name, told in before.evidence.items()
        if name in ordered and name in before.mapping.fields
    }
    evidence |= told or {}
    likely = before.likely & {name for name, one in evidence.items() if one} - (told or {}).keys()
    return remapped(prepared, Proposal(mapping, questions, unused, hints, evidence, likely, before.set_aside))


def _without_names_as_aliases(kind: Kind, fields: dict[str, FieldMap]) -> dict[str, FieldMap]:
    """The fields without a column of aliases that gives the whole name: no organisation has its own name for one."""
    named, aliases = fields.get(kind.heading.name, FieldMap()), fields.get(_ALIASES)
    names = {*filter(None, (named.zh, named.en)), *(named.column if len(named.column) == 1 else ())}
    if aliases is None or not names.intersection(aliases.columns):
        return fields
    for name in names:
        aliases = aliases.without(name)
    others = {name: one for name, one in fields.items() if name != _ALIASES}
    return {**others, _ALIASES: aliases} if aliases.columns or aliases.constant else others


def _once(questions: Iterable[Question], fields: Table[str, FieldMap]) -> Iterator[Question]:
    """The questions without those that are there already, or about a word that has its meaning."""
    met = set()
    for one in questions:
        mapped = fields.get(one.field, FieldMap())
        known = one.word and (one.word in mapped.codes or one.word in mapped.separator)
        if not known and (one.field, one.text) not in met:
            yield one
        met.add((one.field, one.text))
