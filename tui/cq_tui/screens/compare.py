"""Two events side by side."""

from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from cq_tui.kinds.events import Event
from cq_tui.language import _
from cq_tui.screens.arrival import hand_over
from cq_tui.screens.page import Page
from cq_tui.screens.place import CompareVisit, ListVisit, Place, RecordVisit
from cq_tui.screens.session import Session
from cq_tui.store.compare import Compared, compare
from cq_tui.store.store import Cancelled, QueryError
from cq_tui.widgets.action import action, noted
from cq_tui.widgets.bars import Line
from cq_tui.widgets.compare_lines import compare_lines
from cq_tui.widgets.lines import Lines, Row


class CompareScreen(Page):
    """How many, how much, and who was at both."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("compare-back", "escape,q,left,h,c", noted("back"), first=True, call="back"),
    ]

    def __init__(self, session: Session, visit: CompareVisit) -> None:
        super().__init__(session)
        self._visit = visit

    def compose(self) -> ComposeResult:
        """Title, what stands here, the lines, the keys."""
        yield Line(id="title")
        yield Line(id="where")
        yield Lines()
        yield Line(id="keys")

    def on_mount(self) -> None:
        """Set them side by side."""
        self.query_one(Lines).focus()
        self.show_visit(self._visit)

    def show_visit(self, visit: CompareVisit) -> None:
        """Show two events as they were left."""
        self._visit = visit
        self.show_title()
        self.query_one("#where", Line).say([(" " + _("Two events side by side"), "accent")])
        self._run()

    def show_anew(self) -> None:
        """As the files have them now."""
        self.note()
        super().show_anew()
        self.show_visit(self._visit)

    def note(self) -> None:
        """Remember among what was visited where this stands."""
        self._visit.row = self.query_one(Lines).row

    @work(thread=True, exclusive=True, group="compare")
    def _run(self) -> None:
        store = self.session.store
        first, second = (store.get("events", one) for one in self._visit.events)
        found: Compared | str = _("This event is no longer in the archive.")
        try:
            if isinstance(first, Event) and isinstance(second, Event):
                found = compare(store, first, second)
        except Cancelled:
            return
        except QueryError as error:
            found = str(error)
        hand_over(self, self._show, found)

    def _show(self, found: Compared | str) -> None:
        view = self.query_one(Lines)
        if isinstance(found, str):
            view.show(lambda _width: [Row([(f"  {found}", "fault")])])
        else:
            view.show(partial(compare_lines, self.session.store, found), self._visit.row)

    @on(Lines.Followed)
    def _followed(self, event: Lines.Followed) -> None:
        door = event.door
        if door.overview:
            self.go(ListVisit(None, event=door.id))
        elif door.id is not None:
            self.go(RecordVisit(door.kind, door.id))
        else:
            self.go(ListVisit(door.kind, Place(door.filter)))

    def action_back(self) -> None:
        """Back to where this was opened from."""
        self.go(-1)
