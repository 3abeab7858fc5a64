"""Applies all rules to all rows: every row is accepted or refused, and gets an id made from its content."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from cq_tui.importing.convert import remarks
from cq_tui.importing.convert.accepted_rows import AcceptedRows
from cq_tui.importing.convert.amounts_left_out import amounts_left_out
from cq_tui.importing.convert.asides import keep_rows, leave_rows, set_aside
from cq_tui.importing.convert.bare_records import take_bare_records
from cq_tui.importing.convert.column_numbers import set_aside_column_numbers
from cq_tui.importing.convert.convert_column import ColumnConversion, Fast, fast_ways
from cq_tui.importing.convert.header_again import count_as_told_below
from cq_tui.importing.convert.header_in_other_words import set_other_headers_aside
from cq_tui.importing.convert.headers_of_nameless import set_headers_of_tables_aside
from cq_tui.importing.convert.ids import make_ids
from cq_tui.importing.convert.likely_totals import leave_out_likely_totals
from cq_tui.importing.convert.names_in_cells import split_names
from cq_tui.importing.convert.names_of_columns import set_headers_aside
from cq_tui.importing.convert.offices import MAY_BE_OFFICE, is_of_a_country
from cq_tui.importing.convert.organisations import Organisations
from cq_tui.importing.convert.parts_of_rows import leave_out_parts
from cq_tui.importing.convert.per_column import PerColumnConversion
from cq_tui.importing.convert.repeated_rows import (
    find_repeated,
    leave_out_repeated,
    may_count,
    question_of_repeated,
)
from cq_tui.importing.convert.row_counts import RowCounts
from cq_tui.importing.convert.rows_of_nobody import leave_out_nobody
from cq_tui.importing.convert.rows_of_one_record import (
    find_rows_of_one,
    put_parties_together,
    question_of_rows_of_one,
)
from cq_tui.importing.convert.rule import Rule
from cq_tui.importing.convert.same_names import put_together
from cq_tui.importing.convert.shared_keys import Keys, part_shared
from cq_tui.importing.convert.tables_below import leave_out_below
from cq_tui.importing.convert.totals_beside import leave_out_totals_beside
from cq_tui.importing.convert.totals_of_parts import leave_out_totals_of_parts
from cq_tui.importing.convert.wide_rows import WideRows
from cq_tui.importing.errors import ASIDE, Refusal, Refused
from cq_tui.importing.progress import Progress
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.maps.mapping import LEAVE, flat
from cq_tui.importing.recognise.maps.mapping import Mapping as ListMapping
from cq_tui.importing.sources.import_table import ROW, ImportTable
from cq_tui.importing.sources.sheet import Sheet
from cq_tui.language import _
from cq_tui.schema.kind import Kind
from cq_tui.values.reasons import Reason
from cq_tui.values.sql import literal

Conversion = ColumnConversion | PerColumnConversion
_LONGEST_OFFICE = 60
"""Characters of a cell that may name one of several offices."""


def load_rows(
    kind: Kind,
    sheet: Sheet,
    header: Header,
    wide: WideRows,
    used: int,
    table: ImportTable,
    mapping: ListMapping,
    progress: Progress,
) -> tuple[Reason, ...]:
    """Load all rows of the list, and set those aside that are no records. ``used``: columns that fields take.

    ``wide``: what becomes of rows that have more cells. ``mapping``: says which rows are records, or none, whatever
    they look like. Returns what is to be told of amounts.

    Raises ImportProblem, ImportTableError.
    """
    _load(sheet, header, wide, table, progress)
    table.run("CREATE TABLE refusals (row BIGINT, col INTEGER, reason VARCHAR)")
    remarks.create(table)
    for row, reason in sheet.refused.items():
        table.run(f"INSERT INTO refusals SELECT {ROW}, -1, ? FROM cells WHERE {ROW} = ?", [reason.dump(), row])
    wide.refuse(table)
    kept = mapping.kept
    leave_rows(table, mapping.left)
    set_aside(table, header, used, of_entries=not sheet.first)
    if sheet.first:
        set_aside_column_numbers(table)
        set_other_headers_aside(table, header)
        set_headers_of_tables_aside(table, header)
    set_headers_aside(table, kind)
    bare = take_bare_records(table, header, kind, mapping)
    keep_rows(table, kept)
    leave_out_totals_of_parts(table, header, kept)
    leave_out_below(table, header, kept)
    leave_out_parts(table, header, kept)
    told = (*bare, *count_as_told_below(table, header), *leave_out_nobody(table, header, kind, mapping))
    find_repeated(table)
    told = (*told, *put_together(table, header, kind, mapping))
    find_rows_of_one(table, header, kind, mapping)
    return (*told, *put_parties_together(table, header, kind, mapping))


def convert_rows(
    kind: Kind, sheet: Sheet, header: Header, found: Sequence[Rule], taken: Sequence[str], keys: Keys,
    table: ImportTable, mapping: ListMapping, list_id: str, progress: Progress, *, short: int = 0,
    about: Callable[[AcceptedRows], object] = lambda _accepted: None,
) -> AcceptedRows:  # fmt: skip
    """Convert the rows that were loaded. ``taken`` and ``keys``: the ids and identifiers that are in use.

    ``mapping``: says which rows are records, whatever they look like, and what becomes of those that say the same as
    an earlier one; where it does not, that is to be asked. ``short``: how many rows have fewer cells than the header.
    ``about``: reads what they tell of organisations.

    Raises ImportProblem, ImportTableError.
    """
    accepted = AcceptedRows(kind, table, found, kept=mapping.kept)
    for rule in found:
        if rule.quantity:
            _set_merged_apart(table, sheet, rule)
    for rule in found:
        if rule.learn:
            rule.learn(table.distinct(rule.columns))
    progress(_("converting"), 0, len(found))
    conversions = [_conversion(accepted, f"a{number}", rule) for number, rule in enumerate(found)]
    plain = [one for one in conversions if isinstance(one, ColumnConversion)]
    fast = fast_ways(table, plain)
    for number, conversion in enumerate(conversions):
        _apply(accepted, conversion, fast, partial(progress, _("converting"), number + 1, len(found)))
    same_rows = mapping.same_rows if may_count(kind, accepted) else LEAVE
    if same_rows == LEAVE:
        leave_out_repeated(table)
    # The sums of what is asked of rows that are the same are without those that add up others.
    asked = [leave_out_likely_totals(accepted, header), None if same_rows else question_of_repeated(accepted)]
    asked.append(question_of_rows_of_one(accepted, header, mapping))
    leave_out_totals_beside(accepted, header, mapping)  # rows without an amount, which are in none of those sums
    accepted.asked = [one for one in asked if one is not None]
    part_shared(accepted, keys)
    make_ids(accepted, taken, list_id, partial(progress, _("converting"), len(found), len(found)))
    about(accepted)
    accepted.counted = (*accepted.counted, *amounts_left_out(accepted))
    accepted.counts = replace(_counts(sheet, header, table, remarks.take_note(table, header)), short=short)
    return accepted


def columns_of_offices(table: ImportTable, header: Header, mapping: ListMapping) -> frozenset[str]:
    """The columns of parties in which a party is an office that every country has, such as Government."""
    names = {name for mapped in mapping.fields.values() for each in mapped.roles.values() for name in flat(each)}
    return frozenset(name for name in names if name in header.names and _has_office(table, header.names.index(name)))


def _has_office(table: ImportTable, position: int) -> bool:
    cell = table.names[position]
    said = f"length({cell}) <= {_LONGEST_OFFICE} AND regexp_matches({cell}, {literal(MAY_BE_OFFICE)})"
    cells = table.ask(f"SELECT DISTINCT {cell} FROM cells WHERE {said}")
    return any(is_of_a_country(name) for (text,) in cells for name in split_names(text))


def _counts(sheet: Sheet, header: Header, table: ImportTable, remarked: int) -> RowCounts:
    rows, accepted, refused = table.ask(
        f"SELECT (SELECT count(*) FROM cells), (SELECT count(*) FROM accepted), count(DISTINCT {ROW}) FROM refusals"
    )[0]
    aside = sum(
        rows
        for reason, rows in table.ask("SELECT reason, count(*) FROM refusals WHERE col = -1 GROUP BY 1")
        if any(map(Reason.load(reason).is_, ASIDE))
    )
    above = header.last - sheet.first + 1 if sheet.first else 0
    together = table.ask("SELECT count(*) FROM together")[0][0]
    refused -= aside + together
    return RowCounts(above, table.loaded - rows, rows, accepted, remarked, refused, aside, together)


def _load(sheet: Sheet, header: Header, wide: WideRows, table: ImportTable, progress: Progress) -> None:
    progress(_("reading"), 0, 0)
    skip = header.last - sheet.first + 1
    if sheet.direct and sheet.harmless and table.load_file(sheet.path, sheet.delimiter, skip, sheet.blanks):
        return
    table.load(_rows(sheet, skip, wide, progress), header.last + 1, wide.fit)


def _rows(sheet: Sheet, skip: int, wide: WideRows, progress: Progress) -> Iterator[list[str]]:
    width = len(wide.names) if sheet.delimiter else 0
    for number, row in enumerate(sheet.rows()):
        if number >= skip:
            wide.short += 1 < len(row) < width
            yield row
        if number % 5_000 == 0:
            progress(_("reading"), number, 0)


def _conversion(accepted: AcceptedRows, name: str, rule: Rule) -> Conversion:
    if rule.per_column:
        return PerColumnConversion(accepted.kind, accepted.table, name, rule)
    naming = rule.fields[0] == accepted.naming
    return ColumnConversion(accepted.kind, accepted.table, name, rule, naming=naming)


def _apply(
    accepted: AcceptedRows, conversion: Conversion, fast: Mapping[str, Fast], progress: Callable[[], None]
) -> None:
    """Apply a rule to all rows: cells that can't be read refuse their rows, or are remarked."""
    accepted.conversions.append(conversion)
    if isinstance(conversion, PerColumnConversion):
        conversion.run(progress)
        return
    table, name = accepted.table, conversion.name
    conversion.run(progress, fast.get(name))
    if conversion.refused:
        table.run(
            f"INSERT INTO refusals SELECT {ROW}, {name}._col::INTEGER, {name}._reason FROM cells JOIN {name} "
            f"ON {conversion.condition} WHERE {name}._reason <> '' AND {ROW} NOT IN "
            f"(SELECT {ROW} FROM refusals WHERE col = -1)"
        )
    if conversion.remarked:
        source = f"cells JOIN {name} ON {conversion.condition}"
        remarks.add(table, source, f"{name}._col", f"{name}._reason", conversion.rule.columns)


def _set_merged_apart(table: ImportTable, sheet: Sheet, rule: Rule) -> None:
    """Leave quantities of merged cells to their first row: each of the others would count the whole amount again."""
    reason = Reason.of(Refused.MERGED).dump()
    by_position: dict[int, list[int]] = {}
    for row, position in sorted(sheet.filled):
        if position in rule.columns:
            by_position.setdefault(position, []).append(row)
    for position, rows in by_position.items():
        name, met = table.names[position], f"{ROW} IN (SELECT unnest(?))"
        if rule.needed:
            table.run(f"INSERT INTO refusals SELECT {ROW}, ?, ? FROM cells WHERE {met}", [position, reason, rows])
            continue
        table.run(f"INSERT INTO remarks SELECT {ROW}, ?, {name}, ? FROM cells WHERE {met}", [position, reason, rows])
        table.run(f"UPDATE cells SET {name} = '' WHERE {met}", [rows])


def refusals(accepted: AcceptedRows, header: Header) -> list[Refusal]:
    """All refusals, ordered by row and column."""
    table = accepted.table
    value = "CASE r.col " + " ".join(f"WHEN {n} THEN {name}" for n, name in enumerate(table.names)) + " ELSE '' END"
    found = table.ask(
        f"SELECT r.{ROW}, r.col, {value}, r.reason FROM refusals r JOIN cells USING ({ROW}) ORDER BY 1, 2, 4"
    )
    return [Refusal(row, header.names[n] if n >= 0 else "", text, Reason.load(why)) for row, n, text, why in found]


def organisations_met(accepted: AcceptedRows, known: Organisations) -> Mapping[str, int]:
    """The ids of the new organisations that accepted rows refer to, each with its first row."""
    new = {one.id for one in known.new.values()}
    return {id_: row for id_, row in accepted.organisations.items() if id_ in new}
