"""Rows that stand in the place of a header further down and say it in other words: a block with its own header."""

from collections.abc import Sequence

from cq_tui.importing.errors import Refused
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.headers.other_words import cells_with_names
from cq_tui.importing.sources.import_table import ROW, ImportTable
from cq_tui.values.reasons import Reason

_MOST = 10_000
"""Such rows that are looked at."""


def set_other_headers_aside(table: ImportTable, header: Header) -> None:
    """Refuse the first rows of blocks, nearly all of whose cells have the header's words, and the rows below have not.

    What such a cell holds stands in no other row of its column: a record's may.
    """
    every = ", ".join(table.names)
    opens = f"SELECT {ROW} FROM cells WHERE {ROW} NOT IN (SELECT {ROW} FROM refusals)"
    first = f"SELECT {ROW} FROM opens WHERE {ROW} - 1 NOT IN (FROM opens) AND {ROW} + 1 IN (FROM opens)"
    some = f"WITH opens AS ({opens}) SELECT unnest([{ROW}, {ROW} + 1]) FROM ({first}) WHERE {ROW} > ?"
    rows = table.ask(
        f"SELECT {ROW}, {every} FROM cells WHERE {ROW} IN ({some}) ORDER BY {ROW} LIMIT {_MOST}", [header.last + 1]
    )
    own = sum(not word.by_headings for word in header.words)
    found = {
        row: said
        for (row, *cells), (_next_row, *below) in zip(rows[::2], rows[1::2], strict=False)
        if (said := cells_with_names(cells[:own], header.names)) and not cells_with_names(below[:own], header.names)
    }
    again = [str(row) for row, said in found.items() if not are_said_elsewhere(table, said, [*found])]
    if again:
        reason = Reason.of(Refused.REPEATS_HEADER).dump()
        table.insert("refusals", [again, ["-1"] * len(again), [reason] * len(again)])


def are_said_elsewhere(table: ImportTable, said: dict[int, str], but: Sequence[int]) -> bool:
    """Whether rows other than those that may be headers hold one of the cells."""
    same = " OR ".join(f"{table.names[place]} = ?" for place in said)
    asked = f"SELECT count(*) FROM cells WHERE ({same}) AND {ROW} NOT IN (SELECT unnest(?)) "
    asked += f"AND {ROW} NOT IN (SELECT {ROW} FROM refusals)"
    count: int = table.ask(asked, [*said.values(), list(but)])[0][0]
    return count > 0
