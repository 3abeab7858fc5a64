"""Rows of a delimited list that have more cells than its header names columns.

Most of them hold a number whose thousands are marked with the delimiter itself: 1,000,000 without quotation marks.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

BLANKS = " \t\r\n\u00a0\u3000"
MARK = ","
"""The delimiter that marks thousands as well."""
_FIRST = re.compile(r"[^\d,]{0,6}[1-9]\d{0,2}")
_NEXT = re.compile(r"\d{3}")
_LAST = re.compile(r"\d{3}(?:\.\d+)?(?:[^\d,.][^,]{0,20})?")


def filled_width(cells: Sequence[str]) -> int:
    """How many cells a row has without the empty ones at its end."""
    width = len(cells)
    while width and not cells[width - 1].strip(BLANKS):
        width -= 1
    return width


def cut_number(cells: Sequence[str], width: int) -> int | None:
    """Where the one number begins that was cut at its commas and makes a row wider than ``width``; else None."""
    if len(numbers_cut(cells, width)) != 1:
        return None
    return next((position for position in range(width) if joined(cells, width, position)), None)


def joined(cells: Sequence[str], width: int, position: int) -> list[str]:
    """The row in ``width`` cells, with the pieces of a number at ``position`` put together; empty if they are none.

    Where the cell behind them may be a piece, too, it is not known how long the number is.
    """
    number = longest_number(cells, position)
    more = filled_width(cells) - width
    if number.count(MARK) != more:
        return []
    return [*cells[:position], number, *cells[position + more + 1 :]][:width]


def longest_number(cells: Sequence[str], position: int) -> str:
    """The number that a cell and all that may be pieces of it behind it make; empty if they make none."""
    first, *others = (cell.strip(BLANKS) for cell in cells[position:])
    if not _FIRST.fullmatch(first):
        return ""
    pieces = [first, *takewhile(_NEXT.fullmatch, others)]
    if others[len(pieces) - 1 :] and _LAST.fullmatch(others[len(pieces) - 1]):
        pieces.append(others[len(pieces) - 1])
    return MARK.join(pieces) if len(pieces) > 1 else ""


def numbers_cut(cells: Sequence[str], width: int) -> list[str]:
    """All numbers of a row wider than ``width`` that may have been cut."""
    found = (longest_number(cells, position) for position in range(width))
    return [number for number in found if number.count(MARK) >= filled_width(cells) - width]
