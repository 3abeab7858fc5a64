"""CSV as Excel opens it: a byte-order mark in files, text that looks like a formula defused."""

import codecs
from collections.abc import Iterator

from cq_tui.export.format import Format, Request
from cq_tui.export.shown import fields_of, header, rows
from cq_tui.schema.record_text import csv_text
from cq_tui.values.csv_line import CsvLine
from cq_tui.values.formulas import Formulas

FEW = 1_000
"""Records up to which Python writes them. To plan the cells of thirty columns takes the engine 57 ms."""


def _text(request: Request) -> Iterator[str]:
    """Of many records the engine writes the lines itself; of few it would take longer to plan that than to do it."""
    if request.as_shown:
        yield from _shown(request)
    elif request.selection.count < FEW:
        yield from csv_text(request.columns, request.records, raw=request.raw)
    else:
        yield from _of_many(request)


def _of_many(request: Request) -> Iterator[str]:
    """The same as ``csv_text`` makes."""
    yield CsvLine.line([column.name for column in request.columns])
    decoder = codecs.getincrementaldecoder("utf-8")()
    positions = [(column.field, column.position) for column in request.columns]
    for piece in request.selection.csv(positions, raw=request.raw):
        yield decoder.decode(piece)


def _shown(request: Request) -> Iterator[str]:
    """As on the screen; what is a number or a day is no formula, whatever it begins with."""
    fields = fields_of(request)
    yield CsvLine.line([header(field) for field in fields])
    for _id, cells in rows(request, fields):
        texts = (one.text if request.raw or one.value is not None else Formulas.defused(one.text) for one in cells)
        yield CsvLine.line(list(texts))


FORMAT = Format(text=_text, file_encoding="utf-8-sig", as_shown=True)
