"""What a column of days tells that one cell does not: the order of day and month, the calendar, years or months."""

import re
from collections.abc import Iterable

from cq_tui.values.dates import (
    COMPACT,
    YEAR_LAST,
    is_date,
    is_of_two_years,
    plain_date,
    read_date,
    read_of_the_republic,
)
from cq_tui.values.dotted_months import ZEROS_KEPT, keep_their_zeros
from cq_tui.values.eras import has_three_digits
from cq_tui.values.units import folded

_FIRST_COMPACT, _LAST_COMPACT = 1900, 2100
"""The years of what is rather a day than a number of eight digits."""
_MOST, _HALF, _SOME = 0.8, 0.5, 0.1


def are_of_two_years(cells: Iterable[str]) -> bool:
    """Whether cells are such years and no months: one alone, ``2010/11``, is November as well."""
    found = {folded(cell) for cell in cells}
    return bool(found) and all(map(is_of_two_years, found)) and (len(found) > 1 or not any(map(is_date, found)))


def is_whole(cell: str) -> bool:
    """Whether a cell is a day with its month and year, maybe one that can be read two ways."""
    for order in ("dmy", "mdy"):
        try:
            return read_date(cell, order)[2] is not None
        except ValueError:
            continue
    return False


_NUMBER_OF_YEAR = re.compile(r"[^\W\d_]{0,8}[\s./-]?\d{1,7}\s?[-/]\s?(?:19|20)\d\d")


def are_numbers_of_years(cells: Iterable[str]) -> bool:
    """Whether what reads as months, ``3/2025``, is rather a number given in a year: another one has letters before it,
    ``T13/2025``, or is larger than a month.
    """
    shaped = {cell for cell in map(folded, cells) if _NUMBER_OF_YEAR.fullmatch(cell)}
    other = [cell for cell in shaped if not is_date(cell)]
    return len(other) >= max(1, len(shaped) * _SOME) and len(other) < len(shaped)


def order_of(cells: Iterable[str]) -> str:
    """Whether a column writes day or month first, told by the dates that can be read one way only; else empty.

    Of months behind a year, ``2014.1``, whether they keep their zeros.
    """
    found = set()
    plain = [plain_date(cell) for cell in cells]
    for cell in plain:
        if match := YEAR_LAST.fullmatch(cell):
            first, second = int(match[1]), int(match[3])
            if len(match[4]) == 2 and match[2] == "-":
                continue
            if first > 12 or (match[2] == "." and second <= 12):
                found.add("dmy")
            elif second > 12:
                found.add("mdy")
    if len(found) == 1:
        return found.pop()
    return ZEROS_KEPT if keep_their_zeros(plain) and not any(map(YEAR_LAST.fullmatch, plain)) else ""


_CUT = re.compile(r"0\d[-/.]")
"""The end of a year of three digits that was cut off, ``00/12/8`` for ``100/12/8``: it speaks for no calendar."""


def are_of_the_republic(cells: Iterable[str]) -> bool:
    """Whether most days of a column count their years from 1912, and have three digits or no other reading.

    Numbers alone speak for none, for 1050115 may be an amount.
    """
    every = [plain_date(cell) for cell in cells]
    plain = {cell for cell in every if not _CUT.match(cell)} or set(every)
    found = {cell: parts for cell in plain if not cell.isdigit() and (parts := read_of_the_republic(cell))}
    if not found or len(found) < len(plain) * _MOST:
        return False
    if any(map(has_three_digits, found)):
        return True
    otherwise = sum(map(is_date, found))
    return all(day for _year, _month, day in found.values()) and otherwise <= len(found) * _HALF


def are_compact_of_the_republic(cells: Iterable[str]) -> bool:
    """Whether all cells can be days of such years without marks, as ``1120305``; they are numbers as well."""
    plain = {plain_date(cell) for cell in cells}
    return bool(plain) and all(cell.isdigit() and read_of_the_republic(cell) for cell in plain)


def are_compact(cells: Iterable[str]) -> bool:
    """Whether all cells can be days without marks, as ``20250926``; they are numbers as well.

    ``99991231`` says that there is no end.
    """
    every = {cell.strip() for cell in cells}
    return bool(every) and all(
        COMPACT.fullmatch(cell) and (_FIRST_COMPACT <= int(cell[:4]) <= _LAST_COMPACT or cell == "99991231")
        and is_date(cell)
        for cell in every
    )  # fmt: skip


def has_years_of_three_digits(cells: Iterable[str]) -> bool:
    """Whether one of the days of a column begins with such a year."""
    return any(has_three_digits(plain_date(cell)) for cell in cells)
