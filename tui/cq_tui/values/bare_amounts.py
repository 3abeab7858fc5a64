"""Amounts that name no unit in a column whose others do: ``216.0`` beside ``88.45 万元`` and ``1980000 元``."""

from cq_tui.values.numbers import Quantity

SMALL = 100_000
"""An amount of more names no unit because it needs none."""
COUNTED_IN_ONES = "[元圆圓円원]"
"""Words of currencies that are units as well: 84968元 is counted in yuan, as 8万元 in ten thousands of them."""
_COUNTED_IN_ONES = frozenset(COUNTED_IN_ONES.strip("[]"))


def is_bare(found: Quantity, text: str) -> bool:
    """Whether an amount that was read from a text names no unit, where it may need one."""
    return not found.unit and 0 < abs(found.value) < SMALL and not says_ones(text)


def says_ones(text: str) -> bool:
    """Whether a text has a word that is a currency and what is counted in ones of it."""
    return not _COUNTED_IN_ONES.isdisjoint(text)
