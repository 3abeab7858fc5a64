"""Several tables on one sheet, side by side or one below the other: each is a list by itself."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_NUMBER = re.compile(r"[^\d]{0,6}\d[\d.,' ]*[^\d]{0,6}|\d{4}-\d{2}.*")
_MOST_TRIED = 100
_FEWEST = 2
"""Columns of a table, and its rows with the header."""


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a sheet: its rows from ``top`` to ``bottom``, its columns from ``left`` to ``right``, all from 0."""

    top: int
    bottom: int
    left: int
    right: int

    @property
    def corner(self) -> str:
        """Its first cell, as a spreadsheet names it."""
        name, column = "", self.left + 1
        while column:
            column, rest = divmod(column - 1, 26)
            name = chr(65 + rest) + name
        return f"{name}{self.top + 1}"

    def of(self, rows: Sequence[list[str]]) -> list[list[str]]:
        """Its rows."""
        return [cells[self.left : self.right + 1] for cells in rows[self.top : self.bottom + 1]]


def areas(rows: Sequence[list[str]]) -> list[Area]:
    """The tables of a sheet in reading order: one where nothing says that there are several."""
    width = max(map(len, rows), default=0)
    whole = Area(0, len(rows) - 1, 0, width - 1)
    beside = _beside(rows, whole)
    return [part for area in beside for part in _below(rows, area)]


def parted(rows: Sequence[list[str]]) -> list[Area]:
    """What an empty column parts a sheet into that is read as one list, where that could be lists of their own.

    The cells don't tell which: a column may be left empty for the eye, or stand between two lists of one length. Only
    where what stands at the right begins with texts as a list does; none where there is nothing to choose.
    """
    blocks = _blocks(rows, max(map(len, rows), default=0))
    pair = _Pair(rows)
    if len(blocks) < _FEWEST or len(areas(rows)) > 1 or not all(_is_table(one) and pair.full(one) for one in blocks):
        return []
    return blocks if all(pair.begins_with_texts(one) for one in blocks) else []


def _beside(rows: Sequence[list[str]], whole: Area) -> list[Area]:
    """Tables that an empty column parts, where rows begin or end elsewhere, or names of columns come again."""
    blocks = _blocks(rows, whole.right + 1)
    if len(blocks) < _FEWEST or not all(map(_is_table, blocks)) or not all(map(_Pair(rows).part, blocks, blocks[1:])):
        return [whole]
    return blocks


def _blocks(rows: Sequence[list[str]], width: int) -> list[Area]:
    """The columns that have cells beside each other, each as far as its rows go."""
    empty = set(range(width))
    for cells in rows:
        empty -= {column for column in empty if column < len(cells) and cells[column]}
    blocks: list[list[int]] = []
    for column in range(width):
        if column not in empty and (column == 0 or column - 1 in empty):
            blocks.append([column, column])
        elif column not in empty:
            blocks[-1][1] = column
    return [Area(*_extent(rows, left, right), left, right) for left, right in blocks]


def _is_table(area: Area) -> bool:
    return area.right - area.left + 1 >= _FEWEST and area.bottom - area.top + 1 >= _FEWEST


def _extent(rows: Sequence[list[str]], left: int, right: int) -> tuple[int, int]:
    """The first and the last row with a cell in some columns."""
    having = [number for number, cells in enumerate(rows) if any(cells[left : right + 1])]
    return having[0], having[-1]


class _Pair:
    """Whether two neighbouring areas are tables of their own."""

    def __init__(self, rows: Sequence[list[str]]) -> None:
        self._rows = rows

    def part(self, one: Area, other: Area) -> bool:
        """They have the same names of columns, or one is full of cells where it stands and ends before the other."""
        first, second = self._names(one), self._names(other)
        if len(first & second) >= _FEWEST:
            return True
        return abs(one.bottom - other.bottom) >= _FEWEST and self.full(one) and self.full(other)

    def _names(self, area: Area) -> set[str]:
        return set(filter(None, self._rows[area.top][area.left : area.right + 1]))

    def full(self, area: Area) -> bool:
        """Whether no row of it is empty, and most of its cells are not."""
        cut = [cells[area.left : area.right + 1] for cells in self._rows[area.top : area.bottom + 1]]
        cells = sum(bool(cell) for row in cut for cell in row)
        return all(map(any, cut)) and cells * 2 > len(cut) * (area.right - area.left + 1)

    def begins_with_texts(self, area: Area) -> bool:
        """Whether the first column has a name, and below it texts, each another one: what a list is of."""
        first = [self._rows[row][area.left] for row in range(area.top, area.bottom + 1)]
        texts = [cell for cell in first[1:] if cell and not _NUMBER.fullmatch(cell)]
        return bool(first[0]) and len(texts) == len(first) - 1 and len(set(texts)) == len(texts)


def _below(rows: Sequence[list[str]], area: Area) -> Iterator[Area]:
    """Tables that empty rows part, where a new header stands: texts over numbers, each of them new in its column."""
    top, tried = area.top, 0
    for number in range(area.top + 1, area.bottom):
        if any(rows[number - 1][area.left : area.right + 1]) or tried == _MOST_TRIED:
            continue
        names, first = (rows[one][area.left : area.right + 1] for one in (number, number + 1))
        if not _is_header(names, first):
            continue
        tried += 1  # each look goes through all rows
        if _is_new(rows, area, top, number) and _has_table(rows, area, top, number):
            yield Area(top, number - 1, area.left, area.right)
            top = number
    yield Area(top, area.bottom, area.left, area.right)


def _is_header(names: Sequence[str], first: Sequence[str]) -> bool:
    """Whether texts stand above a row that has numbers or dates where they have none."""
    told = [column for column, cell in enumerate(names) if cell]
    if len(told) < _FEWEST or any(_NUMBER.fullmatch(names[column]) for column in told):
        return False
    return any(column in told and _NUMBER.fullmatch(cell) for column, cell in enumerate(first) if cell)


def _is_new(rows: Sequence[list[str]], area: Area, top: int, number: int) -> bool:
    """Whether no cell of a row stands in its column as a value; in another header it may stand."""
    each = [rows[one][area.left : area.right + 1] for one in range(top, area.bottom + 1)]
    header = next((one for one, cells in enumerate(each) if len(list(filter(None, cells))) >= _FEWEST), 0)
    names = each[number - top]
    for other, cells in enumerate(each):
        same = sum(bool(cell) and cell == name for cell, name in zip(cells, names, strict=False))
        if same and same < len(list(filter(None, names))) and other not in (header, number - top):
            return False
    return True


def _has_table(rows: Sequence[list[str]], area: Area, top: int, bottom: int) -> bool:
    """Whether rows hold a header with a row below it."""
    wide = [1 for cells in rows[top:bottom] if len(list(filter(None, cells[area.left : area.right + 1]))) >= _FEWEST]
    return len(wide) >= _FEWEST
