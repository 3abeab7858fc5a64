"""The one table of all lists: it knows a Selection and its Kind, and draws only the lines in view."""

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from cq_tui.schema.field import Field
from cq_tui.settings.columns import Layout, usual_layout
from cq_tui.store.engine.cancellation import Cancelled
from cq_tui.store.engine.errors import QueryError
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.line_widget import LineWidget
from cq_tui.widgets.base.scroll_mark import marked_lines, with_mark
from cq_tui.widgets.table.columns_in_view import ColumnsInView
from cq_tui.widgets.table.rows_in_view import RowsInView
from cq_tui.widgets.table.sort_order import sorted_by
from cq_tui.widgets.table.table_lines import header, row_line, why_empty, with_more_columns

if TYPE_CHECKING:
    from cq_tui.query.highlight import Highlighter
    from cq_tui.query.terms import Order
    from cq_tui.store.selection.records_at import Shown
    from cq_tui.store.selection.selection import Selection

_HEADER = 1
_EMPTY_AT = 2


class RecordTable(LineWidget, can_focus=True):
    """Rows of a selection with a row cursor and a column cursor."""

    SCROLLS = True
    BINDINGS: ClassVar[list[BindingType]] = [
        action("open", "enter", N_("open"), first=True),
        action("up", "up,k", N_("up"), call="move(-1)"),
        action("down", "down,j", N_("down"), call="move(1)"),
        action("page-up", "pageup,ctrl+u", N_("a page up"), call="page(-1)"),
        action("page-down", "pagedown,ctrl+d", N_("a page down"), call="page(1)"),
        action("first", "home,g", N_("first row"), call="to_end(-1)"),
        action("last", "end,G", N_("last row"), call="to_end(1)"),
        action("column-left", "left,h", N_("column to the left"), call="column(-1)"),
        action("column-right", "right,l", N_("column to the right"), call="column(1)"),
        action("mark", "space", N_("mark/unmark")),
        action("sort", "s", N_("sort by the column")),
        action("sort-second", "S", N_("add second sort key"), call="sort(1)"),
    ]

    @dataclass
    class Moved(Message):
        """The cursor stands on another record, or on none.

        ``by_hand``: it was moved there; where another list is shown the record that it stood on before is come back to.
        """

        record: "Shown | None"
        by_hand: bool = False

    @dataclass
    class Opened(Message):
        """A record is to be opened."""

        record: "Shown"

    class Nothing(Message):
        """There is no record to open or to mark."""

    @dataclass
    class Marked(Message):
        """A record is to be marked, or no longer."""

        record: "Shown"

    @dataclass
    class Far(Message):
        """Rows have to be asked for before they can come into view; ``then`` brings them there."""

        rows: range
        then: Callable[[], None]

    @dataclass
    class Sorted(Message):
        """Another order is asked for."""

        orders: "tuple[Order, ...]"

    def __init__(self) -> None:
        super().__init__()
        self.selection: Selection | None = None
        self.cursor = 0
        self.columns = ColumnsInView()
        self.marked: Collection[str] = ()
        """The ids of the marked records."""
        self.news: Mapping[str, str] = {}
        """The signs of the records that are new or changed in the view that is open, by their ids."""
        self.instead = ""
        """What is said where no record matches, before how the filter is cleared."""
        self._top = 0
        self._rows = RowsInView()
        self._laid_out_for = Size(0, 0)
        self._drawn_thumb = range(0)
        self._highlighter: Highlighter | None = None

    # What is shown

    def show(self, selection: "Selection", cursor: int = 0, layout: Layout | None = None) -> None:
        """Show a selection in a layout with the cursor on a row; the same kind keeps its column cursor."""
        from cq_tui.query.highlight import Highlighter

        self.selection = selection
        self.columns.take(layout or usual_layout(selection.kind))
        self._highlighter = Highlighter(selection.query, selection.store.widen)
        bool(self._highlighter)  # makes its expressions, for which the store may be asked: drawing asks for nothing
        self.cursor = max(0, min(cursor, selection.reach - 1))
        self._lay_out()
        self.refresh()
        self.post_message(self.Moved(self.current))

    def rows_counted(self) -> None:
        """The selection on the screen is counted now: more of its rows can be looked at."""
        if self._load():
            self.refresh()
        elif self._thumb() != self._drawn_thumb:
            self.refresh(Region(self.size.width - 1, _HEADER, 1, self._visible))

    @property
    def current(self) -> "Shown | None":
        """The record under the cursor."""
        if self.selection is None or self._rows.failure:
            return None
        return self.selection.at(self.cursor)

    @property
    def field(self) -> Field | None:
        """The field of the column under the cursor."""
        return self.columns.field

    @property
    def _visible(self) -> int:
        return max(1, self.size.height - _HEADER)

    # Columns

    def rearrange(self, layout: Layout, field: Field | None = None) -> None:
        """Show the columns in another layout, the column cursor on a field where it is one of them."""
        self.columns.take(layout, field)
        self._lay_out()
        self.refresh()

    def lay_out(self) -> None:
        """Make the rows for another size, or for what was shown while there was no room at all."""
        if self.size != self._laid_out_for:
            self._lay_out()

    def _lay_out(self) -> None:
        """Which columns there is room for, and the cells of the rows in view."""
        self._laid_out_for = self.size
        if self.selection is None or not self.size.width:
            return
        self.selection.hold(self.columns.possible(self.size.width))
        with suppress(QueryError, Cancelled):  # what stands in the table then says why
            self.columns.lay_out(self.selection, self.selection.page(0), self.size.width)
        self._rows.show(self.selection, self.columns.fields)
        self._keep_in_view()

    def _load(self) -> bool:
        """Fetch the rows in view. A page of them is found in a few milliseconds, less than a blank one would cost
        a slow line that is sent twice; drawing itself fetches nothing.
        """
        return self._rows.load(self._top, self._top + self._visible)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line: the header, or the row in view there."""
        width = self.size.width
        if y == 0:
            if self.selection is None:
                return self.strip([], width)
            pieces = header(self.columns.drawn, self.selection.orders, self.field)
            return self.strip(with_more_columns(pieces, width, *self.columns.hidden), width)
        position = self._top + y - _HEADER
        row = self._rows.get(position)
        if row is None:
            lines = why_empty(self.selection, self._rows.failure, self.instead)
            return self.strip(lines[y - _EMPTY_AT] if 0 <= y - _EMPTY_AT < len(lines) else [], width)
        cursor = position == self.cursor
        sign = "mark" if row.id in self.marked else self.news.get(row.id, "")
        pieces = row_line(row, self.columns.drawn, self._highlighter, cursor=cursor, sign=sign)
        self._drawn_thumb = self._thumb()
        if y - _HEADER in self._drawn_thumb:
            pieces = with_mark(pieces, width)
        return self.strip(pieces, width, cursor)

    def _thumb(self) -> range:
        """The lines that bear the mark of scrolling."""
        return marked_lines(self._top, self._visible, self.selection.reach if self.selection else 0)

    # Moving

    def action_move(self, rows: int) -> None:
        """Move the cursor by rows."""
        self._go(self.cursor + rows)

    def action_page(self, pages: int) -> None:
        """Move the cursor by what is in view."""
        self._go(self.cursor + pages * self._visible)

    def action_to_end(self, end: int) -> None:
        """Move the cursor to the first or the last row."""
        self._go(0 if end < 0 else (self.selection.reach if self.selection else 0))

    def _go(self, position: int) -> None:
        if self.selection is None or not self.selection.reach:
            return
        before, top = self.cursor, self._top
        wanted = max(0, min(position, self.selection.reach - 1))
        if wanted == before or self._is_far(self._top_for(wanted), partial(self._go, wanted)):
            return
        self.cursor = wanted
        self._keep_in_view()
        if self._top == top:
            for row in (before, self.cursor):
                self.refresh(Region(0, row - self._top + _HEADER, self.size.width, 1))
        else:
            self.refresh()
        self.post_message(self.Moved(self.current, by_hand=True))

    # The mouse

    def on_click(self, event: Click) -> None:
        """Put the cursor there; where it stands already, open the record. A header sorts by its column."""
        if self.selection is None:
            return
        self.focus()
        position = self._top + event.y - _HEADER
        if event.y and position >= self.selection.reach:
            return
        if self.columns.to_cell(event.x):
            self._lay_out()
            self.refresh()
        if event.y == 0:
            self.action_sort()
        elif position == self.cursor:
            self.action_open()
        else:
            self._go(position)

    def scroll_by(self, lines: int) -> None:
        """Scroll; the cursor stays on its row as long as that is in view."""
        if self.selection is None or not self.selection.reach:
            return
        top = max(0, min(self._top + lines, self.selection.reach - self._visible))
        if top == self._top or self._is_far(top, partial(self.scroll_by, top - self._top)):
            return
        self._top = top
        before = self.cursor
        self.cursor = max(top, min(before, top + self._visible - 1))
        self._keep_in_view()
        self.refresh()
        if self.cursor != before:
            self.post_message(self.Moved(self.current))

    def _keep_in_view(self) -> None:
        self._top = self._top_for(self.cursor)
        self._load()

    def _top_for(self, cursor: int) -> int:
        """The first row in view once the cursor stands on a row."""
        last = max(0, (self.selection.reach if self.selection else 0) - self._visible)
        return min(max(self._top, cursor - self._visible + 1), cursor, last)

    def _is_far(self, top: int, then: Callable[[], None]) -> bool:
        """Whether the rows in view from a top on have to be asked for first, which is said then."""
        rows = range(top, top + self._visible)
        if self.selection is None or self.selection.is_here(rows):
            return False
        self.post_message(self.Far(rows, then))
        return True

    def action_column(self, step: int) -> None:
        """Move the column cursor; a column that had no room comes into view."""
        if self.selection is not None:
            self.columns.step(step)
            self._lay_out()
            self.refresh()

    # Asking

    def action_open(self) -> None:
        """Open the record under the cursor."""
        if record := self.current:
            self.post_message(self.Opened(record))
        else:
            self.post_message(self.Nothing())

    def action_mark(self) -> None:
        """Mark the record under the cursor, or no longer, and go on to the next."""
        if record := self.current:
            self.post_message(self.Marked(record))
        else:
            self.post_message(self.Nothing())

    def show_marks(self, marked: Collection[str]) -> None:
        """Show which records are marked; the cursor goes on to the next row."""
        self.marked = marked
        row = self.cursor
        self.refresh(Region(0, row - self._top + _HEADER, self.size.width, 1))
        self._go(row + 1)

    def action_sort(self, key: int = 0) -> None:
        """Sort by the column under the cursor as the first key, or the second."""
        if self.selection is not None and self.field is not None:
            self.post_message(self.Sorted(sorted_by(self.selection.orders, self.field, key)))
