"""The tabs: going from list to list, the overview, and where the doors of both lead."""

from typing import ClassVar

from textual import on
from textual.binding import BindingType

from tui.screens.browsing import Browsing
from tui.screens.record import RecordScreen
from tui.widgets.action import action, noted
from tui.widgets.lines import Door, Lines
from tui.widgets.overview_lines import overview_lines


class Tabbed(Browsing):
    """One tab a kind; the first is the overview."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(action(f"tab-{n}", str(n), noted("go to a tab"), call=f"tab({n - 1})") for n in range(1, 9)),
        action("next-tab", "tab", noted("next tab"), call="step(1)"),
        action("previous-tab", "shift+tab", noted("tab before"), call="step(-1)"),
    ]

    def show_tab(self, tab: int, *, at_once: bool = False) -> None:
        """Bring a tab to the front, as it was left; a list comes with its records, in one repaint.

        ``at_once`` waits for them.
        """
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
        view.show(lambda width: overview_lines(self.session.store, width), keep=view.cursor >= 0)
        view.focus()
        self.status.say([])

    def action_tab(self, tab: int) -> None:
        """Go to a tab."""
        if tab != self.tab:
            self.show_tab(tab)

    def action_step(self, step: int) -> None:
        """Go to the tab after or before."""
        self.show_tab((self.tab + step) % (len(self.kinds) + 1))

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
        elif kind in self.kinds:
            self.session.place(kind).filter = door.filter
            self.show_tab(self.kinds.index(kind) + 1)
