"""CSV, TSV and their kin: the delimiter, the rows, and what is wrong with their quotation marks."""

import csv
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from cq_tui.importing.errors import ImportProblem
from cq_tui.importing.progress import Progress
from cq_tui.importing.sources import quotes
from cq_tui.importing.sources.encoding.find import broken_line
from cq_tui.importing.sources.encoding.names import called
from cq_tui.importing.sources.quotes import LARGEST_CELL, QuoteFault
from cq_tui.language import _
from cq_tui.values.clean import clean_line

DELIMITERS = (",", ";", "\t", "|")
_LOOKED_AT = 60


def delimiter_of(path: Path, encoding: str) -> str:
    """The delimiter that cuts the first lines most evenly into more than one column; a comma if none does."""
    return max(DELIMITERS, key=lambda one: _evenness(path, encoding, one))


def width_of(path: Path, encoding: str, delimiter: str) -> int:
    """How many cells most of the first rows have; 0 where they have one."""
    return _evenness(path, encoding, delimiter)[1]


def _evenness(path: Path, encoding: str, delimiter: str) -> tuple[int, int]:
    """How many of the first rows have one width, and which; a mark that only ends the lines parts nothing."""
    found = [row for row in islice(rows(path, encoding, delimiter), _LOOKED_AT) if len(row) > 1]
    widths = Counter(map(len, found))
    if not any(any(row[1:]) for row in found):
        return (0, 0)
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    return (count, width)


def faults_of(path: Path, encoding: str, delimiter: str, width: int, progress: Progress) -> list[QuoteFault]:
    """Every row whose quotation marks close nothing. Raises what ``progress`` raises."""
    faults: list[QuoteFault] = []

    def watch() -> None:
        progress(_("reading"), 0, 0)

    with suppress(OSError), path.open("rb") as bare:
        if encoding == "utf-8" and quotes.are_plain(bare, delimiter, watch):
            return faults
    with suppress(OSError, UnicodeDecodeError), path.open(encoding=encoding, newline="") as file:
        if quotes.are_sound(file, delimiter, watch):
            return faults
    for _row in rows(path, encoding, delimiter, width, faults):
        pass
    return faults


def rows(
    path: Path, encoding: str, delimiter: str, width: int = 0, faults: list[QuoteFault] | None = None
) -> Iterator[list[str]]:
    """Every row of the file, blank ones included. Raises ImportProblem with the row's number if one can't be read."""
    number = 0
    shown = clean_line(str(path))
    try:
        with path.open(encoding=encoding, newline="") as file:
            for row in quotes.rows(file, delimiter, width, faults):
                number += 1
                yield row
    except csv.Error:
        message = _("{path}: row {row} has a cell of more than {most} characters; is a quote not closed?")
        raise ImportProblem(message.format(path=shown, row=number + 1, most=LARGEST_CELL)) from None
    except UnicodeDecodeError:
        # The text is decoded ahead of the rows, so the place is looked for.
        line, around = (0, "") if encoding.startswith("utf-16") else broken_line(path, encoding)
        message = _("{path}: line {line} is not {encoding}, at {around}") if line else _("{path} is not {encoding}")
        said = {"line": line, "around": f'"{around}"', "encoding": called(encoding)}
        raise ImportProblem(message.format(path=shown, **said)) from None
    except OSError as error:
        message = _("{path}: can't be read: {why}")
        why = error.strerror or type(error).__name__
        raise ImportProblem(message.format(path=shown, why=why)) from None
