"""What the records of a selection, or of a group of it, add up to."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any


@dataclass(frozen=True, slots=True)
class Sum:
    """What one kind of money adds up to, in one currency, over how many records; ``inexact`` if one of them is."""

    apart: str | None
    currency: str
    amount: Decimal
    count: int
    inexact: bool = False


@dataclass(frozen=True, slots=True)
class Sums:
    """The sums of a selection, kinds of money and currencies apart, the largest first."""

    by_kind: tuple[Sum, ...]
    without_amount: int
    not_counted: int


@dataclass(frozen=True, slots=True)
class Facet:
    """One value of a field, how many records have it, and their sums; None for those without a value."""

    value: Any
    count: int
    sums: tuple[Sum, ...] = ()
