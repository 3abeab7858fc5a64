"""``cq-tui schema``: what data files hold, as JSON Schema, or as Table Schema for a CSV file."""

import json
from argparse import Namespace

from cq_tui.commands.argument_parser import Parser
from cq_tui.commands.common import USAGE, CommandError, add_archive_option, kind_named, kinds_help, schema_for
from cq_tui.language import _
from cq_tui.schema.description import json_schema, table_schema


def configure(parser: Parser) -> None:
    """Declare the options."""
    parser.add_argument("kind", metavar=_("KIND"), nargs="?", help=kinds_help())
    add_archive_option(parser)
    parser.add_argument("--table", action="store_true", help=_("Table Schema of the kind's CSV file"))
    parser.add_example("cq-tui schema deals", _("what data/deals.toml may hold"))
    parser.add_example("cq-tui schema deals --table", _("the same of a CSV file"))


def run(options: Namespace) -> int:
    """Print the schema of one kind's file, or of all kinds in one."""
    schema = schema_for(options.archive) if options.table else schema_for(options.archive, history=True)
    chosen = [kind_named(options.kind, schema)] if options.kind else list(schema.values())
    if options.table and len(chosen) > 1:
        raise CommandError(_("--table describes the file of one kind: name it."), USAGE)
    found = table_schema(chosen[0]) if options.table else json_schema(chosen)
    print(json.dumps(found, ensure_ascii=False, indent=2))
    return 0
