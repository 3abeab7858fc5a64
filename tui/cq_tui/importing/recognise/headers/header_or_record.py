"""Asks whether a row is the header or the first record, where no word of it is known and no column tells."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from cq_tui.importing.errors import Noticed
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.headers.rows_of_list import sort_of
from cq_tui.importing.recognise.maps.asked import Answer, Asked, Question
from cq_tui.importing.recognise.maps.mapping import HEADER
from cq_tui.importing.recognise.words.links import is_link
from cq_tui.importing.sources.sheet import Sheet
from cq_tui.language import _, listed
from cq_tui.query.name_keys import has_legal_form
from cq_tui.values.clean import clean_line
from cq_tui.values.reasons import Reason

_LOOKED_AT = 200
"""Rows below it that are looked at."""
_LEAST, _MOSTLY = 3, 0.8
_SHOWN, _LONGEST = 4, 40
_AS_FULL, _OTHERS = 0.7, 2
"""How full a row above it is, of its own cells, that may be the header; and how many of those are offered."""


def question_of_header(sheet: Sheet, header: Header) -> Question | None:
    """Whether the row is the header; None where a word of it is known, or it plainly names what stands below it.

    A text above numbers or days names them. Of texts above texts nothing tells it, but for the name of a company.
    """
    if not is_unknown(header):
        return None
    rows = list(islice(sheet.rows(), header.last - sheet.first + 1, header.last - sheet.first + 1 + _LOOKED_AT))
    said = next(islice(sheet.rows(), header.row - sheet.first, None))
    if any(_names_values(cell, at, rows) for at, cell in enumerate(said) if cell):
        return None
    again = any(cell == row[at] for row in rows for at, cell in enumerate(said) if cell and at < len(row))
    is_record = again or any(map(has_legal_form, said))
    shown = [cell.strip()[:_LONGEST] for cell in said if cell.strip()][:_SHOWN]
    reason = Reason.of(Asked.HEADER_OR_RECORD, row=header.row, cells=" | ".join(shown))
    called = _("its columns are called {names}")
    answers = (
        Answer(HEADER, f"{header.row}", called.format(names=listed(shown))),
        *(
            Answer(HEADER, f"{sheet.first + place}", called.format(names=listed(cells[:_SHOWN])))
            for place, cells in _other_headers(sheet, header, len([cell for cell in said if cell.strip()]))
        ),
        Answer(HEADER, "0", _("it is a record; the columns are called by their letters"), likely=is_record),
    )
    return Question(HEADER, Asked.HEADER_OR_RECORD, reason, answers)


def _other_headers(sheet: Sheet, header: Header, width: int) -> list[tuple[int, list[str]]]:
    """The rows above it, the last ones first, that could be the header as well: as full, all different texts."""
    found = []
    for place, row in enumerate(islice(sheet.rows(), max(0, header.row - sheet.first))):
        cells = [clean_line(cell).strip()[:_LONGEST] for cell in row if cell.strip()]
        is_plain = len(set(cells)) == len(cells) and all(sort_of(cell) == "text" for cell in cells)
        if is_plain and len(cells) >= max(2, _AS_FULL * width):
            found.append((place, cells))
    return found[: -_OTHERS - 1 : -1]


def is_unknown(header: Header) -> bool:
    """Whether it is told of a header that no word of it is known."""
    return any(one.is_(Noticed.UNKNOWN_HEADER) for one in header.noticed)


def without_told(header: Header) -> Header:
    """The header without what is told of it where that is asked."""
    return replace(header, noticed=tuple(one for one in header.noticed if not one.is_(Noticed.UNKNOWN_HEADER)))


def _names_values(cell: str, at: int, rows: Sequence[Sequence[str]]) -> bool:
    """Whether a text stands above cells most of which are amounts or days, or web or mail addresses."""
    below = [row[at] for row in rows if at < len(row) and row[at].strip()]
    if sort_of(cell) != "text" or is_link(cell) or len(below) < _LEAST:
        return False
    values = sum(sort_of(one) != "text" for one in below)
    addresses = sum(map(is_link, below))
    return max(values, addresses) >= _MOSTLY * len(below)
