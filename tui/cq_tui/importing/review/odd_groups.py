"""Amounts whose marks of thousands stand at odd places, ``3,000,00``: what reads them, and as what they are read."""

from shlex import quote

from cq_tui.importing.convert.readers.odd_groups import is_odd, read_oddly
from cq_tui.importing.convert.remarks import cells_remarked
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.maps.mapping import ANYWHERE, FieldMap
from cq_tui.importing.review.doubts import Doubt, grouped_count
from cq_tui.importing.review.facts import FieldReview
from cq_tui.importing.sources.import_table import ROW, ImportTable
from cq_tui.values.amounts import grouped
from cq_tui.values.numbers import scaled
from cq_tui.values.reasons import Reason, ReasonError
from cq_tui.values.sql import literal


def odd_groups(table: ImportTable, header: Header, told: FieldReview) -> Reason | None:
    """What is told of such cells of a field of amounts; None where there are none."""
    columns = [name for name in told.columns if name in header.names]
    if not told.field.type.is_money or told.field.shown.own or not columns:
        return None
    at = header.names.index(columns[0])
    is_read = told.mapped.thousands == ANYWHERE
    if not is_read and (told.mapped.thousands or not told.unread):
        return None
    cells = _with_marks(table, at, told.mapped) if is_read else cells_remarked(table, at)
    found = [(made, rows) for cell, rows in cells if (made := _made(cell, told.mapped))]
    if not found:
        return None
    count = grouped_count(sum(rows for _made, rows in found))
    if is_read:
        return Reason.of(Doubt.ODD_GROUPS_READ, count=count, cell=found[0][0])
    setting = f"--set {quote(f'{told.field.name}.thousands={ANYWHERE}')}"
    return Reason.of(Doubt.ODD_GROUPS, count=count, cell=found[0][0], setting=setting)


def _made(cell: str, mapped: FieldMap) -> str:
    """Such a cell with what it is read as, ``"8.288.46" = 8,288.46``; empty for others, and where nothing reads it."""
    if not is_odd(cell, mapped):
        return ""
    try:
        found = read_oddly(cell, mapped)
    except ReasonError:
        return ""
    return f'"{cell}" = {grouped(scaled(found, ""))}'


def _with_marks(table: ImportTable, at: int, mapped: FieldMap) -> list[tuple[str, int]]:
    """The different cells of a column with a mark of thousands, the most frequent first."""
    cell, mark = table.names[at], "," if mapped.decimal != "," else "."
    sql = (
        f"SELECT {cell}, count(*) AS rows FROM cells WHERE {ROW} NOT IN (SELECT {ROW} FROM refusals) "
        f"AND contains({cell}, {literal(mark)}) GROUP BY 1 ORDER BY rows DESC, min({ROW})"
    )
    return [(one, rows) for one, rows in table.ask(sql)]
