"""Finds the header row, also below titles and notes."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from cq_tui.importing.errors import ImportProblem
from cq_tui.importing.recognise.header_match import EXACT, Word, read_word
from cq_tui.importing.sources import MOST_COLUMNS
from cq_tui.importing.sources.sheet import Sheet
from cq_tui.language import _, listed
from cq_tui.schema.kind import Kind
from cq_tui.values.clean import clean_line
from cq_tui.values.currencies import UNTOLD, Measure, measure

LOOKED_AT = 40
"""Rows in which a header is looked for."""
_DIGIT = re.compile(r"\d")


class NoHeader(ImportProblem):
    """No header was found; the user can name its row."""

    def __init__(self, text: str, sheet: Sheet) -> None:
        """Keep the sheet beside the text."""
        super().__init__(text)
        self.sheet = sheet


@dataclass(frozen=True, slots=True)
class Header:
    """The columns' names, the row they stand in and the last row of the header, and what the title block counts in."""

    names: tuple[str, ...]
    words: tuple[Word, ...]
    row: int
    last: int
    counted: Measure = UNTOLD


def find_header(sheet: Sheet, kind: Kind, row: int | None = None) -> Header:
    """The row with most words of the kind, or the given one. Raises NoHeader where no row has any."""
    top = [[clean_line(cell).strip() for cell in cells] for cells in islice(sheet.rows(), LOOKED_AT + 1)]
    if row is None:
        scores = [_score(cells, kind) for cells in top[:LOOKED_AT]]
        position = max(range(len(scores)), key=scores.__getitem__, default=None)
        if position is None or not scores[position]:
            raise NoHeader(_no_header(sheet, kind), sheet)
    else:
        position = row - sheet.first
        if not 0 <= position < len(top):
            message = _("{path}: has no row {row} to be the header")
            raise ImportProblem(message.format(path=clean_line(str(sheet.path)), row=row))
    names, last = _listed(top, position, kind)
    if len(names) > MOST_COLUMNS:
        message = _("{path}: has more than {most} columns")
        raise ImportProblem(message.format(path=clean_line(str(sheet.path)), most=f"{MOST_COLUMNS:,}"))
    above = (cell for cells in top[:position] for cell in cells if cell)
    counted = next(filter(None, (_counted(cell) for cell in above)), UNTOLD)
    unique = _unique(names)
    words = tuple(read_word(kind, name) for name in names)
    return Header(unique, words, sheet.first + position, sheet.first + last, counted)


def _no_header(sheet: Sheet, kind: Kind) -> str:
    if not any(any(cells) for cells in islice(sheet.rows(), LOOKED_AT)):
        return _("{path}: holds no rows").format(path=clean_line(str(sheet.path)))
    known = listed(str(field.label) for field in kind.columns[:5])
    message = _("{path}: no header found; none of its first {count} rows names a column of {kind}, such as {known}")
    shown = clean_line(str(sheet.path))
    return message.format(path=shown, count=LOOKED_AT, kind=kind.label, known=known)


def _score(cells: Sequence[str], kind: Kind) -> int:
    """The number of different fields that a row names; long cells and numbers name none.

    One alone must be named in full: the name of a company ends in a word for companies.
    """
    words = [read_word(kind, cell) for cell in cells if cell and len(cell) <= 60 and not _is_number(cell)]
    found = {(word.field.name, word.language, word.part, word.role) for word in words if word.field}
    if len(found) == 1 and all(word.certainty < EXACT for word in words):
        return 0
    return len(found) if len([cell for cell in cells if cell]) > 1 else 0


def _is_number(cell: str) -> bool:
    return sum(one.isdigit() for one in cell) * 2 > len(cell)


def _listed(top: Sequence[Sequence[str]], position: int, kind: Kind) -> tuple[list[str], int]:
    """The names of the columns: the row's, and under a heading over several columns also the row below."""
    names = list(top[position])
    below = list(top[position + 1]) if position + 1 < len(top) else []
    width = max(len(names), len(below))
    names += [""] * (width - len(names))
    below += [""] * (width - len(below))
    gaps = [column for column in range(width) if below[column] and not names[column]]
    if not gaps or any(_DIGIT.search(cell) for cell in below) or len(list(filter(None, below))) == width:
        return names, position
    if not any(read_word(kind, below[column]).field or _counted(below[column]) for column in gaps):
        return names, position
    heading = ""
    for column in range(width):
        heading = names[column] or (heading if below[column] else "")
        names[column] = " ".join(filter(None, (heading, below[column])))
    return names, position + 1


def _counted(cell: str) -> Measure | None:
    """The unit that a cell above the header states, as in ``单位：万元``."""
    tail = re.search(r"(?i)(?:单位|單位|unit|amounts? in|in)\s*[:：]?\s*([^\s()（）]+(?:\s\S+)?)", cell)
    return measure(tail[1]) if tail else None


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
