"""The tabs: going from list to list, the overview, and where the links of both lead."""

from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import BindingType

from cq_tui.screens.base.session import Session
from cq_tui.screens.browse.browsing import OVERVIEW, Browsing
from cq_tui.screens.navigation.location import ListLocation, RecordLocation, ScrollPosition
from cq_tui.widgets.base.action import action, noted
from cq_tui.widgets.base.link_list import Link, LinkList
from cq_tui.widgets.views.overview import overview

_MOST_TABS = 9


class Tabbed(Browsing):
    """One tab a kind; the first is the overview."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(action(f"tab-{n}", str(n), noted("go to a tab"), call=f"tab({n - 1})") for n in range(1, _MOST_TABS + 1)),
        action("next-tab", "tab", noted("next tab"), call="step(1)"),
        action("previous-tab", "shift+tab", noted("tab before"), call="step(-1)"),
    ]

    def __init__(self, session: Session, tab: int = OVERVIEW) -> None:
        super().__init__(session, tab)
        self._overview_row: ScrollPosition | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No key leads to a tab that is not there."""
        beyond = {f"tab({place})" for place in range(len(self.kinds) + 1, _MOST_TABS)}
        return False if action in beyond else super().check_action(action, parameters)

    def remember_location(self) -> None:
        """Remember also where the overview stands, for it is no list with a place of its own."""
        if self.kind is None:
            self._overview_row = self.query_one("#overview", LinkList).row
        super().remember_location()

    def show_tab(self, tab: int, *, at_once: bool = False) -> None:
        """Bring a tab to the front, as it was left; a list comes with its records, in one repaint.

        ``at_once`` waits for them.
        """
        self.remember_location()
        self._show_tab(tab, at_once=at_once)

    def show_location(self, location: ListLocation) -> None:
        """Bring a list or the overview to the front as it was when it was left."""
        if location.kind is None:
            self.event, self._overview_row = location.event, location.row
            self._show_tab(OVERVIEW)
            return
        kind = self.session.store.kind(location.kind)
        place = self.session.list_state(kind)
        place.filter, place.orders, place.record = location.place.filter, location.place.orders, location.place.record
        self._show_tab(self.kinds.index(kind) + 1)

    def _show_tab(self, tab: int, *, at_once: bool = False) -> None:
        self.tab = tab
        if self.kind is None:
            self._runner.cancel()  # a list that comes late would take the keys from the overview
            self._complete = True
            with self.app.batch_update():
                self.show_front()
                self._show_overview()
        else:
            self.filter_bar.show(self.session.list_state(self.kind).filter)
            self.select(at_once=at_once)

    def _show_overview(self) -> None:
        view = self.query_one("#overview", LinkList)
        view.show(partial(overview, self.session.store, self.event), self._overview_row)
        self.show_title()
        view.focus()
        self.status.update([])
        self.remember_location()

    def action_tab(self, tab: int) -> None:
        """Go to a tab; from the overview of one event to that of all."""
        if tab == self.tab == OVERVIEW:
            self.show_overview(None)
        elif tab != self.tab and tab <= len(self.kinds):
            self.show_tab(tab)

    def show_overview(self, event: str | None) -> None:
        """Bring the overview of one event, or of all, to the front."""
        self.remember_location()
        if self.tab != OVERVIEW or event != self.event:
            self.event, self._overview_row = event, None
            self._show_tab(OVERVIEW)

    def action_step(self, step: int) -> None:
        """Go to the tab after or before."""
        self.show_tab((self.tab + step) % (len(self.kinds) + 1))

    @on(LinkList.Followed)
    def _followed(self, event: LinkList.Followed) -> None:
        self.follow(event.link)

    def follow(self, link: Link) -> None:
        """Open a record, a kind's list under a filter, or an overview."""
        kind = self.session.store.kind(link.kind)
        if link.overview:
            self.show_overview(link.id)
        elif link.id is not None:
            self.go(RecordLocation(link.kind, link.id))
        elif kind in self.kinds:
            self.remember_location()
            self.session.list_state(kind).filter = link.filter
            self._show_tab(self.kinds.index(kind) + 1)
