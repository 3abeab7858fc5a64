"""The stated totals of an event in words: the rows in their order, and what of each is itemised and what not."""

from collections.abc import Sequence

from cq_tui.archive.reconcile import Line
from cq_tui.language import _
from cq_tui.store.views.summary import itemised_amount, span_words


def in_order(lines: Sequence[Line], whole: Line | None) -> list[Line]:
    """The categories, the largest first, what no category holds, and all: every column adds up to its last row."""
    parts = sorted((one for one in lines if one.category is not None), key=lambda one: -(one.stated_amount or 0))
    return [*parts, *(one for one in lines if one.remainder), *([whole] if whole else [])]


def stated_count(line: Line) -> str:
    """How many were stated; empty where that was not."""
    return "" if line.stated_count is None else f"{line.stated_count:,}"


def itemised_words(line: Line, bare: str = "") -> str:
    """How many are itemised, and their amounts, in the currency ``bare`` without its name."""
    if not line.itemised_count:
        return _("none named")
    amount = itemised_amount(line, bare=bare)
    return _("{count}: {amount}").format(count=f"{line.itemised_count:,}", amount=amount)


def rest_words(line: Line, bare: str = "") -> str:
    """How many were stated but not itemised, and how much that is."""
    currency = None if line.currency == bare else line.currency
    if line.remainder and (line.rest_count or 0) < 0 and line.rest is not None:
        # Deals without a category are among those that the categories above leave open: said in words, for a
        # negative count and a negative amount read as mistakes.
        less = line.rest._replace(low=-line.rest.high, high=-line.rest.low)
        words = _("less {count}: {amount}")
        return words.format(count=f"{-(line.rest_count or 0):,}", amount=span_words(less, currency))
    amount = _("not stated")
    if line.rest is not None:
        amount = span_words(line.rest, currency)
    if line.rest_count == 0 and (line.rest is None or line.rest.high == 0):
        return "-"
    if line.rest_count is None:
        return amount
    return _("{count}: {amount}").format(count=f"{line.rest_count:,}", amount=amount)
