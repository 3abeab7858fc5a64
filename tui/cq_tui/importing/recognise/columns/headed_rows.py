"""What a heading between the rows says, as one more cell in each of the rows below it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from cq_tui.importing.recognise.headers.other_words import cells_with_names
from cq_tui.importing.recognise.words.totals import is_total
from cq_tui.importing.sources.row_width import filled_width
from cq_tui.importing.sources.sheet import Sheet

LONGEST = 60
"""Characters of a heading; what is longer is a note."""


@dataclass(frozen=True, slots=True)
class BlockHeadings:
    """The headings of the blocks of a list, which stand alone in their rows, all in the column ``at``.

    ``names``: the list's columns; what the headings say stands behind these. ``above``: the one above the header.
    """

    at: int
    names: tuple[str, ...]
    above: str = ""

    def said_by(self, row: Sequence[str]) -> str:
        """What a row says if it is a heading; empty for any other."""
        filled = [at for at, cell in enumerate(row) if cell.strip()]
        cell = row[self.at].strip() if filled == [self.at] else ""
        return cell if len(cell) <= LONGEST and not is_total(row) else ""

    def is_below(self, row: Sequence[str]) -> bool:
        """Whether a row is of a block: it says several things, and is no total and not the header again."""
        filled = [at for at, cell in enumerate(row) if cell.strip()]
        again = sum(at < len(self.names) and row[at].strip() == self.names[at] for at in filled)
        return len(filled) > 1 and again * 2 < len(filled) and not is_total(row)


def blocks(sheet: Sheet, skip: int, found: BlockHeadings, most: int | None = None) -> Iterator[tuple[str, int]]:
    """Each heading with the number of rows below it, of the first ``most`` rows or all; ``skip``: those before."""
    before, count = found.above, 0
    for _row, said, is_below in _told(islice(sheet.rows(), skip, None if most is None else skip + most), found):
        if is_below:
            count += 1
        elif said:
            yield before, count
            before, count = said, 0
    yield before, count


def headed(sheet: Sheet, skip: int, found: BlockHeadings) -> Sheet:
    """The sheet with what the headings say in a column of its own, behind all others."""
    width = len(found.names) + 1
    rows = partial(_rows, sheet, skip, found)
    return replace(sheet, rows=rows, direct=False, width=max(sheet.width, width))


def _rows(sheet: Sheet, skip: int, found: BlockHeadings) -> Iterator[list[str]]:
    rows, heading, width = sheet.rows(), found.above, len(found.names)
    yield from islice(rows, skip)
    for row, said, is_below in _told(rows, found):
        heading = said or heading
        cells = row[: max(width, filled_width(row))]
        yield [*cells, *[""] * (width - len(cells)), heading] if is_below else row


def _told(rows: Iterable[list[str]], found: BlockHeadings) -> Iterator[tuple[list[str], str, bool]]:
    """Each row, what it says as a heading, and whether it is a row of a block."""
    is_first = False
    for row in rows:
        said = found.said_by(row)
        is_below = not said and found.is_below(row)
        yield row, said, is_below and not (is_first and cells_with_names(row, found.names))
        is_first = bool(said) or not any(map(str.strip, row))
