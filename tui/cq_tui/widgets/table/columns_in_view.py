"""The columns that a table draws: those of a layout that there is room for, and which of all is under the cursor."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cq_tui.schema.cells import cell
from cq_tui.schema.field import Field
from cq_tui.schema.record import Record
from cq_tui.settings.columns import Layout
from cq_tui.widgets.table.sort_order import order_signs
from cq_tui.widgets.table.table_layout import Column, Wanted, lay_out

if TYPE_CHECKING:
    from cq_tui.store.selection.selection import Selection

_UNNUMBERED = 3
"""The importance of a column that its kind gives none: of which event a record is."""
_MARGIN = 3
"""Cells before the first column, for cursor and mark, and one behind the last."""


class ColumnsInView:
    """Some columns of a layout, made anew with every size, order, layout and move of the column cursor."""

    def __init__(self) -> None:
        """No columns yet."""
        self.cursor = 0
        """The number of the column under the cursor, among all of the layout."""
        self.drawn: Sequence[Column] = ()
        self._layout: Layout | None = None

    def take(self, layout: Layout, field: Field | None = None) -> None:
        """Take the columns of a layout, the cursor on a field where it is one of them; the same kind keeps it."""
        if self._layout is None or self._layout.kind is not layout.kind:
            self.cursor = 0
        self._layout = layout
        place = self._fields.index(field) if field in self._fields else self.cursor
        self.cursor = min(place, len(self._fields) - 1)

    @property
    def field(self) -> Field | None:
        """The field of the column under the cursor."""
        return self._fields[self.cursor] if self._fields else None

    @property
    def fields(self) -> list[Field]:
        """The fields that are drawn, in the order of their columns."""
        return [column.field for column in self.drawn]

    @property
    def _fields(self) -> Sequence[Field]:
        return self._layout.shown if self._layout else ()

    def width_of(self, field: Field) -> int | None:
        """The cells of a column; None where it is not in view."""
        return next((column.width for column in self.drawn if column.field is field), None)

    def step(self, step: int) -> None:
        """Move the cursor by columns, round at the ends."""
        self.cursor = (self.cursor + step) % len(self._fields)

    def lay_out(self, selection: "Selection", sample: Sequence[Record], width: int) -> None:
        """Choose the columns for a width in cells; ``sample`` are the records that tell how wide they want to be."""
        if self._layout is None:
            return
        name, signs, usual = selection.store.name, order_signs(selection.orders), self._layout.is_usual
        wanted = [
            Wanted(
                field,
                [cell(field, record, name) for record in sample],
                min(field.shown.column or _UNNUMBERED, 2 if place == 1 else 9) if usual else place,
                signs.get(field.name, ""),
                self._layout.widths.get(field.name),
            )
            for place, field in enumerate(self._fields, start=1)
        ]
        self.drawn = lay_out(wanted, width - _MARGIN, self.cursor)
