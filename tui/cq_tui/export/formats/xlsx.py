"""A selection as an XLSX workbook (the extra ``xlsx``): typed cells, text never a formula, links to what is named."""

import io
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date, datetime, time
from decimal import Decimal
from typing import IO, TYPE_CHECKING, Any

from cq_tui.export.format import Format, Request
from cq_tui.export.shown_sheet import MOST_TEXT, fill_as_shown, is_exact, refuse_too_long
from cq_tui.files.write import WriteError
from cq_tui.language import _
from cq_tui.schema.columns import Column
from cq_tui.schema.field import Field
from cq_tui.values.clean import clean_line
from cq_tui.values.types.base import SHEET_FORMATS, Names

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from cq_tui.store.selection.records_at import Shown

MOST_ROWS = 1_048_575
"""Rows of a sheet below its header."""
_MOST_LINKS = 65_530
_IN_MEMORY = 10_000
"""Rows that are put together in memory; more go through temporary files."""
_PIECE = 64 * 1024
_NAMED = "names"
_LONGEST_SHEET_NAME = 31

_MADE = datetime(1980, 1, 1)
"""The day in every workbook: the same records make the same bytes."""


def _data(request: Request) -> Iterator[bytes]:
    """The bytes of a workbook: the records on one sheet, on another the names of the records they refer to.

    Raises WriteError for what a workbook can't hold, and where XlsxWriter is not installed.
    """
    selection = request.selection
    try:
        from xlsxwriter import Workbook
    except ImportError:
        raise WriteError(_("xlsx needs XlsxWriter: pip install 'cq-tui[xlsx]'")) from None
    if selection.count > MOST_ROWS:
        message = _("{count} rows are more than a sheet of a workbook holds ({most}): take csv.")
        raise WriteError(message.format(count=selection.count, most=MOST_ROWS))
    small = selection.count <= _IN_MEMORY
    how: dict[str, Any] = {
        "in_memory": small,
        "constant_memory": not small,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with ExitStack() as opened:
        file: IO[bytes] = io.BytesIO()
        if not small:
            folder = opened.enter_context(request.temporary())
            how["tmpdir"] = str(folder)
            file = opened.enter_context((folder / "book").open("w+b"))
        with Workbook(file, how) as book:
            book.set_properties({"created": _MADE})
            if request.as_shown:
                fill_as_shown(book, request)
            else:
                _Sheets(book, request).fill()
        file.seek(0)
        while piece := file.read(_PIECE):
            yield piece


class _Sheets:
    """The two sheets while they are filled, row by row."""

    def __init__(self, book: "Workbook", request: Request) -> None:
        self._selection = selection = request.selection
        self._records = request.records
        self._columns = request.columns
        self._names: Names = selection.store.name
        self._sheet: Worksheet = book.add_worksheet(_sheet_name(selection.kind.name))
        self._named: Worksheet = book.add_worksheet(_NAMED)
        self._rows: dict[tuple[str, str], int] = {}
        self._links = 0
        self._bold = book.add_format({"bold": True})
        self._link = book.get_default_url_format()
        self._formats = {name: book.add_format({"num_format": name}) for name in SHEET_FORMATS}

    def fill(self) -> None:
        """Write all there is."""
        for position, column in enumerate(self._columns):
            self._sheet.set_column(position, position, column.field.type.sheet_width)
            self._sheet.write_string(0, position, column.name, self._bold)
        self._sheet.freeze_panes(1, 1)
        self._sheet.autofilter(0, 0, self._selection.count, len(self._columns) - 1)
        self._named.set_column(0, 2, 36)
        for position, word in enumerate(("kind", "id", "name")):
            self._named.write_string(0, position, word, self._bold)
        self._named.freeze_panes(1, 0)
        for row, record in enumerate(self._records, start=1):
            for position, column in enumerate(self._columns):
                self._write(row, position, column, record)

    def _write(self, row: int, position: int, column: Column, record: "Shown") -> None:
        field = column.field
        value = self._selection.kind.value(record, field)
        if value is None:
            return
        held = field.type.in_sheet(value)
        how = self._formats.get(field.type.sheet_format(value))
        if isinstance(held, bool):
            self._sheet.write_boolean(row, position, held)
        elif isinstance(held, date | time):
            self._sheet.write_datetime(row, position, held, how)
        elif isinstance(held, int | Decimal) and is_exact(held):
            self._sheet.write_number(row, position, float(held), how)
        else:
            self._write_text(row, position, column, record, value)

    def _write_text(self, row: int, position: int, column: Column, record: "Shown", value: Any) -> None:
        text = column.value(record)
        refuse_too_long(text, record.id, column.name)
        targets = [self._row_of(kind, id) for kind, id in _referred(column.field, value)]
        if len(targets) == 1 and self._links < _MOST_LINKS:
            self._links += 1
            self._sheet.write_url(row, position, f"internal:'{_NAMED}'!C{targets[0] + 1}", self._link, text)
        elif text:
            self._sheet.write_string(row, position, text)

    def _row_of(self, kind: str, id: str) -> int:
        """The row of a record among the names; it is written there when it is first asked for."""
        row = self._rows.get((kind, id))
        if row is None:
            row = self._rows[kind, id] = len(self._rows) + 1
            for position, text in enumerate((kind, id, clean_line(self._names(kind, id))[: MOST_TEXT // 2])):
                self._named.write_string(row, position, text)
        return row


def _sheet_name(kind: str) -> str:
    """A kind's name as that of a sheet; another one where Excel or the other sheet has that name already."""
    return f"{kind}_" if kind in (_NAMED, "history") else kind[:_LONGEST_SHEET_NAME]


def _referred(field: Field, value: Any) -> list[tuple[str, str]]:
    """The records that a value refers to, by kind and id."""
    if field.type.refers_to is None:
        return []
    entries = value if field.is_list else (value,)
    if not field.parts:
        return [(field.type.refers_to, id) for id in entries]
    return [
        one
        for part in entries
        for inner in field.parts
        if getattr(part, inner.name) is not None
        for one in _referred(inner, getattr(part, inner.name))
    ]


FORMAT = Format(data=_data, as_shown=True)
