"""How wide a header is: columns that have no name, also one before all others; what only a row cut wrongly has."""

from collections import Counter
from collections.abc import Sequence

from cq_tui.importing.errors import Noticed
from cq_tui.importing.recognise.words.header_match import read_word
from cq_tui.importing.recognise.words.word import ENDING
from cq_tui.importing.sources.row_width import filled_width, numbers_cut
from cq_tui.importing.sources.sheet import Sheet
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.values import dates, numbers
from cq_tui.values.reasons import Reason

Rows = Sequence[Sequence[str]]


def widened(names: list[str], last: int, top: Rows, sheet: Sheet, kind: Kind) -> tuple[list[str], tuple[Reason, ...]]:
    """The names with empty ones for columns that have none, and without those that only a row cut wrongly has.

    A delimited row is as wide as its delimiters make it: only where most rows have more cells than the header are
    these columns, and not the pieces of a number with commas. With the names what is to be told of it.
    """
    if not sheet.delimiter:
        return names + [""] * (sheet.width - len(names)), ()
    named = filled_width(names)
    width = max(len(top[last]), named)
    below = [cells for cells in top[last + 1 :] if any(cells)]
    usual, count = Counter(map(filled_width, below)).most_common(1)[0] if below else (0, 0)
    if usual > width and count * 2 > len(below):
        rows = [cells for cells in below if filled_width(cells) == usual]
        if any(numbers_cut(cells, width) for cells in rows):
            return names[:width], ()
        if usual == named + 1 and _is_before_all(names[:named], below, rows, kind):
            told = Reason.of(Noticed.NAMELESS_FIRST, named=named, usual=usual)
            return ["", *names[:named]], (told,)
        width = usual
    return names[:width] + [""] * (width - len(names)), ()


def _is_before_all(names: Sequence[str], below: Rows, rows: Rows, kind: Kind) -> bool:
    """Whether the column without a name is the first: its cells number the rows, or the others fit the names better.

    Tools for statistics write the names of rows so, without a name above them.
    """
    if _only_counts([cells[0] for cells in below if cells]):
        return True
    fields = [word.field if (word := read_word(kind, name)).certainty >= ENDING else None for name in names]
    here, moved = (sum(_fits(one, cells[at + by]) for cells in rows for at, one in enumerate(fields)) for by in (0, 1))
    return moved > here


def _fits(field: Field | None, cell: str) -> bool:
    """Whether a cell is what an amount or a day is; of what other fields take nothing can be said."""
    if field is None:
        return False
    return dates.is_date(cell) if field.type.is_day else field.type.is_money and numbers.is_amount(cell)


def _only_counts(cells: Sequence[str]) -> bool:
    """Whether cells only number their rows, from 0 or 1."""
    first = int(cells[0]) if cells and cells[0] in ("0", "1") else -1
    return first >= 0 and len(cells) > 1 and list(cells) == [str(first + number) for number in range(len(cells))]
