"""Several amounts in one cell, ``$2800000, $2100000, undisclosed``: what they add up to, or the first of them."""

from decimal import Decimal

from cq_tui.values import numbers
from cq_tui.values.amid_words import amount_amid_words
from cq_tui.values.codes import Bound
from cq_tui.values.expressions import later
from cq_tui.values.numbers import Quantity
from cq_tui.values.unstated import is_undisclosed

SUM, FIRST, NEITHER = "sum", "first", "none"
"""What is made of several amounts in a cell: they are added up, the first is taken, or none."""
_BETWEEN = later(
    r"(?i)\s*(?:[;；、\n|]|,(?=\s)|，|\s[+&](?=\s)|[/／]|\s(?:and|plus|und|sowie|et|y|e|en|og|och|oraz|i|и|та|és|și)(?=\s)|"
    r"(?<=[^\W\d_])[和及与與](?=[^\W_]))\s*"
)
"""A word or a slash parts amounts as well, for each of them must say its currency: ``$5m/€4m``."""
_MOST, _LONGEST = 50, 1_000


def quantity(text: str, mark: str, several: str) -> Quantity:
    """As ``numbers.quantity``; of a cell with several amounts what ``several`` says, of one amid words that one.

    Raises ReasonError.
    """
    try:
        return numbers.quantity(text, mark)
    except ValueError:
        found = several_amounts(text, mark) if several in (SUM, FIRST) else ()
        told = found[0] if found and several == FIRST else _together(found, text)
        told = told or amount_amid_words(text, mark)
        if told is None:
            raise
        return told


def several_amounts(text: str, mark: str = ".") -> tuple[Quantity, ...]:
    """The amounts of a cell that holds several, each with its currency or on a line of its own; empty for any other.

    Some of them may be undisclosed, and are none.
    """
    if len(text) > _LONGEST:
        return ()
    parts = [part for part in _BETWEEN.split(text.strip()) if part]
    stated = [part for part in parts if not is_undisclosed(part)]
    if not 1 < len(stated) <= _MOST:
        return ()
    try:
        found = tuple(numbers.quantity(part, mark) for part in stated)
    except ValueError:
        return ()
    on_lines = len(parts) == sum(map(bool, map(str.strip, text.splitlines())))
    return found if on_lines or all(one.currency for one in found) else ()


def _together(found: tuple[Quantity, ...], text: str) -> Quantity | None:
    """The sum of amounts in one currency, which is at least so much where others are undisclosed; None of others."""
    if not found or len({(one.currency, one.bound, bool(one.unit)) for one in found}) > 1:
        return None
    first = found[0]
    is_open = any(map(is_undisclosed, _BETWEEN.split(text.strip())))
    if is_open and first.bound is not Bound.EXACT:
        return None
    value = sum((numbers.scaled(one, "") for one in found), Decimal(0))
    return Quantity(value, "ones" if first.unit else "", first.currency, Bound.AT_LEAST if is_open else first.bound)
