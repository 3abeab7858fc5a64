"""Rows below the end of a list that are none of it: a second small table, sums by country, an exchange rate.

Where the list ends a row of totals stands, a line of one cell, or an empty one. What stands below that is no row of the
list if it has far less that fits the columns than the rows above it have.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from cq_tui.importing.errors import Refused
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.sources.import_table import ROW, ImportTable
from cq_tui.values import dates, numbers
from cq_tui.values.nothing import is_nothing
from cq_tui.values.reasons import Reason
from cq_tui.values.sql import literal

_MOST = 50_000
"""Rows of a list that are looked at: one with more is a database's, with nothing below it."""
_MOST_BELOW = 200
_LEAST_ABOVE = 3
_LOOKED_AT = 500
"""Rows above the end that are looked at."""
_USUAL, _NEARLY_ALL = 0.8, 0.8
_MISFIT = 1 / 3
"""Of the columns that nearly all rows fill, those in which a row below has nothing that fits, at least."""
_FEWEST = 2
_NAMED = 4
_FEWEST_AGAIN, _ENOUGH_AGAIN = 3, 4
"""Columns that a header names, at least, which stands there again: half of them, or enough."""
_Row = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class _Column:
    """A column that nearly all rows of the list fill; ``is_value``: by amounts or days."""

    place: int
    is_value: bool

    def fits(self, cell: str) -> bool:
        return bool(cell) and not (is_nothing(cell) and self.is_value) and _is_value(cell) is self.is_value


def leave_out_below(table: ImportTable, header: Header, kept: frozenset[int]) -> None:
    """Refuse the rows below the end of the list that are no rows of it; ``kept``: those that are said to be."""
    count = table.ask("SELECT count(*) FROM cells")[0][0]
    if count > _MOST:
        return
    total, heading = (literal(Reason.of(one).dump()) for one in (Refused.TOTALS, Refused.ONE_CELL))
    ends = table.ask(
        f"SELECT {ROW}, min(heading) FROM (SELECT {ROW}, reason = {heading} AS heading FROM refusals "
        f"WHERE reason IN ({total}, {heading}) UNION ALL SELECT {ROW}, false FROM "
        f"(SELECT {ROW}, lead({ROW}) OVER (ORDER BY {ROW}) - {ROW} AS step FROM cells) WHERE step > 1) "
        "GROUP BY 1 ORDER BY 1"
    )
    again = _header_again(table, header) if ends else 0
    ends = [one for one in ends if one[0] > again]
    if not ends:
        return
    rows = [
        (row, [cell or "" for cell in cells])
        for row, cells in table.ask(
            f"SELECT {ROW}, [{', '.join(table.names)}] FROM cells WHERE {ROW} NOT IN (SELECT {ROW} FROM refusals) "
            f"ORDER BY {ROW} DESC LIMIT {_MOST_BELOW + _LOOKED_AT + 1}"
        )
    ][::-1]
    for end, is_heading in ends:
        if found := _below(rows, end, is_heading=is_heading):
            columns, out = found
            names = tuple(header.names[one.place] for one in columns[:_NAMED])
            refused = [
                (row, Reason.of(Refused.STANDS_BELOW, row=f"{end}", names=names, setting=f"--set rows.keep={row}"))
                for row in out
                if row not in kept
            ]
            rows_, reasons = [str(row) for row, _why in refused], [why.dump() for _row, why in refused]
            table.insert("refusals", [rows_, ["-1"] * len(rows_), reasons])
            return


def _header_again(table: ImportTable, header: Header) -> int:
    """The last row in which the header stands again, with which another part of the list begins; 0 where none does.

    Its last columns may be left out; a table of sums, whose header has a few of the same words, is no part of the list.
    """
    again = literal(Reason.of(Refused.REPEATS_HEADER).dump())
    names = [name.casefold() for name in header.names]
    rows = table.ask(
        f"SELECT {ROW}, [{', '.join(table.names)}] FROM cells WHERE {ROW} IN "
        f"(SELECT {ROW} FROM refusals WHERE reason = {again}) ORDER BY {ROW} DESC"
    )
    for row, cells in rows:
        told = [cell.strip().casefold() for cell in cells]
        count = sum(map(bool, told))
        if count >= min(_ENOUGH_AGAIN, max(_FEWEST_AGAIN, len(names) / 2)) and told[:count] == names[:count]:
            return int(row)
    return 0


def _below(rows: Sequence[_Row], end: int, *, is_heading: bool) -> tuple[list[_Column], list[int]] | None:
    """The columns that rows below the end of a list lack, and those rows; None where the list goes on there.

    Below a heading deals may stand of which less is known, such as planned ones: those have nothing that can't be.
    """
    below = [(row, cells) for row, cells in rows[-_MOST_BELOW - 1 :] if row > end]
    above = [cells for row, cells in rows[: len(rows) - len(below)] if row <= end][-_LOOKED_AT:]
    if len(above) < _LEAST_ABOVE or not below or len(below) > min(_MOST_BELOW, len(above) * 4):
        return None
    usual = list(_usual(above))
    if len(usual) < _FEWEST or not any(one.is_value for one in usual):
        return None
    out = [row for row, cells in below if _is_other(usual, cells)]
    if len(out) < len(below) * _NEARLY_ALL or sum(_is_other(usual, cells) for cells in above) * 10 > len(above):
        return None
    if is_heading and sum(_is_odd(usual, cells) for _row, cells in below) * 2 < len(below):
        return None
    lacking = [one for one in usual if sum(one.fits(cells[one.place]) for _row, cells in below) * 2 < len(below)]
    return (lacking or usual), out


def _is_other(usual: Sequence[_Column], cells: Sequence[str]) -> bool:
    return sum(not one.fits(cells[one.place]) for one in usual) >= len(usual) * _MISFIT


def _is_odd(usual: Sequence[_Column], cells: Sequence[str]) -> bool:
    """Whether a cell holds a number where names stand, or words where amounts or days do."""
    return any(
        cells[one.place] and not is_nothing(cells[one.place]) and not one.fits(cells[one.place]) for one in usual
    )


def _usual(above: Sequence[Sequence[str]]) -> Iterator[_Column]:
    for place in range(len(above[0])):
        cells = [row[place].strip() for row in above if row[place].strip()]
        if len(cells) < len(above) * _USUAL:
            continue
        values = sum(map(_is_value, cells))
        if not len(cells) * (1 - _USUAL) < values < len(cells) * _USUAL:
            yield _Column(place, values * 2 > len(cells))


@lru_cache(65_536)
def _is_value(cell: str) -> bool:
    return numbers.is_amount(cell) or dates.is_date(cell)
