"""Tells of a sheet that could be the list as well as the one that was taken, and is longer."""

from contextlib import suppress
from itertools import islice

from cq_tui.importing.errors import ImportProblem, Noticed
from cq_tui.importing.progress import Progress
from cq_tui.importing.recognise.headers.header import Header, find_header
from cq_tui.importing.recognise.words.word import EXACT
from cq_tui.importing.sources.sheet import Sheet, open_sheet
from cq_tui.schema.kind import Kind
from cq_tui.values.reasons import Reason

_SHORT = 50
"""Rows up to which other sheets are looked at; a longer one is hardly an example or a legend."""
_MOST_SHEETS = 8
_TIMES = 2
"""How many times as long another sheet must be."""


def told_of_longer(sheet: Sheet, header: Header, kind: Kind, progress: Progress) -> tuple[Reason, ...]:
    """What is told where another sheet of a workbook names records, too, and has many more rows."""
    if not (sheet.first and sheet.others) or (rows := _rows(sheet, header)) > _SHORT:
        return ()
    longest, most = "", max(rows, 1) * _TIMES
    for name in [one for one in sheet.others if "!" not in one][:_MOST_SHEETS]:
        with suppress(ImportProblem):
            other = open_sheet(sheet.path, name, progress=progress)
            names = find_header(other, kind)
            could_be = any(word.field is kind.heading and word.certainty == EXACT for word in names.words)
            if could_be and (count := _rows(other, names)) > most:
                longest, most = name, count
    told = {"sheet": longest, "count": f"{most:,}", "taken": sheet.name, "rows": f"{rows:,}"}
    return (Reason.of(Noticed.LONGER_SHEET, **told),) if longest else ()


def _rows(sheet: Sheet, header: Header) -> int:
    """The rows below the header that are not empty."""
    return sum(map(any, islice(sheet.rows(), header.last - sheet.first + 1, None)))
