"""Tells where a header's unit makes amounts larger than any: ``US $M`` over amounts in plain dollars."""

from decimal import Decimal
from statistics import median

from cq_tui.importing.recognise.columns.profile import ColumnProfile
from cq_tui.importing.recognise.maps.asked import Made
from cq_tui.values import numbers
from cq_tui.values.measures import Measure
from cq_tui.values.units import UNITS, folded

_MILLION = 10**6
_LARGE = 10**5
"""Half the numbers of a column that counts in millions are hardly above this: that were a hundred billion each."""
_FEWEST = 3
"""Cells that it takes to say so."""


def too_large(profile: ColumnProfile, told: Measure) -> Made | None:
    """A cell in the middle of a column, and what its header makes of it, where that is too large; else None."""
    if UNITS[folded(told.unit)] < _MILLION:
        return None
    mark = profile.decimal_mark or "."
    found: list[tuple[Decimal, str]] = []
    for cell in profile.cells:
        try:
            number = numbers.quantity(cell, mark)
        except ValueError:
            continue
        if not number.unit:
            found.append((number.value, cell))
    if len(found) < _FEWEST or median(value for value, _cell in found) < _LARGE:
        return None
    value, cell = sorted(found)[len(found) // 2]
    return Made(cell, value * UNITS[folded(told.unit)], told.currency)
