"""Months as lists write them with a point, ``2008.10``: as numbers they would lose the zero of each October."""

import re
from collections.abc import Iterable
from itertools import islice

from cq_tui.values.units import folded

ZEROS_KEPT = "ym"
"""The order of months whose cells keep their zeros: ``2014.1`` is January, for an October is ``2014.10``."""
_MONTH = re.compile(r"(?:19\d\d|20\d\d|2100)\.(0?[1-9]|1[0-2])")
_YEAR = re.compile(r"19\d\d|20\d\d|2100")
_NUMBER = re.compile(r"[-+]?[\d.,]*\d[%％]?")
_FEWEST = 3
"""Different months where no header says a day: fewer may be numbers by chance."""
_LOOKED_AT = 20
"""Different cells of which half at least are such, or no more of them are looked at."""


def are_dotted_months(cells: Iterable[str], *, is_said: bool = False) -> bool:
    """Whether all numbers among some cells are such months, some maybe years alone; ``is_said``: a header says days.
    The cells are gone through twice.

    Where none says it there are several, and not all of them have one decimal alone, as scores would.
    """
    first = list(islice(cells, _LOOKED_AT))
    if 2 * sum(map(_is_month, first)) < len(first):
        return False
    found: set[str] = set()
    for cell in map(folded, cells):
        if _MONTH.fullmatch(cell):
            found.add(cell)
        elif _NUMBER.fullmatch(cell) and not _YEAR.fullmatch(cell):
            return False
    if is_said:
        return bool(found)
    return len(found) >= _FEWEST and any(len(cell) == len("2008.10") for cell in found)


def keep_their_zeros(cells: Iterable[str]) -> bool:
    """Whether an October among some cells has its zero, so that no January is one."""
    return any(match[1] == "10" for cell in cells if (match := _MONTH.fullmatch(cell)))


def _is_month(cell: str) -> bool:
    return _MONTH.fullmatch(folded(cell)) is not None
