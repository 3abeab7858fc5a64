"""The stated totals of an event in words: the one table that overview, ``check`` and brief show."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_FLOOR, Decimal
from typing import NamedTuple

from cq_tui.archive.reconcile import Line
from cq_tui.language import _, ngettext
from cq_tui.store.store import Store
from cq_tui.store.views.summary import itemised_amount, line_label, span_words
from cq_tui.values.amounts import between

_TENTHS = 1000
"""Tenths of a percent in all."""


class Cells(NamedTuple):
    """A row of the table."""

    category: str
    deals: str
    amount: str
    share: str
    itemised: str
    rest: str


COLUMNS = ("category", "deals", "amount", "share", "itemised", "rest")
"""The names of the cells, in their order."""


def header() -> Cells:
    """What stands over the columns."""
    return Cells(_("category"), _("deals"), _("amount"), _("share"), _("itemised"), _("not itemised"))


def table(
    store: Store, lines: Sequence[Line], whole: Line | None, bare: str = "", *, short: bool = False
) -> list[tuple[Line, Cells]]:
    """The rows in their order, in words; amounts in the currency ``bare`` without its name.

    Every column adds up to the last row, that of the whole, where one is stated. ``short``: beside an amount the number
    of deals stands without the word, the digits below each other.
    """
    rows = in_order(lines, whole)
    parts = shares(rows, whole)
    named = _digits(one.itemised_count for one in rows) if short else None
    others = _digits(one.rest_count for one in rows) if short else None
    return [
        (
            one,
            Cells(
                line_label(store, one),
                stated_count(one),
                stated_amount(one, bare),
                parts.get(id(one), ""),
                itemised_words(one, bare, named),
                rest_words(one, bare, others),
            ),
        )
        for one in rows
    ]


def shares(rows: Sequence[Line], whole: Line | None) -> Mapping[int, str]:
    """How much of the whole each row states, by its identity: tenths of a percent that add up to a hundred.

    None for a row without an amount; nothing at all where the rows don't add up to a whole of one currency.
    """
    if whole is None or not whole.stated_amount:
        return {}
    parts = [one for one in rows if one is not whole and one.stated_amount is not None]
    amounts = [one.stated_amount or Decimal(0) for one in parts]
    if any(one.currency != whole.currency for one in parts) or sum(amounts) != whole.stated_amount:
        return {}
    exact = [amount * _TENTHS / whole.stated_amount for amount in amounts]
    tenths = [int(one.to_integral_value(ROUND_FLOOR)) for one in exact]
    # What rounding down leaves goes to those that it took most from.
    for place in sorted(range(len(exact)), key=lambda n: tenths[n] - exact[n])[: _TENTHS - sum(tenths)]:
        tenths[place] += 1
    found = {id(one): f"{number / 10:.1f}%" for one, number in zip(parts, tenths, strict=True)}
    return {**found, id(whole): "100.0%"}


def in_order(lines: Sequence[Line], whole: Line | None) -> list[Line]:
    """The categories, the largest first, what no category holds, and all: every column adds up to its last row."""
    parts = sorted((one for one in lines if one.category is not None), key=lambda one: -(one.stated_amount or 0))
    return [*parts, *(one for one in lines if one.remainder), *([whole] if whole else [])]


def stated_count(line: Line) -> str:
    """How many were stated; empty where that was not."""
    return "" if line.stated_count is None else f"{line.stated_count:,}"


def stated_amount(line: Line, bare: str = "") -> str:
    """How much was stated."""
    if line.stated_amount is None:
        return _("not stated")
    return between(line.stated_amount, line.stated_amount, None if line.currency == bare else line.currency)


def itemised_words(line: Line, bare: str = "", digits: int | None = None) -> str:
    """How many are itemised, and their amounts, in the currency ``bare`` without its name.

    ``digits``: the number alone, in so many cells.
    """
    if not line.itemised_count:
        return _("none")
    amount = itemised_amount(line, bare=bare)
    return _deals(line.itemised_count, amount, digits)


def rest_words(line: Line, bare: str = "", digits: int | None = None) -> str:
    """How many were stated but not itemised, and how much that is; ``digits``: the number alone, in so many cells."""
    currency = None if line.currency == bare else line.currency
    if line.remainder and (line.rest_count or 0) < 0 and line.rest is not None:
        # Deals without a category are among those that the categories above leave open: said in words, for a
        # negative count and a negative amount read as mistakes.
        less = line.rest._replace(low=-line.rest.high, high=-line.rest.low)
        words = _deals(-(line.rest_count or 0), span_words(less, currency), None if digits is None else 0)
        return _("less {deals}").format(deals=words)
    amount = _("not stated")
    if line.rest is not None:
        amount = span_words(line.rest, currency)
    if line.rest_count == 0 and (line.rest is None or line.rest.high == 0):
        return "-"
    if line.rest_count is None:
        return amount
    return _deals(line.rest_count, amount, digits)


def _digits(counts: Iterable[int | None]) -> int:
    """The cells of the longest number."""
    return max((len(f"{count:,}") for count in counts if count is not None and count >= 0), default=0)


def _deals(count: int, amount: str, digits: int | None) -> str:
    """2 deals, 75 bn; or the number alone in so many cells before the amount."""
    if digits is not None:
        return f"{count:>{digits},}  {amount}"
    words = ngettext("{count} deal, {amount}", "{count} deals, {amount}", count)
    return words.format(count=f"{count:,}", amount=amount)
