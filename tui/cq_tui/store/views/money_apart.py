"""Sums of deals, kinds of money and currencies apart, what no sum counts, and the filters that list both."""

from collections.abc import Iterable
from dataclasses import replace

from cq_tui.archive.reconcile import Itemised
from cq_tui.query.spelling import with_code, with_flag
from cq_tui.schema.kind import Exclusion, Kind
from cq_tui.store.selection.sums import LeftOut, Sum
from cq_tui.store.store import Store


def left_out(store: Store, event: str | None = None, items: Iterable[Itemised] | None = None) -> list[LeftOut]:
    """What no sum counts of the deals of an event, or of all: apart by the reason why. ``items``: of these deals."""
    apart: dict[Exclusion, list[Itemised]] = {}
    for one in store.left_out if items is None else items:
        if one.excluded is not None and event in (None, one.event):
            apart.setdefault(one.excluded, []).append(one)
    money = store.kind("deals").money
    order = money.excluded if money else ()
    return [
        LeftOut(why, sum(one.count for one in apart[why]), tuple(sums(apart[why]))) for why in order if why in apart
    ]


def money_filter(one: Sum) -> str:
    """The filter that lists the deals of one kind of money."""
    return f"instrument:{one.apart}" if one.apart else "-has:instrument"


def exclusion_filter(kind: Kind, why: Exclusion) -> str:
    """The filter that lists what is left out for a reason."""
    field = kind.by_name[why.field]
    return with_flag(kind, field, why.value) if isinstance(why.value, bool) else with_code(kind, field, why.value)


def sums(items: Iterable[Itemised]) -> list[Sum]:
    """What deals add up to, apart by currency and kind of money, the largest first of each currency."""
    found: dict[tuple[str, str | None], Sum] = {}
    for one in items:
        if one.amount is not None and one.currency is not None:
            before = found.get((one.currency, one.instrument))
            found[one.currency, one.instrument] = (
                Sum(one.instrument, one.currency, one.amount, one.count, one.inexact)
                if before is None
                else replace(
                    before,
                    amount=before.amount + one.amount,
                    count=before.count + one.count,
                    inexact=before.inexact or one.inexact,
                )
            )
    return sorted(found.values(), key=lambda one: (one.currency, -one.amount))
