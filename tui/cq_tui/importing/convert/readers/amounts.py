"""Amounts of money with what they are counted in, numbers and counts."""

from collections.abc import Collection
from decimal import Decimal
from typing import Any

from cq_tui.importing.convert.cell_text import Cells, cell_text
from cq_tui.importing.convert.readers.odd_groups import read_oddly
from cq_tui.importing.errors import CellProblem, Refused
from cq_tui.importing.recognise.maps.mapping import ANYWHERE, NO_UNIT, ONES, FieldMap
from cq_tui.schema.field import Field
from cq_tui.values import numbers
from cq_tui.values.amount_above_day import amount_and_day
from cq_tui.values.bare_amounts import is_bare
from cq_tui.values.clean import clean_line
from cq_tui.values.codes import Bound
from cq_tui.values.counts import number_of_count
from cq_tui.values.currencies import UNCLEAR, codes, currency_named, may_be
from cq_tui.values.measures import UNTOLD, Measure, measure
from cq_tui.values.numbers import Quantity
from cq_tui.values.reasons import Reason, ReasonError, Unread, refused
from cq_tui.values.several_amounts import quantity
from cq_tui.values.types.decimals import PLACES
from cq_tui.values.units import folded

_PERCENT = ("%", "％")


def amount(one: Field, mapped: FieldMap, cells: Cells, beside_it: FieldMap, fields: Collection[str]) -> dict[str, Any]:
    """An amount with its currency, its bound, and the text as it is written where the kind has a field for it.

    ``beside_it``: how the currency beside it is read, and which one it is where nothing else tells it. ``fields``: the
    names of the kind's fields. A kind that has no amounts of 0 keeps one as it is written, and states none; so is kept
    what says that the amount is not disclosed, which is nothing that could not be read.
    """
    if not cell_text(cells[0]):
        return {one.name: None}
    text = f"{one.name}_text"
    try:
        found = _quantity(cells[0], mapped)
    except ReasonError as error:
        if not error.reason.is_(Unread.NOT_STATED):
            raise
        return {one.name: None, **({text: clean_line(cells[0]).strip()} if text in fields else {})}
    if not found.value and one.type.is_never_zero:
        return {
            one.name: None,
            **({text: with_unit(clean_line(cells[0]).strip(), mapped.unit)} if text in fields else {}),
        }
    sign = found.currency if found.currency in UNCLEAR else ""
    row = _measure_of_row(mapped, cells)
    beside = 2 if mapped.unit_column else 1
    currency = "" if sign else found.currency
    if not currency and len(cells) > beside and cell_text(cells[beside]):
        currency = currency_named(beside_it.codes.get(cells[beside].strip(), cells[beside])) or ""
        if currency not in codes() | UNCLEAR.keys():
            raise CellProblem(Reason.of(Refused.NOT_A_CURRENCY), beside)
        sign, currency = (sign or currency, "") if currency in UNCLEAR else (sign, currency)
    currency = currency_named(currency or row.currency or mapped.currency or beside_it.constant) or ""
    if not currency or currency in UNCLEAR or (sign and not may_be(sign, currency)):
        raise refused(Refused.NO_CURRENCY)
    column_unit = _unit_of_column(found, cells[0], mapped)
    unit = row.unit or folded(column_unit)
    written = cells[0] if found.unit else with_unit(cells[0], cells[1] if row else column_unit)
    return {
        one.name: numbers.scaled(found, unit),
        one.shown.currency or "": currency,
        **({one.shown.bound: found.bound} if one.shown.bound and found.bound is not Bound.EXACT else {}),
        **({text: written} if text in fields else {}),
    }


def _quantity(cell: str, mapped: FieldMap) -> Quantity:
    """The amount in a cell, also where marks of thousands may stand anywhere. Raises ReasonError."""
    mark = mapped.decimal or "."
    cell = both[0] if (both := amount_and_day(cell)) else cell
    try:
        return quantity(cell, mark, mapped.several)
    except ReasonError as error:
        if mapped.thousands != ANYWHERE or not error.reason.is_(Unread.SEPARATORS):
            raise
        return read_oddly(cell, mapped)


def _unit_of_column(found: Quantity, cell: str, mapped: FieldMap) -> str:
    """What a cell without a unit is counted in. Raises ReasonError where nothing says it.

    In a column of which it is said what becomes of small amounts without one, all others are counted in ones.
    """
    if not mapped.bare or mapped.unit_column:
        return mapped.unit
    if not is_bare(found, cell):
        return ""
    if mapped.bare == NO_UNIT and not mapped.unit:
        raise refused(Refused.NO_UNIT)
    unit = mapped.unit or mapped.bare
    return "" if unit == ONES else unit


def _measure_of_row(mapped: FieldMap, cells: Cells) -> Measure:
    """What the row's own cell of units says. Raises CellProblem where it says something else."""
    if not mapped.unit_column or not cell_text(cells[1]):
        return UNTOLD
    if told := measure(cells[1]):
        return told
    raise CellProblem(Reason.of(Refused.NOT_A_UNIT), 1)


def number(one: Field, mapped: FieldMap, cells: Cells) -> dict[str, Any]:
    """A number, or a share with its percent sign."""
    if not cell_text(cells[0]):
        return {one.name: None}
    percent = cells[0].endswith(_PERCENT)
    found = numbers.quantity(cells[0].rstrip("%％") if percent else cells[0], mapped.decimal or ".")
    bound = {one.shown.bound: found.bound} if one.shown.bound and found.bound is not Bound.EXACT else {}
    return {one.name: numbers.scaled(found, folded(mapped.unit), getattr(one.type, "places", PLACES)), **bound}


def count(one: Field, mapped: FieldMap, cells: Cells) -> dict[str, Any]:
    """A whole number."""
    found = number(one, mapped, (number_of_count(cells[0]),))
    value: Decimal | None = found[one.name]
    if value is not None and value != int(value):
        raise refused(Refused.NOT_WHOLE)
    return found | {one.name: None if value is None else int(value)}


def with_unit(text: str, unit: str) -> str:
    """An amount as it is written, with the unit that its column counts in."""
    return f"{text} ({unit})" if unit else text
