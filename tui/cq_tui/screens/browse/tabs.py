"""Tab actions: switch between lists and the overview, and follow links."""

from typing import ClassVar

from textual.binding import BindingType

from cq_tui.language import _
from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.screens.base.controller import Controller
from cq_tui.screens.browse.overview_pane import OverviewPane
from cq_tui.screens.browse.state import OVERVIEW, BrowseState, TabChanged, renewed
from cq_tui.screens.navigation.location import ListLocation, RecordLocation
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.linked_lines import Link
from cq_tui.widgets.base.tab_strip import NUMBERED, Menu, Tab


class TabsController(Controller):
    """One tab a kind; the first is the overview."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(action(f"tab-{n}", str(n), N_("go to a tab"), call=f"tab({n - 1})") for n in range(1, NUMBERED + 1)),
        action("tabs", "0", N_("all tabs"), call="all_tabs"),
        action("next-tab", "tab", N_("next tab"), call="step(1)"),
        action("previous-tab", "shift+tab", N_("previous tab"), call="step(-1)"),
    ]

    def __init__(self, screen: BaseScreen, state: BrowseState, overview: OverviewPane) -> None:
        self._screen = screen
        self._state = state
        self._overview = overview

    def allows(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Only tabs that exist have keys; the list of all is there where digits don't lead to all of them."""
        if action == "all_tabs":
            return self._beyond_digits
        if (
            action == "tab" and parameters
        ):  # a key was pressed; else Textual and the help name the action as it is bound
            return parameters[0] in range(len(self._state.kinds) + 1)
        return action not in {f"tab({tab})" for tab in range(len(self._state.kinds) + 1, NUMBERED)}

    def why_not(self, action: str) -> str:
        """There are not so many tabs."""
        count = len(self._state.kinds) + 1
        return (
            _("All tabs have a digit: 1 to {count}.").format(count=count)
            if action == "all_tabs"
            else _("There are {count} tabs.").format(count=count)
        )

    @property
    def _beyond_digits(self) -> bool:
        return len(self._state.kinds) + 1 > NUMBERED

    @property
    def menu(self) -> Menu | None:
        """What leads to the tabs that no digit leads to; None where there are none."""
        return Menu(self._screen.key_of("tabs", "0"), _("all tabs")) if self._beyond_digits else None

    @property
    def labels(self) -> list[Tab]:
        """The tabs as they are called, the overview first."""
        store, overview = self._state.session.store, _("Overview")
        return [
            Tab(overview, overview, found_by=f"{overview}\nOverview"),
            *(
                Tab(str(one.label), str(one.tab_label), store.total(one.name), f"{one.label.zh}\n{one.label.en}")
                for one in self._state.kinds
            ),
        ]

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
        kind = self._state.session.store.schema.get(location.kind or "")
        if kind is None or kind not in self._state.kinds:  # the overview, or a tab that is no longer there
            self._state.event, self._state.overview_position = location.event, location.row
            if kind is None and self._state.asked is not None:
                self._state.overview_filter = location.list_state.filter
            self._bring(OVERVIEW)
            return
        then, now = location.list_state, self._state.session.list_state(kind)
        now.filter, now.orders = then.filter, renewed(then.orders, kind)
        now.record, now.view = then.record, then.view
        self._bring(self._state.kinds.index(kind) + 1)

    def show_overview(self, event: str | None) -> None:
        """Show the overview of one event, by its id, or of all."""
        self.remember()
        if self._state.tab != OVERVIEW or event != self._state.event:
            self._state.event, self._state.overview_position = event, None
            self._bring(OVERVIEW)

    def follow(self, link: Link) -> None:
        """Open a record, a kind's list under a filter, or an overview."""
        kind = self._state.session.store.schema.get(link.kind)
        if link.overview:
            self.show_overview(link.id)
        elif link.id is not None:
            self._screen.go(RecordLocation(link.kind, link.id))
        elif kind in self._state.kinds:
            self.remember()
            place = self._state.session.list_state(kind)
            place.filter, place.view = link.filter, None
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

    def action_all_tabs(self) -> None:
        """List all tabs, to go to one by its number or its name."""
        from cq_tui.screens.dialogs.tabs import TabsScreen  # few archives have so many

        def take(tab: int | None) -> None:
            if tab is not None:
                self.action_tab(tab)

        self._screen.app.push_screen(TabsScreen(self._state.session, self.labels, self._state.tab), take)

    def action_step(self, step: int) -> None:
        """Go to the tab after or before."""
        self.show_tab((self._state.tab + step) % (len(self._state.kinds) + 1))
