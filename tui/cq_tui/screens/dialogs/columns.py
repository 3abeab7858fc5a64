"""All columns that a list can have: shown or hidden, their order, their width."""

from collections.abc import Callable
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from cq_tui.language import _
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.screens.base.column_actions import arranging
from cq_tui.screens.base.page_screen import PageScreen
from cq_tui.screens.base.session import Session
from cq_tui.settings.columns import Layout, usual_layout
from cq_tui.store.views.summary import column_label
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.glyphs import glyph
from cq_tui.widgets.base.key_line import KeyLine
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.base.linked_lines import Link, Row
from cq_tui.widgets.base.status_lines import TextLine
from cq_tui.widgets.base.text_layout import padded

_USUAL_WIDTH = 16
"""Cells from which a column is widened that has no width of its own yet."""


class ColumnList(LinkList):
    """Columns to choose from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("column-toggle", "space,enter,right,l", N_("show or hide"), first=True, call="follow"),
    ]


class ColumnsScreen(PageScreen):
    """The columns of one kind; every change is seen at once in the list below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *arranging(first=True),
        action("columns-usual", "r", N_("default columns"), first=True, call="usual"),
        action("columns-back", "escape,q,left,h,C", N_("back"), first=True, call="back"),
    ]

    def __init__(self, session: Session, kind: Kind, arrange: Callable[[Layout], None]) -> None:
        """``arrange`` is called with every new layout."""
        super().__init__(session)
        self._kind = kind
        self._arrange = arrange

    def compose(self) -> ComposeResult:
        """Title, whose columns, the columns, the keys."""
        yield TextLine(id="title")
        yield TextLine(id="what")
        yield ColumnList()
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the columns."""
        self.show_title()
        self._view.focus()
        self._show()

    @property
    def _view(self) -> ColumnList:
        return self.query_one(ColumnList)

    @property
    def _layout(self) -> Layout:
        return self.session.layout(self._kind)

    @property
    def _field(self) -> Field | None:
        """The field under the cursor."""
        layout, (_top, cursor) = self._layout, self._view.row
        return layout.kind.asked_by_name[layout.order[cursor]] if 0 <= cursor < len(layout.order) else None

    def _show(self, row: tuple[int, int] | None = None) -> None:
        layout = self._layout
        shown = _("{shown} of {all} shown").format(shown=len(layout.shown), all=len(layout.order))
        where = f" {self._kind.label} > " + _("Columns")
        self.query_one("#what", TextLine).update([(where, "accent"), (f"   {shown}", "main")])
        self._view.show(lambda _width: self._rows(layout), row)

    def _rows(self, layout: Layout) -> list[Row]:
        fields = [layout.kind.asked_by_name[name] for name in layout.order]
        room = max(cell_len(column_label(field)) for field in fields)
        rows = []
        for field in fields:
            shown = field.name not in layout.hidden
            width = layout.widths.get(field.name)
            told = _("{count} cells").format(count=width) if width else ""
            mark = glyph("mark") if shown else " "
            name = padded(column_label(field), room)
            pieces = [("  ", "text"), (mark, "accent"), (f" {name}", "main" if shown else "dim"), (f"   {told}", "dim")]
            rows.append(Row(pieces, Link(layout.kind.name, field.name)))
        return rows

    def _change(self, layout: Layout, step: int = 0) -> None:
        top, cursor = self._view.row
        if layout != self._layout:
            self._arrange(layout)
            self._show((top, cursor + step))

    @on(LinkList.Followed)
    def _toggled(self, event: LinkList.Followed) -> None:
        event.stop()
        if event.link.id is not None:
            self._change(self._layout.toggled(event.link.id))

    def action_move_column(self, step: int) -> None:
        """Move the column under the cursor up or down; the cursor goes with it."""
        if (field := self._field) is not None:
            layout = self._layout
            changed = layout.moved(field.name, step)
            self._change(changed, changed.order.index(field.name) - layout.order.index(field.name))

    def action_widen_column(self, step: int) -> None:
        """Make the column under the cursor wider or narrower."""
        if (field := self._field) is not None:
            layout = self._layout
            self._change(layout.widened(field.name, layout.widths.get(field.name, _USUAL_WIDTH), step))

    def action_usual(self) -> None:
        """The columns as they come."""
        usual = usual_layout(self._kind, several=self._layout.several)
        if usual == self._layout:
            self.show_message(_("These are the default columns already."))
        self._change(usual)

    def rebuild_view(self) -> None:
        """The columns that the kind has now; back to the lists where there is no such kind any more."""
        kind = self.session.store.schema.get(self._kind.name)
        if kind is None:
            self.call_later(self.dismiss)
            return
        self._kind = kind
        super().rebuild_view()
        self._show(self._view.row)

    def action_back(self) -> None:
        """Back to the list."""
        self.dismiss()
