"""``cq-tui show``: one record with its links and passages."""

from argparse import ArgumentParser, Namespace
from difflib import get_close_matches

from cq_tui.commands.common import CommandError, add_archive_option, kind_named, kinds_help, open_store, schema_for
from cq_tui.language import _, sentences
from cq_tui.store.views.record_text import record_text


def configure(parser: ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("kind", metavar=_("KIND"), help=kinds_help())
    parser.add_argument("id", metavar=_("ID"), help=_("the record's id"))
    add_archive_option(parser)


def run(options: Namespace) -> int:
    """Print the record as the browser shows it."""
    schema = schema_for(options.archive)
    kind = kind_named(options.kind, schema)
    store = open_store(*options.archive, schema=schema)
    record = store.get(kind.name, options.id)
    if record is None:
        near = get_close_matches(options.id, store.ids(kind.name), n=1, cutoff=0.4)
        hint = _("Did you mean {name}?").format(name=near[0]) if near else ""
        raise CommandError(sentences(_("There is no {id} in {kind}.").format(id=options.id, kind=kind.name), hint))
    for line in record_text(store, kind, record):
        print(line)
    return 0
