"""Applies all rules to all rows: every row is accepted or refused, and gets an id made from its content."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from cq_tui.importing.convert.accepted_rows import AcceptedRows
from cq_tui.importing.convert.convert_column import ColumnConversion
from cq_tui.importing.convert.ids import content, make_ids
from cq_tui.importing.convert.organisations import Organisations
from cq_tui.importing.convert.per_column import PerColumnConversion
from cq_tui.importing.convert.rules import Rule
from cq_tui.importing.errors import Refusal, Refused
from cq_tui.importing.progress import Progress
from cq_tui.importing.recognise.header import Header
from cq_tui.importing.sources.import_table import ROW, ImportTable, first_filled
from cq_tui.importing.sources.sheet import Sheet
from cq_tui.language import _
from cq_tui.schema.kind import Kind
from cq_tui.values.reasons import Reason
from cq_tui.values.sql import literal

_ANY_ROW = "<row>"
"""Stands in a reason where the engine puts the number of a row."""
_TOTAL = (
    r"(?i)^(合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|(grand |sub-?)?totals?|sum)\s*[:：]?\s*"
    r"([(（].*[)）]|\d+\s*(项|个|rows|projects|deals)?)?$"
)


def convert_rows(
    kind: Kind, sheet: Sheet, header: Header, found: Sequence[Rule], taken: Sequence[str], table: ImportTable,
    list_id: str, progress: Progress,
) -> AcceptedRows:  # fmt: skip
    """Convert all rows below the header. ``taken``: the ids that are in use. Raises ImportProblem, ImportTableError."""
    _load(sheet, header, table, progress)
    accepted = AcceptedRows(kind, table, found, rows=table.ask("SELECT count(*) FROM cells")[0][0])
    table.run("CREATE TABLE refusals (row BIGINT, col INTEGER, reason VARCHAR)")
    for row, reason in sheet.refused.items():
        table.run(f"INSERT INTO refusals SELECT {ROW}, -1, ? FROM cells WHERE {ROW} = ?", [reason.dump(), row])
    _refuse_rows(table, sum(len(rule.columns) for rule in found))
    for rule in found:
        if rule.learn:
            rule.learn(table.distinct(rule.columns))
    for number, rule in enumerate(found):
        _apply(accepted, f"a{number}", rule, partial(progress, _("converting"), number + 1, len(found)))
        if rule.quantity:
            _refuse_merged(table, sheet, rule)
    make_ids(accepted, taken, list_id, partial(progress, _("converting"), len(found), len(found)))
    accepted.count = table.ask("SELECT count(*) FROM accepted")[0][0]
    return accepted


def _load(sheet: Sheet, header: Header, table: ImportTable, progress: Progress) -> None:
    progress(_("reading"), 0, 0)
    skip = header.last - sheet.first + 1
    if sheet.direct and sheet.harmless and table.load_file(sheet.path, sheet.delimiter, skip):
        return
    table.load(_rows(sheet, skip, progress), header.last + 1)


def _rows(sheet: Sheet, skip: int, progress: Progress) -> Iterator[list[str]]:
    for number, row in enumerate(sheet.rows()):
        if number >= skip:
            yield row
        if number % 5_000 == 0:
            progress(_("reading"), number, 0)


def _refuse_rows(table: ImportTable, used: int) -> None:
    """Refuse rows that are not records: headings, notes, totals, and repetitions of an earlier row."""
    # One call and not a chain of +: that nests, takes minutes from 900 columns on, and the parser stops at 1000.
    filled = f"len(list_filter([{', '.join(table.names)}], lambda cell: cell <> ''))"
    first = first_filled(table.names)
    alone = Reason.of(Refused.ONE_CELL).dump()
    total = Reason.of(Refused.TOTALS).dump()
    table.run(
        f"INSERT INTO refusals SELECT {ROW}, -1, CASE WHEN regexp_matches({first}, ?) THEN ? ELSE ? END FROM cells "
        f"WHERE ({filled} = 1 AND ? > 1) OR (regexp_matches({first}, ?) AND {filled} * 2 <= ?)",
        [_TOTAL, total, alone, used, _TOTAL, table.width],
    )
    before, after = map(literal, Reason.of(Refused.SAME_AS_ROW, row=_ANY_ROW).dump().split(_ANY_ROW))
    same = f"{before} || first || {after}"
    every = ", ".join(table.names)
    hashes = f"SELECT hash({every}) FROM cells GROUP BY 1 HAVING count(*) > 1"
    likely = f"SELECT {ROW}, {content(table)} AS content FROM cells WHERE hash({every}) IN ({hashes})"
    table.run(
        f"INSERT INTO refusals SELECT {ROW}, -1, {same} FROM (SELECT {ROW}, min({ROW}) OVER (PARTITION BY content) "
        f"AS first FROM ({likely})) WHERE {ROW} > first AND {ROW} NOT IN (SELECT {ROW} FROM refusals)"
    )


def _apply(accepted: AcceptedRows, name: str, rule: Rule, progress: Callable[[], None]) -> None:
    """Apply a rule to all rows, and refuse the rows of refused cells."""
    table = accepted.table
    if rule.per_column and (per_column := PerColumnConversion(accepted.kind, table, name, rule)).run(progress):
        accepted.conversions.append(per_column)
        return
    conversion = ColumnConversion(accepted.kind, table, name, rule, naming=rule.fields[0] == accepted.naming)
    conversion.run(progress)
    accepted.conversions.append(conversion)
    if conversion.refused:
        table.run(
            f"INSERT INTO refusals SELECT {ROW}, {name}.col::INTEGER, {name}.reason FROM cells JOIN {name} "
            f"ON {conversion.condition} WHERE {name}.reason <> '' AND {ROW} NOT IN "
            f"(SELECT {ROW} FROM refusals WHERE col = -1)"
        )


def _refuse_merged(table: ImportTable, sheet: Sheet, rule: Rule) -> None:
    """Refuse quantities in merged cells: each of the rows would count the whole amount."""
    reason = Reason.of(Refused.MERGED).dump()
    rows = [(row, position) for row, position in sheet.filled if position in rule.columns]
    for row, position in sorted(rows):
        table.run(f"INSERT INTO refusals SELECT {ROW}, ?, ? FROM cells WHERE {ROW} = ?", [position, reason, row])


def refusals(accepted: AcceptedRows, header: Header) -> list[Refusal]:
    """All refusals, ordered by row and column."""
    table = accepted.table
    value = "CASE r.col " + " ".join(f"WHEN {n} THEN {name}" for n, name in enumerate(table.names)) + " ELSE '' END"
    found = table.ask(
        f"SELECT r.{ROW}, r.col, {value}, r.reason FROM refusals r JOIN cells USING ({ROW}) ORDER BY 1, 2, 4"
    )
    return [Refusal(row, header.names[n] if n >= 0 else "", text, Reason.load(why)) for row, n, text, why in found]


def cells_of_accepted(accepted: AcceptedRows, header: Header, column: str) -> list[tuple[str, int]]:
    """The different cells of a column in the accepted rows, each with the number of rows."""
    cell = accepted.table.names[header.names.index(column)]
    found = accepted.table.ask(f"SELECT {cell}, count(*) FROM accepted JOIN cells USING ({ROW}) GROUP BY 1 ORDER BY 1")
    return [(text, rows) for text, rows in found]


def organisations_met(accepted: AcceptedRows, known: Organisations) -> Mapping[str, int]:
    """The ids of the new organisations that accepted rows refer to, each with its first row."""
    new = {one.id for one in known.new.values()}
    return {id_: row for id_, row in accepted.mentions("organisations") if id_ in new}
