"""What answers make of a column of amounts: its first cells as numbers, and what all of them add up to."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import islice

from cq_tui.importing.recognise.asked import Made
from cq_tui.importing.recognise.draft import Draft
from cq_tui.importing.recognise.profile import ColumnProfile
from cq_tui.importing.recognise.totals import is_total
from cq_tui.values import numbers
from cq_tui.values.currencies import UNCLEAR, currency_named
from cq_tui.values.measures import Measure
from cq_tui.values.units import folded

_SHOWN = 2
"""Cells that an answer shows what it makes of."""
_MOST_SUMS = 3
"""Currencies whose sums are told."""


def made(profile: ColumnProfile, told: Measure, mark: str = "") -> tuple[Made, ...]:
    """What the first cells of a column become when they are counted so."""
    found = []
    for cell in _telling(profile, mark):
        try:
            number = numbers.quantity(cell, mark or numbers.decimal_mark(profile.cells) or ".")
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


def sums(draft: Draft, name: str, told: Measure) -> tuple[Made, ...]:
    """What a column adds up to when it is counted so, each currency apart; rows of totals are not added again."""
    if draft.unit_column:
        return ()
    above = Measure("", "")
    for measure_, _cell in draft.header.counted:
        above = Measure(above.unit or measure_.unit, above.currency or measure_.currency)
    names = draft.header.names
    position, beside = names.index(name), names.index(draft.currency_column) if draft.currency_column else -1
    mark = numbers.decimal_mark(draft.cells[name]) or "."
    found: dict[str, Decimal] = {}
    for row in draft.rows:
        if position >= len(row) or not row[position].strip() or is_total(row):
            continue
        try:
            number = numbers.quantity(row[position], mark)
            value = numbers.scaled(number, folded(told.unit or above.unit))
        except ValueError:
            continue
        named = currency_named(row[beside]) if 0 <= beside < len(row) else ""
        own = "" if number.currency in UNCLEAR else number.currency
        currency = own or named or told.currency or above.currency or number.currency
        found[currency] = found.get(currency, Decimal(0)) + value
    return tuple(Made("", value, currency) for currency, value in list(found.items())[:_MOST_SUMS])
