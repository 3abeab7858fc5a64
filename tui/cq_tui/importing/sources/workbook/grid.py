"""The cells of a sheet, as any kind of workbook gives them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from cq_tui.values.numbers import is_unclear

_LONGEST_NUMBER = 30
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FIRST = {4: "-01-01", 7: "-01"}
"""What a year and a month are short of for their first day, by their length."""
WIDEST_GAP = 1_000
"""Empty rows behind which nothing belongs to the list any more."""
Merged = tuple[int, int, int, int]
"""First row, first column, last row and last column of merged cells, all from 1."""
Watch = Callable[[int], None]
"""Called with the number of rows read; may raise to break off."""


@dataclass
class Grid:
    """The rows of a sheet as texts, from row 1. What is hidden is told; from row ``far`` on nothing is read."""

    rows: list[list[str]] = field(default_factory=list)
    merged: list[Merged] = field(default_factory=list)
    hidden_rows: int = 0
    hidden_columns: set[int] = field(default_factory=set)
    far: int = 0
    numbers: set[int] = field(default_factory=set)
    """Columns with a number whose text could be read two ways, ``665.942``: a number's point is one of decimals."""
    texts: set[int] = field(default_factory=set)
    """Columns with a text that could be."""
    _shown_by: dict[tuple[int, str], tuple[list[tuple[int, int]], list[tuple[int, int]]]] = field(default_factory=dict)
    """For columns and formats without a day: where months stand, and where days."""

    def add(self, number: int, cells: list[str], *, hidden: bool) -> None:
        """Add a row; an empty one counts only where another one follows soon."""
        while cells and not cells[-1].strip():
            cells.pop()
        if not cells or self.far:
            return
        if number > len(self.rows) + WIDEST_GAP and self.rows:
            self.far = number
            return
        self.rows.extend([] for _row in range(len(self.rows) + 1, number))
        self.rows.append(cells)
        self.hidden_rows += hidden

    def note_month(self, place: tuple[int, int], form: str, text: str) -> None:
        """Note what a format without a day shows at a (row from 1, column from 0): a first of a month is a month."""
        of_format = self._shown_by.setdefault((place[1], form), ([], []))
        of_format[bool(_DAY.fullmatch(text))].append(place)

    def complete_days(self) -> None:
        """Make days of what a format shows as months and years, where it has other days of its column, too."""
        for months, days in self._shown_by.values():
            for row, column in months if days else ():
                if row <= len(self.rows) and column < len(cells := self.rows[row - 1]):
                    cells[column] += _FIRST.get(len(cells[column]), "")
        self._shown_by.clear()

    def note(self, column: int, text: str, *, number: bool) -> None:
        """Note what a separator in a cell says of its column."""
        if len(text) <= _LONGEST_NUMBER and is_unclear(text):
            (self.numbers if number else self.texts).add(column)

    @property
    def points(self) -> frozenset[int]:
        """The columns in which each point that could be read two ways is one of decimals."""
        return frozenset(self.numbers - self.texts)

    @property
    def width(self) -> int:
        """Cells of the widest row."""
        return max(map(len, self.rows), default=0)


def fill(rows: list[list[str]], merged: Sequence[Merged]) -> frozenset[tuple[int, int]]:
    """Repeat a merged cell in the rows below that it covers; returns the (row, column) of those that only repeat.

    What is merged across columns is a heading, and stays in its first column.
    """
    filled: set[tuple[int, int]] = set()
    for top, left, bottom, _right in merged:
        text = rows[top - 1][left - 1] if top <= len(rows) and left <= len(rows[top - 1]) else ""
        for number in range(top + 1, min(bottom, len(rows)) + 1 if text else 0):
            cells = rows[number - 1]
            cells.extend([""] * (left - len(cells)))
            cells[left - 1] = text
            filled.add((number, left - 1))
    return frozenset(filled)
