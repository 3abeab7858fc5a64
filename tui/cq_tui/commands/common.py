"""What the commands share: opening an archive, naming a kind, failing in one line."""

import sys
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from cq_tui.archive.problem import ArchiveError, SchemaError, first_of
from cq_tui.archive.read import usual
from cq_tui.archive.schema import schema_of
from cq_tui.archive.wording import nearest
from cq_tui.commands.loading_progress import nothing, wait_showing_progress
from cq_tui.commands.narration import is_quiet, is_verbose
from cq_tui.files.named import ServerRoot, archive_root
from cq_tui.kinds import kinds
from cq_tui.language import _, ngettext, sentences
from cq_tui.schema.kind import Kind
from cq_tui.schema.schema import Schema
from cq_tui.store.open_archive import open_archive
from cq_tui.store.prepared.lookup import not_taken
from cq_tui.store.store import Store
from cq_tui.values.clean import clean_line

WRONG = 1
USAGE = 2


class CommandError(Exception):
    """A command can't be done; the text is one clear line, ``code`` the exit code."""

    def __init__(self, message: str, code: int = WRONG) -> None:
        """Keep the code beside the message."""
        super().__init__(message)
        self.code = code


def complain(message: str) -> None:
    """Print an error, or what was asked for, on stderr, cleaned; stdout is for data."""
    print(clean_line(message), file=sys.stderr)


def say(message: str) -> None:
    """Tell what was done, on stderr, unless ``--quiet`` was given."""
    if not is_quiet():
        complain(message)


def say_more(message: str) -> None:
    """Tell how it was done, if ``--verbose`` was given."""
    if is_verbose():
        complain(message)


def add_archive_option(parser: ArgumentParser) -> None:
    """Add ``--archive``."""
    words = _("the archive, or several with the option again; the shipped event if not given")
    parser.add_argument("--archive", metavar=_("FOLDER"), type=archive_root, action="append", default=[], help=words)


def add_currency_option(parser: ArgumentParser) -> None:
    """Add ``--in``."""
    words = _("tell amounts in this currency, too, at the reference rate of their day")
    parser.add_argument("--in", metavar=_("CURRENCY"), help=words)


def kinds_help(*more: str) -> str:
    """The kinds that a help text names, and ``more``; the archive is not known yet, which may have others."""
    return _("{kinds}; an archive may have more").format(kinds=", ".join((*kinds(), *more)))


def kind_named(name: str, schema: Schema) -> Kind:
    """The kind of a name, or a CommandError that names the nearest."""
    kind = schema.get(name)
    if kind is None:
        near = nearest(name, list(schema)) or ", ".join(schema)
        raise CommandError(sentences(_("There is no kind {name}.").format(name=name), near), USAGE)
    return kind


def schema_for(folders: Sequence[Path], *, history: bool = False) -> Schema:
    """The schema of the archive in some folders, or else of the usual one. What can't be is a CommandError.

    ``history``: with the history that its deals may have, whether or not one has it.
    """
    roots = folders or usual()
    try:
        if is_on_server(roots):
            from cq_tui.store.server.open_server import schema_on_server

            return schema_on_server(roots[0], history=history)
        return schema_of(*roots, history=history)
    except SchemaError as error:
        raise CommandError(first_of(error.problems, _see_all(roots))) from None
    except ArchiveError as error:
        raise CommandError(str(error)) from None


def is_on_server(roots: Sequence[Path]) -> bool:
    """Whether an archive is meant that a server holds. Raises ArchiveError for one among several."""
    if not any(isinstance(root, ServerRoot) for root in roots):
        return False
    if len(roots) > 1:
        raise ArchiveError(_("The archive of a server is opened alone, not as one of several."))
    return True


def _see_all(roots: Sequence[Path]) -> str:
    return _("cq-tui check {folder} lists all.").format(folder=" ".join(map(str, roots)))


def open_store(
    *folders: Path,
    schema: Schema | None = None,
    without: str = "",
    meanwhile: Callable[[], None] = nothing,
    tell: Callable[[str], None] = say,
    lasting: bool = True,
) -> Store:
    """Read and check an archive, or several as one. What has problems is not opened as if it were whole.

    ``schema``: the archive's, where it was needed before. ``without``: a folder below ``data/`` whose CSV files need
    not be read; they are where the rest has problems so. ``meanwhile`` is done while table files are read, if there
    are any. ``tell`` takes what has to be said of an archive that can be opened. ``lasting``: whether the folders are
    there afterwards, so that all that is wrong can be asked for.
    """
    roots = folders or usual()
    see_all = _see_all(roots) if lasting else None
    try:
        if is_on_server(roots):
            from cq_tui.store.server.open_server import open_server

            meanwhile()
            return open_server(roots[0])
        opened = open_archive(
            *roots, watch=partial(wait_showing_progress, meanwhile=meanwhile), without=without, schema=schema
        )
        if without and opened.problems:
            opened = open_archive(*roots, watch=wait_showing_progress, schema=schema)
    except SchemaError as error:
        raise CommandError(first_of(error.problems, see_all)) from None
    except ArchiveError as error:
        raise CommandError(str(error)) from None
    if opened.problems:
        raise CommandError(first_of(opened.problems, see_all))
    if opened.store.unprepared:
        tell(not_taken(opened.store.archive.root, opened.store.unprepared))
    if tell is say:
        _say_opened(opened.store)
    return opened.store


def _say_opened(store: Store) -> None:
    count = sum(store.totals.values())
    message = ngettext("{folders}: {count} record read", "{folders}: {count} records read", count)
    say_more(message.format(folders=", ".join(map(str, store.archive.roots)), count=f"{count:,}"))
