"""Columns of large numbers that are no money by their look: years, days, codes, telephone numbers."""

import re
from collections.abc import Sequence
from itertools import pairwise

from cq_tui.importing.recognise.columns.profile import ColumnProfile, is_zero, mostly
from cq_tui.importing.recognise.columns.unsure_columns import is_year_or_span

_FEWEST = 3
_ROUND = 0.2
"""The share of whole numbers of one length that end in two zeros, from which on they are no codes."""
_OFTEN_ZERO = 0.1
"""The share of whole numbers that begin with 0 from which on they are no amounts, whatever else stands among them."""
_ENOUGH = 8
"""Different numbers of one length from which on that is no chance."""
_WHOLE = re.compile(r"\d+")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_FEET = re.compile(r"\d\s*ft\.?\s*$")
_PLACES = re.compile(r"[-+]?\d{1,3}[.,]\d{4,}")
_MOST_DEGREES = 180
_TELEPHONE = re.compile(r"(?:\+|00)\s?\d[\d\s()/.-]{6,18}\d|\(?0\d{1,5}\)?[\s/.-]+\d[\d\s/.-]{3,14}\d")


def are_days(profile: ColumnProfile) -> bool:
    """Whether numbers are years, spans of them, or days as ``20260101``."""
    eight = all(len(cell.strip()) == 8 for cell in profile.cells)
    return mostly(profile.share(is_year_or_span)) or (mostly(profile.dates) and eight)


def are_years(profile: ColumnProfile) -> bool:
    """Whether all numbers are whole ones that years of our time are."""
    return bool(profile.cells) and all(_is_year(cell.strip()) for cell in set(profile.cells))


def are_codes(profile: ColumnProfile) -> bool:
    """Whether whole numbers are codes: some begin with 0, or all are of one length and hardly any is round.

    So are numbers that go up by the same step from row to row.
    """
    plain = [cell.strip() for cell in profile.cells if not is_zero(cell)]
    if not plain or not all(_WHOLE.fullmatch(cell) for cell in plain):
        return False
    return _begin_with_zero(plain) or _are_steps(plain) or _are_of_one_length(plain)


def are_no_money(profile: ColumnProfile) -> bool:
    """Whether numbers without a header are surely none of money: few of one length may well be."""
    many_begin_so = profile.share(_begins_with_zero) >= _OFTEN_ZERO
    if are_years(profile) or are_days(profile) or mostly(profile.share(is_telephone)) or many_begin_so:
        return True
    return are_codes(profile) and (_begin_with_zero(profile.cells) or len(set(profile.cells)) >= _ENOUGH)


def is_length(cell: str) -> bool:
    """Whether a cell is a length in feet: forints are mostly written with a capital, ``5000 Ft``."""
    return _FEET.search(cell) is not None


def are_degrees(profile: ColumnProfile) -> bool:
    """Whether numbers are of degrees of latitude or longitude: none above 180, nearly all with four places or more."""
    return mostly(profile.share(_is_of_degrees))


def _is_of_degrees(cell: str) -> bool:
    plain = cell.strip()
    return _PLACES.fullmatch(plain) is not None and abs(float(plain.replace(",", "."))) <= _MOST_DEGREES


def is_telephone(cell: str) -> bool:
    """Whether a cell is a number to call: ``+49 30 1234567``, ``(030) 123 45 67``."""
    return _TELEPHONE.fullmatch(cell.strip()) is not None


def _is_year(cell: str) -> bool:
    return cell.isascii() and cell.isdigit() and len(cell) == 4 and _FIRST_YEAR <= int(cell) <= _LAST_YEAR


def _begin_with_zero(cells: Sequence[str]) -> bool:
    return any(map(_begins_with_zero, cells))


def _begins_with_zero(cell: str) -> bool:
    plain = cell.strip()
    return _WHOLE.fullmatch(plain) is not None and len(plain) > 1 and plain[0] == "0"


def _are_steps(cells: Sequence[str]) -> bool:
    values = [int(cell) for cell in cells]
    steps = {other - one for one, other in pairwise(values)}
    return len(steps) == 1 and abs(min(steps)) == 1 and len(values) > _FEWEST


def _are_of_one_length(cells: Sequence[str]) -> bool:
    is_round = sum(cell.endswith("00") for cell in cells) / len(cells) >= _ROUND
    return len(set(map(len, cells))) == 1 and not is_round
