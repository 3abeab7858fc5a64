"""The record beside the list, where there is room: it follows the cursor once that rests."""

from functools import partial
from typing import TYPE_CHECKING

from textual.timer import Timer

from cq_tui.schema.kind import Kind
from cq_tui.screens.base.query_runner import QueryRunner, new_runner
from cq_tui.screens.base.session import Session
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.base.linked_lines import Build, Row
from cq_tui.widgets.base.text_layout import wrap

if TYPE_CHECKING:
    from cq_tui.store.selection.records_at import Shown
    from cq_tui.store.selection.selection import Selection
    from cq_tui.store.store import Store

SIDE_BY_SIDE = 120
"""Columns of the terminal from which the record stands beside the list."""
REST = 0.12
"""Seconds after which a cursor rests: longer than a held key takes to repeat, shorter than one waits for.

A held arrow key would else send a record a row over the line.
"""


class DetailPane(LinkList):
    """The record under the cursor of the list, which keeps the keys."""

    FOCUSES = False

    def __init__(self, session: Session, *, id: str) -> None:
        super().__init__(id=id)
        self._session = session
        self._resting: Timer | None = None
        self._runner: QueryRunner | None = None
        self._kind: Kind | None = None
        self.enabled = False
        """Whether there is room for it."""

    @property
    def is_waiting(self) -> bool:
        """Whether it still shows another record, until the cursor has rested."""
        return self._resting is not None

    def follow(self, selection: "Selection", row: "Shown | None") -> None:
        """The cursor stands on another record, or on none."""
        self._wait_no_longer()
        if selection.kind is not self._kind or row is None:
            self.show_record(selection, row)  # a record of the list before, or of no row, is not left standing
        else:
            self._resting = self.set_timer(REST, partial(self.show_record, selection, row))

    def show_record(self, selection: "Selection | None", row: "Shown | None") -> None:
        """Show a record with what the filter found in it; nothing where there is none, or where the pane is hidden."""
        self._wait_no_longer()  # else the record that was waited for would come after this one
        if selection is None or not self.enabled:
            if self._runner is not None:
                self._runner.cancel()
            return
        if selection.kind is not self._kind:
            self.show(lambda _width: ())
        self._kind = selection.kind
        if self._runner is None:
            self._runner = new_runner(self.screen, "detail")
        find = partial(_build, self._session.store, selection, row)
        self._runner.find(find, self.show, self._fail, at_once=not self._session.store.may_wait)

    def _fail(self, why: Exception) -> None:
        self.show(lambda width: [Row(), *(Row([(f"  {line}", "fault")]) for line in wrap(str(why), width - 3))])

    def _wait_no_longer(self) -> None:
        if self._resting is not None:
            self._resting.stop()
            self._resting = None


def _build(store: "Store", selection: "Selection", row: "Shown | None") -> Build:
    """What makes the lines of a record, and none of no record. Raises QueryError."""
    if (record := selection.whole(row)) is None:
        return lambda _width: ()
    from cq_tui.query.highlight import Highlighter
    from cq_tui.widgets.views.record_lines import record_build

    return record_build(store, selection.kind, record, Highlighter(selection.query, store.widen))
