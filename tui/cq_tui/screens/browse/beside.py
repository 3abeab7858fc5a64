"""The record under the cursor: beside the list where there is room, opened in full on Enter."""

from textual import on
from textual.timer import Timer

from cq_tui.query.highlight import Highlighter
from cq_tui.schema.kind import Kind
from cq_tui.screens.base.session import Session
from cq_tui.screens.browse.browsing import Browsing
from cq_tui.screens.navigation.location import RecordLocation
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.table.record_table import RecordTable
from cq_tui.widgets.views.record_lines import record_lines

SIDE_BY_SIDE = 120
"""Columns of the terminal from which the record stands beside the list."""
_REST = 0.12
"""Seconds after which a cursor rests: longer than a held key takes to repeat, shorter than one waits for."""


class Beside(Browsing):
    """The record follows the cursor of the list once it rests, so that a held key sends no record on its way."""

    def __init__(self, session: Session, tab: int = 0) -> None:
        super().__init__(session, tab)
        self._resting: Timer | None = None
        self._shown_kind: Kind | None = None

    def set_beside(self) -> None:
        """Put the record beside the list, or not, as the terminal's width allows."""
        wide = self.app.size.width >= SIDE_BY_SIDE
        if wide != self.has_class("wide"):
            self.set_class(wide, "wide")
            self._show_beside()

    @on(RecordTable.Moved)
    def _moved(self, event: RecordTable.Moved) -> None:
        selection = self.table.selection
        if selection is None:
            return
        if event.record is not None:
            self.session.list_state(selection.kind).record = event.record.id
        if self._resting is not None:
            self._resting.stop()
            self._resting = None
        if selection.kind is not self._shown_kind or event.record is None:
            self._show_beside()  # a record of the list before, or of no row, is not left standing
        else:
            self._resting = self.set_timer(_REST, self._show_beside)

    def _show_beside(self) -> None:
        view, selection = self.query_one("#record", LinkList), self.table.selection
        if selection is None or not self.has_class("wide"):
            return
        store, kind, highlighter, record = self.session.store, selection.kind, self._highlighter, self.table.current
        self._shown_kind = kind
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
            self.go(RecordLocation(self.kind.name, event.record.id, self._highlighter))
