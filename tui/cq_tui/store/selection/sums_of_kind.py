"""The sums of a whole kind, or of what belongs to one event, as the overview tells them."""

from collections.abc import Iterable

from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.store.selection.sums import Sums
from cq_tui.store.selection.sums_in_memory import sums_in_memory
from cq_tui.store.store import Store


def sums_of_kind(store: Store, kind: Kind, own_filter: str) -> Sums | None:
    """The sums of all records of a kind, or of those that a filter on their event leaves; None for no amounts."""
    if kind.money is None:
        return None
    if store.has_table(kind.name):
        from cq_tui.query.parse import parse
        from cq_tui.store.selection.selection import Selection  # where all is in memory the overview does without

        return Selection(store, parse(own_filter, kind)).sums
    of_event = own_filter.partition("=")[2]
    every: Iterable[Record] = store.archive.records(kind.name)
    if of_event and kind.event:
        name = kind.event.name
        every = (record for record in every if getattr(record, name) == of_event)
    return sums_in_memory(kind, kind.money, every)
