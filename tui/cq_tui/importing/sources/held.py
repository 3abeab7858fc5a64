"""Cells that are empty because they hold from the row above, as a merged cell is in a CSV file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from cq_tui.importing.sources.sheet import Sheet


@dataclass(frozen=True, slots=True)
class HeldColumns:
    """Columns that say something once for several rows; ``key`` is the one that is filled where they do."""

    key: int
    columns: tuple[int, ...]

    def is_below(self, row: Sequence[str]) -> bool:
        """Whether a row says what it says of what a row above it is about: it has none of the columns, and others."""
        return not any(at < len(row) and row[at].strip() for at in self.columns) and _filled(row) > 1

    def is_above(self, row: Sequence[str]) -> bool:
        """Whether rows may stand below a row that say no more what it is about."""
        return self.key < len(row) and bool(row[self.key].strip())


def held(sheet: Sheet, skip: int, found: HeldColumns) -> Sheet:
    """The sheet with such cells filled from above; ``skip``: its rows up to the header.

    Each is among those that only repeat the one above them, so that an amount of them counts once.
    """
    filled = {
        (sheet.first + at, column)
        for at, (row, above) in enumerate(_with_above(sheet, skip, found))
        for column in (found.columns if above and found.is_below(row) else ())
        if column < len(above) and above[column].strip()
    }
    rows = partial(_rows_held, sheet, skip, found)
    return replace(sheet, rows=rows, direct=False, filled=sheet.filled | filled)


def rows_held(sheet: Sheet, skip: int, found: HeldColumns) -> list[int]:
    """The numbers of the rows whose cells would be filled."""
    each = enumerate(_with_above(sheet, skip, found), sheet.first)
    return [number for number, (row, above) in each if above and found.is_below(row)]


def _with_above(sheet: Sheet, skip: int, found: HeldColumns) -> Iterator[tuple[list[str], list[str]]]:
    """Each row with the one above it that says what it is about; of the first ones with none."""
    rows, above = sheet.rows(), list[str]()
    yield from ((row, []) for row in islice(rows, skip))
    for row in rows:
        if found.is_above(row):
            above = row
        elif not any(cell.strip() for cell in row):
            above = []  # an empty row ends what stands above it
        yield row, above


def _rows_held(sheet: Sheet, skip: int, found: HeldColumns) -> Iterator[list[str]]:
    return (_held(row, above, found) for row, above in _with_above(sheet, skip, found))


def _held(row: list[str], above: list[str], found: HeldColumns) -> list[str]:
    if not above or not found.is_below(row):
        return row
    cells = [*row, *[""] * (max(found.columns) + 1 - len(row))]
    for column in found.columns:
        cells[column] = above[column] if column < len(above) else ""
    return cells


def _filled(row: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in row)
