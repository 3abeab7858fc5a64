"""Sums as words: credit line 75 bn."""

from cq_tui.language import current
from cq_tui.schema.cells import bounded, code_words
from cq_tui.schema.kind import Kind
from cq_tui.store.selection.sums import Sum
from cq_tui.values.amounts import short, written
from cq_tui.values.codes import Bound


def sum_words(kind: Kind, one: Sum) -> str:
    """A sum with its kind of money: credit line 75 bn."""
    short_ = short(one.amount) if one.currency == "CNY" else written(one.amount, one.currency)
    return f"{money_words(kind, one)} {_bounded(one, short_)}"


def amount_words(one: Sum) -> str:
    """A sum with its currency, whichever it is: CNY 75 bn."""
    return _bounded(one, written(one.amount, one.currency))


def money_words(kind: Kind, one: Sum) -> str:
    """The kind of money of a sum: credit line."""
    money = kind.money
    if money is None:
        return ""
    if money.apart is None or one.apart is None:
        label = str(kind.by_name[money.amount].label)
        return label if current() == "zh" else label.lower()
    return code_words(kind.by_name[money.apart], one.apart)


def _bounded(one: Sum, text: str) -> str:
    return bounded(Bound.ABOUT if one.inexact else Bound.EXACT, text)
