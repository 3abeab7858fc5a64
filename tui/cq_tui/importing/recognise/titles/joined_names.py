"""First and last name in two columns that stand beside each other: neither of them calls anybody by itself."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from cq_tui.importing.recognise.parties.company_cells import is_company
from cq_tui.importing.recognise.words.person_names import is_first_name
from cq_tui.importing.sources.named_persons import first_and_last
from cq_tui.values.languages import is_chinese

_SOME, _HALF, _MOST = 0.3, 0.5, 0.7
"""The share of common first names from which on cells are such, of rows that have both, and of cells of few words."""
_LONGEST, _WORDS = 40, 3
_ROWS = 3
"""Rows that have both, at least."""
Rows = Sequence[Sequence[str]]


def persons_in_two(names: Sequence[str], rows: Rows) -> list[tuple[str, str]]:
    """The columns of first and of last names: those whose headers say so, else those whose cells plainly are such.

    ``names``: the columns of the list, whose cells stand in ``rows`` in that order.
    """
    if said := first_and_last(names):
        return said
    return [pair for pair in _beside(names, rows) if pair[0] in _of_first_names(names, rows)]


def two_that_call(names: Sequence[str], rows: Rows, texts: Sequence[str]) -> list[tuple[str, str]]:
    """Columns that may call the rows together: first those of persons, then others of short words, as they stand.

    ``texts``: the columns whose cells are words that may call somebody.
    """
    persons = persons_in_two(names, rows)
    taken = {name for pair in persons for name in pair}
    others = (pair for pair in _beside(names, rows) if set(pair) <= set(texts) and not taken & set(pair))
    return [*persons, *(pair for pair in others if _differ(pair, names, rows))]


def _beside(names: Sequence[str], rows: Rows) -> Iterator[tuple[str, str]]:
    """Columns of few words that stand beside each other and have both a cell in most rows; first names come first."""
    cells = {name: _cells(rows, at) for at, name in enumerate(names)}
    short = {name for name, every in cells.items() if _are_short(every)}
    firsts = _of_first_names(names, rows)
    for (at, one), (_next, other) in pairwise(enumerate(names)):
        filled = [(bool(row[at].strip()), bool(row[at + 1].strip())) for row in rows if len(row) > at + 1]
        both, any_ = sum(map(all, filled)), sum(map(any, filled))
        if {one, other} <= short and both >= max(_ROWS, _HALF * any_):
            yield (other, one) if other in firsts and one not in firsts else (one, other)


def _differ(pair: tuple[str, str], names: Sequence[str], rows: Rows) -> bool:
    """Whether most cells of both columns are others: none is a word of a few, such as that of a country."""
    columns = [_cells(rows, names.index(name)) for name in pair]
    return all(len(set(cells)) >= _HALF * len(cells) for cells in columns)


def _of_first_names(names: Sequence[str], rows: Rows) -> Mapping[str, float]:
    shares = {name: _share_of_first(_cells(rows, at)) for at, name in enumerate(names)}
    return {name: share for name, share in shares.items() if share >= _SOME}


def _share_of_first(cells: Sequence[str]) -> float:
    return sum(is_first_name(cell.split()[0]) for cell in cells) / len(cells) if cells else 0.0


def _cells(rows: Rows, at: int) -> list[str]:
    return [row[at].strip() for row in rows if at < len(row) and row[at].strip()]


def _are_short(cells: Sequence[str]) -> bool:
    """Whether most cells are a few words without a number, and no companies."""
    short = sum(
        len(cell) <= _LONGEST and len(cell.split()) <= _WORDS and not any(map(str.isdigit, cell)) for cell in cells
    )
    companies = sum(map(is_company, cells))
    chinese = sum(map(is_chinese, cells))  # a blank between them would be none of the name
    return bool(cells) and short >= _MOST * len(cells) and companies < _SOME * len(cells) > chinese
