"""The overview: of one event, or of all where the archive tells of several."""

from collections.abc import Iterator

from rich.cells import cell_len

from cq_tui.kinds.events import Event
from cq_tui.language import _, ngettext
from cq_tui.schema.cells import cell
from cq_tui.store.store import Store
from cq_tui.store.views.summary import main_event, stated_words, told_events
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.line_widget import StyledText
from cq_tui.widgets.base.link_list import Link, Row
from cq_tui.widgets.base.text_layout import cut, padded
from cq_tui.widgets.views.overview_lines import links, overview_lines
from cq_tui.widgets.views.totals_by_year_lines import signed_lines

_WIDEST_NAME = 0.45
"""Of the view's width, what the events' names take at most."""


def overview(store: Store, event_id: str | None, width: int) -> list[Row]:
    """The lines of the overview of an event, or of all where none is named, for a view of ``width`` cells."""
    told = told_events(store)
    if event_id is None and len(told) > 1:
        return [*_events(store, told, width), *signed_lines(store, width), *links(store, width)]
    event = store.get("events", event_id) if event_id else main_event(store)
    return overview_lines(store, event if isinstance(event, Event) else None, width)


def _events(store: Store, told: list[Event], width: int) -> Iterator[Row]:
    yield Row([(" " + _("Events"), "heading")])
    names = [clean_line(event.called) for event in told]
    room = min(max(map(cell_len, names)), int(width * _WIDEST_NAME))
    date = store.kind("events").by_name["date"]
    days = [cell(date, event, store.name).text for event in told]
    span = max(map(cell_len, days))
    for event, name, day in zip(told, names, days, strict=True):
        pieces: list[StyledText] = [
            ("   ", "text"),
            (padded(cut(name, room), room), "link"),
            ("  " + padded(day, span), "text"),
            (cut("  " + "  ".join(_told(store, event)), width - room - span - 6), "dim"),
        ]
        yield Row(pieces, Link("events", event.id, overview=True))
    yield Row()


def _told(store: Store, event: Event) -> Iterator[str]:
    """How many deals are itemised, and what was stated."""
    count = store.belonging.get(event.id, {}).get("deals", 0)
    yield ngettext("{count} deal", "{count} deals", count).format(count=count)
    yield from (stated_words(total) for total in event.totals if total.category is None)
