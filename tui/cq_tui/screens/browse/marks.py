"""Marked records: kept kind by kind while the program runs, whatever the filter shows of them."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from cq_tui.language import _
from cq_tui.query.spelling import with_ids
from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.screens.base.controller import Controller
from cq_tui.screens.browse.filter import FilterController
from cq_tui.screens.browse.list_controller import ListController
from cq_tui.screens.browse.state import BrowseState
from cq_tui.widgets.base.action import N_, action

if TYPE_CHECKING:
    from cq_tui.store.selection.records_at import Shown


class MarksController(Controller):
    """Marks records of the list in front, lists them, and forgets them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("list-marked", "M", N_("list the marked rows only")),
        action("unmark", "U", N_("forget all marks")),
    ]

    def __init__(self, screen: BaseScreen, state: BrowseState, lists: ListController, filter: FilterController) -> None:
        self._screen = screen
        self._state = state
        self._lists = lists
        self._filter = filter

    def toggle(self, record: "Shown") -> None:
        """Mark a record of the list on the screen, or no longer."""
        selection = self._lists.table.selection
        if selection is None:
            return
        marked = self._state.session.marked(selection.kind)
        if record.id in marked:
            del marked[record.id]
        else:
            marked[record.id] = None
        self._lists.table.show_marks(marked)
        self._lists.show_summary()

    def action_list_marked(self) -> None:
        """Filter by the marked records."""
        if self._state.kind is None:
            return
        if marked := self._state.session.marked(self._state.kind):
            self._filter.filter_by(with_ids(marked))
        else:
            self._screen.show_message(_("No row is marked. Space marks the one under the cursor."))

    def action_unmark(self) -> None:
        """No record of this kind is marked any more."""
        if self._state.kind is not None and not self._state.session.marked(self._state.kind):
            self._screen.show_message(_("No row is marked. Space marks the one under the cursor."))
        elif self._state.kind is not None:
            self._state.session.marked(self._state.kind).clear()
            self._lists.table.refresh()
            self._lists.show_summary()
