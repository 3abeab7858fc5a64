"""The tabs: going from list to list, the overview, and where the doors of both lead."""

from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import BindingType

from cq_tui.screens.browsing import OVERVIEW, Browsing
from cq_tui.screens.place import ListVisit, RecordVisit, Row
from cq_tui.screens.session import Session
from cq_tui.widgets.action import action, noted
from cq_tui.widgets.lines import Door, Lines
from cq_tui.widgets.overview import overview

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
        self._overview_row: Row | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No key leads to a tab that is not there."""
        beyond = {f"tab({place})" for place in range(len(self.kinds) + 1, _MOST_TABS)}
        return False if action in beyond else super().check_action(action, parameters)

    def note(self) -> None:
        """Remember also where the overview stands, for it is no list with a place of its own."""
        if self.kind is None:
            self._overview_row = self.query_one("#overview", Lines).row
        super().note()

    def show_tab(self, tab: int, *, at_once: bool = False) -> None:
        """Bring a tab to the front, as it was left; a list comes with its records, in one repaint.

        ``at_once`` waits for them.
        """
        self.note()
        self._show_tab(tab, at_once=at_once)

    def show_visit(self, visit: ListVisit) -> None:
        """Bring a list or the overview to the front as it was when it was left."""
        if visit.kind is None:
            self.event, self._overview_row = visit.event, visit.row
            self._show_tab(OVERVIEW)
            return
        kind = self.session.store.kind(visit.kind)
        place = self.session.place(kind)
        place.filter, place.orders, place.record = visit.place.filter, visit.place.orders, visit.place.record
        self._show_tab(self.kinds.index(kind) + 1)

    def _show_tab(self, tab: int, *, at_once: bool = False) -> None:
        self.tab = tab
        if self.kind is None:
            with self.app.batch_update():
                self.show_front()
                self._show_overview()
        else:
            self.filter_bar.show(self.session.place(self.kind).filter)
            self.select(at_once=at_once)

    def _show_overview(self) -> None:
        view = self.query_one("#overview", Lines)
        view.show(partial(overview, self.session.store, self.event), self._overview_row)
        self.show_title()
        view.focus()
        self.status.say([])
        self.note()

    def action_tab(self, tab: int) -> None:
        """Go to a tab; from the overview of one event to that of all."""
        if tab == self.tab == OVERVIEW:
            self.show_overview(None)
        elif tab != self.tab and tab <= len(self.kinds):
            self.show_tab(tab)

    def show_overview(self, event: str | None) -> None:
        """Bring the overview of one event, or of all, to the front."""
        self.note()
        if self.tab != OVERVIEW or event != self.event:
            self.event, self._overview_row = event, None
            self._show_tab(OVERVIEW)

    def action_step(self, step: int) -> None:
        """Go to the tab after or before."""
        self.show_tab((self.tab + step) % (len(self.kinds) + 1))

    @on(Lines.Followed)
    def _followed(self, event: Lines.Followed) -> None:
        self.follow(event.door)

    def follow(self, door: Door) -> None:
        """Open a record, a kind's list under a filter, or an overview."""
        kind = self.session.store.kind(door.kind)
        if door.overview:
            self.show_overview(door.id)
        elif door.id is not None:
            self.go(RecordVisit(door.kind, door.id))
        elif kind in self.kinds:
            self.note()
            self.session.place(kind).filter = door.filter
            self._show_tab(self.kinds.index(kind) + 1)
