"""The first column of a list that names a group once, above rows that are all else of a record: a merged look."""

import re
from collections.abc import Sequence
from statistics import mean

from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.sources.held import HeldColumns

_FEWEST_ROWS, _FEWEST_GROUPS = 6, 2
_AT_MOST = 0.5
"""The share of rows that name their group: where more do, the others only lack a name."""
_MOSTLY, _AS_FULL = 0.8, 0.8
"""The share of the cells that are names, and different ones; of the cells of a row that names its group, what others
have."""
_LONGEST = 200
_NAME = re.compile(r"[^\W\d_]{2}")
_NO_NAME = re.compile(r"(?i)https?://|www\.|@|^\W*(?:19|20)\d\d\W*$")


def group_column(rows: Sequence[Sequence[str]], header: Header) -> HeldColumns | None:
    """The column, where the rows that lack a name are as full as those that have one; None where it is not so.

    Behind columns of plain numbers alone: what stands further behind is only not known.
    """
    if len(rows) < _FEWEST_ROWS:
        return None
    for at in range(len(header.names)):
        cells = [cell for row in rows if (cell := _cell(row, at))]
        if cells and all(_NAME.search(cell) is None for cell in cells) and len(cells) == len(rows):
            continue
        return HeldColumns(at, (at,)) if _names_groups(rows, cells, at) else None
    return None


def _names_groups(rows: Sequence[Sequence[str]], cells: Sequence[str], at: int) -> bool:
    is_begun = bool(rows) and bool(_cell(rows[0], at))
    if not is_begun or len(cells) > len(rows) * _AT_MOST or len(set(cells)) < _FEWEST_GROUPS:
        return False
    if min(len(set(cells)), sum(map(_may_name, cells))) < len(cells) * _MOSTLY:
        return False
    above, below = ([row for row in rows if bool(_cell(row, at)) is named] for named in (True, False))
    others = [[sum(bool(cell.strip()) for cell in row) for row in some] for some in (above, below)]
    full = mean(others[0]) - 1
    return full > 1 and mean(others[1]) >= full * _AS_FULL


def _may_name(cell: str) -> bool:
    return len(cell) <= _LONGEST and _NAME.search(cell) is not None and _NO_NAME.search(cell) is None


def _cell(row: Sequence[str], at: int) -> str:
    return row[at].strip() if at < len(row) else ""
