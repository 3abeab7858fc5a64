"""Words that stand in the name of the only event, where a list does not look for them."""

import re

from cq_tui.language import _
from cq_tui.query.terms import Words
from cq_tui.schema.kind import EVENTS, Kind
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from cq_tui.values.clean import clean_line


def shared_event(store: Store, kind: Kind) -> str | None:
    """The id of the event that all records of a kind belong to; None where there are several or none."""
    if kind.event is None or store.is_of_several_events(kind):
        return None
    return next((event for event, counts in store.belonging.items() if kind.name in counts), None)


def left_out(selection: Selection) -> str:
    """That a word of the filter is in the name of the event that all records share, and how to ask for it all the same.

    Empty where no word is, or where the records belong to several events: then words find those by their names.
    """
    store, field = selection.store, selection.kind.event
    bare = [one for one in selection.query.terms if one.field is None and isinstance(one.test, Words)]
    if field is None or not bare:
        return ""
    event = shared_event(store, selection.kind)
    names = store.names(EVENTS, event) if event else ""
    for term in bare:
        for word in term.test.any_of if isinstance(term.test, Words) else ():
            if names and re.search(store.widen(word).pattern, names):
                message = _(
                    "“{word}” is in the name of the event, so every record has it; {field}:{word} looks for it there"
                )
                return message.format(word=clean_line(word), field=field.name)
    return ""
