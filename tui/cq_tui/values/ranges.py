"""Ranges of what has an order, as a filter asks for them."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple, Protocol

from cq_tui.language import Label, _
from cq_tui.values.expressions import later

QUOTES = '"“”„″＂'
QUOTED = later(f"([{QUOTES}][^{QUOTES}]*[{QUOTES}]?)")
_COMMA = later("[,，]")

Value = Decimal | date | str
"""What can be compared: a number or an amount, a day, or a text that has the order of time."""


class AskedType(Protocol):
    """What must be known of the type of the field that is asked; the field types are such."""

    @property
    def has_decimals(self) -> bool:
        """Whether a number of it can have a fraction."""

    @property
    def is_money(self) -> bool:
        """Whether its numbers are amounts of money."""


class AskedField(Protocol):
    """What must be known of the field that is asked; the fields of a kind are such."""

    @property
    def label(self) -> Label:
        """What messages call it."""

    @property
    def type(self) -> AskedType:
        """Its type."""

    @property
    def unit(self) -> str | None:
        """What its numbers are counted in, as ``%``."""

    @property
    def currency(self) -> str | None:
        """The field that names the currency of its amounts."""


class Range(NamedTuple):
    """From ``low`` to ``high``; None is open. ``below`` leaves ``high`` itself out, ``above`` ``low``.

    ``currency``: the amounts of this currency alone; empty for whichever the record has.
    """

    low: Value | None
    high: Value | None
    above: bool = False
    below: bool = False
    currency: str = ""


class Ranges(NamedTuple):
    """The value lies in one of these ranges.

    ``as_one``: what was typed with commas inside and read as one number.
    """

    any_of: tuple[Range, ...]
    as_one: tuple[str, ...] = ()


class NotUnderstood(ValueError):
    """A value that is none, or could be two; the text is a whole sentence about it."""


def alternatives(value: str) -> tuple[str, ...]:
    """The values that commas part; quotes hold a comma. Raises NotUnderstood where there is none."""
    words = tuple(filter(None, (word.strip() for word in _parted(value))))
    if not words:
        quoted = QUOTED.search(value)
        empty = _("Nothing stands between the quotes.") if quoted else _("No value stands beside the comma.")
        raise NotUnderstood(empty)
    return words


def _parted(value: str) -> list[str]:
    found = [""]
    for piece in QUOTED.split(value):
        if QUOTED.match(piece):
            found[-1] += piece.strip(QUOTES)
        else:
            first, *more = _COMMA.split(piece)
            found[-1] += first
            found.extend(more)
    return found


def refuse_several(comparison: str, found: tuple[str, ...], value: str) -> None:
    """Raises NotUnderstood for several values after a comparison."""
    if len(found) > 1 and comparison not in ("", "="):
        message = _("{sign} takes one value, and a comma parts several: {text}")
        raise NotUnderstood(message.format(sign=comparison, text=value))


def ends(text: str, message: str) -> tuple[str, str]:
    """Both ends of a range; ``*`` is open. Raises NotUnderstood where one of them is missing."""
    low, _dots, high = (part.strip() for part in text.partition(".."))
    if not low or not high or ".." in high:
        raise NotUnderstood(_(message).format(value=text))
    return low, high
