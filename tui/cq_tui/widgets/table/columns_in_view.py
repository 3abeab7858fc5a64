"""The columns that a table draws: those of a layout that there is room for, and which of all is under the cursor."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from cq_tui.schema.cells import cell
from cq_tui.schema.field import Field
from cq_tui.settings.columns import Layout
from cq_tui.store.views.summary import column_label
from cq_tui.widgets.table.column_widths import GAP
from cq_tui.widgets.table.sort_order import order_signs
from cq_tui.widgets.table.table_layout import LEAST_MAIN, Column, Wanted, lay_out

if TYPE_CHECKING:
    from cq_tui.store.selection.records_at import Shown
    from cq_tui.store.selection.selection import Selection

_MATTER = 6
"""The importance up to which columns matter: others come where these have some comfort."""
_UNNUMBERED = 3
"""The importance of a column that its kind gives none: of which event a record is."""
MARKS = 2
"""Cells before the first column, for cursor and mark."""
_MARGIN = MARKS + 1
"""These, and one behind the last column."""


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

    @property
    def hidden(self) -> tuple[bool, bool]:
        """Whether columns have no room right behind the first one, and whether others have none."""
        places = [self._fields.index(column.field) for column in self.drawn]
        missing = sorted(set(range(len(self._fields))) - set(places))
        second = places[1] if len(places) > 1 else len(self._fields)
        return any(place < second for place in missing), any(place > second for place in missing)

    def width_of(self, field: Field) -> int | None:
        """The cells of a column; None where it is not in view."""
        return next((column.width for column in self.drawn if column.field is field), None)

    def step(self, step: int) -> None:
        """Move the cursor by columns, round at the ends."""
        self.cursor = (self.cursor + step) % len(self._fields)

    def to_cell(self, cell: int) -> bool:
        """Move the cursor to the column that is drawn at a cell of the line; whether that is another one."""
        before, at = self.cursor, MARKS
        for column in self.drawn:
            if at <= cell < at + column.width + GAP:
                self.cursor = self._fields.index(column.field)
            at += column.width + GAP
        return self.cursor != before

    def possible(self, width: int, layout: Layout | None = None) -> Sequence[Field]:
        """The fields of a layout, or else of the present one, that may be drawn in a width in cells; others can't.

        Told by the headers alone, which are no wider than their columns, so that no cells of the others are needed.
        """
        layout = layout or self._layout
        if layout is None:
            return ()
        room = width - _MARGIN
        fields, importance = layout.shown, _importance(layout)
        least = [_least(field, layout) + GAP for field in fields]
        at = min(self.cursor, len(fields) - 1)
        ranked = sorted(range(len(fields)), key=lambda place: (importance[place], place))
        found = {0, at, *_while_room(ranked, least, room), *_while_room(range(at, -1, -1), least, room)}
        return [field for place, field in enumerate(fields) if place in found]

    def lay_out(self, selection: "Selection", sample: Sequence["Shown"], width: int) -> None:
        """Choose the columns for a width in cells; ``sample`` are the records that tell how wide they want to be.

        They have the fields of the columns that are ``possible``.
        """
        if self._layout is None:
            return
        name, signs, importance = selection.store.name, order_signs(selection.orders), _importance(self._layout)
        possible = {field.name for field in self.possible(width)}
        wanted = [
            Wanted(
                field,
                [cell(field, record, name) for record in sample] if field.name in possible else (),
                importance[place],
                signs.get(field.name, ""),
                self._layout.widths.get(field.name),
                self._layout.is_usual and importance[place] > _MATTER,
            )
            for place, field in enumerate(self._fields)
        ]
        self.drawn = lay_out(wanted, width - _MARGIN, self.cursor)


def _importance(layout: Layout) -> list[int]:
    """How important each column of a layout is; 1 is the highest."""
    if not layout.is_usual:
        return list(range(1, len(layout.shown) + 1))
    return [min(field.shown.column or _UNNUMBERED, 9 if place else 2) for place, field in enumerate(layout.shown)]


def _least(field: Field, layout: Layout) -> int:
    """Cells that a column needs at least, whatever stands in it."""
    return layout.widths.get(field.name) or min(cell_len(column_label(field)), LEAST_MAIN)


def _while_room(places: Iterable[int], least: Sequence[int], room: int) -> Iterator[int]:
    """The columns up to the first that there is no room for."""
    for place in places:
        room -= least[place]
        if room < -GAP:
            return
        yield place
