"""Marked records: kept kind by kind while the program runs, whatever the filter shows of them."""

from typing import ClassVar

from textual import on
from textual.binding import BindingType

from cq_tui.language import _
from cq_tui.query.edit import with_ids
from cq_tui.screens.browse.narrowing import Narrowing
from cq_tui.widgets.base.action import action, noted
from cq_tui.widgets.table.record_table import RecordTable


class Marking(Narrowing):
    """Marks records of the list in front, lists them, and forgets them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("list-marked", "M", noted("list the marked rows only")),
        action("unmark", "U", noted("forget all marks")),
    ]

    @on(RecordTable.Marked)
    def _marked(self, event: RecordTable.Marked) -> None:
        if self.table.selection is None:
            return
        marked = self.session.marked(self.table.selection.kind)
        if event.record.id in marked:
            del marked[event.record.id]
        else:
            marked[event.record.id] = None
        self.table.show_marks(marked)
        self.show_summary()

    def action_list_marked(self) -> None:
        """Filter by the marked records."""
        if self.kind is None:
            return
        if marked := self.session.marked(self.kind):
            self.filter_by(with_ids(marked))
        else:
            self.status.show_message(_("No row is marked. Space marks the one under the cursor."))

    def action_unmark(self) -> None:
        """No record of this kind is marked any more."""
        if self.kind is not None:
            self.session.marked(self.kind).clear()
            self.table.refresh()
            self.show_summary()
