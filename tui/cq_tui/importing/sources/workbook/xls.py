"""A sheet of an old Excel file (.xls), read by xlrd, an extra: values with their formats."""

from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

from cq_tui.importing.errors import ImportProblem
from cq_tui.importing.sources.workbook.grid import Grid, Watch
from cq_tui.importing.sources.workbook.number_format import BUILT_IN, GENERAL, is_without_day, shown
from cq_tui.language import _
from cq_tui.values.clean import clean_line

_WATCHED = 500
_NUMBER = 2
"""What xlrd calls a cell that holds a number."""
_DATE = 3
"""What it calls one that holds a date."""


def open_book(path: Path) -> tuple[Any, bool]:
    """The workbook, and whether its table of sectors is damaged, as some programs write it.

    Raises ImportProblem where xlrd is not installed, ValueError where it can't be read.
    """
    try:
        import xlrd
    except ImportError:
        message = _("{path}: reading .xls needs xlrd: pip install 'cq-tui[import]', or save it as .xlsx or .csv")
        raise ImportProblem(message.format(path=clean_line(str(path)))) from None
    try:
        return _opened(path, damaged=False), False
    except xlrd.compdoc.CompDocError:
        return _opened(path, damaged=True), True


def _opened(path: Path, *, damaged: bool) -> Any:
    import xlrd

    noise = StringIO()  # xlrd prints what it thinks of a file
    try:
        with redirect_stdout(noise), redirect_stderr(noise):
            return xlrd.open_workbook(
                str(path), formatting_info=True, logfile=noise, ignore_workbook_corruption=damaged
            )
    except xlrd.compdoc.CompDocError:
        if not damaged:
            raise
        raise ValueError from None
    except Exception as error:  # xlrd raises whatever the broken part makes it stumble over
        raise ValueError from error


def titles(book: Any) -> tuple[list[str], list[str]]:
    """The titles of the visible sheets, and of the hidden ones."""
    every = book.sheets()
    return [one.name for one in every if not one.visibility], [one.name for one in every if one.visibility]


def read_sheet(book: Any, title: str, watch: Watch) -> Grid:
    """The cells of a sheet."""
    sheet = book.sheet_by_name(title)
    grid = Grid()
    for row in range(sheet.nrows):
        cells = [_text(cell, book) for cell in sheet.row(row)]
        info = sheet.rowinfo_map.get(row)
        for column, (cell, text) in enumerate(zip(sheet.row(row), cells, strict=True)):
            if "." in text or "," in text:
                grid.note(column, text, number=cell.ctype == _NUMBER)
            if cell.ctype == _DATE and is_without_day(form := _format(cell, book)):
                grid.note_month((row + 1, column), form, text)
        grid.add(row + 1, cells, hidden=bool(info and info.hidden))
        if row % _WATCHED == 0:
            watch(row)
    grid.complete_days()
    grid.merged = [(top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells]
    hidden = (column for column, info in sheet.colinfo_map.items() if info.hidden)
    grid.hidden_columns = {column for column in hidden if column < grid.width}
    return grid


def _text(cell: Any, book: Any) -> str:
    import xlrd

    if cell.ctype in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
        return shown(cell.value, _format(cell, book), book.datemode == 1)
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return "true" if cell.value else "false"
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(cell.value, ""))
    return str(cell.value).strip()


def _format(cell: Any, book: Any) -> str:
    if cell.xf_index is None or cell.xf_index >= len(book.xf_list):
        return GENERAL
    key = book.xf_list[cell.xf_index].format_key
    found = book.format_map.get(key)
    return BUILT_IN.get(key) or (found.format_str if found else GENERAL)
