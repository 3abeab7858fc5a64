"""Finds rows that go on with what a row above them is about: the further rounds of a company, named once."""

import re
from collections.abc import Sequence
from itertools import islice

from cq_tui.importing.recognise.columns.draft import LEARNT_FROM
from cq_tui.importing.recognise.columns.group_names import group_column
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.maps.asked import Answer, Asked, Question
from cq_tui.importing.recognise.maps.mapping import EMPTY, HOLD, TABLE_OF_ROWS
from cq_tui.importing.recognise.words.totals import is_total
from cq_tui.importing.sources.held import HeldColumns, rows_held
from cq_tui.importing.sources.sheet import Sheet
from cq_tui.schema.kind import Kind
from cq_tui.values.reasons import Reason

_FEWEST = 3
"""Such rows."""
_RARELY, _MOSTLY = 0.03, 0.9
"""The share of rows that are such ones, at least and at most."""
_HALF = 0.5
_KEYS = 8
"""Columns that are tried as the one that is filled where the others are."""
_SHOWN, _LONGEST = 4, 30
_NAMED = 5
_NUMBER = re.compile(r"[\d\s.,'’+-]*")
_CODE = re.compile(r"(?=\S*\d)\S*[^\W\d]\S*")
_YEAR = re.compile(r"(?:19|20)\d\d")


def rows_below(kind: Kind, sheet: Sheet, header: Header) -> HeldColumns | None:
    """The columns that are empty together where a row goes on with the one above it; None where no rows do.

    One of them names the record or a party: whatever else is empty there is only not known.
    """
    if not sheet.first:
        return None
    skip = header.last - sheet.first + 1
    rows = [row for row in islice(sheet.rows(), skip, skip + LEARNT_FROM) if any(map(str.strip, row))]
    names = [at for at, word in enumerate(header.words) if word.field and _names(kind, word.field.name)]
    rows = [row for row in rows if not is_total(row)]
    for key in islice((at for at in range(len(header.names)) if _may_be_key(rows, at)), _KEYS):
        if found := _columns(rows, key, len(header.names), names):
            return found
    return group_column(rows, header)


def question_of_below(sheet: Sheet, header: Header, found: HeldColumns) -> Question | None:
    """Whether what those columns say holds for the rows below, too, with the first one read both ways."""
    skip = header.last - sheet.first + 1
    numbers = rows_held(sheet, skip, found)
    if not numbers:
        return None
    row = next(islice(sheet.rows(), numbers[0] - sheet.first, None))
    above = next(one for one in reversed(list(islice(sheet.rows(), numbers[0] - sheet.first))) if found.is_above(one))
    columns = [header.names[at] for at in found.columns]
    reason = Reason.of(
        Asked.ROWS_BELOW, names=", ".join(columns[:_NAMED]), count=f"{len(numbers):,}", row=f"{numbers[0]}"
    )
    held = [above[at] for at in found.columns if at < len(above)]
    answers = (
        Answer("below", HOLD, _first([*held[:_SHOWN], *row]), likely=found.columns[0] == 0 and not _is_number(held)),
        Answer("below", EMPTY, _first(row)),
    )
    return Question(TABLE_OF_ROWS, Asked.ROWS_BELOW, reason, answers)


def _is_number(held: Sequence[str]) -> bool:
    """Whether what would hold is but one number of something, which a row may well lack: ``AB_2022-029``."""
    return len(held) == 1 and _CODE.fullmatch(held[0].strip()) is not None


def _names(kind: Kind, field: str) -> bool:
    return field == kind.heading.name or kind.by_name[field].type.refers_to == "organisations"


def _first(cells: Sequence[str]) -> str:
    return ", ".join(cell.strip()[:_LONGEST] for cell in [one for one in cells if one.strip()][: _SHOWN * 2])


def _may_be_key(rows: Sequence[Sequence[str]], at: int) -> bool:
    if not rows or not _cell(rows[0], at):
        return False
    empty = sum(not _cell(row, at) for row in rows)
    return empty >= max(_FEWEST, len(rows) * _RARELY) and empty <= len(rows) * _MOSTLY


def _columns(rows: Sequence[Sequence[str]], key: int, width: int, names: Sequence[int]) -> HeldColumns | None:
    """The columns that are empty wherever the key is, and full elsewhere, one of ``names`` among them.

    None if there are none, or the rows below say nothing else.
    """
    above = [row for row in rows if _cell(row, key)]
    below = [row for row in rows if not _cell(row, key) and sum(bool(cell.strip()) for cell in row) > 1]
    if len(below) < max(_FEWEST, len(rows) * _RARELY):
        return None
    if all(any(_cell(row, at) for row in below) for at in names):
        return None
    columns, others = [], []
    for at in range(width):
        full, there = (sum(bool(_cell(row, at)) for row in some) / len(some) for some in (above, below))
        if not there and full >= _HALF:
            columns.append(at)
        elif there >= _HALF and full >= _HALF:
            others.append(at)
    if any(at < key and any(_is_said(_cell(row, at)) for row in below) for at in others):
        return None  # such a row has a name of its own, before what it lacks
    # Numbers alone are a total of what stands above.
    is_said = any(_is_said(_cell(row, at)) for at in others for row in below[:_FEWEST])
    is_found = len(columns) > 1 and is_said and not set(names).isdisjoint(columns)
    return HeldColumns(key, tuple(columns)) if is_found else None


def _cell(row: Sequence[str], at: int) -> str:
    return row[at].strip() if at < len(row) else ""


def _is_said(cell: str) -> bool:
    return bool(cell) and (not _NUMBER.fullmatch(cell) or _YEAR.fullmatch(cell) is not None)
