"""The overview for ``cq-tui list`` and ``cq-tui export``: its figures as a table, or as a file."""

from argparse import Namespace

from cq_tui.commands.common import USAGE, CommandError, kind_named, open_store, schema_for
from cq_tui.commands.rows import export_rows, print_rows, refuse_for_rows
from cq_tui.commands.selecting import event_named, query_of
from cq_tui.export.overview import OverviewRequest
from cq_tui.kinds.events import Event
from cq_tui.language import _
from cq_tui.store.selection.selection import Selection
from cq_tui.store.views.summary import main_event, told_events


def request_of(options: Namespace) -> OverviewRequest:
    """The overview that the options ask for. Raises CommandError."""
    schema = schema_for(options.archive)
    for option in ("sort", "by"):
        if getattr(options, option):
            message = _("The overview has an order of its own: {option} is for lists.")
            raise CommandError(message.format(option=f"--{option}"), USAGE)
    query = query_of(options.filter, kind_named("deals", schema)) if options.filter.strip() else None
    store = open_store(*options.archive, schema=schema)
    event: Event | None = None
    if options.event:
        event = event_named(store, options.event)
    elif len(told_events(store)) < 2:
        event = main_event(store)
    return OverviewRequest(store, event, Selection(store, query) if query else None)


def list_overview(options: Namespace) -> int:
    """Print the figures as a table."""
    print_rows(request_of(options).rows())
    return 0


def export_overview(options: Namespace) -> int:
    """Write the figures; report on stderr."""
    refuse_for_rows(options, _("the overview"))
    request = request_of(options)
    return export_rows(options, request.store, request.rows)
