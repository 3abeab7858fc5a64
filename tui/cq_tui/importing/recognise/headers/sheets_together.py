"""Sheets of a workbook that have the same columns, as one for each year, read one below the other as one list."""

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from cq_tui.importing.errors import ImportProblem, Noticed
from cq_tui.importing.progress import Progress
from cq_tui.importing.recognise.headers.header import Header, NoHeader, find_header
from cq_tui.importing.recognise.words.known_words import key_of
from cq_tui.importing.sources.sheet import EVERY_SHEET, Part, Sheet, open_sheet
from cq_tui.language import _
from cq_tui.schema.kind import Kind
from cq_tui.values.clean import clean_line
from cq_tui.values.languages import is_chinese
from cq_tui.values.reasons import Reason

_MOST = 0.65
"""The share of the columns of either sheet that the other one has as well."""
_YEAR = re.compile(r"(?:19|20)\d\d年?")
_IN_WORDS = {False: ("Sheet", "Year"), True: ("工作表", "年份")}


@dataclass(frozen=True, slots=True)
class _Further:
    """Another sheet: its header, and the column of the whole that each of its own becomes."""

    sheet: Sheet
    header: Header
    places: Sequence[int]


def have_same_columns(names: Sequence[str], others: Sequence[str]) -> bool:
    """Whether two sheets are of one sort: most columns of each are called as columns of the other."""
    one, other = ({key_of(name) for name in every if name} for every in (names, others))
    return bool(one and other) and len(one & other) >= _MOST * max(len(one), len(other))


def read_together(sheet: Sheet, header: Header, kind: Kind, progress: Progress) -> tuple[Sheet, Header]:
    """A sheet with the rows of the others that have its columns below, and a last column that names each row's sheet.

    The rows above the header of another sheet, and it itself, stay rows: a unit may stand there, and it is told that
    they are none of the list. Raises ImportProblem where no other sheet has these columns.
    """
    names, further = list(header.names), list[_Further]()
    for name in sheet.others:
        with suppress(ImportProblem, NoHeader):
            if "!" not in name:
                other = open_sheet(sheet.path, name, progress=progress)
                found = find_header(other, kind)
                if not found.nameless and have_same_columns(header.names, found.names):
                    further.append(_Further(other, found, _places(names, found.names)))
    if not further or header.nameless:
        message = _("{path}: no two sheets have the same columns; --sheet names the one to be read")
        raise ImportProblem(message.format(path=clean_line(str(sheet.path))))
    whole = _stacked(sheet, header, further, names)
    return whole, find_header(whole, kind, header.row)


def _places(names: list[str], own: Sequence[str]) -> list[int]:
    """Where each column of a sheet goes; what no sheet before it has is added to ``names``."""
    free = defaultdict[str, deque[int]](deque)
    for at, name in enumerate(names):
        free[key_of(name)].append(at)
    places = []
    for name in own:
        called = free[key_of(name)]
        if not called:
            called.append(len(names))
            names.append(name)
        places.append(called.popleft())
    return places


def _stacked(sheet: Sheet, header: Header, further: Sequence[_Further], names: Sequence[str]) -> Sheet:
    told = [sheet.name, *(one.sheet.name for one in further)]
    called = _called(told, header, names)
    last = len(names)
    rows = [_row(cells, range(last), last) for cells in sheet.rows()]
    at = header.last - sheet.first
    for place in range(len(header.names), last):
        rows[at][place] = names[place]
    rows[at][last] = called
    _tell_sheet(rows[at + 1 :], sheet.name)
    filled, points = set(sheet.filled), set(sheet.points)
    parts = [Part(sheet.first, sheet.name, sheet.first)]
    for one in further:
        parts.append(Part(sheet.first + len(rows), one.sheet.name, one.sheet.first))
        moved = [_row(cells, one.places, last) for cells in one.sheet.rows()]
        its_header = one.header.last - one.sheet.first
        moved[its_header] = [name if place in one.places else "" for place, name in enumerate(names)] + [called]
        _tell_sheet(moved[its_header + 1 :], one.sheet.name)
        by = parts[-1].first - one.sheet.first
        filled |= {(row + by, one.places[column]) for row, column in one.sheet.filled if column < len(one.places)}
        points &= {one.places[column] for column in one.sheet.points if column < len(one.places)}
        rows += moved
    noticed = dict.fromkeys((*sheet.noticed, *(told for one in further for told in one.sheet.noticed)))
    return replace(
        sheet, rows=lambda: iter(rows), name=EVERY_SHEET, width=last + 1, filled=frozenset(filled),
        points=frozenset(points), others=(sheet.name, *sheet.others), parts=tuple(parts),
        noticed=(*noticed, *_repeated(rows[at + 1 :]), _told(parts, sheet.first + len(rows) - 1, called)),
    )  # fmt: skip


def _called(told: Sequence[str], header: Header, names: Sequence[str]) -> str:
    """What the column of the sheets' names is called: the year, where these are years and no column is of days."""
    sheet, year = _IN_WORDS[any(map(is_chinese, header.names))]
    has_days = any(word.field is not None and word.field.type.is_day for word in header.words)
    are_years = all(_YEAR.fullmatch(name) for name in told) and not has_days
    wanted = year if are_years else sheet
    taken = {key_of(name) for name in names}
    return next(one for one in (wanted, f"{wanted} (2)", f"{wanted} (3)") if key_of(one) not in taken)


def _row(cells: Sequence[str], places: Sequence[int], width: int) -> list[str]:
    """Cells at their places in a row of ``width`` columns, and one more for the name of the sheet."""
    row = [""] * (width + 1)
    for place, cell in zip(places, cells, strict=False):
        row[place] = cell
    return row


def _tell_sheet(rows: Sequence[list[str]], name: str) -> None:
    """Write the sheet's name behind rows of the list; a heading or a note has one cell, and keeps it alone."""
    for row in rows:
        if sum(map(bool, row)) > 1:
            row[-1] = name


def _repeated(rows: Sequence[Sequence[str]]) -> Iterator[Reason]:
    """What is told where rows of one sheet stand on another one, too: they are read, and counted, each time."""
    sheets: dict[tuple[str, ...], str] = {}
    again = [tuple(row) for row in rows if row[-1] and sheets.setdefault(tuple(row[:-1]), row[-1]) != row[-1]]
    if again:
        yield Reason.of(
            Noticed.ROWS_ON_SHEETS, count=len(again), first=next(filter(None, again[0])), sheet=again[0][-1]
        )


def _told(parts: Sequence[Part], last: int, column: str) -> Reason:
    names = tuple(_with_rows(parts, last))
    return Reason.of(Noticed.SHEETS_TOGETHER, count=len(parts), column=column, names=names)


def _with_rows(parts: Sequence[Part], last: int) -> Iterator[str]:
    ends = [*(one.first - 1 for one in parts[1:]), last]
    for one, end in zip(parts, ends, strict=True):
        yield _("{name} ({first}–{last})").format(name=one.name, first=one.first, last=end)
