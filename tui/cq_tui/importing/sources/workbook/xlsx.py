"""A sheet of an XLSX file, read as a stream: rows of what the cells show, what is merged, what is hidden."""

import re
from datetime import datetime
from xml.etree.ElementTree import Element

from cq_tui.importing.sources.nested import text_of
from cq_tui.importing.sources.workbook.grid import Grid, Merged, Watch
from cq_tui.importing.sources.workbook.number_format import GENERAL, is_without_day, shown_text
from cq_tui.importing.sources.workbook.package import Package, grandchildren, is_true, name_of, text_in

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_DIGITS = "0123456789"


def read_sheet(package: Package, title: str, watch: Watch) -> Grid:
    """The cells of a sheet."""
    cells = _Cells(package, watch)
    grid = Grid()
    with package.open(title) as part:
        for one in grandchildren(part, lambda: watch(len(grid.rows))):
            kind = name_of(one)
            if kind == "row":
                _add(grid, one, cells)
            elif kind == "col" and is_true(one.get("hidden", "")):
                first, last = int(one.get("min", "1")), int(one.get("max", "1"))
                grid.hidden_columns |= set(range(first - 1, min(last, first + 16_384)))
            elif kind == "mergeCell":
                grid.merged += _merged(one.get("ref", ""))
    grid.complete_days()
    grid.hidden_columns = {column for column in grid.hidden_columns if column < grid.width}
    return grid


def _add(grid: Grid, row: Element, cells: "_Cells") -> None:
    texts: list[str] = []
    position = 0
    told = row.get("r")
    number = int(told) if told else len(grid.rows) + 1
    for cell in row:
        if reference := cell.get("r"):
            position = _COLUMNS[reference.rstrip(_DIGITS)]
        if text := cells.text(cell):
            if position > len(texts):
                texts.extend([""] * (position - len(texts)))
            texts.append(text)
            if "." in text or "," in text:
                grid.note(position, text, number=cell.get("t") in (None, "n"))
            if cell.get("s") in cells.without_day and cell.get("t") in (None, "n"):
                grid.note_month((number, position), cells.format_of(cell), text)
        position += 1
    grid.add(number, texts, hidden=is_true(row.get("hidden", "")))


class _Columns(dict[str, int]):
    """The column that letters name, from 0. Filled as they are met."""

    def __missing__(self, letters: str) -> int:
        column = 0
        for one in letters:
            column = column * 26 + ord(one) - 64
        self[letters] = column - 1
        return column - 1


_COLUMNS = _Columns()


def _merged(reference: str) -> list[Merged]:
    found = _REFERENCE.findall(reference)
    if len(found) != 2:
        return []
    (left, top), (right, bottom) = found
    return [(int(top), _COLUMNS[left.upper()] + 1, int(bottom), _COLUMNS[right.upper()] + 1)]


class _Cells:
    """What the cells of a workbook show."""

    def __init__(self, package: Package, watch: Watch) -> None:
        self._strings = package.strings(watch)
        self._formats: dict[str | None, str] = {str(at): form for at, form in enumerate(package.formats())}
        self._since_1904 = package.since_1904
        self.without_day = {at for at, form in self._formats.items() if is_without_day(form)}

    def format_of(self, cell: Element) -> str:
        """The format of a cell."""
        return self._formats.get(cell.get("s"), GENERAL)

    def text(self, cell: Element) -> str:
        """The text of a cell; a formula whose value was not saved stands as the formula."""
        if len(cell) == 1 and (only := cell[0]).tag.endswith("v"):  # most cells have a value and nothing else
            if not (found := only.text):
                return ""
            return self._strings[int(found)] if cell.get("t") == "s" else self._shown(cell, found)
        value, formula = None, None
        for child in cell:
            if child.tag.endswith("v"):
                value = child.text
            elif child.tag.endswith("is"):
                return text_in(child).strip()
            elif child.tag.endswith("f"):
                formula = child.text or ""
        return self._shown(cell, value) if value else "" if formula is None else f"={formula}"

    def _shown(self, cell: Element, value: str) -> str:
        kind = cell.get("t")
        if kind == "s":
            return self._strings[int(value)]
        if kind is None or kind == "n":
            return shown_text(value, self.format_of(cell), self._since_1904)
        if kind == "b":
            return "true" if value == "1" else "false"
        if kind == "d":
            return text_of(datetime.fromisoformat(value.removesuffix("Z")))
        return value.strip()
