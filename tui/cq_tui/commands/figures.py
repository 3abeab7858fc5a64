"""Whether ``list`` and ``export`` are asked for figures in the place of records, and the options that say so.

What makes the figures is imported for those that want them.
"""

from argparse import ArgumentParser, Namespace

from cq_tui.commands.common import USAGE, CommandError, schema_for
from cq_tui.language import _
from cq_tui.schema.kind import OVERVIEW


def add_by_option(parser: ArgumentParser) -> None:
    """Declare ``--by``."""
    parser.add_argument("--by", metavar=_("FIELD"), help=_("what came of the deals, by the values of a field"))
    parser.add_argument(
        "--last-told-before",
        metavar=_("DAY"),
        help=_("with --by: those of which nothing was told since; 2024, 2024-06"),
    )


def outcomes_are_meant(options: Namespace) -> bool:
    """Whether ``--by`` is given. Raises CommandError for what goes with it alone."""
    if options.last_told_before is not None and not options.by:
        raise CommandError(
            _("--last-told-before goes with --by FIELD; in a list it is a filter: last-told<2024"), USAGE
        )
    return bool(options.by)


def overview_is_meant(options: Namespace) -> bool:
    """Whether the overview is asked for; an archive may have a kind of this name."""
    return options.kind == OVERVIEW and OVERVIEW not in schema_for(options.archive)
