"""Sums as words: credit line 75 bn."""

from typing import TYPE_CHECKING

from cq_tui.language import _, current, listed, ngettext
from cq_tui.schema.cells import bounded, code_words
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.store.selection.sums import LeftOut, Sum, Sums
from cq_tui.values.amounts import grouped, short, written
from cq_tui.values.codes import Bound

if TYPE_CHECKING:  # the first frame shows none
    from cq_tui.store.selection.field_sums import FieldSum


def sum_words(kind: Kind, one: Sum, *, currencies: bool = False) -> str:
    """A sum with its kind of money: credit line 75 bn; with ``currencies`` the home currency is named, too."""
    if currencies or one.currency != "CNY":
        return f"{money_words(kind, one)} {amount_words(one)}"
    return f"{money_words(kind, one)} {_bounded(one, short(one.amount))}"


def amount_words(one: Sum) -> str:
    """A sum with its currency, whichever it is: CNY 75 bn."""
    return _bounded(one, written(one.amount, one.currency))


def money_words(kind: Kind, one: Sum) -> str:
    """The kind of money of a sum: credit line."""
    money = kind.money
    if money is None:
        return ""
    if money.apart is None:
        return _in_a_sentence(kind.by_name[money.amount])
    if one.apart is None:
        return _("{field} not stated").format(field=_in_a_sentence(kind.by_name[money.apart]))
    return code_words(kind.by_name[money.apart], one.apart)


def left_out_words(kind: Kind, one: LeftOut, *, currencies: bool = False) -> str:
    """What no sum counts, how much it would be, and why: left out: 2 cancelled (fund 1 bn).

    ``currencies``: whether the home currency is named, too.
    """
    money = [sum_words(kind, each, currencies=currencies) for each in one.sums]
    if not money:
        return _("left out: {count} {what}").format(count=f"{one.count:,}", what=one.why.label)
    message = _("left out: {count} {what} ({amounts})")
    return message.format(count=f"{one.count:,}", what=one.why.label, amounts=listed(money))


def without_progress_words(kind: Kind, sums: Sums) -> str:
    """How many of the records that count don't say how far they have come; empty where all do, or none does."""
    if kind.money is None or kind.money.progress is None or not 0 < sums.without_progress < sums.counted:
        return ""
    message = ngettext("{count} with no {field} stated", "{count} with no {field} stated", sums.without_progress)
    return message.format(count=f"{sums.without_progress:,}", field=_in_a_sentence(kind.by_name[kind.money.progress]))


def field_sum_words(one: "FieldSum") -> str:
    """What an archive's own field adds up to, and how many records state it: Jobs 300 (2 stated)."""
    amount = written(one.amount, one.currency) if one.currency else grouped(one.amount)
    amount = bounded(Bound.ABOUT if one.inexact else Bound.EXACT, amount)
    message = ngettext("{field} {amount} ({count} stated)", "{field} {amount} ({count} stated)", one.count)
    return message.format(field=one.field.label, amount=amount, count=f"{one.count:,}")


def _in_a_sentence(field: Field) -> str:
    return str(field.label) if current() == "zh" else str(field.label).lower()


def _bounded(one: Sum, text: str) -> str:
    return bounded(Bound.ABOUT if one.inexact else Bound.EXACT, text)
