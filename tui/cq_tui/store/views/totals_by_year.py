"""Totals of the countable deals by year and category; kinds of money and currencies are never added up."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from cq_tui.archive.reconcile import Itemised
from cq_tui.query.spelling import with_code, with_flag
from cq_tui.schema.kind import Exclusion, Kind
from cq_tui.store.selection.sums import LeftOut, Sum
from cq_tui.store.store import Store


@dataclass(frozen=True, slots=True)
class YearTotal:
    """The countable deals of one year and one category; None where it is not stated."""

    year: int | None
    category: str | None
    count: int
    sums: tuple[Sum, ...]

    @property
    def filter(self) -> str:
        """The filter that lists them."""
        year = f"year:{self.year}" if self.year else "-has:year"
        return f"{year} category:{self.category}" if self.category else f"{year} -has:category"


def totals_by_year(store: Store, event: str | None = None) -> list[YearTotal]:
    """The totals of an event, or of all; ordered by year, the latest first, then in the order of the code list."""
    apart: dict[tuple[int | None, str | None], list[Itemised]] = {}
    for one in (one for one in store.itemised if event in (None, one.event)):
        apart.setdefault((one.year, one.category), []).append(one)
    lines = [
        YearTotal(year, category, sum(one.count for one in found), tuple(sums(found)))
        for (year, category), found in apart.items()
    ]
    codes = store.kind("deals").by_name["category"].codes or ()
    ranks = {category: rank for rank, category in enumerate(codes)}
    # Codes of a list that is not declared stand behind by the alphabet, what has no category last.
    return sorted(
        lines,
        key=lambda one: (
            -(one.year or 0),
            ranks.get(one.category or "", len(ranks)),
            one.category is None,
            one.category or "",
        ),
    )


def left_out(store: Store, event: str | None = None) -> list[LeftOut]:
    """What no sum counts of the deals of an event, or of all: apart by the reason why."""
    apart: dict[Exclusion, list[Itemised]] = {}
    for one in store.left_out:
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
