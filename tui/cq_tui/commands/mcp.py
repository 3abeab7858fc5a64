"""``cq-tui mcp``: answer the questions of a language-model agent over stdin and stdout."""

import sys
from argparse import Namespace

from cq_tui.commands.argument_parser import Parser
from cq_tui.commands.common import CommandError, add_archive_option, open_store, say
from cq_tui.language import _


def configure(parser: Parser) -> None:
    """Declare the options."""
    add_archive_option(parser)
    parser.add_example("cq-tui mcp --archive fairs", _("what the configuration of an agent names"))


def run(options: Namespace) -> int:
    """Serve until stdin ends."""
    try:
        from cq_tui.agents.server import serve
    except ImportError:
        raise CommandError(_("This takes a package more: pip install 'cq-tui[mcp]'")) from None
    if sys.stdin.isatty():
        say(_("An agent speaks to this by the Model Context Protocol, and starts it itself; Ctrl+D ends it."))
    serve(open_store(*options.archive))
    return 0
