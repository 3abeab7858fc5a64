"""The overview: of one event, or of all where the archive tells of several."""

from collections.abc import Iterator

from rich.cells import cell_len

from cq_tui.archive.reconcile import overall, reconcile
from cq_tui.kinds.events import Event
from cq_tui.language import _, ngettext
from cq_tui.store.store import Store
from cq_tui.store.views.signed import Narrowed
from cq_tui.store.views.summary import main_event, not_itemised, told_events
from cq_tui.values.amounts import written
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.line_widget import StyledText
from cq_tui.widgets.base.linked_lines import Link, Row
from cq_tui.widgets.base.text_layout import cut, padded
from cq_tui.widgets.views.overview_lines import links, overview_lines

_WIDEST_NAME = 0.45
"""Of the view's width, what the events' names take at most."""


def overview(store: Store, event_id: str | None, width: int, narrowed: Narrowed | None = None) -> list[Row]:
    """The lines of the overview of an event, or of all where none is named, for a view of ``width`` cells.

    ``narrowed``: what a filter leaves of the deals, where one is in force.
    """
    told = told_events(store)
    if event_id is None and len(told) > 1:
        from cq_tui.widgets.views.matrix_lines import signed_lines

        stated = [] if narrowed else [*_stated(store, told, width)]
        return [*signed_lines(store, width, narrowed=narrowed), *stated, *links(store, width)]
    event = store.get("events", event_id) if event_id else main_event(store)
    return overview_lines(store, event if isinstance(event, Event) else None, width, narrowed)


def _stated(store: Store, told: list[Event], width: int) -> Iterator[Row]:
    """What the events announced, and how much of it no deal itemises; nothing where none announced a total."""
    wholes = [(event, overall(reconcile(event, store.itemised))) for event in told if event.totals]
    if not wholes:
        return
    yield Row([(" " + _("Signed, as announced"), "heading")])
    names = [clean_line(event.called) for event, _whole in wholes]
    room = min(max(map(cell_len, names)), int(width * _WIDEST_NAME))
    for (event, whole), name in zip(wholes, names, strict=True):
        pieces: list[StyledText] = [("   ", "text"), (padded(cut(name, room), room), "link")]
        if whole is not None:
            count = "?" if whole.stated_count is None else f"{whole.stated_count:,}"
            amount = _("not stated") if whole.stated_amount is None else written(whole.stated_amount, whole.currency)
            pieces.append(("  " + _("{count} deals, {amount}").format(count=count, amount=amount), "text"))
            named = ngettext("{count} itemised", "{count} itemised", whole.itemised_count)
            words = "   ".join(filter(None, (named.format(count=f"{whole.itemised_count:,}"), not_itemised(whole))))
            left = width - sum(cell_len(text) for text, _ink in pieces) - 1
            pieces.append((cut(f"   {words}", max(1, left)), "dim"))
        yield Row(pieces, Link("events", event.id, overview=True))
    yield Row()
