"""The files that an import writes: records, organisations, passages, the source, the refused rows."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from typing import Any

import tomli_w

from cq_tui.importing.convert import remarks
from cq_tui.importing.convert.accepted_rows import AcceptedRows
from cq_tui.importing.convert.convert_rows import organisations_met
from cq_tui.importing.convert.organisation_types import type_of
from cq_tui.importing.convert.organisations import Organisations
from cq_tui.importing.convert.same_names import passages_of
from cq_tui.importing.errors import ImportProblem
from cq_tui.importing.recognise.headers.import_source import ImportSource
from cq_tui.importing.sources.cells_sql import any_contains, first_filled, named
from cq_tui.importing.sources.import_table import ROW, ImportTable
from cq_tui.language import _, listed
from cq_tui.schema.columns import Column, columns
from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.schema.record_text import csv_text
from cq_tui.schema.schema import Schema
from cq_tui.schema.text import Text
from cq_tui.values.formulas import Formulas
from cq_tui.values.reasons import Reason
from cq_tui.values.sql import Sql, identifier, literal
from cq_tui.values.types.text import LONGEST

Pieces = Callable[[], Iterable[bytes]]
_ANCHOR = 16
_LITERAL = re.compile(r"'(?:[^']|'')*'")
_FILLED = {
    "sources": ("id", "name", "language", "paragraphs"),
    "passages": ("id", "anchor", "source", "paragraph", "section", "words"),
    "organisations": ("id", "name"),
}
"""What the import gives the records that it makes beside those of the list, of what every one of them needs."""


@dataclass(frozen=True, slots=True)
class OfOrganisations:
    """Their kind, with the fields that the list tells; and its values by the ids of new ones."""

    kind: Kind
    facts: Mapping[str, Mapping[str, Any]]


def files(
    schema: Schema,
    list_: ImportSource,
    accepted: AcceptedRows,
    known: Organisations,
    about: OfOrganisations,
    left_out: Collection[str] = (),
) -> dict[str, Pieces]:
    """The files of the archive, each by its path in it, in the order in which they may be written.

    ``about``: what columns tell of organisations. ``left_out``: the columns that no passage tells.
    """
    folder = f"data/{list_.id}"
    met = organisations_met(accepted, known)
    for kind in ("sources", *(["passages"] if accepted.counts.accepted else []), *(["organisations"] if met else [])):
        _refuse_what_lacks(schema[kind])
    found: dict[str, Pieces] = {f"seeds/{list_.id}.toml": lambda: [_source(list_, accepted)]}
    if accepted.counts.accepted:
        found[f"{folder}/passages.csv"] = lambda: accepted.table.csv_of_rows(
            _passages(schema, list_, accepted, left_out)
        )
        if met and accepted.kind.name != "organisations":
            every = columns(about.kind)
            found[f"{folder}/organisations.csv"] = lambda: _encoded(
                csv_text(every, _newcomers(about, list_, known, met))
            )
        found[f"{folder}/{accepted.kind.name}.csv"] = lambda: chain(
            accepted.table.csv_of_rows(partial(_records, list_, accepted)),
            _beside_records(about, list_, accepted, known),
        )
    return found


def _encoded(texts: Iterable[str]) -> Iterator[bytes]:
    return (text.encode() for text in texts)


def _beside_records(
    about: OfOrganisations, list_: ImportSource, accepted: AcceptedRows, known: Organisations
) -> Iterator[bytes]:
    """The lines of organisations that a list of organisations refers to and that are none of its rows: a parent."""
    if accepted.kind.name != "organisations":
        return
    lines = csv_text(_written(accepted), _newcomers(about, list_, known, organisations_met(accepted, known)))
    yield from _encoded(islice(lines, 1, None))  # the header stands above the records


def refused_file(list_: ImportSource, accepted: AcceptedRows) -> Iterable[bytes]:
    """The refused rows: the list's columns, then the row's number and why it was refused."""
    names = list_.header.names
    values = zip(accepted.table.names, names, strict=True)
    cells = ", ".join(f"{Formulas.sql_defused(cell)} AS {identifier(Formulas.defused(name))}" for cell, name in values)
    called = " ".join(f"WHEN {position} THEN {literal(f'{name}: ')}" for position, name in enumerate(names))
    column = f"CASE col {called} ELSE '' END"
    own = {"row", "reason"} - set(names)
    row, reason = (name if name in own else f"{name} (cq-tui)" for name in ("row", "reason"))
    _word_reasons(accepted)
    # Of a row that is refused for one cell, the others that can't be read are told, too.
    every = (
        f"SELECT {ROW}, col, reason FROM refusals UNION SELECT {ROW}, col, reason FROM remarks "
        f"WHERE {ROW} IN (SELECT {ROW} FROM refusals)"
    )
    reasons = (
        f"SELECT {ROW}, string_agg({column} || words, '; ' ORDER BY col, words) AS why "
        f"FROM ({every}) JOIN worded USING (reason) GROUP BY 1"
    )
    yield b"\xef\xbb\xbf"  # for Excel, as in every CSV file that the program writes for people
    yield from accepted.table.csv(
        f"SELECT {cells}, {ROW} AS {identifier(row)}, {Formulas.sql_defused('why')} AS {identifier(reason)} "
        f"FROM ({reasons}) JOIN cells USING ({ROW}) ORDER BY {ROW}"
    )


def remarks_file(list_: ImportSource, accepted: AcceptedRows) -> Iterable[bytes]:
    """The cells of accepted rows that could not be read: row, id of the record, column, the cell, and why."""
    _word_reasons(accepted)
    yield b"\xef\xbb\xbf"
    yield from accepted.table.csv(remarks.sql_list(accepted.table, list_.header))


def _word_reasons(accepted: AcceptedRows) -> None:
    """Make the table ``worded`` of the reasons in words."""
    every = accepted.table.ask("SELECT DISTINCT reason FROM refusals UNION SELECT DISTINCT reason FROM remarks")
    accepted.table.run("DROP TABLE IF EXISTS worded")
    accepted.table.keep("worded", ("reason", "words"), ((text, str(Reason.load(text))) for (text,) in every))


def _records(list_: ImportSource, accepted: AcceptedRows, rows: str) -> str:
    """SQL: the accepted records that meet a condition."""
    given = accepted.expressions | {"id": "accepted.id", "cites": f"{literal(list_.id + '-r')} || {ROW}"}
    source = accepted.source
    if accepted.counts.together:
        further, join = passages_of(list_.id)
        given["cites"] += f" || {further}"
        source += f" {join}"
    if accepted.counts.remarked:
        notes = {language: given[name] for language in ("zh", "en") if (name := f"note_{language}") in given}
        given |= {f"note_{language}": text for language, text in remarks.sql_notes(notes).items()}
        source += f" {remarks.NOTED}"
    return _ordered(_written(accepted), given, f"{source} WHERE {rows}")


def _written(accepted: AcceptedRows) -> list[Column]:
    """The columns of the table of records."""
    others = {*accepted.unwritten, *(field.name for field in accepted.kind.fields if field.shown.kept_in)}
    return [column for column in columns(accepted.kind) if column.field.name not in others]


def _ordered(all_: Sequence[Column], given: Mapping[str, str], source: str) -> str:
    """SQL: the output columns in the order of the rows. Constants stand outside of what is computed by row."""
    same = {column.name: given.get(column.name, "''") for column in all_}
    same = {name: value for name, value in same.items() if _LITERAL.fullmatch(value)}
    inside = (f"{given[column.name]} AS {identifier(column.name)}" for column in all_ if column.name not in same)
    chosen = (
        f"{same[one.name]} AS {identifier(one.name)}" if one.name in same else identifier(one.name) for one in all_
    )
    return f"SELECT {', '.join(chosen)} FROM (SELECT {', '.join(inside)} {source})"


def _passages(
    schema: Schema, list_: ImportSource, accepted: AcceptedRows, left_out: Collection[str]
) -> Callable[[str], str]:
    """SQL of a condition: a passage for each accepted row that meets it, with the row's cells by column."""
    table, names = accepted.table, list_.header.names
    heading = next((rule for rule in accepted.rules if rule.fields[0] == accepted.kind.heading.name), None)
    positions = [*(heading.columns if heading else ()), *range(table.width)]
    first = first_filled([table.names[position] for position in positions])
    told = [(cell, name) for cell, name in zip(table.names, names, strict=True) if name not in left_out]
    words = _bounded(named(*map(list, zip(*told, strict=True)))) if told else "''"
    given = {
        "id": f"{literal(list_.id + '-r')} || {ROW}",
        "anchor": Formulas.sql_defused(f"trim(left({first}, {_ANCHOR}))"),
        "source": literal(list_.id),
        "paragraph": _of_part(list_, [f"{ROW} - {first - own}" for first, _called, own in list_.parts], ROW),
        "row": "'true'",
        f"section_{list_.language}": _of_part(
            list_,
            [literal(Formulas.defused(called)) for _first, called, _own in list_.parts],
            literal(Formulas.defused(list_.called)),
        ),
        f"words_{list_.language}": Formulas.sql_defused(words) if _may_be_formulas(table, told) else words,
    }
    rows_of = "accepted"
    if accepted.counts.together:
        whose = f"first IN (SELECT {ROW} FROM accepted)"
        rows_of = f"(SELECT {ROW} FROM accepted UNION ALL SELECT {ROW} FROM together WHERE {whose})"
    source = f"FROM cells JOIN {rows_of} USING ({ROW})"
    return lambda rows: _ordered(columns(schema["passages"]), given, f"{source} WHERE {rows}")


def _of_part(list_: ImportSource, each: Sequence[Sql], whole: Sql) -> Sql:
    """SQL of what each sheet of a list of several has, by the rows; ``whole`` where it is one."""
    if not each:
        return whole
    begins = [first for first, _called, _own in list_.parts]
    later = [f"WHEN {ROW} >= {first} THEN {sql}" for first, sql in zip(begins[:0:-1], each[:0:-1], strict=True)]
    return f"CASE {' '.join(later)} ELSE {each[0]} END"


def _may_be_formulas(table: ImportTable, told: Sequence[tuple[str, str]]) -> bool:
    """Whether what passages say may hold a formula: a cell stands behind its name, and inside one only behind a ``;``.

    Looking for the mark in the cells takes a tenth of the time of looking for formulas in the passages.
    """
    if any(Formulas.defused(text) != text for _cell, name in told for text in (f"{name}: ", f"; {name}: ")):
        return True
    cells = [cell for cell, _name in told]
    return bool(cells and table.ask(f"SELECT 1 FROM cells WHERE {any_contains(cells, ';')} LIMIT 1"))


def _bounded(text: str) -> str:
    """SQL: a text cut to the longest that a passage can have, with a mark where it was cut."""
    # Through a list, so that the text, which may have a thousand pieces, is made once.
    bounded = f"CASE WHEN length(t) < {LONGEST} THEN t ELSE left(t, {LONGEST - 2}) || '…' END"
    return f"list_transform([{text}], lambda t: {bounded})[1]"


def _newcomers(
    about: OfOrganisations, list_: ImportSource, known: Organisations, met: Mapping[str, int]
) -> Iterator[Record]:
    """Records of the organisations that the list refers to and nobody knew; ``met``: each with its first row."""
    kind = about.kind
    by_id = {one.id: one for one in known.new.values()}
    typed = Text(
        zh=f"取自表格 {list_.called}；性质由名称推断。",
        en=f"Taken from the list {list_.called}; its type is read from its name.",
    )
    untyped = Text(zh=f"取自表格 {list_.called}。", en=f"Taken from the list {list_.called}.")
    yield from (
        kind.model.model_construct(
            id=id_,
            name=by_id[id_].called,
            aliases=by_id[id_].aliases,
            type=type_,
            cites=(list_.passage(row),),
            note=typed if type_ else untyped,
            **about.facts.get(id_, {}),
        )
        for id_, row in met.items()
        for type_ in [_type(kind, by_id[id_].names)]
    )


def _type(kind: Kind, names: Iterable[str]) -> str | None:
    """What an organisation is by its names, as far as the archive has a code for it."""
    found = type_of(*names)
    return found if found in (kind.by_name["type"].codes or ()) else None


def _refuse_what_lacks(kind: Kind) -> None:
    """Raise ImportProblem where every record of a kind needs a field of the archive's own that no list fills."""
    lacking = [field.name for field in kind.fields if field.required and field.name not in _FILLED[kind.name]]
    if lacking:
        message = _(
            "{kind} need {fields} in this archive, which the import can't know; "
            "data/schema.toml can leave out required there."
        )
        raise ImportProblem(message.format(kind=kind.label, fields=listed(lacking)))


def _source(list_: ImportSource, accepted: AcceptedRows) -> bytes:
    last = accepted.table.ask(f"SELECT coalesce(max({ROW}), 1) FROM cells")[0][0]
    counts = {"rows": accepted.counts.rows, "accepted": accepted.counts.accepted}
    source = {
        "id": list_.id,
        "name": {list_.language: list_.called},
        "language": list_.language,
        "sha256": list_.sheet.sha256,
        "paragraphs": last,
        "note": {
            "zh": "由 cq-tui import 导入的表格：{rows} 行，导入 {accepted} 行。".format(**counts),
            "en": "A list read by cq-tui import: {rows} rows, {accepted} of them taken over.".format(**counts),
        },
    }
    return tomli_w.dumps({"sources": [source]}).encode()
