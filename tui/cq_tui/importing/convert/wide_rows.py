"""Rows of a delimited list with more cells than its header has columns: refused with their line, or put together.

What stands beyond the last column can't be told apart from what was cut wrongly, so nothing of it is dropped.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from cq_tui.importing.errors import Refused
from cq_tui.importing.recognise.maps.mapping import UNQUOTED, Mapping, keys_of
from cq_tui.importing.sources.import_table import ROW, ImportTable
from cq_tui.importing.sources.row_width import MARK, cut_number, filled_width, joined, longest_number, numbers_cut
from cq_tui.importing.sources.sheet import Sheet
from cq_tui.schema.kind import Kind
from cq_tui.values.reasons import Reason


@dataclass(frozen=True, slots=True)
class _Wide:
    """A wide row: its number, how many cells it has, and the number that may have been cut, with its column."""

    row: int
    cells: int
    number: str = ""
    column: str = ""


@dataclass
class WideRows:
    """Fits the wide rows of a list into its columns while it is loaded, and refuses those that don't fit.

    ``numbers``: the names of the columns of numbers, each with its field; ``texts``: those of texts; ``unquoted``:
    those whose thousands may be marked with commas that stand in no quotation marks.
    """

    sheet: Sheet
    names: Sequence[str]
    numbers: dict[str, str] = field(default_factory=dict)
    texts: frozenset[str] = frozenset()
    unquoted: list[str] = field(default_factory=list)
    short: int = 0
    """Rows with fewer cells than the header, of those that have more than one."""
    _met: list[_Wide] = field(default_factory=list)

    def fit(self, row: int, cells: Sequence[str]) -> Sequence[str]:
        """The cells of a wide row for the columns; in the last one stands all that is left."""
        width = len(self.names)
        for name in self.unquoted:
            if fitting := joined(cells, width, self.names.index(name)):
                return fitting
        number = column = ""
        if (position := cut_number(cells, width)) is not None:
            number, column = longest_number(cells, position), self.names[position]
        elif numbers := numbers_cut(cells, width):
            number = numbers[0]
        self._met.append(_Wide(row, filled_width(cells), number, column))
        rest = cells[width - 1 : filled_width(cells)]
        return [*cells[: width - 1], self.sheet.delimiter.join(rest)]

    def refuse(self, table: ImportTable) -> None:
        """Refuse the rows that didn't fit, but those that are refused for their quotation marks."""
        met = [one for one in self._met if one.row not in self.sheet.refused]
        if met:
            reasons = [self._why(*pair).dump() for pair in zip(met, self._lines([one.row for one in met]), strict=True)]
            table.insert("refusals", [[str(one.row) for one in met], ["-1"] * len(met), reasons])

        if self.sheet.delimiter == MARK:
            for name in self.numbers:
                self._refuse_what_goes_on(table, self.names.index(name))

    def _refuse_what_goes_on(self, table: ImportTable, position: int) -> None:
        """Refuse rows with 1 in a column of numbers and 000 in one of texts behind it: 1,000, and a cell is missing."""
        if position + 1 == len(self.names) or self.names[position + 1] not in self.texts:
            return
        cell, behind = table.names[position], table.names[position + 1]
        piece = rf"regexp_full_match({behind}, '\d{{3}}(\.\d+)?')"
        cut = rf"{piece} AND regexp_full_match({cell}, '[^0-9,]{{0,6}}[1-9]\d{{0,2}}')"
        met = table.ask(f"SELECT {ROW}, {cell}, {behind} FROM cells WHERE {cut} ORDER BY 1")
        for (row, first, rest), line in zip(met, self._lines([row for row, *_cells in met]), strict=True):
            reason = Reason.of(Refused.NUMBER_GOES_ON, line=line, number=f'"{first}{MARK}{rest}"')
            table.run("INSERT INTO refusals VALUES (?, ?, ?)", [row, position, reason.dump()])

    def _why(self, one: _Wide, line: int) -> Reason:
        about = {"line": str(line), "cells": str(one.cells), "width": str(len(self.names))}
        if not one.number:
            return Reason.of(Refused.TOO_MANY_CELLS, "", **about)
        number = f'"{one.number}"'
        if one.column in self.numbers:
            setting = f"--set {self.numbers[one.column]}.thousands={UNQUOTED}"
            return Reason.of(Refused.NUMBER_IS_CUT, "", **about, number=number, setting=setting)
        return Reason.of(Refused.CELL_IS_CUT, "", **about, number=number)

    def _lines(self, rows: Sequence[int]) -> Iterator[int]:
        """The lines of the file in which rows stand: a cell may have several."""
        wanted, line = set(rows), 1
        for number, cells in enumerate(islice(self.sheet.rows(), max(rows, default=0)), 1):
            if number in wanted:
                yield line
            line += 1 + sum(cell.count("\n") for cell in cells)


def wide_rows(sheet: Sheet, names: Sequence[str], kind: Kind, mapping: Mapping) -> WideRows:
    """What fits the rows of a list, by its mapping."""
    one_column = {
        mapped.column[0]: name
        for name, mapped in mapping.fields.items()
        if kind.by_name[name].is_quantity and len(mapped.column) == 1
    }
    unquoted = [column for column, name in one_column.items() if mapping.fields[name].thousands == UNQUOTED]
    texts = (mapped.columns for name, mapped in mapping.fields.items() if "join" in keys_of(kind.by_name[name]))
    return WideRows(sheet, names, one_column, frozenset(name for each in texts for name in each), unquoted)
