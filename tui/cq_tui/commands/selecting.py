"""The options that select records, as a selection: what ``list`` and ``export`` take, and where the browser begins."""

from argparse import ArgumentParser, Namespace

from cq_tui.archive.wording import nearest
from cq_tui.commands.common import (
    USAGE,
    CommandError,
    add_archive_option,
    kind_named,
    kinds_help,
    open_store,
    say_more,
    schema_for,
)
from cq_tui.commands.narration import is_verbose
from cq_tui.kinds.events import Event
from cq_tui.language import _, sentences
from cq_tui.query.parse import orders, parse
from cq_tui.query.terms import Fault, Order, Query
from cq_tui.schema.kind import OVERVIEW, Kind
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from cq_tui.store.views.summary import told_events

_LONGEST = 200
"""Characters of what was typed or pasted that an error repeats."""


def add_selection_options(parser: ArgumentParser, *, may_be_view: bool = False) -> None:
    """Add the options that select records: kind, filter, order, archive.

    ``may_be_view``: the kind may be left out where a view says it.
    """
    parser.add_argument("kind", metavar=_("KIND"), nargs="?" if may_be_view else None, help=kinds_help(OVERVIEW))
    parser.add_argument("--filter", metavar=_("QUERY"), default="", help=_("what the filter bar takes"))
    parser.add_argument("--sort", metavar=_("FIELD[-desc]"), default="", help=_("order by a field"))
    parser.add_argument("--event", metavar=_("ID"), help=_("with overview: of this event"))
    add_archive_option(parser)


def put_beside(store: Store, currency: str | None) -> None:
    """Have a store tell amounts in another currency, too, where one is asked for. Raises CommandError."""
    if currency is None:
        return
    from cq_tui.store.beside import put_beside as put
    from cq_tui.values.reference_rates import RatesError

    try:
        put(store, currency)
    except RatesError as error:
        raise CommandError(str(error)) from None


def select(options: Namespace) -> Selection:
    """The selection that the options ask for. What is not understood is an error, with a caret line."""
    if options.event:
        message = _("--event is for the overview; in a list it is a condition: --filter event={id}")
        raise CommandError(message.format(id=options.event), USAGE)
    schema = schema_for(options.archive)
    kind = kind_named(options.kind, schema)
    currency = getattr(options, "in", None)
    if currency is None:  # what is wrong with a filter is said before the archive is read
        query, orders = query_of(options.filter, kind), orders_of(options.sort, kind)
        store = open_store(*options.archive, schema=schema)
    else:
        store = open_store(*options.archive, schema=schema)
        put_beside(store, currency)
        kind = store.kind(kind.name)
        query, orders = query_of(options.filter, kind), orders_of(options.sort, kind)
    selection = Selection(store, query, orders)
    if is_verbose():
        from cq_tui.query.explain import explain

        say_more(explain(query, selection.orders, selection.store.name) or _("{kind}: all").format(kind=kind.label))
    return selection


def query_of(text: str, kind: Kind) -> Query:
    """Parse a filter; CommandError if a part of it is not understood."""
    query = parse(text, kind)
    if query.faults:
        fault = query.faults[0]
        raise CommandError(_("{text}: {why}").format(text=_short(fault.text.rstrip(":：")), why=_short(fault.message)))
    return query


def event_named(store: Store, name: str) -> Event:
    """The event of an id. Raises CommandError where there is none."""
    found = store.get("events", name)
    if isinstance(found, Event):
        return found
    ids = [one.id for one in told_events(store)]
    message = _("There is no event {name}.").format(name=name)
    raise CommandError(sentences(message, nearest(name, ids) or ", ".join(ids)), USAGE)


def _short(text: str) -> str:
    """A text that somebody typed or pasted, fit for one line of a terminal."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def orders_of(text: str, kind: Kind) -> tuple[Order, ...]:
    """Parse the value of ``--sort``; CommandError if it is not understood."""
    if not text:
        return ()
    sorting = orders(text, kind)
    if isinstance(sorting, Fault):
        raise CommandError(_("{text}: {why}").format(text=f"--sort {_short(text)}", why=_short(sorting.message)))
    return sorting.orders
