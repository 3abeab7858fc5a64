"""The browser: tabs, the filter bar, the list, and beside it the record where there is room."""

import gc
from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.events import Resize
from textual.worker import get_current_worker

from tui.language import _
from tui.model.clean import clean_line
from tui.model.record import Kind, Record
from tui.query.complete import complete
from tui.query.highlight import Highlighter
from tui.query.parse import parse
from tui.screens.answer import Answer, answer
from tui.screens.export import ExportScreen
from tui.screens.frame import Framed
from tui.screens.record import RecordScreen
from tui.screens.search import SearchScreen
from tui.screens.session import Session
from tui.store.command import command_line
from tui.store.selection import Selection
from tui.store.words import tabs
from tui.widgets.action import action, noted
from tui.widgets.bars import Line, Status, Tabs
from tui.widgets.filter_bar import FilterBar, FilterInput
from tui.widgets.lines import Door, Lines
from tui.widgets.overview_lines import overview_lines
from tui.widgets.record_lines import record_lines
from tui.widgets.record_table import RecordTable

SIDE_BY_SIDE = 120
"""Columns of the terminal from which the record stands beside the list."""

_OVERVIEW = 0


class BrowseScreen(Framed):
    """Lists of records, one tab a kind; the first tab is the overview of the event."""

    DEFAULT_CSS = """
    BrowseScreen {
        background: $background;
        #body, #overview { height: 1fr; border-top: solid $line; border-bottom: solid $line; }
        #overview { display: none; }
        RecordTable { width: 1fr; }
        #record { display: none; width: 46%; border-left: solid $line; }
        &.wide #record { display: block; }
        &.overview {
            #body, FilterBar { display: none; }
            #overview { display: block; }
        }
        &.ascii {
            #body, #overview { border-top: ascii $line; border-bottom: ascii $line; }
            #record { border-left: ascii $line; }
        }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        action("filter", "slash", noted("filter"), first=True),
        action("search", "asterisk", noted("search in everything"), first=True),
        action("export", "e,ctrl+e", noted("export"), first=True),
        action("command-line", "Y", noted("this list as a command line")),
        *(action(f"tab-{n}", str(n), noted("go to a tab"), call=f"tab({n - 1})") for n in range(1, 9)),
        action("next-tab", "tab", noted("next tab"), call="step(1)"),
        action("previous-tab", "shift+tab", noted("tab before"), call="step(-1)"),
        action("escape", "escape", noted("clear the filter")),
        action("reset", "r", noted("reset filter and order")),
        action("back", "q", noted("quit"), first=True),
    ]

    def __init__(self, session: Session, tab: int = _OVERVIEW) -> None:
        super().__init__(session)
        self._tab = tab
        self._kinds = tabs()
        self._pending: Selection | None = None
        self._keys = ("", "")
        self.set_class(session.ascii_only, "ascii")
        self.set_class(tab == _OVERVIEW, "overview")

    def compose(self) -> ComposeResult:
        """Title, tabs, filter; the list and the record; the words and the keys."""
        yield Line(id="title")
        yield Tabs(id="tabs")
        yield FilterBar(self._suggest, self.session.history, id="filter")
        yield Lines(id="overview")
        with Horizontal(id="body"):
            yield RecordTable()
            yield Lines(id="record")
        yield Status(id="status")
        yield Line(id="keys")

    def on_mount(self) -> None:
        """Show the tab that was asked for, with its records, in the first frame."""
        self.set_class(self.app.size.width >= SIDE_BY_SIDE, "wide")
        self.show_title()
        self.show_tab(self._tab, at_once=True)
        self.call_after_refresh(self._shown)

    def _shown(self) -> None:
        """What the first frame had no need of: the tables, and looking for garbage."""
        self.session.store.begin()
        gc.enable()

    def on_resize(self, event: Resize) -> None:
        """The record stands beside the list where there is room."""
        wide = event.size.width >= SIDE_BY_SIDE
        if wide != self.has_class("wide"):
            self.set_class(wide, "wide")
            self._show_beside(self.table.current)
        self.show_title()
        self.show_keys()

    @property
    def kind(self) -> Kind | None:
        """The kind of the tab in front; None for the overview."""
        return None if self._tab == _OVERVIEW else self._kinds[self._tab - 1]

    @property
    def table(self) -> RecordTable:
        """The list."""
        return self.query_one(RecordTable)

    # Tabs

    def show_tab(self, tab: int, *, at_once: bool = False) -> None:
        """Bring a tab to the front, as it was left; a list comes with its records, in one repaint.

        ``at_once`` waits for them.
        """
        self._tab = tab
        if self.kind is None:
            with self.app.batch_update():
                self._show_front()
                self._show_overview()
        else:
            self.query_one(FilterBar).show(self.session.place(self.kind).filter)
            self._select(at_once=at_once)

    def _show_front(self) -> None:
        store = self.session.store
        labels: list[tuple[str, str, int | None]] = [(_("Overview"), _("Overview"), None)]
        labels += [(str(kind.label), str(kind.tab_label), store.total(kind.name)) for kind in self._kinds]
        self.query_one(Tabs).say(labels, self._tab)
        self.set_class(self.kind is None, "overview")

    def _show_overview(self) -> None:
        view = self.query_one("#overview", Lines)
        view.show(lambda width: overview_lines(self.session.store, width), keep=view.cursor >= 0)
        view.focus()
        self.query_one(Status).say([])

    def action_tab(self, tab: int) -> None:
        """Go to a tab."""
        if tab != self._tab:
            self.show_tab(tab)

    def action_step(self, step: int) -> None:
        """Go to the tab after or before."""
        self.show_tab((self._tab + step) % (len(self._kinds) + 1))

    # Selecting: text -> query -> selection, in a thread; a newer one ends an older one

    def _select(self, *, at_once: bool = False) -> None:
        assert self.kind is not None
        place = self.session.place(self.kind)
        if self._pending is not None:
            self._pending.cancel()
        self._pending = self.session.store.select(parse(place.filter, self.kind), place.orders)
        ask = partial(answer, self._pending, place.record, place.filter)
        if at_once:
            self._arrive(ask())
        else:
            self._run(ask)

    @work(thread=True, exclusive=True, group="select")
    def _run(self, ask: Callable[[], Answer | str | None]) -> None:
        worker = get_current_worker()
        found = ask()
        if not worker.is_cancelled:
            self.app.call_from_thread(self._arrive, found)

    def _arrive(self, found: Answer | str | None) -> None:
        if isinstance(found, str):
            self._fail(found)
        if not isinstance(found, Answer):
            return
        selection = found.selection
        if selection is not self._pending:
            return
        self._pending = None  # what is shown is not given up when the next one is asked for
        with self.app.batch_update():
            if not self.query_one(FilterBar).input.has_focus:
                self.table.focus()
            self._show_front()
            self.query_one(FilterBar).explain(selection.query, found.offers)
            self.table.show(selection, found.cursor)
            self._say(found.words)
            self.show_keys()

    def _fail(self, why: str) -> None:
        self.query_one(Status).tell(why, "fault")

    def _say(self, parts: list[str]) -> None:
        first, *others = parts
        self.query_one(Status).say([(first, "main"), *((part, "text") for part in others)])

    # The filter

    def note_key(self, key: str) -> None:
        """Remember a key and the one before it: ``g/`` searches everything, where ``/`` alone filters."""
        self._keys = (self._keys[1], key)

    def action_filter(self) -> None:
        """Type a filter."""
        if self._keys[0] == "g":
            self.action_search()
            return
        if self.kind is None:
            self.set_class(False, "overview")
            self.show_tab(1)
        self.query_one(FilterBar).input.focus()

    @on(FilterBar.Changed)
    def _typed(self, event: FilterBar.Changed) -> None:
        if self.kind is not None:
            self.session.place(self.kind).filter = event.text
            self._select()

    def _suggest(self, text: str) -> str | None:
        """The filter with its last word completed."""
        completions = complete(text, self.kind) if self.kind is not None else []
        return next((one.text for one in completions if one.text.startswith(text)), None)

    @on(FilterInput.Kept)
    def _kept(self) -> None:
        text = self.query_one(FilterBar).input.value.strip()
        if text and text not in self.session.history[-1:]:
            self.session.history.append(text)
        self.table.focus()

    @on(FilterInput.Cleared)
    def _cleared(self) -> None:
        self._clear()
        self.table.focus()

    def _clear(self) -> None:
        if self.kind is not None and self.session.place(self.kind).filter:
            self.session.place(self.kind).filter = ""
            self.query_one(FilterBar).show("")
            self._select()

    def action_escape(self) -> None:
        """Clear the filter; never quits."""
        self._clear()

    def action_reset(self) -> None:
        """Back to all records in the order of the files."""
        if self.kind is not None:
            self.session.place(self.kind).orders = ()
            self._clear()
            self._select()

    # The list and the record beside it

    @on(RecordTable.Moved)
    def _moved(self, event: RecordTable.Moved) -> None:
        selection = self.table.selection
        if selection is not None and event.record is not None:
            self.session.place(selection.kind).record = event.record.id
        self._show_beside(event.record)

    def _show_beside(self, record: Record | None) -> None:
        view, selection = self.query_one("#record", Lines), self.table.selection
        if selection is None or not self.has_class("wide"):
            return
        store, kind, highlighter = self.session.store, selection.kind, self._highlighter
        if record is None:
            view.show(lambda _width: ())
        else:
            view.show(lambda width: record_lines(store, kind, record, width, highlighter))

    @property
    def _highlighter(self) -> Highlighter | None:
        selection = self.table.selection
        return Highlighter(selection.query, self.session.store.widen) if selection else None

    @on(RecordTable.Sorted)
    def _sorted(self, event: RecordTable.Sorted) -> None:
        if self.kind is not None:
            self.session.place(self.kind).orders = event.orders
            self._select()

    @on(RecordTable.Opened)
    def _opened(self, event: RecordTable.Opened) -> None:
        if self.table.selection is not None and self.table.selection.kind is self.kind:
            kind = self.kind
            self.app.push_screen(RecordScreen(self.session, kind, event.record, self._highlighter))

    @on(Lines.Followed)
    def _followed(self, event: Lines.Followed) -> None:
        self.follow(event.door)

    def follow(self, door: Door) -> None:
        """Open a record, or a kind's list under a filter."""
        kind = self.session.store.kind(door.kind)
        if door.id is not None:
            record = self.session.store.get(door.kind, door.id)
            if record is not None:
                self.app.push_screen(RecordScreen(self.session, kind, record))
        elif kind in self._kinds:
            self.session.place(kind).filter = door.filter
            self.show_tab(self._kinds.index(kind) + 1)

    # Leaving

    def action_search(self) -> None:
        """Search across everything."""
        self.app.push_screen(SearchScreen(self.session))

    def action_command_line(self) -> None:
        """The command line that gives this list, shown and sent to the terminal's clipboard."""
        if self.kind is not None and self.table.selection is not None:
            line = command_line(self.table.selection)
            self.app.copy_to_clipboard(line)
            self.query_one(Status).tell(_("Sent to the terminal's clipboard: {line}").format(line=clean_line(line)))

    def action_export(self) -> None:
        """Export what is on the screen."""
        if self.kind is None or self.table.selection is None:
            self.query_one(Status).tell(_("Go to a list to export it: 2 is the deals."))
            return
        if self.session.confined and self.session.confined.folder is None:
            self.query_one(Status).tell(_("Exporting into files is off in secure mode."))
            return
        self.app.push_screen(ExportScreen(self.session, self.table.selection), self._exported)

    def _exported(self, message: str | None) -> None:
        if message:
            self.query_one(Status).tell(message)

    def action_back(self) -> None:
        """Quit: this is the root."""
        self.app.exit()
