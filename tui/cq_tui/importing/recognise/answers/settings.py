"""Answers given on the command line, ``amount.unit=million`` or ``Column=skip``: what a MAP.toml would say."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from cq_tui.archive.wording import nearest
from cq_tui.importing.errors import ImportProblem
from cq_tui.importing.recognise.answers.freed_amounts import with_freed_amounts
from cq_tui.importing.recognise.answers.mapping_edits import (
    with_fields,
    with_rows,
    with_rows_said,
    with_separators,
    without_field,
)
from cq_tui.importing.recognise.maps import map_file
from cq_tui.importing.recognise.maps.asked import Question
from cq_tui.importing.recognise.maps.map_model import faults, map_model
from cq_tui.importing.recognise.maps.mapping import (
    BECOMES,
    EMPTY,
    HOLD,
    RESERVED,
    TABLE_OF_FIELDS,
    TABLE_OF_NAMES,
    TABLE_OF_ROWS,
    FieldMap,
    Pair,
    about_of,
    becomes,
    keys_of,
    table_of,
)
from cq_tui.importing.recognise.prepare import Prepared, remapped
from cq_tui.importing.recognise.proposing.one_field import propose_field, without_others_currencies
from cq_tui.importing.recognise.titles.titles import BETWEEN_PARTS
from cq_tui.language import _, listed, sentences
from cq_tui.schema.field import Field
from cq_tui.values.clean import clean_line

_SOURCES = ("column", "zh", "en", "year", "constant")
"""Keys that say where a field comes from; what is said of how it is read comes after them."""


def sheet_in(settings: Sequence[str]) -> tuple[str, list[str]]:
    """The sheet that settings name, ``sheet=Deals``, and the other settings; a column may be called so, too."""
    found = [one for one in settings if re.fullmatch(r"\s*sheet\s*=.*", one) and _value_of(one) not in ("", *BECOMES)]
    return (_value_of(found[-1]) if found else ""), [one for one in settings if one not in found]


def location_of(settings: Sequence[str]) -> tuple[int | None, str, str, list[str]]:
    """What settings say of the list's rows before it is recognised, and the other settings.

    The header's row, ``header=3``; what empty cells say, ``rows.below=hold``, and headings, ``rows.headings=hold``.
    None and empty where none does.

    Raises ImportProblem.
    """
    others, found = list(settings), dict[str, str]()
    of_rows = ((key, rf"\s*{TABLE_OF_ROWS}\.{key}\s*=.*") for key in ("below", "headings"))
    for key, pattern in (("header", r"\s*header\s*=.*"), *of_rows):
        for one in [one for one in settings if re.fullmatch(pattern, one)]:
            found[key] = one
            others.remove(one)
    row, below, headings = (found.get(key, "").partition("=")[2].strip() for key in ("header", "below", "headings"))
    if "header" in found and not re.fullmatch(r"[0-9]{1,7}", row):
        raise _problem(found["header"], _("header is a row of the list, or 0 where none is a header"))
    if "below" in found and below not in (HOLD, EMPTY):
        raise _problem(found["below"], _("rows.below is hold or empty"))
    if "headings" in found and headings not in (HOLD, EMPTY):
        raise _problem(found["headings"], _("rows.headings is hold or empty"))
    return int(row) if row else None, below, headings, others


def with_settings(prepared: Prepared, settings: Iterable[str]) -> Prepared:
    """The list with a mapping in which each of the settings holds. Raises ImportProblem for one that can't be."""
    currencies = {one.shown.currency for one in prepared.kind.fields}

    def order(setting: str) -> tuple[bool, bool, bool]:
        """What becomes of columns comes first, so that no answer about a field is undone by it.

        An amount takes its column of currencies with it; what is said of currencies comes after it.
        """
        of_field = setting.rpartition("=")[0].strip() not in prepared.listed.header.names
        return of_field, _key(setting).split(".")[-1] not in _SOURCES, _key(setting).split(".")[0] in currencies

    for setting in sorted(settings, key=order):
        prepared = _with(prepared, setting)
    return prepared


def with_column(prepared: Prepared, column: str, becomes: str) -> Prepared:
    """The list with another answer to what becomes of a column; no field takes it then. Empty: what its cells are.

    What else a field comes from stays; a field that is needed keeps its only column.
    """
    mapping = prepared.proposal.mapping
    columns = {name: told for name, told in mapping.columns.items() if name != column}
    columns |= {column: becomes} if becomes else {}
    needed = {one.name for one in prepared.kind.fields if one.required}
    fields = dict[str, FieldMap]()
    for name, one in mapping.fields.items():
        others = one.without(column) if column in one.columns else one
        if others.columns or others.constant or column not in one.columns:
            fields[name] = others
        elif name in needed:
            fields[name] = one
    told = remapped(prepared, replace(prepared.proposal, mapping=replace(mapping, columns=columns)))
    left = mapping.fields.keys() - fields.keys()
    questions = (_without(one, column) for one in prepared.proposal.questions if one.field not in left)
    asked = tuple(one for one in questions if one.by_themselves)
    open_ = {one.field for one in asked}
    sourced = {name: one for name, one in fields.items() if one.columns or one.constant or name in open_}
    return with_freed_amounts(with_fields(told, sourced, asked), mapping, (column,))


def _without(question: Question, column: str) -> Question:
    """The question without the answer that a column would be."""
    answers = question.by_themselves if question.asked.of_columns else question.answers
    return replace(question, answers=tuple(one for one in answers if (one.key, one.value) != ("column", column)))


def _key(setting: str) -> str:
    return setting.partition("=")[0].strip()


def _value_of(setting: str) -> str:
    return setting.partition("=")[2].strip()


def _with(prepared: Prepared, setting: str) -> Prepared:
    column, _mark, value = (part.strip() for part in setting.rpartition("="))
    if column in prepared.listed.header.names and (value or column not in prepared.kind.by_name):
        about = about_of(value)
        known = not value or becomes(value)[0]
        if not known and not (about and about.column in prepared.listed.header.names):
            message = _("{column} becomes one of these: {names}")
            raise _problem(setting, message.format(column=f'"{column}"', names=" ".join(BECOMES)))
        return with_column(prepared, column, value)
    field, _dot, key = _key(setting).partition(".")
    is_field = field == TABLE_OF_FIELDS and key.partition(".")[0] in RESERVED
    if is_field:
        field, _dot, key = key.partition(".")
    elif field in RESERVED and field in prepared.kind.by_name and key:
        raise _problem(
            setting, _("write {name}; {field} alone has another meaning").format(name=table_of(field), field=field)
        )
    value = setting.partition("=")[2].strip()
    if not key and not value and (one := prepared.kind.by_name.get(field)) and "=" in setting and not one.required:
        return _without_source(prepared, one)
    if not key or "=" not in setting:
        every = [*prepared.kind.by_name, *prepared.listed.header.names]
        message = _('write FIELD.KEY=VALUE, such as amount.unit=million, or "Column"=skip')
        raise _problem(setting, sentences(message + ".", nearest(field, every)))
    if field == TABLE_OF_NAMES and not is_field and _names_others(prepared):
        mapping = prepared.proposal.mapping
        names = {**mapping.organisations, key: value}
        return remapped(prepared, replace(prepared.proposal, mapping=replace(mapping, organisations=names)))
    if field == TABLE_OF_ROWS and field not in prepared.kind.by_name:
        given = _model_of(prepared, setting, {field: {key: value}})[field]
        ((key, value),) = given.items()
        return with_rows_said(prepared, key, value) if key in ("same", "shared") else with_rows(prepared, key, value)
    key, _dot, word = key.partition(".")
    tree: dict[str, Any] = {field: {key: {word: value} if key in ("codes", "separator") else _value(value)}}
    given = _checked(prepared, setting, {TABLE_OF_FIELDS: tree} if field in RESERVED else tree)
    return _set(prepared, setting, prepared.kind.by_name[field], key, given)


def _names_others(prepared: Prepared) -> bool:
    """Whether names may stand for others: of a list of organisations those of parents do, and not those of records."""
    taken = prepared.proposal.mapping.fields
    refers = any(one.type.refers_to == TABLE_OF_NAMES for one in prepared.kind.fields if one.name in taken)
    return refers or prepared.kind.name != TABLE_OF_NAMES


def _without_source(prepared: Prepared, field: Field) -> Prepared:
    """The list with a field that no column gives; a column of currencies is then one of words beside the amounts."""
    mapping = prepared.proposal.mapping
    told, left = without_field(prepared, field), mapping.fields.get(field.name, FieldMap()).column
    if not any(one.shown.currency == field.name for one in prepared.kind.fields) or not left:
        return told
    columns = {**mapping.columns, **{name: "string" for name in left if name not in mapping.columns}}
    proposal = told.proposal
    kept = remapped(told, replace(proposal, mapping=replace(proposal.mapping, columns=columns)))
    return with_freed_amounts(kept, mapping, left)


def _value(text: str) -> Any:
    """A list of TOML as a list; anything else is text."""
    if text.startswith(("[", "{")):
        try:
            return tomllib.loads(f"value = {text}")["value"]
        except tomllib.TOMLDecodeError:
            return text
    return text


def _model_of(prepared: Prepared, setting: str, tree: dict[str, Any]) -> dict[str, Any]:
    """What a setting says, as a MAP.toml would. Raises ImportProblem."""
    try:
        return map_model(prepared.kind).model_validate(tree).given()
    except ValidationError as error:
        raise _problem(setting, str(next(faults(error, prepared.kind))[1])) from None


def _checked(prepared: Prepared, setting: str, tree: dict[str, Any]) -> FieldMap:
    told = _model_of(prepared, setting, tree)
    ((name, table),) = (told[TABLE_OF_FIELDS].given() if TABLE_OF_FIELDS in tree else told).items()
    given = map_file.field_map(prepared.kind.by_name[name], table.given())
    header = prepared.listed.header.names
    if missing := next((one for one in given.columns if one not in header), ""):
        message = _("The list has no column {name}.").format(name=f'"{clean_line(missing)}"')
        raise _problem(setting, sentences(message, nearest(missing, list(header)) or listed(header[:12])))
    return given


def _set(prepared: Prepared, setting: str, field: Field, key: str, given: FieldMap) -> Prepared:
    proposal = prepared.proposal
    fields, questions = dict(proposal.mapping.fields), proposal.questions
    before = fields.get(field.name, FieldMap())
    mine = [one for one in questions if one.field == field.name]
    others = tuple(one for one in questions if one.field != field.name)
    if "roles" in keys_of(field):
        separator = {**before.separator, **given.separator}
        fields[field.name] = FieldMap(roles={**_without_columns(before, given), **given.roles}, separator=separator)
        answered = {*given.roles, *given.separator}
        open_ = (*others, *(one for one in mine if one.word not in answered))
        return with_separators(with_fields(prepared, fields, open_), field, given.roles)
    if key == "column" and not field.is_list and len(given.column) == 1:
        listed_, columns = prepared.listed, proposal.mapping.columns
        mapped, draft = propose_field(
            prepared.kind, listed_.header, prepared.first_rows(), field, given.column, columns
        )
        fields = {**without_others_currencies(fields, field, draft), **draft.fields, field.name: mapped}
        told = {name: tuple(draft.evidence.get(name, ())) for name in {*draft.fields, field.name}}
        others = tuple(one for one in others if one.field not in draft.fields)
        return with_fields(prepared, fields, (*others, *draft.questions), told)
    if key == "constant":
        fields[field.name] = given
        return with_fields(prepared, fields, others)
    word = next(iter(given.codes), "") if key == "codes" else ""
    given = replace(given, codes={**before.codes, **given.codes})
    if key == "column" and before.join == BETWEEN_PARTS:
        before = replace(before, join="")  # it parted the columns that were proposed
    fields[field.name] = replace(before, **{key: getattr(given, key)})
    if not fields[field.name].columns:
        raise _problem(setting, _("No column gives {field}; say which first.").format(field=field.name))
    return with_fields(prepared, fields, (*others, *(one for one in mine if not one.answered_by(key, word))))


def _without_columns(before: FieldMap, given: FieldMap) -> dict[str, tuple[str | Pair, ...]]:
    """The roles of a field without the columns that get another one."""
    left = {role: tuple(one for one in names if one not in given.columns) for role, names in before.roles.items()}
    return {role: names for role, names in left.items() if names}


def _problem(setting: str, why: str) -> ImportProblem:
    return ImportProblem(clean_line(f"--set {setting}: {why}"))
