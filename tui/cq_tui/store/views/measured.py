"""What can be measured of deals: how many there are, and each kind of money in each currency, never added up."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from cq_tui.store.views.outcomes import Group, Measure


class What(NamedTuple):
    """What a bar measures: how many records, where ``currency`` is None, or one kind of money in a currency."""

    apart: str | None = None
    currency: str | None = None


def measurable(groups: Iterable[Group]) -> tuple[What, ...]:
    """The number of records, then the kinds of money that there are: CNY first, of each currency the most."""
    money: dict[What, Decimal] = {}
    for group in groups:
        for one in group.money:
            what = What(one.apart, one.currency)
            money[what] = money.get(what, Decimal(0)) + one.whole
    known = sorted(money, key=lambda what: (what.currency != "CNY", what.currency, -money[what], what.apart or ""))
    return What(), *known


def measured(group: Group, what: What) -> Measure | None:
    """What there is of something in a group; None for nothing."""
    if what.currency is None:
        return group.deals
    return next((one for one in group.money if (one.apart, one.currency) == what), None)
