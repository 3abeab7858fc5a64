"""Types of columns of which a few cells are something else: those are remarks, and kept as they are written."""

from collections.abc import Callable, Iterable
from functools import partial
from itertools import islice

from cq_tui.importing.convert import plain_types
from cq_tui.importing.convert.column_hints import ColumnHints
from cq_tui.importing.convert.plain_types import ColumnType
from cq_tui.values import days_of_column
from cq_tui.values.dotted_months import ZEROS_KEPT, are_dotted_months
from cq_tui.values.eras import ROC
from cq_tui.values.open_days import is_open

Rows = Callable[[Iterable[str]], int]
"""In how many rows any of some cells stands."""
_LOOKED_AT = 20
"""Different cells of which half at least are of a type, or no more of them are looked at."""
_ONE_OF_SAID, _ONE_OF, _ONE_OF_CODES = 10, 50, 100
"""Rows of which one may be another thing: where the header says a day, elsewhere, and where that one has digits too,
as codes and house numbers have."""
_ORDERS = ("", "dmy", "mdy", ROC)


def mostly_plain(values: Iterable[str], hints: ColumnHints, filled: int, rows: Rows) -> ColumnType | None:
    """The type of nearly all cells of a column; None where they have none, or too many have another.

    ``filled``: the rows with a cell. What numbers things (``hints.is_id``) is a code as soon as one has a letter.
    """
    are_months = not hints.is_id and are_dotted_months(values, is_said=hints.is_day)
    if not hints.is_id and not are_months:
        for is_one, infer in (
            (plain_types.is_year, plain_types.year),
            (plain_types.is_count, plain_types.count),
            (_is_number, partial(plain_types.number, is_clear=hints.is_clear)),
        ):
            if (read := _most(values, is_one, filled, rows, is_said=False)) and (found := infer(read.__iter__)):
                return found
    if not _may_be_most((one for one in values if not is_open(one)), _is_day):
        return None
    days = [one for one in values if not is_open(one)]
    if days_of_column.are_numbers_of_years(days):
        return None
    is_one = _is_month if are_months and days_of_column.order_of(days) == ZEROS_KEPT else _is_day
    found = (
        plain_types.day(read.__iter__) if (read := _most(days, is_one, filled, rows, is_said=hints.is_day)) else None
    )
    return None if found and found.precision and hints.is_id else found


def few_are_other(other: list[str], filled: int, rows: Rows, *, is_said: bool = False) -> bool:
    """Whether the cells that are something else stand in so few rows that the type of the others is the column's."""
    if not other:
        return True
    have_digits = any(any(map(str.isdigit, one)) for one in other)
    one_of = _ONE_OF_SAID if is_said else _ONE_OF_CODES if have_digits else _ONE_OF
    return len(other) * one_of <= filled and rows(other) * one_of <= filled


def _most(
    values: Iterable[str], is_one: Callable[[str], bool], filled: int, rows: Rows, *, is_said: bool
) -> list[str] | None:
    """The different cells that are of a type, where nearly all are."""
    if not _may_be_most(values, is_one):
        return None
    read: list[str] = []
    other: list[str] = []
    for one in values:
        (read if is_one(one) else other).append(one)
    return read if read and few_are_other(other, filled, rows, is_said=is_said) else None


def _may_be_most(values: Iterable[str], is_one: Callable[[str], bool]) -> bool:
    """Whether at least half of the first different cells are of a type."""
    first = list(islice(values, _LOOKED_AT))
    return bool(first) and 2 * sum(map(is_one, first)) >= len(first)


def _is_number(text: str) -> bool:
    return any(plain_types.is_number(text, mark) for mark in ".,")


def _is_month(text: str) -> bool:
    return _is_day(text) or plain_types.is_day(text, ZEROS_KEPT)


def _is_day(text: str) -> bool:
    return any(plain_types.is_day(text, order) for order in _ORDERS)
