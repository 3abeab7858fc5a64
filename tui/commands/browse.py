"""``cq-tui``: the browser itself. The only command that loads Textual."""

import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from tui.archive.originals import load
from tui.archive.problem import ArchiveError
from tui.commands.common import USAGE, CommandError, open_store, orders_of, query_of
from tui.language import _
from tui.model.record import Kind
from tui.store.words import tabs
from tui.terminal.environment import is_dumb, prepare
from tui.terminal.guard import guard_line


def configure(parser: ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "archive", metavar=_("ARCHIVE"), nargs="?", type=Path, help=_("the archive; the shipped event if not given")
    )
    parser.add_argument("--tab", metavar=_("KIND"), help=", ".join(("overview", *(kind.name for kind in tabs()))))
    parser.add_argument("--filter", metavar=_("QUERY"), default="", help=_("start with this filter"))
    parser.add_argument("--sort", metavar=_("FIELD[-desc]"), default="", help=_("start in this order"))
    parser.add_argument(
        "--original", metavar=_("FILE"), type=Path, help=_("the source's original text, shown with its passages")
    )
    parser.add_argument("--ascii", action="store_true", help=_("draw with ASCII characters only"))
    parser.add_argument("--mouse", action="store_true", help=_("let the program have the mouse"))
    parser.add_argument(
        "--color", choices=("auto", "none", "16", "256", "truecolor"), default="auto", help=_("the terminal's colours")
    )


def run(options: Namespace) -> int:
    """Browse until the user leaves."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or is_dumb():
        raise CommandError(_("Browsing needs a terminal. cq-tui list deals prints instead."), USAGE)
    kind = _tab_named(options.tab) if options.tab else None
    if kind is None and (options.filter or options.sort):
        kind = tabs()[0]
    query = query_of(options.filter, kind) if kind else None
    orders = orders_of(options.sort, kind) if kind else ()
    prepare(options.color)
    store = open_store(options.archive)
    try:
        store.originals = load(store.archive, options.original)
    except ArchiveError as error:
        raise CommandError(str(error)) from None

    if kind is not None:
        store.begin()

    from tui.app import BrowserApp
    from tui.screens.place import Place
    from tui.screens.session import Session
    from tui.widgets.cut import cut_plainly

    cut_plainly(options.ascii)
    session = Session(store, ascii_only=options.ascii, confined=options.confined)
    if kind and query:
        session.places[kind.name] = Place(query.text, orders)
    app = BrowserApp(session, tabs().index(kind) + 1 if kind else 0)
    guard_line()
    app.run(mouse=options.mouse)
    if app.failure is not None:
        if os.environ.get("CQ_TUI_TRACEBACK") and not options.confined:
            raise app.failure
        message = _("The browser failed: {what}. Your files are as they were.")
        raise CommandError(message.format(what=f"{type(app.failure).__name__}: {app.failure}"))
    return app.return_code or 0


def _tab_named(name: str) -> Kind | None:
    if name == "overview":
        return None
    for kind in tabs():
        if kind.name == name:
            return kind
    known = ", ".join(("overview", *(kind.name for kind in tabs())))
    raise CommandError(_("There is no tab {name}: {known}").format(name=name, known=known), USAGE)
