"""Rows that name nobody in a role, where most rows name somebody: names that stand in another column, or in none."""

from collections.abc import Iterator

from cq_tui.importing.convert.accepted_rows import AcceptedRows
from cq_tui.importing.convert.convert_column import ColumnConversion
from cq_tui.importing.convert.per_column import PerColumnConversion
from cq_tui.importing.recognise.maps.mapping import TABLE_OF_NAMES, FieldMap
from cq_tui.importing.sources.import_table import ROW
from cq_tui.language import N_
from cq_tui.schema.field import Field
from cq_tui.values.lists_in_cells import PART_MARK
from cq_tui.values.reasons import Code, Reason
from cq_tui.values.sql import literal

_MOST = 0.5


class WithoutParty(Code):
    """What is told of such rows."""

    NONE = N_("{count} of {rows} rows name no {role}; the first is row {row}")


def rows_without_party(
    accepted: AcceptedRows, one: ColumnConversion | PerColumnConversion, field: Field, mapped: FieldMap
) -> Iterator[Reason]:
    """How many rows name nobody in each role that most of them have, and the first of them."""
    if field.type.refers_to != TABLE_OF_NAMES or mapped.constant:
        return
    part = next((part for part in field.parts if part.codes), None)
    for role in mapped.roles if part else ():
        joins = " ".join(join for join, _made in one.pieces)
        mark = literal(f"{PART_MARK}{role}")
        none = " AND ".join(f"NOT contains({made}, {mark})" for _join, made in one.pieces)
        asked = f"SELECT count(*), count(*) FILTER ({none}), min({ROW}) FILTER ({none}) FROM cells {joins} "
        rows, count, first = accepted.table.ask(f"{asked} WHERE {ROW} NOT IN (SELECT {ROW} FROM refusals)")[0]
        if part and part.codes and 0 < count < rows * _MOST:
            said = {"count": f"{count:,}", "rows": f"{rows:,}", "row": f"{first}"}
            yield Reason.of(WithoutParty.NONE, role=part.codes[role].label, **said)
