"""CSV, TSV and their kin: the delimiter, and the rows."""

import csv
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from cq_tui.importing.errors import ImportProblem
from cq_tui.language import _
from cq_tui.values.clean import clean_line

DELIMITERS = (",", ";", "\t", "|")
LARGEST_CELL = 1_000_000
"""Characters of one cell that are read; more is a quote that was never closed, or no list."""
_LOOKED_AT = 60


def delimiter_of(path: Path, encoding: str) -> str:
    """The delimiter that cuts the first lines most evenly into more than one column; a comma if none does."""
    return max(DELIMITERS, key=lambda one: _evenness(path, encoding, one))


def _evenness(path: Path, encoding: str, delimiter: str) -> tuple[int, int]:
    widths = Counter(len(row) for row in islice(rows(path, encoding, delimiter), _LOOKED_AT) if len(row) > 1)
    if not widths:
        return (0, 0)
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    return (count, width)


def rows(path: Path, encoding: str, delimiter: str) -> Iterator[list[str]]:
    """Every row of the file, blank ones included. Raises ImportProblem with the row's number if one can't be read."""
    csv.field_size_limit(LARGEST_CELL)
    number = 0
    try:
        with path.open(encoding=encoding, newline="") as file:
            for row in csv.reader(file, delimiter=delimiter):
                number += 1
                yield row
    except csv.Error:
        message = _("{path}: row {row} has a cell of more than {most} characters; is a quote not closed?")
        shown = clean_line(str(path))
        raise ImportProblem(message.format(path=shown, row=number + 1, most=LARGEST_CELL)) from None
    except UnicodeDecodeError:
        message = _("{path}: row {row} is not {encoding}")
        shown = clean_line(str(path))
        raise ImportProblem(message.format(path=shown, row=number + 1, encoding=encoding)) from None
    except OSError as error:
        message = _("{path}: can't be read: {why}")
        why = error.strerror or type(error).__name__
        raise ImportProblem(message.format(path=clean_line(str(path)), why=why)) from None
