"""What every session asks before anybody has filtered anything: a prepared file and a server keep the answers."""

from collections.abc import Iterable

from cq_tui.query.terms import Query
from cq_tui.schema.kind import EVENTS
from cq_tui.store.selection.event_name import shared_event
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from cq_tui.store.views.footer import footer_parts


def ask_first(store: Store, kinds: Iterable[str]) -> None:
    """Ask it of the lists of these kinds, in statements that ``Store.ask_of_all`` knows again. Raises QueryError."""
    for name in kinds:
        footer_parts(Selection(store, Query(store.schema[name])))
        store.only_currencies(name)
        if event := shared_event(store, store.schema[name]):
            store.names(EVENTS, event)
    _ = store.belonging
