"""Sums without the engine, where the records are in memory: the first frame does not wait for the engine."""

from collections.abc import Iterable
from decimal import Decimal

from cq_tui.schema.kind import Exclusion, Kind, Money
from cq_tui.schema.record import Record
from cq_tui.store.selection.sums import LeftOut, Sum, Sums
from cq_tui.values.codes import Bound


def sums_in_memory(kind: Kind, money: Money, records: Iterable[Record]) -> Sums:
    """As ``Selection.sums``, of records in memory."""
    by_reason: dict[Exclusion | None, list[Record]] = {}
    for record in records:
        by_reason.setdefault(money.exclusion(record), []).append(record)
    counted = by_reason.pop(None, [])
    sums = _added(kind, money, counted)
    progress = money.progress
    return Sums(
        sums,
        len(counted),
        len(counted) - sum(one.count for one in sums),
        sum(getattr(one, progress) is None for one in counted) if progress else 0,
        tuple(
            LeftOut(why, len(by_reason[why]), _added(kind, money, by_reason[why]))
            for why in money.excluded
            if why in by_reason
        ),
    )


def _added(kind: Kind, money: Money, records: Iterable[Record]) -> tuple[Sum, ...]:
    """Kinds of money and currencies apart, by currency and the largest first."""
    found: dict[tuple[str, str | None], list[tuple[Decimal, bool]]] = {}
    bound = kind.by_name[money.amount].shown.bound
    for record in records:
        amount = getattr(record, money.amount)
        if amount is not None:
            apart = getattr(record, money.apart) if money.apart else None
            inexact = bool(bound) and getattr(record, bound or "") is not Bound.EXACT
            found.setdefault((getattr(record, money.currency), apart), []).append((amount, inexact))
    sums = [
        Sum(
            apart, currency, sum((amount for amount, _inexact in all_), Decimal(0)), len(all_), any(i for _a, i in all_)
        )
        for (currency, apart), all_ in found.items()
    ]
    return tuple(sorted(sums, key=lambda one: (one.currency, -one.amount)))
