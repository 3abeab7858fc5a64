"""A header of two rows, the second of which says in another language what the first does."""

from collections.abc import Sequence

from cq_tui.importing.recognise.words.header_cells import is_value
from cq_tui.importing.recognise.words.header_match import read_word
from cq_tui.importing.recognise.words.word import ENDING, EXACT, Word
from cq_tui.schema.kind import Kind

_FEWEST = 2
"""Names of columns that are known by their words, and columns whose two names say the same."""
_LONGEST = 200
_AS_FULL = 0.7
_LOOKED_AT = 5
"""Rows below a header that show what stands in its columns."""
Cells = Sequence[str]


def says_it_again(header: Cells, other: Cells, after: Sequence[Cells], kind: Kind) -> bool:
    """Whether a row beside a header names the same columns, all or some of them, by words that are known.

    No cell of both is a value, where those below them are amounts and days; or the words of both say the same. One
    that stands under some columns only leaves out what each record has.
    """
    told = [at for at, cell in enumerate(other) if cell]
    if len(told) < _FEWEST or any(at >= len(header) or not header[at] for at in told):
        return False
    cells = [*filter(None, header), *filter(None, other)]
    if any(len(cell) > _LONGEST or is_value(cell) for cell in cells) or len(set(cells)) < len(cells):
        return False
    if any(at < len(row) and row[at] == other[at] for at in told for row in after):
        return False
    words = {at: (read_word(kind, header[at]), read_word(kind, other[at])) for at in told}
    known = [at for at, (_, word) in words.items() if _is_known(word)]
    same = [at for at in known if words[at][0].field is words[at][1].field]
    if len(same) >= _FEWEST and len(same) * 2 >= len(told):
        return True
    below = [row for row in after[:_LOOKED_AT] if any(row)]
    valued = [at for at in told if holds_values(below, at)]
    is_plain = not any(char.isdigit() for at in told for char in other[at])
    if is_plain and len(valued) >= _FEWEST and _leaves_out_what_each_has(header, other, below):
        return True
    fields = [field for at in valued for word in words[at] if (field := word.field)]
    return len(known) >= _FEWEST and any(field.type.is_day or field.type.is_money for field in fields)


def _is_known(word: Word) -> bool:
    """Whether a cell is a word for a field; what names end in, ``Aa Company``, ``Bb Region``, says so of no name."""
    field = word.field
    may_end_so = field is not None and (field.type.is_day or field.type.is_money)
    return field is not None and word.certainty >= (ENDING if may_end_so else EXACT)


def _leaves_out_what_each_has(header: Cells, other: Cells, below: Sequence[Cells]) -> bool:
    """Whether a row is empty where all rows below it have something, so that it is no record."""
    filled = {at for at, cell in enumerate(header) if cell and all(at < len(row) and row[at] for row in below)}
    return len([at for at in filled if at >= len(other) or not other[at]]) >= _FEWEST


def is_as_full(header: Cells, other: Cells) -> bool:
    """Whether a row has as many names as a header, or nearly."""
    return sum(map(bool, other)) >= _AS_FULL * sum(map(bool, header))


def holds_values(rows: Sequence[Cells], column: int) -> bool:
    """Whether most rows have an amount or a day in a column."""
    cells = [row[column] for row in rows if column < len(row) and row[column]]
    return sum(map(is_value, cells)) * 2 > len(rows)


def both(upper: Cells, lower: Cells) -> list[str]:
    """The names of the columns in both languages, as ``Betrag / Amount``."""
    names = [*upper, *[""] * (len(lower) - len(upper))]
    return [
        f"{name.rstrip(' /')} / {lower[at].lstrip(' /')}" if at < len(lower) and lower[at] else name
        for at, name in enumerate(names)
    ]
