"""CSV as Excel opens it: a byte-order mark in files, text that looks like a formula defused."""

from collections.abc import Iterator

from cq_tui.export.format import Format, Request
from cq_tui.export.shown import fields_of, header, rows
from cq_tui.values.csv_line import CsvLine
from cq_tui.values.formulas import Formulas


def _text(request: Request) -> Iterator[str]:
    """The lines as the engine makes them, for there may be a million; ``record_text.csv_text`` makes the same."""
    if request.as_shown:
        yield from _shown(request)
        return
    yield ",".join(column.name for column in request.columns) + "\n"
    positions = [(column.field, column.position) for column in request.columns]
    for lines in request.selection.csv_lines(positions, raw=request.raw):
        yield "\n".join(lines) + "\n"


def _shown(request: Request) -> Iterator[str]:
    """As on the screen; what is a number or a day is no formula, whatever it begins with."""
    fields = fields_of(request)
    yield CsvLine.line([header(field) for field in fields])
    for _id, cells in rows(request, fields):
        texts = (one.text if request.raw or one.value is not None else Formulas.defused(one.text) for one in cells)
        yield CsvLine.line(list(texts))


FORMAT = Format(text=_text, file_encoding="utf-8-sig", as_shown=True)
