"""``cq-tui diff``: what two editions of an archive differ in."""

import sys
from argparse import Namespace
from contextlib import ExitStack

from cq_tui.commands.argument_parser import Parser
from cq_tui.commands.common import CommandError, kind_named, kinds_help, open_store, say
from cq_tui.commands.json_output import add_json_option, print_json
from cq_tui.diff.difference import KindDifference, Pair, differences
from cq_tui.diff.edition import EditionError, edition
from cq_tui.diff.tree import difference_tree
from cq_tui.diff.words import lines_of
from cq_tui.files.named import folder
from cq_tui.language import _


def configure(parser: Parser) -> None:
    """Declare the options."""
    named = _("an archive, or FOLDER@REVISION: as its git repository holds it in that revision")
    parser.add_argument("old", metavar=_("OLD"), type=folder, help=named)
    parser.add_argument("new", metavar=_("NEW"), type=folder, help=_("the same, later"))
    parser.add_argument("--kind", metavar=_("KIND"), help=kinds_help())
    add_json_option(parser)
    parser.add_example("cq-tui diff fairs@HEAD~1 fairs", _("what changed since the last commit"))
    parser.add_example("cq-tui diff 2024 2025 --kind deals", _("the deals of two folders"))


def run(options: Namespace) -> int:
    """Print what came in, what went, what changed, and the sums before and after."""
    with ExitStack() as taken:
        try:
            folders = [taken.enter_context(edition(str(named))) for named in (options.old, options.new)]
        except EditionError as error:
            raise CommandError(str(error)) from None
        editions = Pair(*(open_store(folder) for folder in folders))
        if options.kind:
            known = [store for store in editions if options.kind in store.schema] or [editions.new]
            kind_named(options.kind, known[0].schema)
        found = differences(*editions, options.kind)
        _print_json(options, found) if options.json else _print_lines(found, editions)
        sys.stdout.flush()
    return 0


def _print_lines(found: list[KindDifference], editions: Pair) -> None:
    differing = [one for one in found if not one.is_empty]
    for place, one in enumerate(differing):
        if place:
            print()
        for line in lines_of(one, Pair(*(store.name for store in editions))):
            print(line)
    if not differing:
        say(_("The two say the same."))


def _print_json(options: Namespace, found: list[KindDifference]) -> None:
    kinds = {one.kind.name: difference_tree(one) for one in found if options.kind or not one.is_empty}
    print_json({"old": str(options.old), "new": str(options.new), "kinds": kinds})
