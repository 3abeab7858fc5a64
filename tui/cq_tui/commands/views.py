"""``--view``: a list under a name, in the place of its kind, filter, order and columns."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cq_tui.archive.problem import ArchiveError
from cq_tui.archive.read import usual
from cq_tui.commands.common import USAGE, CommandError, is_on_server, schema_for
from cq_tui.language import _
from cq_tui.settings.paths import views_file

if TYPE_CHECKING:  # imported where a view is asked for: every command has the option
    from cq_tui.views.saved import Saved


def add_view_option(parser: ArgumentParser) -> None:
    """Declare ``--view``."""
    parser.add_argument("--view", metavar=_("NAME"), help=_("a saved view: its kind, filter, order and columns"))


def view_asked(options: Namespace) -> "Saved":
    """The view that ``--view`` names, in secure mode of the archive alone. Raises CommandError."""
    from cq_tui.views.saved import SavedViews, ViewError

    schema = schema_for(options.archive)
    roots, confined = options.archive or usual(), options.confined is not None
    try:
        return SavedViews(roots, schema, views_file(), told=_told(roots), confined=confined).named(options.view)
    except ViewError as error:
        raise CommandError(str(error)) from None


def _told(roots: Sequence[Path]) -> str:
    """What the views of an archive say that a server holds."""
    if not is_on_server(roots):
        return ""
    from cq_tui.store.server.open_server import views_on_server

    try:
        return views_on_server(roots[0])
    except ArchiveError as error:
        raise CommandError(str(error)) from None


def take_view(options: Namespace) -> None:
    """Let kind, filter, order and columns be those of the view that is asked for, if there is one.

    Columns may be named otherwise beside it. Raises CommandError.
    """
    if options.view is None:
        if options.kind is None:
            raise CommandError(_("Name a kind, or a view with --view."), USAGE)
        return
    refuse_beside(options, "filter", "sort", "event")
    view = view_asked(options).view
    if options.kind not in (None, view.kind):
        message = _("The view {name} is of {kind}; leave out {other}.")
        raise CommandError(message.format(name=view.name, kind=view.kind, other=options.kind), USAGE)
    options.kind, options.filter = view.kind, view.filter
    if options.by:  # figures have an order and columns of their own
        return
    options.sort = view.sort
    if view.columns and options.columns is None:
        options.columns = ",".join(view.columns)


def refuse_beside(options: Namespace, *names: str) -> None:
    """Refuse what a view says itself. Raises CommandError."""
    for name in names:
        if getattr(options, name):
            raise CommandError(_("A view says this itself: leave out --{option}.").format(option=name), USAGE)
