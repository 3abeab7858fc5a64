"""Tab actions: switch between lists and the overview, and follow links."""

from typing import ClassVar

from textual.binding import BindingType

from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.screens.base.controller import Controller
from cq_tui.screens.browse.overview_pane import OverviewPane
from cq_tui.screens.browse.state import OVERVIEW, BrowseState, TabChanged
from cq_tui.screens.navigation.location import ListLocation, RecordLocation
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.link_list import Link

_MOST_TABS = 9


class TabsController(Controller):
    """One tab a kind; the first is the overview."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(action(f"tab-{n}", str(n), N_("go to a tab"), call=f"tab({n - 1})") for n in range(1, _MOST_TABS + 1)),
        action("next-tab", "tab", N_("next tab"), call="step(1)"),
        action("previous-tab", "shift+tab", N_("tab before"), call="step(-1)"),
    ]

    def __init__(self, screen: BaseScreen, state: BrowseState, overview: OverviewPane) -> None:
        self._screen = screen
        self._state = state
        self._overview = overview

    def allows(self, action: str, parameters: tuple[object, ...]) -> bool:  # noqa: ARG002
        """Only tabs that exist have keys."""
        return action not in {f"tab({tab})" for tab in range(len(self._state.kinds) + 1, _MOST_TABS)}

    def remember(self) -> None:
        """Record the current location in the history, with its row and order."""
        if self._state.kind is None:
            self._state.overview_position = self._overview.row  # a list keeps its own row as the cursor moves
        if self._screen.app.screen is self._screen:
            self._state.session.history.at(self._state.location)

    def show_tab(self, tab: int) -> None:
        """Switch to a tab, as it was left; the current location is recorded first."""
        self.remember()
        self._bring(tab)

    def show_location(self, location: ListLocation) -> None:
        """Show a list or the overview as it was when it was left."""
        kind = self._state.session.store.kind(location.kind) if location.kind else None
        if kind not in self._state.kinds:  # the overview, or a tab that went when the files were read again
            self._state.event, self._state.overview_position = location.event, location.row
            self._bring(OVERVIEW)
            return
        then, now = location.list_state, self._state.session.list_state(kind)
        now.filter, now.orders, now.record = then.filter, then.orders, then.record
        self._bring(self._state.kinds.index(kind) + 1)

    def show_overview(self, event: str | None) -> None:
        """Show the overview of one event, by its id, or of all."""
        self.remember()
        if self._state.tab != OVERVIEW or event != self._state.event:
            self._state.event, self._state.overview_position = event, None
            self._bring(OVERVIEW)

    def follow(self, link: Link) -> None:
        """Open a record, a kind's list under a filter, or an overview."""
        kind = self._state.session.store.kind(link.kind)
        if link.overview:
            self.show_overview(link.id)
        elif link.id is not None:
            self._screen.go(RecordLocation(link.kind, link.id))
        elif kind in self._state.kinds:
            self.remember()
            self._state.session.list_state(kind).filter = link.filter
            self._bring(self._state.kinds.index(kind) + 1)

    def _bring(self, tab: int) -> None:
        self._state.tab = tab
        self._screen.post_message(TabChanged())

    def action_tab(self, tab: int) -> None:
        """Go to a tab; from the overview of one event to that of all."""
        if tab == self._state.tab == OVERVIEW:
            self.show_overview(None)
        elif tab != self._state.tab and tab <= len(self._state.kinds):
            self.show_tab(tab)

    def action_step(self, step: int) -> None:
        """Go to the tab after or before."""
        self.show_tab((self._state.tab + step) % (len(self._state.kinds) + 1))
