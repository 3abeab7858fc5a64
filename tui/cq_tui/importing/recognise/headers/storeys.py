"""Headers of several rows, the upper of which name groups of columns: "Investment (mil. CZK)" above 2019, 2020, Total.

What stands above belongs to each column below it: its words, its unit, its currency.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cq_tui.importing.recognise.headers.second_language import both, holds_values, is_as_full, says_it_again
from cq_tui.importing.recognise.words.header_cells import counted_in, is_value
from cq_tui.importing.recognise.words.header_match import read_word
from cq_tui.importing.recognise.words.header_terms import COUNTED
from cq_tui.importing.recognise.words.word import ENDING, EXACT, WEAK, Word
from cq_tui.schema.kind import Kind
from cq_tui.values.expressions import later
from cq_tui.values.measures import Measure

_MOST = 3
"""Rows of a header at most."""
_FEWEST = 2
"""Columns of a group."""
_LONGEST = 60
_LOOKED_AT = 5
"""Rows below a header that show what stands in its columns."""
_WHICH = later(r"(?i)(?:first|second|third|main|lead|other|further|\d{1,2}|[a-d]|[一二三四]|第[一二三四])")
"""Names of columns that only tell them apart."""
_DIGIT = later(r"\d")
_PERIOD = later(
    r"(?i)[^\W\d]{0,12}[\s.]*(?:(?:19|20)\d\d(?:\s*[-/–]\s*\d{2,4})?|[QH]\d(?:[\s/-]*(?:19|20)\d\d)?)\s*[^\W\d]{0,12}"
    r"|第?[一二三四1-4]季度|[上下]半年|1?\d月|[一二三四五六七八九十]{1,2}月|(?:19|20)?\d\d年(?:1?\d月|Q\d)?"
)
"""What a column of a group may be called by: ``2019``, ``FY 2020``, ``Q1 2021``, ``2019/20``, ``2019年``."""
Cells = Sequence[str]


@dataclass(frozen=True, slots=True)
class Storeys:
    """The names of the columns by all rows of a header, and its first and last row from 0.

    ``words``: what those names mean that are put together of several rows.
    """

    names: list[str]
    words: dict[str, Word]
    first: int
    last: int


def storeys_of(top: Sequence[Cells], position: int, kind: Kind) -> Storeys:
    """The header that a row belongs to, with the rows above and below it that name columns together with it."""
    first, last = position, position
    rows = [list(top[position])]
    while len(rows) < _MOST and last + 1 < len(top):
        below = _without_repeated(rows, top[last + 1])
        after = [row for row in top[last + 2 :] if any(row)]
        if says_it_again(rows[-1], below, after, kind):
            rows[-1] = both(rows[-1], below)
            last += 1
            continue
        if not (_is_below(rows, below, after) or _is_whole_below(rows, below, after, kind)) and not (
            len(rows) == 1 and _is_plainly_below(rows[0], below, kind)
        ):
            break
        rows.append(below)
        last += 1
    above = top[first - 1] if first and len(rows) == 1 else []
    if is_as_full(rows[0], above) and says_it_again(rows[0], above, top[last + 1 :], kind):
        first -= 1
        rows = [both(top[first], rows[0])]
    while len(rows) < _MOST and first and _is_above(top[first - 1], rows, kind):
        first -= 1
        rows = [list(top[first]), *(_without_repeated([list(top[first])], row) for row in rows)]
    parts = _parts(rows)
    words = {" ".join(one): _word(kind, one) for one in parts if len(one) > 1}
    return Storeys([" ".join(one) for one in parts], words, first, last)


def _padded(row: Cells, width: int) -> list[str]:
    return [*row, *[""] * (width - len(row))]


def _without_repeated(above: Sequence[Cells], row: Cells) -> list[str]:
    """A row without the cells that only repeat the one above them, as cells merged downwards do."""
    return [
        "" if cell and any(at < len(one) and one[at] == cell for one in above) else cell for at, cell in enumerate(row)
    ]


def _group_of(rows: Sequence[Cells], below: Cells) -> set[int]:
    """The columns of which several stand below one cell: it is followed by empty ones, or by itself."""
    width = max(len(below), *map(len, rows))
    top = [_padded(row, width) for row in rows]
    found: set[int] = set()
    run: list[int] = []
    head = ""
    for column in range(width):
        own = next((row[column] for row in reversed(top) if row[column]), "")
        above = next((row[column] for row in top if row[column]), "")
        begins = bool(own) and not (own == head and above)
        if begins:
            found |= set(run) if len(run) >= _FEWEST else set()
            run, head = [], own
        if column < len(below) and below[column] and head:
            run.append(column)
    return found | (set(run) if len(run) >= _FEWEST else set())


def _is_below(rows: Sequence[Cells], below: Cells, after: Sequence[Cells]) -> bool:
    """Whether a row names the columns of groups and nothing else, and the rows after it are fuller than it."""
    told = {column for column, cell in enumerate(below) if cell}
    if not told or any(len(below[one]) > _LONGEST or _is_cell_of_row(below[one]) for one in told):
        return False
    if not told <= _group_of(rows, below):
        return False
    return any(cell and at not in told for row in after[:_MOST] for at, cell in enumerate(row))


def _is_whole_below(rows: Sequence[Cells], below: Cells, after: Sequence[Cells], kind: Kind) -> bool:
    """Whether a row names all columns of groups and others: by names that are known or come twice, above values."""
    told = [column for column, cell in enumerate(below) if cell]
    if len(told) <= _FEWEST or any(len(below[one]) > _LONGEST or _is_cell_of_row(below[one]) for one in told):
        return False
    names = [below[one] for one in told]
    known = sum(read_word(kind, name).certainty == EXACT for name in names)
    if not _group_of(rows, below) or (known < _FEWEST and len(set(names)) == len(names)):
        return False
    return any(holds_values(after[:_LOOKED_AT], column) for column in told)


def _is_cell_of_row(cell: str) -> bool:
    return is_value(cell) and _PERIOD.fullmatch(cell) is None


def _is_plainly_below(row: Cells, below: Cells, kind: Kind) -> bool:
    """Whether a row without a digit names columns that the header leaves without a name, by a word that is known."""
    width = max(len(row), len(below))
    names, under = _padded(row, width), _padded(below, width)
    gaps = [column for column in range(width) if under[column] and not names[column]]
    if not gaps or any(_DIGIT.search(cell) for cell in under) or all(under):
        return False
    return any(read_word(kind, under[column]).field or counted_in(under[column]) for column in gaps)


def _is_above(row: Cells, rows: Sequence[Cells], kind: Kind) -> bool:
    """Whether a row names groups of the columns: several below one cell, by a word that is known or for names twice.

    What stands before all others is a title, and what says by itself what is counted in holds for the whole list.
    """
    told = [column for column, cell in enumerate(row) if cell]
    width = max(map(len, rows))
    if not told or (told[0] == 0 and len(told) < _FEWEST) or told[-1] >= width:
        return False
    if any(len(row[one]) > _LONGEST or is_value(row[one]) or _says_unit_alone(row[one]) for one in told):
        return False
    lowest = _padded(rows[-1], width)
    named = [
        next((one[column] for one in reversed(rows) if column < len(one) and one[column]), "")
        for column in range(width)
    ]
    groups = [range(start, end) for start, end in zip(told, [*told[1:], width], strict=True)]
    if not any(len(group) >= _FEWEST and all(named[one] for one in group) for group in groups):
        return False
    twice = {name for name in named if name and named.count(name) > 1}
    if any(named[one] in twice for group in groups for one in group) and all(
        len({named[one] for one in group}) == len(group) for group in groups
    ):
        return True
    alone = {one for one in told if lowest[one] in ("", row[one])}
    shared = {one for one, group in zip(told, groups, strict=True) if len(group) >= _FEWEST and one not in alone}
    if len(alone) >= _FEWEST and shared and alone | shared == {*told}:
        return True  # names merged downwards, and between them groups
    periods = any(_PERIOD.fullmatch(cell) for cell in lowest if cell)
    return any(_says_money(kind, row[one]) for one in told) or (periods and told[0] > 0)


def _says_unit_alone(cell: str) -> bool:
    """Whether a cell says in words that it tells what is counted in: ``单位：万元``, ``Unit: m EUR``, ``(万元)``."""
    return re.match(r"(?i)\s*[(（]?\s*(?:单位|單位|単位|units?\b|in\b|einheit|angaben)", cell) is not None or (
        cell.strip().startswith(("(", "（")) and bool(counted_in(cell))
    )


def _says_money(kind: Kind, cell: str) -> bool:
    """Whether a cell says that amounts stand below it."""
    word = read_word(kind, cell)
    return word.field is not None and word.field.type.is_money and word.certainty > WEAK


def _parts(rows: Sequence[Cells]) -> list[list[str]]:
    """What each column is called by each row, the uppermost first: a cell holds for those below it, up to the next."""
    width = max(map(len, rows))
    padded = [_padded(row, width) for row in rows]
    carried = [""] * len(rows)
    found = []
    for column in range(width):
        is_new = False
        parts = []
        for depth, row in enumerate(padded):
            if row[column] or is_new:
                carried[depth] = row[column]
                is_new = True
            holds = row[column] or any(below[column] for below in padded[depth + 1 :])
            if holds and carried[depth] and carried[depth] not in parts:
                parts.append(carried[depth])
        found.append(parts)
    return found


def _word(kind: Kind, parts: Sequence[str]) -> Word:
    """What a column means: by all its words together, and as the amount that what stands above it says it is."""
    word = read_word(kind, " ".join(parts))
    head, own = read_word(kind, " ".join(parts[:-1])), read_word(kind, parts[-1])
    counted = Measure(
        own.measure.unit or word.measure.unit or head.measure.unit,
        own.measure.currency or word.measure.currency or head.measure.currency,
    )
    said = own.said or word.said or head.said
    word = replace(word, measure=counted, said=said)
    if head.field is not None and head.field.parts and own.field is None and _WHICH.fullmatch(parts[-1]):
        return replace(word, field=head.field, role=head.role, certainty=ENDING)
    is_amount = head.field is not None and head.field.type.is_money
    if not is_amount or COUNTED.search(parts[-1]) or own.is_percent:
        return word
    is_text = own.field is kind.heading  # ``2024年计划``
    if own.field is not None and not own.field.type.is_money and not is_text:
        return replace(own, measure=counted, said=said) if own.certainty > WEAK else word
    return replace(word, field=head.field, certainty=max(min(head.certainty, ENDING), WEAK), part="", role="", about="")
