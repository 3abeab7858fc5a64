"""The record under the cursor: beside the list where there is room, opened in full on Enter."""

from textual import on

from tui.model.record import Record
from tui.query.highlight import Highlighter
from tui.screens.browsing import Browsing
from tui.screens.record import RecordScreen
from tui.widgets.lines import Lines
from tui.widgets.record_lines import record_lines
from tui.widgets.record_table import RecordTable

SIDE_BY_SIDE = 120
"""Columns of the terminal from which the record stands beside the list."""


class Beside(Browsing):
    """The record follows the cursor of the list."""

    def set_beside(self) -> None:
        """Put the record beside the list, or not, as the terminal's width allows."""
        wide = self.app.size.width >= SIDE_BY_SIDE
        if wide != self.has_class("wide"):
            self.set_class(wide, "wide")
            self._show_beside(self.table.current)

    @on(RecordTable.Moved)
    def _moved(self, event: RecordTable.Moved) -> None:
        selection = self.table.selection
        if selection is not None and event.record is not None:
            self.session.place(selection.kind).record = event.record.id
        self._show_beside(event.record)

    def _show_beside(self, record: Record | None) -> None:
        view, selection = self.query_one("#record", Lines), self.table.selection
        if selection is None or not self.has_class("wide"):
            return
        store, kind, highlighter = self.session.store, selection.kind, self._highlighter
        if record is None:
            view.show(lambda _width: ())
        else:
            view.show(lambda width: record_lines(store, kind, record, width, highlighter))

    @property
    def _highlighter(self) -> Highlighter | None:
        selection = self.table.selection
        return Highlighter(selection.query, self.session.store.widen) if selection else None

    @on(RecordTable.Opened)
    def _opened(self, event: RecordTable.Opened) -> None:
        if self.table.selection is not None and self.table.selection.kind is self.kind:
            self.app.push_screen(RecordScreen(self.session, self.kind, event.record, self._highlighter))
