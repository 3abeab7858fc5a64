"""The figures of an overview as rows for other programs: amounts in single units, each currency in its column."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from cq_tui.archive.reconcile import Line, overall, reconcile
from cq_tui.kinds.events import Event
from cq_tui.store.store import Store
from cq_tui.store.views.matrix import matrix
from cq_tui.store.views.signed import Narrowed
from cq_tui.store.views.stated_totals import in_order
from cq_tui.values.amounts import plain

Value = str | int | Decimal | bool | None


class Rows(NamedTuple):
    """A table: what it is called, the names of its columns, its rows; None is what is not stated."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def overview_rows(store: Store, event: Event | None, narrowed: Narrowed | None = None) -> Rows:
    """What the overview of an event, or of all, sums up.

    Where an event stated totals: stated, itemised and not itemised by category. Else, and under a filter: the deals
    by year, event, type and currency; those without an amount have a row without a currency.
    """
    if event is not None and event.totals and narrowed is None:
        return Rows("stated", _STATED, tuple(_stated(store, event)))
    return Rows("signed", _SIGNED, tuple(_signed(store, event, narrowed)))


_SIGNED = ("year", "event", "event_zh", "event_en", "type", "currency", "deals", "amount", "inexact")


def _signed(store: Store, event: Event | None, narrowed: Narrowed | None) -> Iterator[tuple[Value, ...]]:
    items = store.itemised if narrowed is None else narrowed.items
    found = matrix(store, items, event=event.id if event else None, narrowed=narrowed is not None)
    for line in found.lines:
        if line.event is None:
            continue
        said = (line.year, line.event.id, line.event.name.zh, line.event.name.en)
        for column in found.columns:
            if (one := line.sums.get(column)) is not None:
                yield (*said, column.apart, column.currency, one.count, one.amount, one.inexact)
        if line.without_amount:
            yield (*said, None, None, line.without_amount, None, None)


_STATED = (
    "event", "category", "currency", "stated_deals", "stated_amount", "itemised_deals", "itemised_amount",
    "itemised_in_other_currencies", "not_itemised_deals", "not_itemised_least", "not_itemised_most",
)  # fmt: skip
UNCLASSIFIED, ALL = "unclassified", "all"
"""What stands for a category in the rows that have none."""


def _stated(store: Store, event: Event) -> Iterator[tuple[Value, ...]]:
    lines = reconcile(event, store.itemised)
    for line in in_order(lines, overall(lines)):
        least, most = (line.rest.low, line.rest.high) if line.rest is not None else (None, None)
        others = {name: amount for name, amount in line.itemised_amounts.items() if name != line.currency}
        yield (
            event.id,
            _category(line),
            line.currency,
            line.stated_count,
            line.stated_amount,
            line.itemised_count,
            line.itemised_amount if line.currency in line.itemised_amounts or not line.itemised_count else None,
            "; ".join(f"{name} {plain(amount)}" for name, amount in others.items()) or None,
            line.rest_count,
            None if line.rest is not None and line.rest.at_most else least,
            most,
        )


def _category(line: Line) -> str:
    return UNCLASSIFIED if line.remainder else line.category or ALL
