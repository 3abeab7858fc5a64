"""A sheet of an XLSX file, read as a stream: rows of what the cells show, what is merged, what is hidden."""

import re
from datetime import datetime
from functools import cache, lru_cache
from xml.etree.ElementTree import Element

from cq_tui.importing.sources.nested import text_of
from cq_tui.importing.sources.workbook.grid import Grid, Merged, Watch
from cq_tui.importing.sources.workbook.number_format import GENERAL, shown
from cq_tui.importing.sources.workbook.package import Package, grandchildren, is_true, name_of, text_in

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_DIGITS = "0123456789"
_SHORT = 15
"""Digits of a number that stands as it is."""
_AS_IT_IS = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]*[1-9]")


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
    grid.hidden_columns = {column for column in grid.hidden_columns if column < grid.width}
    return grid


def _add(grid: Grid, row: Element, cells: "_Cells") -> None:
    texts: list[str] = []
    position = 0
    for cell in row:
        reference = cell.get("r")
        position = _column(reference.rstrip(_DIGITS)) if reference else position
        text = cells.text(cell)
        if text:
            if position > len(texts):
                texts.extend([""] * (position - len(texts)))
            texts.append(text)
        position += 1
    number = row.get("r")
    grid.add(int(number) if number else len(grid.rows) + 1, texts, hidden=is_true(row.get("hidden", "")))


@cache
def _column(letters: str) -> int:
    """The column that letters name, from 0."""
    column = 0
    for one in letters:
        column = column * 26 + ord(one) - 64
    return column - 1


def _merged(reference: str) -> list[Merged]:
    found = _REFERENCE.findall(reference)
    if len(found) != 2:
        return []
    (left, top), (right, bottom) = found
    return [(int(top), _column(left.upper()) + 1, int(bottom), _column(right.upper()) + 1)]


class _Cells:
    """What the cells of a workbook show."""

    def __init__(self, package: Package, watch: Watch) -> None:
        self._strings = package.strings(watch)
        self._formats = package.formats()
        self._since_1904 = package.since_1904

    def text(self, cell: Element) -> str:
        """The text of a cell; a formula whose value was not saved stands as the formula."""
        value, formula = None, None
        for child in cell:
            if child.tag.endswith("v"):
                value = child.text
            elif child.tag.endswith("is"):
                return text_in(child).strip()
            elif child.tag.endswith("f"):
                formula = child.text or ""
        if value is None or value == "":
            return "" if formula is None else f"={formula}"
        kind = cell.get("t")
        if kind == "s":
            return self._strings[int(value)]
        if kind is None or kind == "n":
            return self._number(value, cell.get("s"))
        if kind == "b":
            return "true" if value == "1" else "false"
        if kind == "d":
            return text_of(datetime.fromisoformat(value.removesuffix("Z")))
        return value.strip()

    def _number(self, value: str, style: str | None) -> str:
        form = self._formats[int(style)] if style and int(style) < len(self._formats) else GENERAL
        if form == GENERAL and len(value) <= _SHORT and (value.isdecimal() or _AS_IT_IS.fullmatch(value)):
            return value
        return _shown(value, form, self._since_1904)


@lru_cache(16_384)  # a list has fewer different days and shares than cells
def _shown(value: str, form: str, since_1904: bool) -> str:
    return shown(float(value), form, since_1904)
