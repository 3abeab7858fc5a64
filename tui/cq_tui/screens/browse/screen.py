"""The browser: tabs, the filter bar, the list, and beside it the record where there is room.

State flows down, messages flow up: a key changes the ``BrowseState`` by way of a controller, which says so by a
message; the screen has the list asked for, and hands what comes to the panes.
"""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from cq_tui.kinds.events import Event
from cq_tui.language import _
from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.screens.base.session import Session
from cq_tui.screens.base.startup_message import startup_message
from cq_tui.screens.browse.chain_pane import ChainPane
from cq_tui.screens.browse.controllers import BINDINGS, Controllers
from cq_tui.screens.browse.detail_pane import SIDE_BY_SIDE, DetailPane
from cq_tui.screens.browse.list_controller import ListController
from cq_tui.screens.browse.overview_controller import OverviewController
from cq_tui.screens.browse.overview_pane import OverviewPane
from cq_tui.screens.browse.state import OVERVIEW, BrowseState, Notice, QueryChanged, TabChanged
from cq_tui.screens.browse.style_sheet import STYLE_SHEET
from cq_tui.screens.navigation.location import ListLocation, RecordLocation
from cq_tui.store.views.filter_example import filter_example
from cq_tui.terminal.garbage import collect_from_here
from cq_tui.widgets.base.key_line import KeyLine
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.base.status_lines import Status, TextLine
from cq_tui.widgets.base.tab_strip import ALL, TabStrip
from cq_tui.widgets.input.filter_bar import FilterBar, FilterInput, placeholder
from cq_tui.widgets.table.record_table import RecordTable
from cq_tui.widgets.views.chain_map import ChainMap

if TYPE_CHECKING:
    from cq_tui.query.terms import Query
    from cq_tui.screens.browse.query_result import QueryResult


class BrowseScreen(BaseScreen):
    """Lists of records, one tab a kind; the first tab is the overview of the event."""

    DEFAULT_CSS = STYLE_SHEET

    BINDINGS: ClassVar[list[BindingType]] = BINDINGS

    def __init__(self, session: Session, tab: int = OVERVIEW) -> None:
        super().__init__(session)
        self.state = state = BrowseState(session, tab)
        self.overview = OverviewPane(state, id="overview")
        self.chain = ChainPane(session, id="chain")
        self.detail = DetailPane(session, id="record")
        self.lists = lists = ListController(
            state, self.new_runner("select"), self.new_runner("rows"), RecordTable(), Status(id="status")
        )
        self.summed = OverviewController(state, self.new_runner("overview"), self.overview, lists.status, self.key_of)
        self._controllers = Controllers(self, state, lists, self.summed, self.overview, self.chain)
        self.tabs, self.filter, self.marks = self._controllers.tabs, self._controllers.filter, self._controllers.marks

    def compose(self) -> ComposeResult:
        """Title, tabs, filter; the list and the record; the words and the keys."""
        # Said before there are widgets: a class that changes later has the styles of all of them found anew.
        self.detail.enabled = self._is_wide
        overview = self.state.kind is None
        classes = {"ascii": self.session.ascii_only, "overview": overview, "wide": self._is_wide}
        self.update_classes(classes, update=False)
        yield TextLine(id="title")
        yield TabStrip(id="tabs")
        yield self.filter.bar
        yield self.overview
        yield self.chain
        with Horizontal(id="body"):
            yield self.lists.table
            yield self.detail
        yield self.lists.status
        yield KeyLine()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What the controller of an action allows; the others are allowed. The overview is no list."""
        allowed = self._controllers.allow(action, parameters)
        return super().check_action(action, parameters) if allowed is None else allowed

    def tell_unused(self, key: str, shown: str) -> None:
        """Say why a key does nothing here, and where it acts."""
        self.show_message(self._controllers.why_unused(key, shown))

    def first_bindings(self) -> list[Binding]:
        """A brief is offered where an event is in front, the values of a column where columns are.

        On a list what is done to it has more use of the room.
        """
        left_out = {"facets"} if self.has_class("chain") else set()
        if self.state.kind is not None or self.event_in_front() is None:
            left_out.add("brief")
        return [one for one in super().first_bindings() if one.id not in left_out]

    # Showing

    def on_mount(self) -> None:
        """Show the tab that was asked for, with its records, in the first frame."""
        self.show_title()
        self._show_tab(at_once=True)
        self.call_after_refresh(self._after_first_frame)

    def _after_first_frame(self) -> None:
        """Start what the first frame did not need: the engine's tables, and garbage collection."""
        self.session.store.begin()
        self._controllers.currency.begin()
        if found := startup_message(self, at_overview=self.state.kind is None):
            self.lists.status.show_message(*found)
        collect_from_here()

    def on_resize(self) -> None:
        """Show the detail pane where there is room."""
        self._make_room()
        self.show_title()
        self.show_keys()

    @property
    def _is_wide(self) -> bool:
        return self.app.size.width >= SIDE_BY_SIDE

    def _make_room(self) -> None:
        if self._is_wide != self.detail.enabled:
            self.detail.enabled = self._is_wide
            self.set_class(self._is_wide, "wide")
            self._show_detail()

    def rebuild_view(self) -> None:
        """Show the current tab again and ask for its records, after a change of language or data."""
        self.state.take_archive()
        super().rebuild_view()
        self._show_front()
        self.tabs.remember()
        self._query_changed()
        self._show_detail()

    @on(TabChanged)
    def _tab_changed(self) -> None:
        self._show_tab()

    def _show_tab(self, *, at_once: bool = False) -> None:
        self.filter.bar.show(self.state.filter)
        if self.state.list is not None:
            self.summed.give_up()
            self.lists.ask(self._show_result, at_once=at_once)  # the list comes with its records, in one repaint
            return
        self.lists.give_up()
        with self.app.batch_update():
            self._show_front()
            self.show_title()
            self.summed.ask(self._show_overview, at_once=at_once)

    @on(QueryChanged)
    def _query_changed(self) -> None:
        if self.state.list is not None:
            self.lists.ask(self._show_result)
        else:
            self.summed.ask(self._show_overview)

    def _show_overview(self, query: "Query | None") -> None:
        """The overview stands on the screen, under a filter or without one: say what is filtered."""
        typing = self.filter.bar.input.has_focus
        if query is not None:
            self.filter.bar.explain(query, self.session.store.name)
        elif self.state.asked is not None:
            self.filter.bar.explain_nothing()
        self.set_class(typing or query is not None, "narrowed")
        if not typing:
            self.overview.focus()
            self.tabs.remember()
        self.show_keys()

    def _show_result(self, found: "QueryResult", rows_are_new: bool) -> None:
        typing = self.filter.bar.input.has_focus
        with self.app.batch_update():
            self._show_front()
            self.filter.bar.explain(found.selection.query, self.session.store.name, found.offers, found.note)
            if rows_are_new:
                self.chain.show_chain(found.chain, self.session.list_state(found.selection.kind).record)
                self.set_class(self.chain.is_map, "chain")
            if not typing:
                self.front.focus()
            self.lists.show_summary()
            self.show_keys()
        if not typing:
            self.tabs.remember()
        if found.whole:
            self._controllers.views.shown()

    def _show_front(self) -> None:
        """Show which tab is in front, and what stands under it: a list or the overview."""
        kind = self.state.kind
        self.filter.bar.input.placeholder = placeholder(self._example)
        self.query_one(TabStrip).update(self.tabs.labels, self.state.tab, self.tabs.menu)
        self.set_class(kind is None, "overview")
        if kind is None or kind.name != "chain":
            self.remove_class("chain")

    @property
    def _example(self) -> str:
        """A filter of the list in front, or of the deals that the overview sums up."""
        store = self.session.store
        return filter_example(store, self.state.kind or store.kind("deals"))

    def _show_detail(self) -> None:
        self.detail.show_record(self.lists.table.selection, self.lists.table.current)

    @property
    def front(self) -> Widget:
        """The widget to focus when nothing is typed: the overview, the table, or the map of the chain."""
        if self.state.kind is None:
            return self.overview
        return self.chain.map if self.has_class("chain") else self.lists.table

    def event_in_front(self) -> Event | None:
        """The event whose overview is in front."""
        state = self.state
        event = self.session.store.get("events", state.event) if state.kind is None and state.event else None
        return event if isinstance(event, Event) else super().event_in_front()

    def show_message(self, message: str, style: str = "accent") -> None:
        """Show a message under the list, once what was asked for before has come."""
        self.post_message(Notice(message, style))

    @on(Notice)
    def _show_notice(self, event: Notice) -> None:
        self.lists.show_message(event.text, event.style)

    # Navigation

    def show_location(self, location: ListLocation) -> None:
        """Bring a list or the overview to the front as it was when it was left."""
        self.tabs.show_location(location)

    def remember_location(self) -> None:
        """Record the current location in the history."""
        self.tabs.remember()

    def note_key(self, key: str) -> None:
        """Remember the last keys, for ``g/``."""
        self.filter.note_key(key)

    # Messages of the widgets

    @on(TabStrip.Chosen)
    async def _tab_chosen(self, event: TabStrip.Chosen) -> None:
        await self.run_action("all_tabs" if event.place == ALL else f"tab({event.place})")

    @on(FilterBar.Changed)
    def _typed(self, event: FilterBar.Changed) -> None:
        self.filter.typed(event.text)
        if self.state.list is not None:
            self.lists.ask(self._show_result)
        else:
            self.summed.ask(self._show_overview)

    @on(FilterInput.Kept)
    def _kept(self) -> None:
        self.filter.keep()
        self.front.focus()
        self.set_class(bool(self.state.filter), "narrowed")
        self.tabs.remember()

    @on(FilterInput.Cleared)
    def _cleared(self) -> None:
        self.filter.clear()
        self.front.focus()
        self.remove_class("narrowed")

    @on(RecordTable.Moved)
    def _moved(self, event: RecordTable.Moved) -> None:
        selection = self.lists.table.selection
        if selection is not None:
            if event.record is not None and event.by_hand:
                self.session.list_state(selection.kind).record = event.record.id
            self.detail.follow(selection, event.record)

    @on(RecordTable.Far)
    def _far(self, event: RecordTable.Far) -> None:
        self.lists.bring(event)

    @on(RecordTable.Opened)
    def _opened(self, event: RecordTable.Opened) -> None:
        selection = self.lists.table.selection
        if selection is not None and selection.kind is self.state.kind:
            if self.filter.is_begun:
                self.filter.action_filter()
                return
            self.session.list_state(selection.kind).record = event.record.id
            self.go(RecordLocation(selection.kind.name, event.record.id, self.lists.highlighter))

    @on(RecordTable.Nothing)
    def _nothing(self) -> None:
        self.show_message(_("There is no record here."))

    @on(RecordTable.Marked)
    def _marked(self, event: RecordTable.Marked) -> None:
        self.marks.toggle(event.record)

    @on(RecordTable.Sorted)
    def _sorted(self, event: RecordTable.Sorted) -> None:
        if self.lists.field is not None:
            self.filter.sort(event.orders)

    @on(ChainPane.Walked)
    def _walked(self, event: ChainPane.Walked) -> None:
        self.session.list_state(self.session.store.kind("chain")).record = event.segment

    @on(ChainMap.Opened)
    def _opened_segment(self, event: ChainMap.Opened) -> None:
        self.go(RecordLocation("chain", event.node.segment.id))

    @on(LinkList.Followed)
    def _followed(self, event: LinkList.Followed) -> None:
        self.tabs.follow(event.link)
