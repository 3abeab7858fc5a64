"""Two events side by side."""

from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import BindingType

from cq_tui.kinds.events import Event
from cq_tui.language import _
from cq_tui.screens.base.page_screen import PageScreen
from cq_tui.screens.base.query_runner import Question
from cq_tui.screens.base.session import Session
from cq_tui.screens.navigation.location import CompareLocation, ListLocation, ListState, RecordLocation
from cq_tui.store.views.compare import Compared, compare
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.base.linked_lines import Row
from cq_tui.widgets.base.status_lines import TextLine
from cq_tui.widgets.views.compare_lines import compare_lines


class CompareScreen(PageScreen):
    """How many, how much, and who was at both."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("compare-back", "escape,q,left,h,c", N_("back"), first=True, call="back"),
    ]

    def __init__(self, session: Session, location: CompareLocation) -> None:
        super().__init__(session)
        self._location = location
        self._runner = self.new_runner("compare")

    def on_mount(self) -> None:
        """Set them side by side."""
        self.query_one(LinkList).focus()
        self.show_location(self._location)

    def show_location(self, location: CompareLocation) -> None:
        """Show two events as they were left."""
        self._location = location
        self.show_title()
        self.query_one("#where", TextLine).update([(" " + _("Two events side by side"), "accent")])
        self._runner.ask(self._compare, self._show_failure)

    def rebuild_view(self) -> None:
        """As the files have them now."""
        self.remember_location()
        super().rebuild_view()
        self.show_location(self._location)

    def remember_location(self) -> None:
        """Remember among what was visited where this stands."""
        self._location.row = self.query_one(LinkList).row

    def _compare(self, question: Question) -> None:
        store = self.session.store
        first, second = (store.get("events", one) for one in self._location.events)
        if isinstance(first, Event) and isinstance(second, Event):
            question.show(self._show, compare(store, first, second))
        else:
            question.show(self._show_failure, _("This event is no longer in the archive."))

    def _show(self, found: Compared) -> None:
        build = partial(compare_lines, self.session.store, found)
        self.query_one(LinkList).show(build, self._location.row)

    def _show_failure(self, why: object) -> None:
        self.query_one(LinkList).show(lambda _width: [Row([(f"  {why}", "fault")])])

    @on(LinkList.Followed)
    def _followed(self, event: LinkList.Followed) -> None:
        link = event.link
        if link.overview:
            self.go(ListLocation(None, event=link.id))
        elif link.id is not None:
            self.go(RecordLocation(link.kind, link.id))
        else:
            self.go(ListLocation(link.kind, ListState(link.filter)))
