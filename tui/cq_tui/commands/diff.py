"""``cq-tui diff``: what two editions of an archive differ in."""

import sys
from argparse import Namespace
from contextlib import ExitStack
from pathlib import Path

from cq_tui.commands.argument_parser import Parser
from cq_tui.commands.common import CommandError, kind_named, kinds_help, open_store, say
from cq_tui.commands.json_output import add_json_option, print_json
from cq_tui.diff.difference import KindDifference, Pair, differences
from cq_tui.diff.edition import EditionError, editions
from cq_tui.diff.package import selection
from cq_tui.diff.tree import difference_tree
from cq_tui.diff.words import lines_of
from cq_tui.files.named import folder
from cq_tui.language import _
from cq_tui.store.store import Store
from cq_tui.values.clean import clean_line


def configure(parser: Parser) -> None:
    """Declare the options."""
    named = _("an archive, FOLDER@REVISION: as its git repository holds it in that revision, or a published package")
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
            folders = taken.enter_context(editions(str(options.old), str(options.new)))
        except EditionError as error:
            raise CommandError(str(error)) from None
        stores = Pair(*map(_opened, folders, (options.old, options.new)))
        if options.kind:
            known = [store for store in stores if options.kind in store.schema] or [stores.new]
            kind_named(options.kind, known[0].schema)
        found = differences(*stores, options.kind)
        _print_json(options, found) if options.json else _print_lines(found, stores)
        sys.stdout.flush()
    return 0


def _opened(folder: Path, named: Path) -> Store:
    """An edition, checked; one that was taken out of something else is told by what it was taken from."""
    if part := selection(named):
        message = _("{package} holds what a filter left: {filter}. What it does not hold is told as gone or added.")
        say(message.format(package=clean_line(str(named)), filter=part))
    if folder == named:
        return open_store(folder)
    try:
        return open_store(folder, lasting=False)
    except CommandError as error:
        raise CommandError(f"{clean_line(str(named))}: {error}") from None


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
