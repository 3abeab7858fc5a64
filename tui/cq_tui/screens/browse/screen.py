"""The browser: tabs, the filter bar, the list, and beside it the record where there is room."""

import gc
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical

from cq_tui.kinds.events import Event
from cq_tui.screens.base.session import Session
from cq_tui.screens.base.startup_message import startup_message
from cq_tui.screens.browse.arranging import Arranging
from cq_tui.screens.browse.beside import Beside
from cq_tui.screens.browse.bringing import Bringing
from cq_tui.screens.browse.browsing import OVERVIEW
from cq_tui.screens.browse.charted import Charted
from cq_tui.screens.browse.comparing import Comparing
from cq_tui.screens.browse.leaving import Leaving
from cq_tui.screens.navigation.location import SearchLocation
from cq_tui.store.words import tabs, told_events
from cq_tui.widgets.base.action import action, noted
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.base.status_lines import Status, Tabs, TextLine
from cq_tui.widgets.input.filter_bar import FilterBar, placeholder
from cq_tui.widgets.table.record_table import RecordTable
from cq_tui.widgets.views.chain_map import ChainMap


class BrowseScreen(Charted, Comparing, Arranging, Bringing, Leaving, Beside):
    """Lists of records, one tab a kind; the first tab is the overview of the event."""

    DEFAULT_CSS = """
    BrowseScreen {
        background: $background;
        #body, #overview, #chain { height: 1fr; border-top: solid $line; border-bottom: solid $line; }
        #overview, #chain { display: none; }
        #touching { height: 1fr; border-top: solid $line; }
        &.chain #body { display: none; }
        &.chain #chain { display: block; }
        RecordTable { width: 1fr; }
        #record { display: none; width: 46%; border-left: solid $line; }
        &.wide #record { display: block; }
        &.overview {
            #body, FilterBar { display: none; }
            #overview { display: block; }
        }
        &.ascii {
            #body, #overview, #chain { border-top: ascii $line; border-bottom: ascii $line; }
            #record { border-left: ascii $line; }
            #touching { border-top: ascii $line; }
        }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        action("filter", "slash", noted("filter"), first=True),
        action("search", "asterisk", noted("search all"), first=True),
    ]

    def __init__(self, session: Session, tab: int = OVERVIEW) -> None:
        super().__init__(session, tab)
        self._keys = ("", "")
        self.set_class(session.ascii_only, "ascii")
        self.set_class(tab == OVERVIEW, "overview")

    def compose(self) -> ComposeResult:
        """Title, tabs, filter; the list and the record; the words and the keys."""
        yield TextLine(id="title")
        yield Tabs(id="tabs")
        yield FilterBar(self.suggest, self.session.filter_history, id="filter")
        yield LinkList(id="overview")
        with Vertical(id="chain"):
            yield ChainMap(ascii_only=self.session.ascii_only)
            yield LinkList(id="touching")
        with Horizontal(id="body"):
            yield RecordTable()
            yield LinkList(id="record")
        yield Status(id="status")
        yield TextLine(id="keys")

    def on_mount(self) -> None:
        """Show the tab that was asked for, with its records, in the first frame."""
        self.set_beside()
        self.show_title()
        self.show_tab(self.tab, at_once=True)
        self.call_after_refresh(self._after_first_frame)

    def _after_first_frame(self) -> None:
        """What the first frame had no need of: the tables, and looking for garbage."""
        self.session.store.begin()
        if found := startup_message(self, at_overview=self.kind is None):
            self.status.show_message(*found)
        gc.enable()

    def on_resize(self) -> None:
        """The record stands beside the list where there is room."""
        self.set_beside()
        self.show_title()
        self.show_keys()

    def rebuild_view(self) -> None:
        """The tab in front as it stands, its records asked for again."""
        self.kinds = tabs(self.session.store)
        if self.tab > len(self.kinds) or self.event not in (None, *(one.id for one in told_events(self.session.store))):
            self.tab, self.event = min(self.tab, len(self.kinds)), None
        super().rebuild_view()
        self.filter_bar.input.placeholder = placeholder()
        self.show_front()
        self.remember_location()
        if self.kind is not None:
            self.select()
        self._show_beside()

    def note_key(self, key: str) -> None:
        """Remember a key and the one before it: ``g/`` searches everything, where ``/`` alone filters."""
        self._keys = (self._keys[1], key)

    def event_in_front(self) -> Event | None:
        """The event whose overview is in front."""
        event = self.session.store.get("events", self.event) if self.kind is None and self.event else None
        return event if isinstance(event, Event) else super().event_in_front()

    def action_filter(self) -> None:
        """Type a filter."""
        if self._keys[0] == "g":
            self.action_search()
            return
        if self.kind is None:
            self.set_class(False, "overview")
            self.show_tab(1)
        self.filter_bar.input.focus()

    def action_search(self) -> None:
        """Search across everything."""
        self.go(SearchLocation())
