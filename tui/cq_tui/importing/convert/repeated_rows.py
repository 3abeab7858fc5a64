"""Rows that say the same as an earlier one: two payments of one amount on one day, or one row copied twice?

Only the owner of a list knows. Both outcomes are measured, so that they can be shown beside the question.
"""

from cq_tui.importing.convert.accepted_rows import AcceptedRows
from cq_tui.importing.convert.ids import content
from cq_tui.importing.convert.sums_without import rows_words, sums_with_and_without
from cq_tui.importing.errors import Refused
from cq_tui.importing.recognise.maps.asked import Answer, Asked, Question
from cq_tui.importing.recognise.maps.mapping import COUNT, LEAVE, TABLE_OF_ROWS
from cq_tui.importing.sources.import_table import ROW, ImportTable
from cq_tui.language import _
from cq_tui.schema.kind import Kind
from cq_tui.values.reasons import Reason
from cq_tui.values.sql import literal

_ANY_ROW = "<row>"
"""Stands in a reason where the engine puts the number of a row."""
_BLOCK = 3
"""Rows that follow each other as earlier ones do: from so many on it is a part of the list that stands there twice."""
_OPEN = f"{ROW} NOT IN (SELECT {ROW} FROM refusals)"


def find_repeated(table: ImportTable) -> None:
    """Make the table ``repeated`` of the rows that say the same as an earlier one: row, first, and which copy it is."""
    every = ", ".join(table.names)
    hashes = f"SELECT hash({every}) FROM cells GROUP BY 1 HAVING count(*) > 1"
    likely = f"SELECT {ROW}, {content(table)} AS content FROM cells WHERE hash({every}) IN ({hashes}) AND {_OPEN}"
    table.run(
        f"CREATE TABLE repeated AS SELECT * FROM (SELECT {ROW}, min({ROW}) OVER (PARTITION BY content) AS first, "
        f"row_number() OVER (PARTITION BY content ORDER BY {ROW}) AS copy FROM ({likely})) WHERE {ROW} > first"
    )


def may_count(kind: Kind, accepted: AcceptedRows) -> bool:
    """Whether rows that are the same may be several records: of what is paid, where no row has an id of its own."""
    has_money = any(one.type.is_money for one in kind.fields)
    return has_money and accepted.naming != "id" and TABLE_OF_ROWS not in kind.by_name


def question_of_repeated(accepted: AcceptedRows) -> Question | None:
    """What is to be asked of the rows that are the same and could be accepted; None where there are none."""
    table = accepted.table
    rows, row, first = table.ask(f"SELECT count(*), min({ROW}), arg_min(first, {ROW}) FROM repeated WHERE {_OPEN}")[0]
    if not rows:
        return None
    every = table.ask(f"SELECT count(*) FROM cells WHERE {_OPEN}")[0][0]
    with_them, without = sums_with_and_without(accepted, f"SELECT {ROW} FROM repeated")
    in_blocks = _in_blocks(table) * 2 > rows
    why = _("most of them repeat rows in a run, as a part of a list that was copied") if in_blocks else ""
    if (elsewhere := _below_other_headings(table)) * 2 >= rows:
        in_blocks, why = False, _("{count} of them stand below another heading").format(count=f"{elsewhere:,}")
    answers = (
        Answer("same", COUNT, rows_words(every), with_them),
        Answer("same", LEAVE, "; ".join(filter(None, (rows_words(every - rows), why))), without, likely=in_blocks),
    )
    about = (("count", f"{rows:,}"), ("row", f"{row}"), ("first", f"{first}"))
    reason = Reason(Asked.SAME_ROWS.name, Asked.SAME_ROWS.value, about)
    return Question(TABLE_OF_ROWS, Asked.SAME_ROWS, reason, answers)


def leave_out_repeated(table: ImportTable) -> None:
    """Refuse the rows that say the same as an earlier one."""
    before, after = map(literal, Reason.of(Refused.SAME_AS_ROW, row=_ANY_ROW).dump().split(_ANY_ROW))
    table.run(f"INSERT INTO refusals SELECT {ROW}, -1, {before} || first || {after} FROM repeated WHERE {_OPEN}")


def _below_other_headings(table: ImportTable) -> int:
    """How many of the repeated rows stand below another heading than the row that they repeat."""
    alone = literal(Reason.of(Refused.ONE_CELL).dump())
    heading = f"(SELECT DISTINCT {ROW} AS heading FROM refusals WHERE reason = {alone})"
    found: int = table.ask(
        f"SELECT count(*) FROM (SELECT {ROW}, first FROM repeated WHERE {_OPEN}) ASOF LEFT JOIN {heading} AS one "
        f"ON {ROW} >= one.heading ASOF LEFT JOIN {heading} AS other ON first >= other.heading "
        "WHERE one.heading IS DISTINCT FROM other.heading"
    )[0][0]
    return found


def _in_blocks(table: ImportTable) -> int:
    """How many of the repeated rows follow each other in the order of the earlier ones."""
    part = f"{ROW} - first AS apart, {ROW} - row_number() OVER (PARTITION BY {ROW} - first ORDER BY {ROW}) AS run"
    blocks = f"SELECT count(*) AS size FROM (SELECT {part} FROM repeated) GROUP BY apart, run"
    found: int = table.ask(f"SELECT coalesce(sum(size), 0) FROM ({blocks}) WHERE size >= {_BLOCK}")[0][0]
    return found
