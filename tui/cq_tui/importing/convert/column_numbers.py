"""A row that only numbers the columns, at the top of a list: ``1 2 3`` under the header, or ``0 1 2`` in its place."""

from collections.abc import Sequence

from cq_tui.importing.errors import Refused
from cq_tui.importing.sources.import_table import ROW, ImportTable
from cq_tui.values.reasons import Reason

_FIRST_ROWS = 2
"""Rows among which such a one stands: under the header, or under a second line of it."""
_LEAST = 3
"""Columns that it numbers; two numbers that follow each other may be anything."""


def set_aside_column_numbers(table: ImportTable) -> None:
    """Refuse those of the first rows whose cells count the columns from 0 or 1."""
    names = ", ".join(table.names)
    top = f"SELECT {ROW}, [{names}] FROM cells WHERE {ROW} < (SELECT min({ROW}) FROM cells) + {_FIRST_ROWS}"
    if rows := [row for row, cells in table.ask(top) if _count(cells)]:
        reason = Reason.of(Refused.NUMBERS_COLUMNS).dump()
        table.run(
            f"INSERT INTO refusals SELECT {ROW}, -1, ? FROM cells WHERE {ROW} IN (SELECT unnest(?)) "
            f"AND {ROW} NOT IN (SELECT {ROW} FROM refusals)",
            [reason, rows],
        )


def _count(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return len(filled) >= _LEAST and any(filled == [str(start + at) for at in range(len(filled))] for start in (0, 1))
