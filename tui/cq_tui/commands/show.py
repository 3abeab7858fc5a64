"""``cq-tui show``: records with their links and passages, one or several."""

from argparse import Namespace
from difflib import get_close_matches

from cq_tui.commands.argument_parser import Parser
from cq_tui.commands.common import (
    CommandError,
    add_archive_option,
    add_currency_option,
    kind_named,
    kinds_help,
    open_store,
    schema_for,
)
from cq_tui.commands.json_output import add_json_option, print_json
from cq_tui.commands.selecting import put_beside
from cq_tui.language import _, sentences
from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.store.store import Store
from cq_tui.store.views.record_text import record_text
from cq_tui.store.views.record_tree import record_tree


def configure(parser: Parser) -> None:
    """Declare the options."""
    parser.add_argument("kind", metavar=_("KIND"), help=kinds_help())
    parser.add_argument("id", metavar=_("ID"), nargs="+", help=_("the record's id, or several"))
    add_json_option(parser)
    add_currency_option(parser)
    add_archive_option(parser)
    parser.add_example(
        "cq-tui show deals nev-credit-line parts-supply-order", _("two deals with their links and passages")
    )


def run(options: Namespace) -> int:
    """Print the records as the browser shows them."""
    schema = schema_for(options.archive)
    kind = kind_named(options.kind, schema)
    store = open_store(*options.archive, schema=schema)
    put_beside(store, getattr(options, "in"))
    kind = store.kind(kind.name)
    records = [_record(store, kind, id_) for id_ in dict.fromkeys(options.id)]  # all, before the first is printed
    if options.json:
        print_json({kind.name: [record_tree(store, kind, record) for record in records]})
        return 0
    for place, record in enumerate(records):
        if place:
            print()
        for line in record_text(store, kind, record):
            print(line)
    return 0


def _record(store: Store, kind: Kind, id_: str) -> Record:
    record = store.get(kind.name, id_)
    if record is None:
        near = get_close_matches(id_, store.ids(kind.name), n=1, cutoff=0.4)
        hint = _("Did you mean {name}?").format(name=near[0]) if near else ""
        raise CommandError(sentences(_("There is no {id} in {kind}.").format(id=id_, kind=kind.name), hint))
    return record
