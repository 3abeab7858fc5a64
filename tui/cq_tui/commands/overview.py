"""The overview for ``cq-tui list`` and ``cq-tui export``: its figures as a table, or as a file."""

import sys
from argparse import Namespace

from rich.cells import cell_len

from cq_tui.commands.common import USAGE, CommandError, kind_named, open_store, say, schema_for
from cq_tui.commands.selecting import event_named, query_of
from cq_tui.export.export import target_of
from cq_tui.export.overview import FORMATS, NAME, OverviewRequest, format_of, overview_bytes, write_overview
from cq_tui.files.write import FileExists, WriteError
from cq_tui.kinds.events import Event
from cq_tui.language import _, ngettext
from cq_tui.store.selection.selection import Selection
from cq_tui.store.views.summary import main_event, told_events
from cq_tui.values.amounts import grouped
from cq_tui.values.clean import clean_line

_OF_LISTS = ("columns", "encoding", "raw", "as_shown", "explain", "sums")


def is_meant(options: Namespace) -> bool:
    """Whether the overview is asked for; an archive may have a kind of this name."""
    return options.kind == NAME and NAME not in schema_for(options.archive)


def request_of(options: Namespace) -> OverviewRequest:
    """The overview that the options ask for. Raises CommandError."""
    schema = schema_for(options.archive)
    if options.sort:
        raise CommandError(
            _("The overview has an order of its own: {option} is for lists.").format(option="--sort"), USAGE
        )
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
    found = request_of(options).rows()
    rows = [found.columns, *(tuple(map(_words, row)) for row in found.rows)]
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    right = [any(not isinstance(row[place], (str, type(None))) for row in found.rows) for place in range(len(widths))]
    for row in rows:
        cells = []
        for text, width, number in zip(row, widths, right, strict=True):
            blank = " " * (width - cell_len(text))
            cells.append(blank + text if number else text + blank)
        print("  ".join(cells).rstrip())
    sys.stdout.flush()
    return 0


def _words(value: object) -> str:
    from decimal import Decimal

    if value is None:
        return "-"
    if isinstance(value, Decimal):
        return grouped(value)
    return str(value).lower() if isinstance(value, bool) else clean_line(str(value))


def export_overview(options: Namespace) -> int:
    """Write the figures; report on stderr."""
    for name in _OF_LISTS:
        if getattr(options, name):
            option = f"--{name.replace('_', '-')}"
            raise CommandError(_("{option} is for lists, not for the overview.").format(option=option), USAGE)
    format_ = options.format or format_of(options.output) or FORMATS[0]
    if format_ not in FORMATS:
        message = _("The overview is written as {formats}.")
        raise CommandError(message.format(formats=", ".join(FORMATS)), USAGE)
    request = request_of(options)
    try:
        if options.output is None:
            for piece in overview_bytes(request.rows(), format_, to_file=False):
                sys.stdout.buffer.write(piece)
            sys.stdout.flush()
            return 0
        target = target_of(options.output, options.confined, streams=True)
        count = write_overview(request, format_, target, replace=options.force)
    except FileExists as error:
        raise CommandError(f"{error} " + _("--force replaces it.")) from None
    except WriteError as error:
        raise CommandError(str(error)) from None
    message = ngettext("{count} row written to {path}", "{count} rows written to {path}", count)
    say(message.format(count=f"{count:,}", path=target.shown))
    return 0
