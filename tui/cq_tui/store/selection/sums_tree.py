"""Sums as the tree that JSON holds: kinds of money and currencies apart, amounts in single units."""

from typing import Any

from cq_tui.schema.kind import Kind
from cq_tui.store.selection.sums import LeftOut, Sum, Sums


def sums_tree(kind: Kind, sums: Sums | None) -> dict[str, Any]:
    """What records add up to, how many of them have no amount, and what no sum counts with the reason."""
    if sums is None:
        return {}
    return {
        "sums": [sum_tree(kind, one) for one in sums.by_kind],
        "without_amount": sums.without_amount,
        "left_out": [_left_out(kind, one) for one in sums.left_out],
    }


def sum_tree(kind: Kind, one: Sum) -> dict[str, Any]:
    """One kind of money in one currency."""
    return {"money": one.apart, "currency": one.currency, **amount_tree(kind, one)}


def amount_tree(kind: Kind, one: Sum) -> dict[str, Any]:
    """How much it is, over how many records; ``inexact`` if one of them is."""
    amount = kind.by_name[kind.money.amount].type.json(one.amount) if kind.money else None
    return {"amount": amount, "count": one.count, "inexact": one.inexact}


def _left_out(kind: Kind, one: LeftOut) -> dict[str, Any]:
    why = {"field": one.why.field, "value": one.why.value}
    return {**why, "count": one.count, "sums": [sum_tree(kind, each) for each in one.sums]}
