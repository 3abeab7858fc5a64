"""Tells rows of a list from its header: a list may have no header, or it may stand among or below its rows."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from cq_tui.importing.recognise.words.header_match import read_word
from cq_tui.importing.recognise.words.totals import is_total
from cq_tui.importing.recognise.words.word import EXACT
from cq_tui.schema.kind import Kind
from cq_tui.values import dates, numbers
from cq_tui.values.nothing import is_nothing

Rows = Sequence[Sequence[str]]
_LEAST = 3
"""Rows beside it that must look like a row, for it to be no header."""
_MOSTLY = 0.8
_AS_FULL = 0.7
"""Of the names of a header, how many cells a row of the list fills at least."""
_OF_A_HEADER = 0.4
"""Of the cells of a row, how many names a header above it has at least; columns that are parts of others have none."""
_MOST_OF_IT = 0.6
"""Of the names of a header, how many a row has in their places that says it again."""
_AGAIN = 2
"""Texts of a row that stand again in their columns: no header's do, unless all of it does."""
_LEAST_NAMES = 3
"""Cells that each name another field, and nothing else beside them: a header, wherever it stands."""
_LONGEST_NAME = 60
_AS_AMOUNTS_ARE = re.compile(r"\d{5}|\d[.,' ]\d{3}(?!\d)|\d[.,]\d\d\D*$|[$€£¥₹]")
"""How amounts are written, and nothing that a column is called: many digits, thousands, cents, a currency."""


def sort_of(cell: str) -> str:
    """What a cell is: a date, a number, or a text."""
    if not any(map(str.isdigit, cell)) or len(cell) > _LONGEST_NAME:
        return "text"
    if dates.is_date(cell):
        return "year" if cell.isdigit() and len(cell) == 4 else "date"
    return "number" if numbers.is_amount(cell) else "text"


def is_row_of_list(cells: Sequence[str], others: Rows, kind: Kind, *, is_below_header: bool = False) -> bool:
    """Whether what would be the header is a row of the list, as ``others`` are.

    It holds an amount or a day where they hold one, or texts that stand again in their columns, and no word that is a
    column's name; beside an amount as no column is called, or an amount and a day, one is as a company is called:
    ``EMPRESA DE SERVICIOS AA``. A word that stands again is none.
    ``is_below_header``: a row above it looks like a header, so that one such cell tells enough.
    """
    others = [row for row in others if any(row) and not (_repeats(row, cells) or says_the_same(row, cells))]
    if len(others) < _LEAST:
        return False
    columns = _columns(others, len(cells))
    again = [at for at, cell in enumerate(cells) if cell and _stands_again(cell, columns[at])]
    alike = [at for at, cell in enumerate(cells) if cell and _is_value_as(cell, columns[at])]
    named = [
        at for at, cell in enumerate(cells)
        if cell and at not in again and read_word(kind, cell).certainty == EXACT
    ]  # fmt: skip
    texts = [at for at in again if at not in alike and sort_of(cells[at]) == "text"]
    if is_below_header:
        return bool(alike or again)
    sorts = {sort_of(cells[at]) for at in alike}
    surely = {"date", "number"} <= sorts or any(_AS_AMOUNTS_ARE.search(cells[at]) for at in alike)
    return len(named) <= (1 if surely else 0) and (bool(alike) or len(texts) >= _AGAIN)


def _columns(rows: Rows, width: int) -> list[list[str]]:
    """The cells of each column that are filled."""
    return [[row[at] for row in rows if at < len(row) and row[at]] for at in range(width)]


def _stands_again(cell: str, column: Sequence[str]) -> bool:
    """Whether a cell is one of several that stand in its column; where all are the same they may mark what it names."""
    return cell in column and len(set(column)) > 1


def _repeats(row: Sequence[str], cells: Sequence[str]) -> bool:
    """Whether a row of texts may be more of the same header: its second row, or once more at the top of a page."""
    first = next((at for at, cell in enumerate(cells) if cell), 0)
    is_same = first < min(len(row), len(cells)) and row[first] == cells[first]
    return is_same and all(sort_of(cell) == "text" for cell in row)


def says_the_same(row: Sequence[str], header: Sequence[str]) -> bool:
    """Whether a row of texts is a header said again over the next table of a sheet: most of its cells stand there."""
    filled = [at for at, cell in enumerate(header) if cell]
    same = [at for at in filled if at < len(row) and row[at] == header[at]]
    is_plain = all(sort_of(cell) == "text" for cell in (*row, *header))
    return is_plain and len(same) >= max(_LEAST_NAMES, _MOST_OF_IT * len(filled))


def header_above(top: Rows, record: int, kind: Kind) -> int | None:
    """The place of the header above a row of the list: the last row of different texts, hardly said again.

    One that has an amount or a day in it is the header only where no other row can be.
    """
    below = top[record:]
    columns = _columns(below, max(map(len, top)))
    with_value: int | None = None
    for place in range(record - 1, -1, -1):
        cells = top[place]
        filled = [at for at, cell in enumerate(cells) if cell]
        if len(filled) < max(2, _OF_A_HEADER * sum(map(bool, top[record]))):
            continue
        texts = [cells[at] for at in filled if sort_of(cells[at]) == "text"]
        again = sum(_stands_again(cells[at], columns[at]) for at in filled)
        plain = len(texts) >= _MOSTLY * len(filled) and len(set(texts)) == len(texts) and again < _AGAIN
        if plain and not is_row_of_list(cells, below, kind):
            if not any(sort_of(cells[at]) in ("date", "number") for at in filled):
                return place
            with_value = place if with_value is None else with_value
    return with_value


def _is_value_as(cell: str, others: Sequence[str]) -> bool:
    """Whether a cell is an amount or a day, as most of the others of its column are, of which there are some."""
    sort = sort_of(cell)
    if sort not in ("date", "number") or len(others) < _LEAST:
        return False
    alike = sum(_are_alike(sort_of(one), sort) or is_nothing(one) for one in others)
    return alike >= _MOSTLY * len(others)


def first_row_above(top: Rows, names: Sequence[str], below: Rows) -> int | None:
    """The place of the first row above a header that is one of the list: as full, and of the same sorts of cells.

    ``top``: the rows above it. ``below``: those below it; where there are none the ones above are set against each
    other. None where there is no such row.
    """
    width = sum(map(bool, names))
    every = [row for row in (*top, *below) if sum(map(bool, row)) >= _AS_FULL * width]
    for place, row in enumerate(top):
        others = [one for one in (below or every) if one is not row and any(one)]
        if others and sum(map(bool, row)) >= max(2, _AS_FULL * width) and _is_alike(row, others):
            while place and _may_be_another(top[place - 1], width):
                place -= 1
            return place
    return None


def _may_be_another(row: Sequence[str], width: int) -> bool:
    """Whether what stands above a row of the list is one with a cell or two that are not what their columns hold."""
    is_plain = all(sort_of(cell) == "text" for cell in row)
    return sum(map(bool, row)) >= _AS_FULL * width and not (is_plain or is_total(row) or _numbers_columns(row))


def _is_alike(row: Sequence[str], others: Rows) -> bool:
    """Whether each cell is of the sort that most of its column are, with a value and a text among them."""
    if is_total(row) or _numbers_columns(row):
        return False
    told, alike = [], 0
    for at, cell in enumerate(row):
        sorts = Counter(sort_of(one[at]) for one in others if at < len(one) and one[at])
        if cell and sorts:
            told.append(sort_of(cell))
            alike += _are_alike(sort_of(cell), sorts.most_common(1)[0][0])
    return "text" in told and bool({"date", "number"} & set(told)) and alike >= _MOSTLY * len(told)


def _are_alike(one: str, other: str) -> bool:
    """Whether a cell of one sort may stand in a column of another; four digits are a year, or a number."""
    return one == other or ("year" in (one, other) and "text" not in (one, other))


def _numbers_columns(row: Sequence[str]) -> bool:
    """Whether the cells number the columns: 1, 2, 3."""
    counts = [cell for cell in row if cell.isdigit()]
    return len(counts) > 1 and counts == [str(int(counts[0]) + at) for at in range(len(counts))]


def names_columns(cells: Sequence[str], kind: Kind) -> bool:
    """Whether a row holds names of columns and nothing else, each of another field."""
    filled = [cell for cell in cells if cell]
    if len(filled) < _LEAST_NAMES or any(len(cell) > _LONGEST_NAME or any(map(str.isdigit, cell)) for cell in filled):
        return False
    words = [read_word(kind, cell) for cell in filled]
    fields = {(word.field.name, word.part, word.role, word.language) for word in words if word.field}
    sure = sum(word.certainty == EXACT for word in words)
    return len(fields) >= _LEAST_NAMES and sure >= _LEAST_NAMES and all(word.field for word in words)


def header_among(rows: Iterable[Sequence[str]], kind: Kind) -> tuple[int, Sequence[str]] | None:
    """The first row that can only be the header, however far down, with its place; None where there is none."""
    return next(((place, cells) for place, cells in enumerate(rows) if names_columns(cells, kind)), None)
