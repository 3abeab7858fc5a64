"""Finds the header row, also below titles and notes."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, zip_longest

from cq_tui.importing.errors import ImportProblem, Noticed
from cq_tui.importing.recognise.headers.header_width import widened
from cq_tui.importing.recognise.headers.rows_of_list import (
    first_row_above,
    header_above,
    header_among,
    is_row_of_list,
    says_the_same,
)
from cq_tui.importing.recognise.headers.storeys import storeys_of
from cq_tui.importing.recognise.words.header_cells import counted_in, is_value
from cq_tui.importing.recognise.words.header_match import read_word
from cq_tui.importing.recognise.words.shared_paths import without_shared_path
from cq_tui.importing.recognise.words.word import EXACT, Word
from cq_tui.importing.sources import MOST_COLUMNS
from cq_tui.importing.sources.row_width import filled_width
from cq_tui.importing.sources.sheet import Sheet
from cq_tui.language import _, listed
from cq_tui.schema.kind import Kind
from cq_tui.values.clean import clean_line
from cq_tui.values.languages import may_have_decimal_commas
from cq_tui.values.measures import Measure
from cq_tui.values.reasons import Reason

LOOKED_AT = 40
"""Rows of several cells in which a header is looked for; titles, notes and empty rows above it are not counted."""
_MOST_LINES = 500
"""Rows that are looked at in all."""
_SURE_SCORE = 2
"""Known words of a row from which on it is the header; with fewer, a plain row above it may be."""
_LONGEST_NAME = 60
"""Characters of a column's name."""
_NO_DIGITS = str.maketrans("", "", "0123456789")
_DIGIT = re.compile(r"\d")


class NoHeader(ImportProblem):
    """No header was found; the user can name its row."""

    def __init__(self, text: str, sheet: Sheet) -> None:
        """Keep the sheet beside the text."""
        super().__init__(text)
        self.sheet = sheet


@dataclass(frozen=True, slots=True)
class Header:
    """The columns' names, the row they stand in, the row before the list's first, and what the title block counts in.

    That row is the last of the header, unless rows of the list stand above it.

    ``counted``: each measure of the title block with the cell that says it. ``known``: whether a word of it is known.
    """

    names: tuple[str, ...]
    words: tuple[Word, ...]
    row: int
    last: int
    counted: tuple[tuple[Measure, str], ...] = ()
    known: bool = True
    nameless: bool = False
    """Whether no row is a header: the columns are called by their letters."""
    decimal_commas: bool = False
    """Whether the list comes from where decimals may stand behind a comma."""
    texts: tuple[frozenset[str], ...] = ()
    """For each column the cells of its rows as they stand there; none where no row is a header."""
    noticed: tuple[Reason, ...] = ()
    """What is told of it although it could be read."""
    points: frozenset[int] = frozenset()
    """The columns in which a point is one of decimals, for the file has numbers there."""
    objects: Mapping[int, str] = field(default_factory=dict)
    """The columns whose cells hold objects of several members, each with the name of the list of these or none."""
    merged: frozenset[tuple[int, int]] = frozenset()
    """The (row, column) of cells below it that only repeat the one above them."""


def find_header(sheet: Sheet, kind: Kind, row: int | None = None) -> Header:
    """The row with most words of the kind, or the given one; where no word is known, the first that looks like one.

    A row of the list is none, whatever its cells mean: then it is the row that can only be the header, wherever it
    stands, or none is, which the row 0 says as well. Raises NoHeader where none is found.
    """
    top = first_rows(sheet) if row is None else _cleaned(sheet, 0)
    position: int | None
    if not sheet.first and any(map(any, top)):
        position = 0  # names of values are no guess
    elif row is None:
        position = _position(top, kind)
        if sheet.first and _is_row_of_list(top, max(position, 0), kind):
            record = max(position, 0)
            position = _elsewhere(sheet, top, record, kind)
            if position is None:
                return _without_names(sheet, top, record)
        if position < 0:
            return _where_none_is(sheet, top, kind)
    else:
        if row == 0 and sheet.first:
            return _without_names(sheet, top)
        position = row - sheet.first
    if 0 <= position < max(LOOKED_AT, len(top) - 1):
        here, at = top, position
    else:
        here, at = _cleaned(sheet, position) if position > 0 else [], 0
    if at >= len(here):
        message = _("{path}: has no row {row} to be the header")
        raise ImportProblem(message.format(path=clean_line(str(sheet.path)), row=row))
    found = _with_names(sheet, kind, here, at, top[:position], position)
    if row is None and sheet.first and not found.known and not any(word.field for word in found.words):
        found = replace(found, noticed=(*found.noticed, Reason.of(Noticed.UNKNOWN_HEADER, row=found.row)))
    return found


def _where_none_is(sheet: Sheet, top: Sequence[Sequence[str]], kind: Kind) -> Header:
    """The header of a list of which no row is one, where that is usual. Raises NoHeader where it is not."""
    if sheet.may_lack_header and any(map(any, top)):
        return _without_names(sheet, top, 0)
    raise NoHeader(_no_header(sheet, kind), sheet)


def _elsewhere(sheet: Sheet, top: Sequence[Sequence[str]], record: int, kind: Kind) -> int | None:
    """The place of the header where the row that looked most like one is a row of the list; None where none is."""
    if (above := header_above(top, record, kind)) is not None:
        return above
    among = header_among(islice(sheet.rows(), len(top), None), kind)
    return None if among is None else len(top) + among[0]


def first_rows(sheet: Sheet) -> list[list[str]]:
    """The rows in which the header is looked for."""
    found: list[list[str]] = []
    full = 0
    for cells in islice(sheet.rows(), _MOST_LINES):
        found.append([clean_line(cell).strip() for cell in cells])
        full += sum(map(bool, found[-1])) > 1
        if full > LOOKED_AT:
            break
    return found


def _cleaned(sheet: Sheet, first: int) -> list[list[str]]:
    """The rows from a place on among which a header is looked for."""
    return [
        [clean_line(cell).strip() for cell in cells] for cells in islice(sheet.rows(), first, first + LOOKED_AT + 1)
    ]


def _position(top: Sequence[Sequence[str]], kind: Kind) -> int:
    """The place of the row with most words of the kind; of one that looks like a header where few are known, or -1."""
    scores = [_score(cells, kind) for cells in top]
    position = max(range(len(scores)), key=scores.__getitem__, default=0)
    if max(scores, default=0) < _SURE_SCORE:
        last = position + 1 if any(scores) else len(scores)
        plain = next((one for one in range(last) if _looks_like_header(top, one)), -1)
        return plain if plain >= 0 or not any(scores) else position
    # Each table of a sheet has a header, and the first of them is that of the list.
    return next((one for one in range(position) if says_the_same(top[one], top[position])), position)


def _with_names(
    sheet: Sheet,
    kind: Kind,
    here: Sequence[Sequence[str]],
    at: int,
    above: Sequence[Sequence[str]],
    position: int,
) -> Header:
    """The header that is the row ``at`` of those ``here``, in the list at ``position``; rows of it may be ``above``."""
    built = storeys_of(here, at, kind)
    above = above[: len(above) - at + built.first]
    first = first_row_above(above, built.names, here[built.last + 1 :]) if sheet.first else None
    names, noticed = widened(built.names, built.last, here, sheet, kind)
    if len(names) > MOST_COLUMNS:
        message = _("{path}: has more than {most} columns")
        raise ImportProblem(message.format(path=clean_line(str(sheet.path)), most=f"{MOST_COLUMNS:,}"))
    cells_above = [cell for cells in above[:first] for cell in cells if cell]
    counted = {measure: cell for cell in reversed(cells_above) for measure in counted_in(cell)}
    said = without_shared_path(kind, names)
    words = tuple(built.words.get(name) or read_word(kind, own) for name, own in zip(names, said, strict=True))
    known = any(word.field for word in words)
    commas = sheet.delimiter == ";" or any(map(may_have_decimal_commas, names))
    rows = zip_longest(*here[built.first : built.last + 1], fillvalue="")
    texts = tuple(frozenset(cell for cell in cells if cell) for cells in rows)
    row, last = sheet.first + position, sheet.first + position + built.last - at
    if first is not None:
        begin, count = sheet.first + first, f"{position - first:,}"
        told = Reason.of(Noticed.ROWS_ABOVE_HEADER, row=row, first=begin, count=count)
        noticed, last = (*noticed, told), begin - 1
    return Header(
        _unique(names), words, row, last, tuple(counted.items()), known,
        decimal_commas=commas, texts=texts, noticed=noticed, points=sheet.points, merged=sheet.filled,
        objects=sheet.objects,
    )  # fmt: skip


def _is_row_of_list(top: Sequence[Sequence[str]], position: int, kind: Kind) -> bool:
    """Whether what would be the header is a row of the list, as the first row of one that has no header is."""
    if position >= len(top):
        return False
    is_below = any(_looks_like_header(top, one) for one in range(position))
    return is_row_of_list(top[position], [*top[:position], *top[position + 1 :]], kind, is_below_header=is_below)


def _without_names(sheet: Sheet, top: Sequence[Sequence[str]], record: int | None = None) -> Header:
    """The header of a list that has none: its rows begin with the first, its columns are called by their letters.

    ``record``: the place of the row that would be the header, but reads like a row of the list.
    """
    width = max(sheet.width if not sheet.delimiter else 0, max(map(filled_width, top), default=0))
    before = sheet.first - 1
    told = (Reason.of(Noticed.NO_HEADER, row=sheet.first + record),) if record is not None else ()
    return Header(
        _unique([""] * width),
        (Word(),) * width,
        before,
        before,
        known=False,
        nameless=True,
        noticed=told,
        points=sheet.points,
        merged=sheet.filled,
    )


def _no_header(sheet: Sheet, kind: Kind) -> str:
    if not any(any(cells) for cells in islice(sheet.rows(), LOOKED_AT)):
        return _("{path}: holds no rows").format(path=clean_line(str(sheet.path)))
    known = listed(str(field.label) for field in kind.columns[:5])
    message = _("{path}: no header found; none of its first {count} rows names a column of {kind}, such as {known}")
    shown = clean_line(str(sheet.path))
    return message.format(path=shown, count=LOOKED_AT, kind=kind.label, known=known)


def _score(cells: Sequence[str], kind: Kind) -> int:
    """The number of different fields that a row names; long cells and numbers name none.

    One alone must be named in full: the name of a company ends in a word for companies. In a row with an amount or a
    day each must: it is a row of the list, with a project and a company, unless it surely is the header.
    """
    words = [read_word(kind, cell) for cell in cells if cell and len(cell) <= 60 and not _is_number(cell)]
    if any(cell and _DIGIT.search(cell) and is_value(cell) for cell in cells):
        words = [word for word in words if word.certainty == EXACT]
    found = {(word.field.name, word.language, word.part, word.role) for word in words if word.field}
    if len(found) == 1 and all(word.certainty < EXACT for word in words):
        return 0
    return len(found) if len([cell for cell in cells if cell]) > 1 else 0


def _is_number(cell: str) -> bool:
    if cell.isascii():
        return len(cell.translate(_NO_DIGITS)) * 2 < len(cell)
    return sum(one.isdigit() for one in cell) * 2 > len(cell)


def _looks_like_header(top: Sequence[Sequence[str]], position: int) -> bool:
    """Whether a row names columns: different texts in most columns that the rows below fill, no number or date."""
    cells = [cell for cell in top[position] if cell]
    below = [row for row in top[position + 1 :] if any(row)]
    width = max((sum(map(bool, row)) for row in below), default=0)
    plain = all(len(cell) <= _LONGEST_NAME and not is_value(cell) for cell in cells)
    return len(cells) > 1 and len(set(cells)) == len(cells) and plain and len(cells) * 10 >= width * 7 and width > 1


def _unique(names: Sequence[str]) -> tuple[str, ...]:
    """The names, a repeated one with its number and an empty one by its letter, as a spreadsheet counts columns."""
    seen: Counter[str] = Counter()
    unique: list[str] = []
    for column, name in enumerate(names):
        called = name or _("column {letter}").format(letter=letter(column))
        seen[called] += 1
        unique.append(called if seen[called] == 1 else f"{called} ({seen[called]})")
    return tuple(unique)


def letter(column: int) -> str:
    """The spreadsheet's name of a column counted from 0: A, B, ..., AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name
