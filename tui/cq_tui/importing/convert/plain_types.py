"""Types that plain cells have, each inferred from the different cells of a column: all of them must be such.

``mostly_plain`` asks again where a few are not.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import islice

from cq_tui.schema.types import MOST_PLACES
from cq_tui.values import dates, days_of_column, numbers
from cq_tui.values.codes import Bound
from cq_tui.values.dotted_months import ZEROS_KEPT
from cq_tui.values.eras import ROC
from cq_tui.values.measures import UNTOLD, Measure
from cq_tui.values.types.decimals import PLACES
from cq_tui.values.yes_no import are_answers, yes_or_no

PERCENT = ("%", "％")
_NUMBERS = frozenset("0 1".split())
_COUNT = re.compile(r"0|[1-9]\d{0,14}")
_YEAR = re.compile(r"(19|20)\d\d")
_FIRST_YEAR = 1000
"""Of days; an earlier one is a slip of the pen, or no day."""

Values = Callable[[], Iterator[str]]


@dataclass(frozen=True, slots=True)
class ColumnType:
    """A word for a type in ``schema.toml``, and how the column's cells are read as it; ``places``: more than four."""

    word: str
    codes: Mapping[str, str] = field(default_factory=dict)
    order: str = ""
    decimal: str = ""
    unit: str = ""
    places: int = 0
    precision: bool = False
    bound: bool = False
    counted: Measure = UNTOLD
    """Of money: what the column's numbers are counted in, and the currency of those that name none."""
    rounded: str = ""
    """The first of numbers of a register that a spreadsheet rounded, ``3,26E+13``: they are kept as they stand."""


def flag(values: Values) -> ColumnType | None:
    """Words for yes and no; numbers are counts, and a mark that may be a name needs the other one beside it."""
    are_marks = all(yes_or_no(one) is not None and one not in _NUMBERS for one in values())
    return ColumnType("flag") if are_marks and are_answers(values()) else None


def year(values: Values) -> ColumnType | None:
    """Years alone."""
    return ColumnType("date", precision=True) if all(map(is_year, values())) else None


def is_year(text: str) -> bool:
    """Whether a cell is a year alone."""
    return _YEAR.fullmatch(text) is not None


def count(values: Values) -> ColumnType | None:
    """Whole numbers."""
    return ColumnType("count") if all(map(is_count, values())) else None


def is_count(text: str) -> bool:
    """Whether a cell is a whole number without marks, and no code with zeros before it."""
    return _COUNT.fullmatch(text) is not None


def number(values: Values, *, is_clear: bool = False) -> ColumnType | None:
    """Plain numbers and shares: no currency, no unit, nothing that is told as about, and no leading zero of a code.

    ``is_clear``: a point is one of decimals.
    """
    if not any(is_number(one, mark) for one in islice(values(), 1) for mark in ".,"):
        return None  # before all of them are asked for their mark
    decided = numbers.decimal_mark(values()) or ("." if is_clear else "")
    mark = decided or "."
    shares = 0
    for number, text in enumerate(values()):
        shares += text.endswith(PERCENT)
        if shares not in (0, number + 1) or (not decided and numbers.is_unclear(text)) or not is_number(text, mark):
            return None
    unit = "%" if shares else ""
    return ColumnType("number", decimal="," if mark == "," else "", unit=unit, places=fine_places(values(), mark))


def fine_places(cells: Iterable[str], mark: str) -> int:
    """How many decimals the numbers among some cells have at most; 0 where no more than an amount has."""
    most = max(map(partial(_places, mark=mark), cells), default=0)
    return min(most, MOST_PLACES) if most > PLACES else 0


def _places(text: str, mark: str) -> int:
    try:
        exponent = numbers.quantity(text.rstrip("%％"), mark).value.normalize().as_tuple().exponent
    except ValueError:
        return 0
    return -exponent if isinstance(exponent, int) else 0


def is_number(text: str, mark: str) -> bool:
    """Whether a cell is a plain number or a share, if decimals stand behind ``mark``."""
    plain = text.rstrip("%％")
    if re.match(r"[-+]?0\d", plain):
        return False
    try:
        found = numbers.quantity(plain, mark)
    except ValueError:
        return False
    exponent = found.value.normalize().as_tuple().exponent
    if found.currency or found.unit or found.bound is not Bound.EXACT or not isinstance(exponent, int):
        return False
    return exponent >= -MOST_PLACES and abs(found.value) < 10**14


def day(values: Values) -> ColumnType | None:
    """Days, months and years that can be read one way."""
    if not any(is_day(one, order) for one in islice(values(), 1) for order in ("", "dmy", "mdy", ROC, ZEROS_KEPT)):
        return None  # as in ``number``
    if days_of_column.are_of_two_years(values()):
        return None
    order, whole = days_of_column.order_of(values()), True
    if days_of_column.are_of_the_republic(values()) and days_of_column.has_years_of_three_digits(values()):
        order = ROC
    for text in values():
        if not order and dates.is_unclear(text):
            return None
        try:
            year, _month, day = dates.read_date(text, order)
        except ValueError:
            return None
        if year < _FIRST_YEAR:
            return None
        whole = whole and day is not None
    return ColumnType("date", order=order, precision=not whole)


def is_day(text: str, order: str) -> bool:
    """Whether a cell is a day, month or year in an order."""
    try:
        return dates.read_date(text, order)[0] >= _FIRST_YEAR
    except ValueError:
        return False
