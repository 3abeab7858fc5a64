"""The rows of a delimited file whose quotation marks may be wrong: one that is never closed must not swallow the rest.

Python's reader does the work, strictly. Where it stumbles, or where a cell of several lines looks like rows of the
list, the first of these lines is read by itself, and the reader goes on with the next one.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from itertools import islice
from typing import BinaryIO

from cq_tui.importing.sources.quotes_by_width import of_width

LARGEST_CELL = 1_000_000
"""Characters of one cell that are read; more is a quote that was never closed, or no list."""
_MOST_LINES = 2
"""Lines of a narrow list that a cell must cover before it is taken for rows: a note has a line or two of its own."""
_NARROW = 3
_MOST_BETWEEN = 2
"""Lines between the first and the last of a cell from which on most of them being rows, not all, is enough."""
_PIECE = 1 << 20
_WATCHED = 20_000
"""Rows that are gone through before it is asked whether to go on."""
_BLANKS = " \t\u00a0\u2007\u202f\u3000"
"""What may stand between a quoted cell and the separator, or the end of the line, unless it is the separator."""
_LONGEST_LINE = 100_000
"""Characters of a line that is looked through for quotes inside of quotes, which takes its length squared."""


class Quoting(Enum):
    """What is wrong with the quotation marks of a row."""

    INSIDE = auto()
    OPEN = auto()
    HARMLESS = auto()
    """Marks inside of a cell of one line, whose row has as many cells as the others: told where others need be told."""
    BY_WIDTH = auto()
    """Marks inside of a cell were read so that its row has as many cells as the others."""


@dataclass(frozen=True, slots=True)
class QuoteFault:
    """A row with a quotation mark that closes nothing: its number, its line, and how many cells were made of it."""

    row: int
    line: int
    cells: int
    quoting: Quoting


class _Swallowed(Exception):
    """A cell holds lines that are rows of the list."""


class _Lines:
    """Lines of a file, of which those of the last row can be put back."""

    def __init__(self, file: Iterable[str]) -> None:
        self._file = iter(file)
        self._back: list[str] = []
        self.taken: list[str] = []
        self.number = 1
        """Of the first line that is taken."""

    def __iter__(self) -> Iterator[str]:
        while True:
            line = self._back.pop() if self._back else next(self._file, None)
            if line is None:
                return
            self.taken.append(line)
            yield line

    def keep(self) -> None:
        """The lines taken became a row."""
        self.number += len(self.taken)
        self.taken.clear()

    def put_back(self) -> str:
        """Put back all lines taken but the first, which is returned."""
        first, *others = self.taken
        self._back.extend(reversed(others))
        self.taken = [first]
        return first


def are_plain(file: BinaryIO, delimiter: str, watch: Callable[[], None]) -> bool:
    """Whether all quotation marks of a file in UTF-8 enclose cells, each in its line: told by the bytes beside them.

    That takes a quarter of the time of ``are_sound``, which knows more ways. ``watch``: as there.
    """
    mark = delimiter.encode()
    while chunk := file.read(_PIECE):
        watch()
        chunk += file.readline(LARGEST_CELL)
        pieces = chunk.split(b'"')
        within, outside = b"".join(pieces[1::2]), pieces[::2]
        # A piece without any byte stands between two marks that mean one, or at an end of the chunk.
        before, behind = {piece[-1:] for piece in outside[:-1]}, {piece[:1] for piece in outside[1:]}
        if len(pieces) % 2 == 0 or b"\n" in within or b"\r" in within:
            return False
        if not before <= {b"", mark, b"\n"} or not behind <= {b"", mark, b"\n", b"\r"}:
            return False
        if max(map(len, chunk.split(b"\n"))) >= LARGEST_CELL:
            return False
    return True


def are_sound(file: Iterable[str], delimiter: str, watch: Callable[[], None]) -> bool:
    """Whether all quotation marks of a file close in their line: told ten times as fast as which ones do not.

    ``watch`` is called now and then, and may raise to break off.
    """
    csv.field_size_limit(LARGEST_CELL)
    reader = csv.reader(file, delimiter=delimiter, strict=True, skipinitialspace=True)
    count = 0
    try:
        while some := sum(1 for _row in islice(reader, _WATCHED)):
            watch()
            count += some
    except csv.Error:
        return False
    return count == reader.line_num


def rows(
    file: Iterable[str], delimiter: str, width: int = 0, faults: list[QuoteFault] | None = None
) -> Iterator[list[str]]:
    """The rows of an open file. ``width``: of most rows; 0 where it is not known. Faults are added to ``faults``.

    Raises csv.Error for a line with a cell of more than ``LARGEST_CELL`` characters.
    """
    csv.field_size_limit(LARGEST_CELL)
    lines = _Lines(file)
    number = 0
    going = True
    while going:
        with suppress(_Swallowed, csv.Error):
            for row in csv.reader(lines, delimiter=delimiter, strict=True, skipinitialspace=True):
                is_long = len(lines.taken) > 1 and not (len(row) == width and _is_text(row, delimiter))
                if is_long and _are_rows(lines.taken, delimiter, width):
                    raise _Swallowed
                lines.keep()
                number += 1
                yield row
            going = False
        if going:
            number += 1
            cells, quoting = _mended(lines, delimiter, width)
            if quoting and faults is not None:
                faults.append(QuoteFault(number, lines.number, len(cells), quoting))
            lines.keep()
            yield cells


def _are_rows(lines: Sequence[str], delimiter: str, width: int) -> bool:
    """Whether each line of a row would be one, or most of many. A text with as many commas in each line is none."""
    if width < _NARROW or (width == _NARROW and len(lines) <= _MOST_LINES):
        return False
    are_rows = [len(_split(line, delimiter)[0]) == width for line in lines]
    if all(are_rows) and not any(_is_prose(line, delimiter) for line in lines[1:]):
        return True
    # The first and the last line hold the marks, and may have been cut otherwise; so may a row without its last cells.
    between = [row and not _is_prose(line, delimiter) for row, line in zip(are_rows, lines, strict=True)][1:-1]
    return len(between) > _MOST_BETWEEN and sum(between) * 3 >= len(between) * 2


def _is_text(row: Sequence[str], delimiter: str) -> bool:
    """Whether a blank or a line's end follows each delimiter in the cells of several lines: texts that hold no rows."""
    parts = re.compile(rf"{re.escape(delimiter)}(?=\S)")
    return not any(parts.search(cell) for cell in row if "\n" in cell)


def _is_prose(line: str, delimiter: str) -> bool:
    """Whether a blank follows each delimiter, as in a sentence."""
    return line.count(delimiter) == line.count(f"{delimiter} ")


def _mended(lines: _Lines, delimiter: str, width: int) -> tuple[list[str], Quoting | None]:
    """The lines of a row as one that has blanks behind its quotes; else the first line of them alone."""
    alone = len(lines.taken) == 1
    text = "".join(lines.taken)
    cells, quoting = _split(text, delimiter)
    if quoting is not None or (not alone and _are_rows(lines.taken, delimiter, width)):
        text = lines.put_back()
        cells, quoting = _split(text, delimiter)
    if quoting is Quoting.INSIDE and 0 < width < len(cells) and (whole := of_width(text, delimiter, width)):
        cells, quoting = whole, Quoting.BY_WIDTH
    if any(len(cell) > LARGEST_CELL for cell in cells):
        raise csv.Error
    # Marks inside a text are the text's own: "Acme" Ltd. What is told of is a row that may have been cut wrongly.
    return cells, Quoting.HARMLESS if alone and quoting is Quoting.INSIDE and len(cells) == width else quoting


def _split(text: str, delimiter: str) -> tuple[list[str], Quoting | None]:
    """The cells of one row, read leniently, and what is wrong with its quotes."""
    cells: list[str] = []
    wrong: Quoting | None = None
    text, position = text.rstrip("\r\n"), 0
    strict, lenient = _patterns(delimiter)
    while position <= len(text):
        if found := strict.match(text, position):
            cell, position = found[1].replace('""', '"'), found.end() + 1
        elif len(text) <= _LONGEST_LINE and (found := lenient.match(text, position)):
            cell, position = found[1].replace('""', '"'), found.end() + 1
            wrong = wrong or Quoting.INSIDE
        else:
            end = text.find(delimiter, position)
            cell = text[position : end if end >= 0 else len(text)].lstrip(" ")
            position = end + 1 if end >= 0 else len(text) + 1
            if cell.startswith('"'):
                wrong = Quoting.OPEN if cell.count('"') % 2 else wrong or Quoting.INSIDE
        cells.append(cell)
    return cells, wrong


@cache
def _patterns(delimiter: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A quoted cell; and one with marks inside that are not doubled, before the next quoted cell."""
    mark, blanks = re.escape(delimiter), f"[{_BLANKS.replace(delimiter, '')}]*"
    after = rf"{blanks}(?={mark}|\Z)"
    quoted = re.compile(rf'{blanks}"([^"]*(?:""[^"]*)*)"{after}')
    return quoted, re.compile(rf'{blanks}"((?:(?!{mark}{blanks}")[^\r\n])*?)"{after}')
