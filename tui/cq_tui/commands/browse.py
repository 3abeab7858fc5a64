"""``cq-tui``: the browser itself. The only command that loads Textual."""

import os
import sys
from argparse import BooleanOptionalAction, Namespace
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from cq_tui import language
from cq_tui.archive.originals import load
from cq_tui.archive.problem import ArchiveError
from cq_tui.archive.read import usual
from cq_tui.commands.argument_parser import Parser
from cq_tui.commands.common import (
    USAGE,
    CommandError,
    add_currency_option,
    complain,
    is_on_server,
    open_store,
    schema_for,
)
from cq_tui.commands.loading_progress import nothing
from cq_tui.commands.views import add_view_option, refuse_beside, view_asked
from cq_tui.files.named import archive_root
from cq_tui.files.spool import STDIN
from cq_tui.files.watch import ArchiveWatch, WatchError, not_told_of
from cq_tui.kinds import kinds
from cq_tui.language import _
from cq_tui.schema.kind import Kind
from cq_tui.schema.schema import Schema
from cq_tui.settings.config import Config
from cq_tui.settings.names import COLORS, THEMES
from cq_tui.settings.paths import held_folder, state_file, views_file
from cq_tui.settings.state import Memory
from cq_tui.store.store import Store
from cq_tui.store.views.summary import tabs
from cq_tui.terminal.environment import is_dumb, prepare
from cq_tui.terminal.guard import guard_line

if TYPE_CHECKING:
    from cq_tui.screens.navigation.location import ListState
    from cq_tui.views.saved import Saved


def configure(parser: Parser) -> None:
    """Declare the options."""
    parser.add_argument(
        "archive",
        metavar=_("ARCHIVE"),
        nargs="*",
        type=archive_root,
        default=[],
        help=_("the archive, or several; the shipped event if not given"),
    )
    parser.add_argument("--tab", metavar=_("KIND"), help=", ".join(("overview", *(kind.name for kind in kinds().tabs))))
    parser.add_argument("--filter", metavar=_("QUERY"), default="", help=_("start with this filter"))
    parser.add_argument("--sort", metavar=_("FIELD[-desc]"), default="", help=_("start in this order"))
    add_view_option(parser)
    add_currency_option(parser)
    parser.add_argument(
        "--original", metavar=_("FILE"), type=Path, help=_("the source's original text, shown with its passages")
    )
    parser.add_argument("--ascii", action=BooleanOptionalAction, help=_("draw with ASCII characters only"))
    words = _("show what changes in the archive's files, as it changes")
    parser.add_argument("--follow", action="store_true", help=words)
    parser.add_argument("--mouse", action=BooleanOptionalAction, help=_("let the program have the mouse"))
    parser.add_argument("--theme", choices=THEMES, help=_("the colours of the screen"))
    parser.add_argument("--color", choices=COLORS, help=_("how many colours are sent"))
    parser.add_example("cq-tui", _("the shipped event"))
    parser.add_example(
        "cq-tui fairs --tab deals --filter 'amount>=10亿'",
        _("an archive of your own, the deals of a billion and more in front"),
    )
    parser.add_example("cq-tui fairs/* --lang zh", _("several archives at once, in Chinese"))


def run(options: Namespace) -> int:
    """Browse until the user leaves."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or is_dumb():
        raise CommandError(_("Browsing needs a terminal. cq-tui list deals prints instead."), USAGE)
    if str(options.original) == STDIN:
        raise CommandError(_("--original - : stdin is the keyboard here; give the text as a file."), USAGE)
    guard_line()  # before the archive is opened: a large one takes seconds
    schema = schema_for(options.archive)
    saved = _view(options)
    kind = _kind_in_front(options, schema)
    first_list = _list_of_view(saved, schema) if saved else _first_list(options, kind)
    config: Config = options.settings.config
    memory = _memory(options)
    if not options.lang and not config.language and memory.state.language:
        language.use(memory.state.language)
    ascii_only = config.ascii if options.ascii is None else options.ascii
    prepare(options.color or config.color)
    watch = _watch(options) if options.follow else None  # before the files are read: no change is missed
    try:
        store = _opened(options, _load_screens, schema)
    except ArchiveError as error:
        raise CommandError(str(error)) from None

    kind, first_list = _once_opened(options, kind, first_list, store)
    tab = _place(kind, store)
    if first_list is not None or (kind is not None and store.has_table(kind.name)):
        store.begin()  # whole lists of records in memory do without

    from cq_tui.app import BrowserApp
    from cq_tui.screens.base.session import Session
    from cq_tui.widgets.base.glyphs import draw_plainly

    draw_plainly(ascii_only)
    session = Session(
        store,
        ascii_only=ascii_only,
        confined=options.confined,
        config=config,
        problems=options.settings.problems,
        memory=memory,
        keymap=_keymap(options),
        theme=options.theme or config.theme or memory.state.theme,
        beside=(getattr(options, "in") or "").upper() or None,
        reopen=partial(_opened, options),
        views_file=None if options.confined else views_file(),
        held_folder=None if options.confined else held_folder(),
        watch=watch,
    )
    if kind and first_list:
        session.list_states[kind.name] = first_list
    app = BrowserApp(session, tab)
    app.run(mouse=config.mouse if options.mouse is None else options.mouse)
    for problem in session.problems:
        complain(f"cq-tui: {problem}")
    if app.failure is not None:
        if os.environ.get("CQ_TUI_TRACEBACK") and not options.confined:
            raise app.failure
        message = _("The browser failed: {what}. Your files are as they were.")
        raise CommandError(message.format(what=f"{type(app.failure).__name__}: {app.failure}"))
    return app.return_code or 0


def _view(options: Namespace) -> "Saved | None":
    """The view to begin with, whose list is then the one in front. Raises CommandError."""
    if options.view is None:
        return None
    refuse_beside(options, "tab", "filter", "sort")
    saved = view_asked(options)
    options.tab = saved.view.kind
    return saved


def _list_of_view(saved: "Saved", schema: Schema) -> "ListState":
    from cq_tui.screens.navigation.view_location import list_of_view

    return list_of_view(saved, schema[saved.view.kind])


def _first_list(options: Namespace, kind: Kind | None) -> "ListState | None":
    """The filter and the order to begin with, where any was asked for. Raises CommandError if they are wrong."""
    if kind is None or not (options.filter or options.sort):
        return None

    from cq_tui.commands.selecting import orders_of, query_of
    from cq_tui.screens.navigation.location import ListState

    return ListState(query_of(options.filter, kind).text, orders_of(options.sort, kind))


def _kind_in_front(options: Namespace, schema: Schema) -> Kind | None:
    """The kind of the list in front; None for the overview, and for a list that is not known before all is read."""
    kind = _tab_named(options.tab, schema) if options.tab else None
    if kind is None and (options.filter or options.sort) and not any(one.own for one in schema.tabs):
        return schema.tabs[0]
    return kind


def _once_opened(
    options: Namespace, kind: Kind | None, first_list: "ListState | None", store: Store
) -> "tuple[Kind | None, ListState | None]":
    """The list that is filtered where the command line names none: which tabs there are hangs on the records."""
    if kind is not None or not (options.filter or options.sort):
        return kind, first_list
    kind = tabs(store)[0]
    return kind, _first_list(options, kind)


def _watch(options: Namespace) -> ArchiveWatch | None:
    """What tells of changes; where nothing can, that is told on the first screen. Raises CommandError."""
    roots = options.archive or usual()
    if is_on_server(roots):
        _tell(options, _("--follow is of files, and this archive stands in a server; R asks it again."))
        return None
    try:
        watch = ArchiveWatch(roots)
    except ImportError:
        raise CommandError(_("This takes a package more: pip install 'cq-tui[follow]'"), USAGE) from None
    except WatchError as error:
        _tell(options, str(error))
        return None
    if note := not_told_of(roots):
        _tell(options, note)
    return watch


def _memory(options: Namespace) -> Memory:
    """The state of earlier runs; an empty one, kept nowhere, in secure mode."""
    memory = Memory(None if options.confined else state_file())
    if memory.problem:
        options.settings.problems.append(memory.problem)
    return memory


def _load_screens() -> None:
    """Import the screens. That takes as long as the engine takes to load 100,000 rows, so both are done at once."""
    import_module("cq_tui.app")


def _opened(options: Namespace, meanwhile: Callable[[], None] = nothing, schema: Schema | None = None) -> Store:
    """Open the archive, with its originals. Raises ArchiveError."""
    try:
        store = open_store(*options.archive, schema=schema, meanwhile=meanwhile, tell=partial(_tell, options))
    except CommandError as error:
        raise ArchiveError(str(error)) from None
    store.originals = load(store.archive, options.original)
    return store


def _tell(options: Namespace, line: str) -> None:
    """Say a line on the first screen, and once more when the browser is left."""
    if line not in options.settings.problems:
        options.settings.problems.append(line)


def _keymap(options: Namespace) -> dict[str, str]:
    """The user's key bindings by action id; clashing ones are added to the problems instead."""
    if not options.settings.config.keys:
        return {}

    from cq_tui.screens.keymap import usable

    keymap, clashes = usable(options.settings.config.keys)
    for clash in clashes:
        options.settings.add_problem(("keys", clash.action), clash.message)
    return keymap


def _place(kind: Kind | None, store: Store) -> int:
    """The number of a kind's tab; 0 is the overview. Raises CommandError where this archive has no such tab."""
    if kind is None:
        return 0
    if kind not in tabs(store):
        message = _("This archive has no record of {kind}; there is no tab {name}.")
        if kind.several and store.total(kind.name):
            message = _("This archive tells of one event only; there is no tab {name}.")
        raise CommandError(message.format(kind=kind.label, name=kind.name), USAGE)
    return tabs(store).index(kind) + 1


def _tab_named(name: str, schema: Schema) -> Kind | None:
    if name == "overview":
        return None
    for kind in schema.tabs:
        if kind.name == name:
            return kind
    known = ", ".join(("overview", *(kind.name for kind in schema.tabs)))
    raise CommandError(_("There is no tab {name}: {known}").format(name=name, known=known), USAGE)
