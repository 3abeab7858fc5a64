"""Amounts in one currency beside their own, in words: of a record, and what those of a selection add up to."""

from typing import NamedTuple

from cq_tui.language import _, listed, ngettext
from cq_tui.query.columns import column
from cq_tui.schema.beside import Kept
from cq_tui.schema.cells import is_judged, line
from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.store.selection.selection import Selection
from cq_tui.store.selection.sum_words import money_words
from cq_tui.store.selection.sums import Sum
from cq_tui.store.store import Store
from cq_tui.values.amounts import plain, written
from cq_tui.values.types.converted import rounded


class ConvertedWords(NamedTuple):
    """The label, the amount with the rate and its day or why there is none; whether it is judged, or missing."""

    label: str
    words: str
    judged: bool = False
    missing: bool = False


def converted_words(store: Store, kind: Kind, record: Record) -> ConvertedWords | None:
    """What a record's amount is in the other currency; None where the archive calls fields of its own like these."""
    # Which of them stands for what: a name that an own field has is left to that.
    by_column = {one.follows.column: one for one in kind.converted if isinstance(one.follows, Kept)}
    amount, rate, day, why = (by_column.get(name) for name in ("amount", "rate", "rate_day", "why"))
    if amount is None or kind.beside is None or kind.money is None:
        return None
    row = store.row(kind, record.id, kind.converted)
    label = str(amount.label)
    if row is None or getattr(row, amount.name) is None:
        words = line(why, row, store.name) if row is not None and why and getattr(row, why.name) else ""
        return ConvertedWords(label, _("no rate: {why}").format(why=words) if words else _("no rate"), missing=True)
    told, judged = line(amount, row, store.name), "basis" in by_column and is_judged(amount, row)
    if not (rate and day) or getattr(row, day.name) is None:
        return ConvertedWords(label, told, judged)
    message = _("{amount} (1 {currency} = {rate} {into}, reference rate of {day})")
    words = message.format(
        amount=told,
        rate=plain(getattr(row, rate.name)),
        into=kind.beside.currency,
        currency=getattr(record, kind.money.currency),
        day=line(day, row, store.name),
    )
    return ConvertedWords(label, words, judged)


def converted_sums(selection: Selection) -> str:
    """What the amounts that count add up to in another currency, kinds of money apart, and how many have no rate.

    Empty where no other currency is asked for, or nothing has an amount.
    """
    kind = selection.kind
    if kind.money is None or kind.beside is None or not kind.converted:
        return ""
    into = kind.beside.currency
    found = selection.converted_sums(column(kind.converted[0]))
    of_all, told = sum(one.of_all for one in found), sum(one.told for one in found)
    if not of_all:
        return ""
    sums = [
        f"{money_words(kind, Sum(one.apart, into, one.amount, one.told))} {written(rounded(one.amount), into)}"
        for one in found
        if one.amount is not None
    ]
    message = ngettext("In {currency}, {told} of {count} amount", "In {currency}, {told} of {count} amounts", of_all)
    words = message.format(currency=into, told=f"{told:,}", count=f"{of_all:,}")
    return _("{what}: {sums}").format(what=words, sums=listed(sums)) if sums else words
