"""What the sums of an overview rest on, in words: the line under it."""

import re

from cq_tui.archive.reconcile import Line, overall, reconcile
from cq_tui.kinds.events import Event
from cq_tui.kinds.passages import Passage
from cq_tui.language import _, ngettext
from cq_tui.store.store import Store
from cq_tui.store.views.signed import has_matrix
from cq_tui.store.views.summary import main_event, tabs
from cq_tui.values.amounts import grouped, scaled


def overview_words(store: Store, event_id: str | None, along: str) -> list[str]:
    """What is added up on the overview of an event, or of all where none is named, and where that is told.

    ``along``: the key that goes along a line, of which people have to be told.
    """
    event = store.get("events", event_id) if event_id else main_event(store)
    whole = overall(reconcile(event, store.itemised)) if isinstance(event, Event) else None
    if has_matrix(store, event_id):
        if not any(one.amount and event_id in (None, one.event) for one in store.itemised):
            return [_records(store)]
        words = _("Each type of money has its own sum")
    elif isinstance(event, Event) and whole is not None:
        told = ", ".join(_("para. {number}").format(number=number) for number in _paragraphs(store, event, whole))
        words = _("Totals as announced ({where})").format(where=told) if told else _("Totals as announced")
    else:
        return [_records(store)]
    return [words, _("{key}: next name or number in the line").format(key=along)]


def _records(store: Store) -> str:
    count = sum(store.total(kind.name) for kind in tabs(store))
    return ngettext("{count} record", "{count} records", count).format(count=f"{count:,}")


def _paragraphs(store: Store, event: Event, whole: Line) -> list[int]:
    """The paragraphs, of those that the event rests on, which have the number of the whole amount."""
    if whole.stated_amount is None:
        return []
    number = re.compile(rf"(?<![\d.,]){re.escape(grouped(scaled(whole.stated_amount)[0]))}(?![\d,]|\.\d)")
    passages = (store.get("passages", one) for one in event.cites)
    told = [one.paragraph for one in passages if isinstance(one, Passage) and number.search(str(one.words))]
    return list(dict.fromkeys(told))
