"""``cq-tui prepare``: read and check an archive once, so that every session opens it at once."""

from argparse import Namespace
from pathlib import Path

from cq_tui.archive.problem import ArchiveError, SchemaError, first_of
from cq_tui.archive.read import usual
from cq_tui.commands.argument_parser import Parser
from cq_tui.commands.common import WRONG, CommandError, complain, say
from cq_tui.commands.loading_progress import wait_showing_progress
from cq_tui.files.named import folder
from cq_tui.files.write import WriteError
from cq_tui.language import _
from cq_tui.store.prepare_archive import NothingToPrepare, prepare_archive
from cq_tui.store.prepared.lookup import NAME
from cq_tui.store.store import QueryError
from cq_tui.values.clean import clean_line


def configure(parser: Parser) -> None:
    """Declare the options."""
    parser.add_argument(
        "archive", metavar=_("FOLDER"), nargs="?", type=folder, help=_("the archive; the shipped event if not given")
    )
    parser.add_example("cq-tui prepare fairs", _("the tables of fairs, read once for all sessions"))


def run(options: Namespace) -> int:
    """Write the prepared file, or print what is wrong with the archive and leave all as it is."""
    return make_prepared(options.archive or usual()[0])


def make_prepared(root: Path) -> int:
    """Write the prepared file of an archive; the exit code. Raises CommandError."""
    shown = clean_line(str(root))
    try:
        problems = prepare_archive(root, wait_showing_progress)
    except NothingToPrepare:
        say(_("{path} has no table files; it opens at once as it is.").format(path=shown))
        return 0
    except SchemaError as error:
        raise CommandError(
            first_of(error.problems, _("cq-tui check {folder} lists all.").format(folder=shown))
        ) from None
    except (ArchiveError, WriteError) as error:
        raise CommandError(str(error)) from None
    except QueryError as error:
        raise CommandError(f"{shown}: {error}") from None
    if problems:
        for problem in problems:
            print(problem)
        complain(_("{path} is not prepared; mend that first.").format(path=shown))
        return WRONG
    say(
        _("{path} is written: every session opens the archive from it, until a file of the archive changes.").format(
            path=clean_line(str(root / NAME))
        )
    )
    return 0
