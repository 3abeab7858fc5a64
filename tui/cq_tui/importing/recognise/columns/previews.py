"""What answers make of a column of amounts: its first cells as numbers, and what all of them add up to."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import islice

from cq_tui.importing.recognise.columns.currency_columns import currency_of
from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.profile import ColumnProfile
from cq_tui.importing.recognise.maps.asked import Made
from cq_tui.importing.recognise.words.totals import is_total
from cq_tui.values import numbers
from cq_tui.values.amounts import written
from cq_tui.values.currencies import UNCLEAR, currency_named
from cq_tui.values.measures import Measure
from cq_tui.values.nothing import is_nothing
from cq_tui.values.several_amounts import quantity
from cq_tui.values.units import folded

_SHOWN = 2
"""Cells that an answer shows what it makes of."""
_PARTS_AND_TOTAL = 3
"""Columns of which one may add up the others."""
_LOOKED_AT = 500
"""Rows of which it is asked whether a column adds up the others."""
_ROWS = 2
"""Rows in which one must add up the others, at least."""
_MOST_SUMS = 3
"""Currencies whose sums are told."""


def made(profile: ColumnProfile, told: Measure, mark: str = "") -> tuple[Made, ...]:
    """What the first cells of a column become when they are counted so."""
    found = []
    for cell in _telling(profile, mark):
        try:
            number = numbers.quantity(cell, mark or profile.decimal_mark or ".")
            value = numbers.scaled(number, folded(told.unit))
        except ValueError:
            continue
        found.append(
            Made(cell, value, told.currency if number.currency in UNCLEAR else number.currency or told.currency)
        )
    return tuple(found[:_SHOWN])


def _telling(profile: ColumnProfile, mark: str) -> Sequence[str]:
    """The cells that an answer says most of: those with a separator where it is about separators."""
    unclear = filter(numbers.is_unclear, profile.cells) if mark else ()
    return list(dict.fromkeys(islice(unclear, _SHOWN))) or profile.first


def unclear_mark(draft: Draft, name: str) -> str:
    """A cell of a column in which a separator can part thousands or decimals; empty where the other cells decide it."""
    cells = draft.cells[name]
    unclear = next((cell for cell in cells if numbers.is_unclear(cell)), "")
    if not unclear or ("." in unclear and draft.header.names.index(name) in draft.header.points):
        return ""
    if numbers.has_both_marks(cells):
        return unclear
    usual = "." not in unclear and not draft.header.decimal_commas  # 1,200 is 1200 in most lists
    return "" if usual or numbers.decimal_mark(cells) else unclear


def sums(draft: Draft, name: str, told: Measure, several: str = "") -> tuple[Made, ...]:
    """What a column adds up to when it is counted so, each currency apart; rows of totals are not added again.

    Where its decimal mark is not known there is a sum for each. ``several``: what is made of several amounts in a
    cell. Of a long list it is that of the rows that were read.
    """
    if draft.unit_column:
        return ()
    rows = len(draft.rows) if draft.goes_on else 0
    return tuple(replace(one, rows=rows) for one in _every_sum(draft, name, told, several))


def _every_sum(draft: Draft, name: str, told: Measure, several: str) -> tuple[Made, ...]:
    unclear = unclear_mark(draft, name)
    if not unclear:
        return _sums(draft, name, told, draft.profiles[name].decimal_mark or ".", several)
    return tuple(
        replace(one, given=f"{unclear} → {written(numbers.scaled(numbers.quantity(unclear, mark), ''), '')}".strip())
        for mark in (",", ".")
        for one in _sums(draft, name, told, mark, several)
    )


def _sums(draft: Draft, name: str, told: Measure, mark: str, several: str) -> tuple[Made, ...]:
    above = Measure("", "")
    for measure_, _cell in draft.header.counted:
        above = Measure(above.unit or measure_.unit, above.currency or measure_.currency)
    names = draft.header.names
    currencies = currency_of(draft, name)
    position, beside = names.index(name), names.index(currencies) if currencies in names else -1
    found: dict[str, Decimal] = {}
    for place, row in enumerate(draft.rows):
        if position >= len(row) or not row[position].strip() or is_total(row) or draft.repeats(place, position):
            continue
        try:
            number = quantity(row[position], mark, several)
            value = numbers.scaled(number, folded(told.unit or above.unit))
        except ValueError:
            continue
        named = currency_named(row[beside]) if 0 <= beside < len(row) else ""
        own = "" if number.currency in UNCLEAR else number.currency
        currency = own or named or told.currency or above.currency or number.currency
        found[currency] = found.get(currency, Decimal(0)) + value
    return tuple(Made("", value, currency) for currency, value in list(found.items())[:_MOST_SUMS])


def sum_of_others(draft: Draft, names: Sequence[str]) -> str:
    """The one of several columns that adds up the others in each row, as a total beside years; empty if none does."""
    if len(names) < _PARTS_AND_TOTAL:
        return ""
    marks = {draft.header.names.index(name): draft.profiles[name].decimal_mark or "." for name in names}
    added = [0] * len(names)
    rows = 0
    for row in draft.rows[:_LOOKED_AT]:
        values = [_value(row[place] if place < len(row) else "", mark) for place, mark in marks.items()]
        if None in values:
            continue
        known = [value or Decimal(0) for value in values]
        if sum(value != 0 for value in known) < _PARTS_AND_TOTAL:
            continue  # of one part and a total either adds up the other
        rows += 1
        for at, value in enumerate(known):
            added[at] += value * 2 == sum(known)
    found = [name for name, count in zip(names, added, strict=True) if rows >= _ROWS and count * 10 >= rows * 9]
    return found[0] if len(found) == 1 else ""


def _value(cell: str, mark: str) -> Decimal | None:
    """A cell as a number, 0 where it says nothing; None where it can't be read."""
    if is_nothing(cell):
        return Decimal(0)
    try:
        return numbers.scaled(numbers.quantity(cell, mark), "")
    except ValueError:
        return None
