"""Rows of a list without a header that are headers all the same: of several tables below each other, each has one."""

from collections.abc import Sequence

from cq_tui.importing.convert.header_in_other_words import are_said_elsewhere
from cq_tui.importing.errors import Refused
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.sources.cells_sql import counts_of_filled
from cq_tui.importing.sources.import_table import ROW, ImportTable
from cq_tui.values.reasons import Reason
from cq_tui.values.sql import literal

_NUMBER = r"^\P{L}*\d\P{L}*$"
"""A cell of digits and marks: of an amount, a number, a day."""
_MOSTLY = 0.6
_LEAST, _MOST = 3, 1_000
"""Numbers that make a column one of such; rows without one there that are looked at."""
_AGAIN = 2


def set_headers_of_tables_aside(table: ImportTable, header: Header) -> None:
    """Refuse rows that say the same words but for one cell at most, also where all others have a number.

    Their words stand in no other row of their columns, as those of records may.
    """
    numbers = _columns_of_numbers(table) if header.nameless else []
    if not numbers:
        return
    worded = " OR ".join(f"(regexp_matches({one}, '\\pL') AND NOT regexp_matches({one}, '\\d'))" for one in numbers)
    asked = f"SELECT {ROW}, {', '.join(table.names)} FROM cells WHERE ({worded}) "
    asked += f"AND {ROW} NOT IN (SELECT {ROW} FROM refusals) ORDER BY {ROW} LIMIT {_MOST}"
    rows = {row: {at: cell for at, cell in enumerate(cells) if cell} for row, *cells in table.ask(asked)}
    alike = {row for row, said in rows.items() if any(_agree(said, other) for at, other in rows.items() if at != row)}
    found = [row for row in alike if not _is_elsewhere(table, rows[row], [rows[one] for one in alike], [*alike])]
    if len(found) >= _AGAIN:
        reason = Reason.of(Refused.REPEATS_HEADER).dump()
        table.insert("refusals", [[str(row) for row in sorted(found)], ["-1"] * len(found), [reason] * len(found)])


def _columns_of_numbers(table: ImportTable) -> list[str]:
    counts = ", ".join(
        f"{counts_of_filled([one])}, count(CASE WHEN regexp_matches({one}, {literal(_NUMBER)}) THEN 1 END)"
        for one in table.names
    )
    (told,) = table.ask(f"SELECT {counts} FROM cells WHERE {ROW} NOT IN (SELECT {ROW} FROM refusals)")
    each = zip(table.names, told[::2], told[1::2], strict=True)
    return [name for name, filled, numbers in each if numbers >= _LEAST and numbers >= _MOSTLY * filled]


def _agree(said: dict[int, str], other: dict[int, str]) -> bool:
    """Whether two rows have words alone, in the same columns, and the same but for one cell at most."""
    if said.keys() != other.keys() or len(said) < _LEAST or any(map(str.isdigit, "".join(said.values()))):
        return False
    return sum(said[at] != other[at] for at in said) <= 1


def _is_elsewhere(
    table: ImportTable, said: dict[int, str], others: Sequence[dict[int, str]], but: Sequence[int]
) -> bool:
    """Whether a word that the rows share stands in another row of its column."""
    shared = {at: cell for at, cell in said.items() if sum(one.get(at) == cell for one in others) > 1}
    return are_said_elsewhere(table, shared, but)
