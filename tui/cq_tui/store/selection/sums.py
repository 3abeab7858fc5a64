"""What the records of a selection, or of a group of it, add up to."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from cq_tui.schema.kind import Exclusion


@dataclass(frozen=True, slots=True)
class Sum:
    """What one kind of money adds up to, in one currency, over how many records; ``inexact`` if one of them is."""

    apart: str | None
    currency: str
    amount: Decimal
    count: int
    inexact: bool = False


class Sums(NamedTuple):
    """The sums of a selection, kinds of money and currencies apart, the largest first.

    ``without_amount`` and ``without_progress`` are records that count: so many have no amount, so many don't say how
    far they have come. ``left_out`` is what does not count, and why.
    """

    by_kind: tuple[Sum, ...]
    counted: int
    without_amount: int
    without_progress: int
    left_out: tuple["LeftOut", ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Records that no sum counts for one reason: how many, and what they would add up to."""

    why: Exclusion
    count: int
    sums: tuple[Sum, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """One value of a field, how many records have it, and their sums; None for those without a value."""

    value: Any
    count: int
    sums: tuple[Sum, ...] = ()
