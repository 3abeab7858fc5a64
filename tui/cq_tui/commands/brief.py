"""``cq-tui brief``: an event, or a list, as a paper of a few pages."""

import sys
from argparse import Namespace
from pathlib import Path

from cq_tui.brief.brief import FORMATS, EventRequest, ListRequest, Request, brief_bytes, format_of, write_brief
from cq_tui.commands.argument_parser import Parser
from cq_tui.commands.common import USAGE, CommandError, add_archive_option, kind_named, open_store, say, schema_for
from cq_tui.commands.selecting import event_named, orders_of, query_of
from cq_tui.export.export import target_of
from cq_tui.files.write import FileExists, WriteError
from cq_tui.kinds.events import Event
from cq_tui.language import _
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from cq_tui.store.views.summary import main_event, told_events

_USUAL_KIND = "deals"
_USUAL_FORMAT = "md"
"""On stdout, where no ending of a file says another one."""


def configure(parser: Parser) -> None:
    """Declare the options."""
    parser.add_argument("--event", metavar=_("ID"), help=_("the event; not needed where the archive tells of one"))
    parser.add_argument(
        "--kind", metavar=_("KIND"), help=_("a list instead of an event; deals if only --filter is given")
    )
    parser.add_argument("--filter", metavar=_("QUERY"), default="", help=_("what the filter bar takes"))
    parser.add_argument("--sort", metavar=_("FIELD[-desc]"), default="", help=_("order by a field"))
    parser.add_argument("--format", choices=FORMATS, help=_("by the file's ending if not given; md on stdout"))
    parser.add_argument("--output", "-o", metavar=_("FILE"), type=Path, help=_("a file; stdout if not given, or -"))
    parser.add_argument("--force", "-f", action="store_true", help=_("replace the file if it is there"))
    add_archive_option(parser)
    parser.add_example("cq-tui brief -o event.html", _("the event as a paper that prints on A4"))
    parser.add_example("cq-tui brief --filter 'country:DE' --lang zh -o german.docx", _("a list instead, in Chinese"))


def run(options: Namespace) -> int:
    """Write the brief; report on stderr."""
    if str(options.output) == "-" or (str(options.output) == "/dev/stdout" and not options.confined):
        options.output = None
    format_ = options.format or format_of(options.output) or _USUAL_FORMAT
    if format_ == "docx" and options.output is None and sys.stdout.isatty():
        message = _("{format} is not for a terminal: write it into a file with -o, or through a pipe.")
        raise CommandError(message.format(format=format_), USAGE)
    request = _request(options)
    try:
        if options.output is None:
            for piece in brief_bytes(request, format_):
                sys.stdout.buffer.write(piece)
            sys.stdout.flush()
            return 0
        target = target_of(options.output, options.confined, streams=True)
        write_brief(request, format_, target, replace=options.force)
    except FileExists as error:
        raise CommandError(f"{error} " + _("--force replaces it.")) from None
    except WriteError as error:
        raise CommandError(str(error)) from None
    say(_("Brief written to {path}").format(path=target.shown))
    return 0


def _request(options: Namespace) -> Request:
    schema = schema_for(options.archive)
    if not (options.kind or options.filter.strip() or options.sort):
        store = open_store(*options.archive, schema=schema)
        return EventRequest(store, _event(store, options.event), Cancellation())
    if options.event:
        message = _("--event is for the brief of an event; in a list it is a condition: --filter event={id}")
        raise CommandError(message.format(id=options.event), USAGE)
    kind = kind_named(options.kind or _USUAL_KIND, schema)
    query, order = query_of(options.filter, kind), orders_of(options.sort, kind)
    return ListRequest(Selection(open_store(*options.archive, schema=schema), query, order))


def _event(store: Store, named: str | None) -> Event:
    """The event that is named, or the only one. Raises CommandError where that can't be told."""
    told = told_events(store)
    ids = [one.id for one in told]
    if named is not None:
        return event_named(store, named)
    if len(told) > 1:
        message = _("The archive tells of several events; --event says which: {ids}")
        raise CommandError(message.format(ids=", ".join(ids)), USAGE)
    event = main_event(store)
    if event is None:
        raise CommandError(_("This archive has no event yet."))
    return event
