"""Columns that no field takes become fields of the archive's own: what each is called, its type, how it is read."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from cq_tui.archive.declarations.codes import CodeDeclaration, InWords
from cq_tui.archive.declarations.fields import names_made
from cq_tui.archive.declarations.file import Declarations, schema_file
from cq_tui.archive.declarations.model import FieldDeclaration
from cq_tui.archive.declare import SCHEMA_PATH, declared_with, schema_with
from cq_tui.archive.problem import SchemaError
from cq_tui.files.text import read_text
from cq_tui.importing.convert.column_hints import ColumnHints, HintsOfList
from cq_tui.importing.convert.column_types import NO_HINTS, type_of_column, typed
from cq_tui.importing.convert.own_names import bare_name, free_name, is_unnamed, label_of, labels
from cq_tui.importing.convert.plain_types import ColumnType
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.maps.mapping import SKIP, STAYS, TABLE_OF_NAMES, FieldMap, about_of, becomes
from cq_tui.importing.recognise.maps.mapping import Mapping as ListMapping
from cq_tui.importing.recognise.parties.about_organisations import ATTRIBUTES
from cq_tui.importing.recognise.words.code_lookup import MOST_CODES
from cq_tui.importing.sources.import_table import ImportTable
from cq_tui.schema.declared import folded, query_names
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.schema.schema import Schema
from cq_tui.values.reasons import Reason

MOST_OWN = 60
"""Columns of a list that become fields; further ones stay in the passages, and are told."""
_NUMBERED = re.compile(r" \(\d+\)$")
CodesInUse = Callable[[str], Iterable[str]]


@dataclass(frozen=True, slots=True)
class OwnFields:
    """The fields that columns become: how each is read, by its name; its type; and ``schema.toml`` with all of them."""

    kind: Kind
    fields: Mapping[str, FieldMap] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)
    text: bytes | None = None
    declared: tuple[str, ...] = ()
    """Those that the archive did not have before."""
    unused: frozenset[str] = frozenset()
    """Own fields of the kind that this list says nothing of: its table has no column for them."""
    remarks: Mapping[str, Reason] = field(default_factory=dict)
    """What is to be told of the fields, by their names."""
    organisations: Kind | None = None
    """The kind of organisations with the fields that columns tell of them; None where the archive's own is meant."""

    def added_to(self, mapping: ListMapping) -> ListMapping:
        """A mapping with these fields."""
        return replace(mapping, fields={**mapping.fields, **self.fields})

    @property
    def currencies(self) -> dict[str, str]:
        """The columns that say the currency of such fields and are none of their own, each with the field's column."""
        column = {f"{name}_currency": mapped.column[0] for name, mapped in self.fields.items()}
        every = ((mapped.column[0], column[name]) for name, mapped in self.fields.items() if name in column)
        return {name: amounts for name, amounts in every if name not in self.by_column}

    @property
    def by_column(self) -> dict[str, str]:
        """The columns with the types that they become."""
        return {mapped.column[0]: self.types[name] for name, mapped in self.fields.items() if name in self.types}


@dataclass(frozen=True, slots=True)
class _Own:
    name: str
    declared: FieldDeclaration | None
    """None for a field that the archive has already."""
    type: ColumnType
    list_name: str
    column: str
    currency_column: str = ""
    """Of money: the column that says the currency of each row."""
    remark: Reason | None = None

    @property
    def codes(self) -> dict[str, dict[str, CodeDeclaration]]:
        if not self.type.codes:
            return {}
        words: dict[str, str] = {}
        for word, code in self.type.codes.items():
            if code:  # a word may mean nothing
                words.setdefault(code, word)
        told = labels(words.values())
        return {self.list_name: {code: CodeDeclaration(zh=told[w], en=told[w]) for code, w in words.items()}}

    @property
    def mapped(self) -> FieldMap:
        told = self.type
        unit, currency = told.counted.unit, told.counted.currency
        return FieldMap(
            (self.column,), order=told.order, decimal=told.decimal, codes=told.codes, unit=unit, currency=currency
        )


def own_fields(
    root: Path, schema: Schema, kind: Kind, mapping: ListMapping, header: Header, columns: Iterable[str],
    table: ImportTable, in_use: CodesInUse,
) -> OwnFields:  # fmt: skip
    """The fields for ``columns``, which no field of the kind takes; what the mapping says of them comes first.

    ``in_use``: the codes that records have of a list which the archive has not declared yet.
    """
    told = mapping.columns
    free = [name for name in columns if told.get(name) not in (SKIP, STAYS) and not about_of(told.get(name, ""))]
    asked = [name for name in free if header.nameless or name in told or not is_unnamed(name)]
    about = _of_organisations(schema, mapping)
    added = [*_with_first_codes(kind, mapping, header, table, in_use),
             *_with_more_codes(root, kind, mapping, header, table)]  # fmt: skip
    declared_before = _declared(root, kind)
    owns = _without_currencies(_owns(kind, declared_before, mapping, header, asked, table), told)
    found = [*added, *islice(owns, MOST_OWN)]
    while found or about:
        fields = {TABLE_OF_NAMES: about} | {kind.name: {one.name: one.declared for one in found if one.declared}}
        made = Declarations(
            codes={name: codes for one in found for name, codes in one.codes.items()},
            fields={name: declared for name, declared in fields.items() if declared},
        )
        try:
            text = declared_with(root, made)
            made_of = schema_with(root, text, history=kind.history is not None) if text else schema
            types = {one.name: one.type.word for one in found}
            declared = tuple(one.name for one in found if one.declared)
            unused = _unused(text.decode(), kind.name, {*mapping.fields, *types})
            read = {one.name: one.mapped for one in found}
            read |= {f"{one.name}_currency": FieldMap((one.currency_column,)) for one in found if one.currency_column}
            remarks = {one.name: one.remark for one in found if one.remark}
            return OwnFields(made_of[kind.name], read, types, text, declared, unused, remarks, made_of[TABLE_OF_NAMES])
        except SchemaError:
            about = about if found else {}
            found = _without_what_can_t_be(root, kind, found)
    path = root / SCHEMA_PATH
    unused = _unused(read_text(path) if path.exists() else "", kind.name, set(mapping.fields))
    return OwnFields(kind, unused=unused, organisations=schema[TABLE_OF_NAMES])


def _without_currencies(found: Iterable[_Own], told: Mapping[str, str]) -> list[_Own]:
    """The fields without those of columns that say the currency of another one, unless that is wanted."""
    every = list(found)
    beside = {one.currency_column for one in every} - told.keys()
    return [one for one in every if one.column not in beside or one.declared is None]


def _of_organisations(schema: Schema, mapping: ListMapping) -> dict[str, FieldDeclaration]:
    """The fields of organisations that columns tell and the archive has not yet."""
    fields = (about_of(told) for told in mapping.columns.values())
    names = dict.fromkeys(one.field for one in fields if one and one.field not in schema[TABLE_OF_NAMES].by_name)
    return {
        name: FieldDeclaration(label=InWords(zh=ATTRIBUTES[name].label.zh, en=ATTRIBUTES[name].label.en), type="string")
        for name in names
        if name in ATTRIBUTES
    }


def _unused(text: str, kind: str, used: set[str]) -> frozenset[str]:
    declared = schema_file(text.removeprefix("\ufeff"), SCHEMA_PATH).declared.fields.get(kind, {}) if text else {}
    return frozenset(made for name, one in declared.items() if name not in used for made in names_made(name, one))


def _without_what_can_t_be(root: Path, kind: Kind, found: list[_Own]) -> list[_Own]:
    """The fields that can each be declared: a column of codes may still be one of texts."""
    left = []
    for one in found:
        declared = _declaration(one.column, ColumnType("string"), "")
        plain = replace(one, type=ColumnType("string"), declared=declared, currency_column="", remark=None)
        for tried in (one, plain):
            fields = {kind.name: {tried.name: tried.declared}} if tried.declared else {}
            try:
                declared_with(root, Declarations(codes=tried.codes, fields=fields))
            except SchemaError:
                continue
            left.append(tried)
            break
    return left if len(left) < len(found) or left != found else []


def _declared(root: Path, kind: Kind) -> Mapping[str, FieldDeclaration]:
    """The fields of a kind that the archive declares, by their names."""
    path = root / SCHEMA_PATH
    return schema_file(read_text(path), SCHEMA_PATH).declared.fields.get(kind.name, {}) if path.exists() else {}


def _owns(
    kind: Kind,
    declared: Mapping[str, FieldDeclaration],
    mapping: ListMapping,
    header: Header,
    columns: Iterable[str],
    table: ImportTable,
) -> Iterator[_Own]:
    """What the columns can be. Beyond as many as are taken, only of amounts whose currency another column says, which
    is no field then: of a list with a thousand columns no more is asked than what comes of it.
    """
    owners = {name for one in kind.named for name in query_names(one)}
    places = {name: place for place, name in enumerate(header.names)}
    hints_of = HintsOfList(kind, mapping, header).of
    hints_by = {column: hints_of(places[column]) for column in columns}
    left = MOST_OWN + len({hints.beside for hints in hints_by.values() if hints.beside})
    for column, hints in hints_by.items():
        if left <= 0 and not hints.beside:
            continue
        position = places[column]
        told = mapping.columns.get(column)
        word, counted = becomes(told or "")
        hints = hints.as_told(counted) if word == "money" else hints
        if there := _there_already(kind, declared, mapping, header, column):
            list_name = f"{kind.name}_{there.name}"
            as_it_is = _as_it_is(there, declared[there.name].type, table, position, hints)
            beside = hints.beside if as_it_is.word == "money" else ""
            left -= 1
            yield _Own(
                there.name, None, as_it_is, list_name, column, beside, hints.remark(as_it_is.word, column=column)
            )
            continue
        found = typed(table, position, word, hints) if word else type_of_column(table, position, hints)
        if found is None:
            continue
        qualified = found.word == "money" or found.precision
        name, label = free_name(bare_name(column) if found.counted else column, owners, qualified=qualified)
        owners |= {folded(name), folded(label)}
        if found.word == "date" and found.precision:
            owners.add(folded(f"{name}_precision"))
        if found.word == "money":
            owners |= {folded(f"{name}_currency"), folded(f"{name}_bound")}
        list_name = f"{kind.name}_{name}"
        currency = hints.beside if found.word == "money" and not found.counted.currency else ""
        remark = None if told and not hints.likely_of else hints.remark(found.word, found.rounded, column)
        left -= 1
        yield _Own(name, _declaration(label, found, list_name), found, list_name, column, currency, remark)


def _with_first_codes(
    kind: Kind, mapping: ListMapping, header: Header, table: ImportTable, in_use: CodesInUse
) -> Iterator[_Own]:
    """The fields of lists that are the archive's own and not declared yet, as ``category``: their words become codes.

    Where all words are codes already nothing has to be declared.
    """
    for name, mapped in mapping.fields.items():
        one, columns = kind.by_name[name], mapped.column
        if not one.type.list_name or one.codes is not None or len(columns) != 1 or columns[0] not in header.names:
            continue
        codes = {**typed(table, header.names.index(columns[0]), "code").codes, **mapped.codes}
        if len(codes) <= MOST_CODES and any(word != code for word, code in codes.items()):
            kept = {code: code for code in in_use(one.type.list_name)}
            yield _Own(name, None, ColumnType("code", codes={**kept, **codes}), one.type.list_name, columns[0])


def _with_more_codes(
    root: Path, kind: Kind, mapping: ListMapping, header: Header, table: ImportTable
) -> Iterator[_Own]:
    """The fields whose codes an earlier import made of a column: words that their lists don't know are added."""
    declared = _declared(root, kind)
    for name, mapped in mapping.fields.items():
        list_name = f"{kind.name}_{name}"
        if (
            name in declared
            and declared[name].codes == list_name
            and len(mapped.column) == 1
            and mapped.column[0] in header.names
        ):
            type_ = _as_it_is(kind.by_name[name], "code", table, header.names.index(mapped.column[0]))
            told = replace(type_, codes={**type_.codes, **mapped.codes})
            yield _Own(name, None, told, list_name, mapped.column[0])


def _there_already(
    kind: Kind, declared: Mapping[str, FieldDeclaration], mapping: ListMapping, header: Header, column: str
) -> Field | None:
    """The field that an earlier import made of a column of this name; one that the program has is none.

    It may have been given a number, where a field of the program is called so.
    """
    called = {label_of(column), label_of(bare_name(column))}
    own = [one for one in kind.fields if one.name in declared and one.name not in mapping.fields]
    labels_of = {one.name: declared[one.name].label for one in own}  # a label of the schema has the unit, too
    exact = next((one for one in own if called & {labels_of[one.name].zh, labels_of[one.name].en}), None)
    free = (one for one in own if one.label.zh not in header.names and _NUMBERED.sub("", one.label.zh) in called)
    return exact or next(free, None)


def _as_it_is(there: Field, word: str, table: ImportTable, position: int, hints: ColumnHints = NO_HINTS) -> ColumnType:
    """How a column is read for a field that is there, of the type ``word``; new words of a code become codes of it."""
    if word in ("money", "date", "number"):
        return typed(table, position, word, hints)
    found = type_of_column(table, position, hints) or ColumnType("string")
    if there.codes is None:
        return replace(found, codes={})
    known = {
        folded(text): code for code, words in there.codes.items() for text in (code, words.label.zh, words.label.en)
    }
    codes = typed(table, position, "code").codes
    return ColumnType("code", codes={word: known.get(folded(word), code) for word, code in codes.items()})


def _declaration(label: str, found: ColumnType, list_name: str) -> FieldDeclaration:
    return FieldDeclaration(
        label=InWords(zh=label_of(label), en=label_of(label)),
        type=found.word,
        codes=list_name if found.word == "code" else None,
        unit=found.unit or None,
        places=found.places or None,
        precision=found.precision,
        bound=found.bound,
    )
