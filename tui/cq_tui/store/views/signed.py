"""What was signed, before it is added up: whether an overview shows it by year, and what a filter leaves of it."""

from collections.abc import Sequence
from typing import NamedTuple

from cq_tui.archive.reconcile import Itemised
from cq_tui.kinds.events import Event
from cq_tui.store.store import Store
from cq_tui.store.views.summary import main_event, told_events


class Narrowed(NamedTuple):
    """What a filter leaves of the deals: its text, and what they add up to."""

    filter: str
    items: Sequence[Itemised]


def has_matrix(store: Store, event: str | None) -> bool:
    """Whether an overview, of one event or of all, shows the matrix: where it has no stated totals to show instead."""
    if event is None and len(told_events(store)) > 1:
        return True
    record = store.get("events", event) if event else main_event(store)
    return isinstance(record, Event) and not record.totals
