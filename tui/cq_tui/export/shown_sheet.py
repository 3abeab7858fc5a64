"""A selection on a workbook's sheet as the screen shows it: numbers and days are real, formats show the rest."""

from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal
from typing import TYPE_CHECKING

from cq_tui.export.format import Request
from cq_tui.export.shown import ShownCell, fields_of, header, rows
from cq_tui.files.write import WriteError
from cq_tui.language import _
from cq_tui.schema.field import Field
from cq_tui.values.clean import clean_line

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format as CellFormat
    from xlsxwriter.worksheet import Worksheet

MOST_TEXT = 32_767
"""UTF-16 units of one cell."""
_LONGEST_SHEET_NAME = 31
_SIGN = 4
"""Characters that the sign of the filter takes beside a header."""


def fill_as_shown(book: "Workbook", request: Request) -> None:
    """Write header and rows. Raises WriteError for a text that no cell holds."""
    _ShownSheet(book, request, fields_of(request)).fill()


class _ShownSheet:
    """The sheet while it is filled, row by row."""

    def __init__(self, book: "Workbook", request: Request, fields: Sequence[Field]) -> None:
        self._book = book
        self._request = request
        self._fields = fields
        self._sheet: Worksheet = book.add_worksheet(str(request.selection.kind.label)[:_LONGEST_SHEET_NAME])
        self._formats: dict[str, CellFormat] = {}

    def fill(self) -> None:
        """Write all there is."""
        bold = self._book.add_format({"bold": True})
        for position, field in enumerate(self._fields):
            words = header(field)
            self._sheet.set_column(position, position, max(field.type.sheet_width, len(words) + _SIGN))
            self._sheet.write_string(0, position, words, bold)
        self._sheet.freeze_panes(1, 1)
        self._sheet.autofilter(0, 0, self._request.selection.count, len(self._fields) - 1)
        for row, (id_, cells) in enumerate(rows(self._request, self._fields), start=1):
            for position, cell in enumerate(cells):
                self._write(row, position, cell, id_)

    def _write(self, row: int, position: int, cell: ShownCell, id_: str) -> None:
        if isinstance(cell.value, date | time):
            self._sheet.write_datetime(row, position, cell.value, self._format(cell.format))
        elif isinstance(cell.value, int | Decimal) and is_exact(cell.value):
            self._sheet.write_number(row, position, float(cell.value), self._format(cell.format))
        elif cell.text:
            refuse_too_long(cell.text, id_, header(self._fields[position]))
            self._sheet.write_string(row, position, cell.text)

    def _format(self, name: str) -> "CellFormat | None":
        if not name:
            return None
        if name not in self._formats:
            self._formats[name] = self._book.add_format({"num_format": name})
        return self._formats[name]


def refuse_too_long(text: str, id_: str, column: str) -> None:
    """Raises WriteError for a text that no cell of a workbook holds."""
    if len(text.encode("utf-16-le")) // 2 > MOST_TEXT:
        message = _("{id}: {column} is longer than a cell of a workbook holds ({most} characters): take csv.")
        raise WriteError(message.format(id=clean_line(id_), column=column, most=MOST_TEXT))


def is_exact(value: int | Decimal) -> bool:
    """Whether a workbook's number, a double, holds the value as it is."""
    return Decimal(repr(float(value))) == value
