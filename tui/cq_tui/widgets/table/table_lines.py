"""The lines of a table as pieces of text: its header, a row, or why there is none."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from cq_tui.language import _
from cq_tui.schema.cells import Cell, mark_judged
from cq_tui.schema.field import Field
from cq_tui.store.views.summary import column_label
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.glyphs import glyph
from cq_tui.widgets.base.line_widget import StyledText, marked
from cq_tui.widgets.base.scroll_mark import with_mark
from cq_tui.widgets.base.text_layout import cut, padded
from cq_tui.widgets.table.column_widths import GAP
from cq_tui.widgets.table.rows_in_view import DrawnRow
from cq_tui.widgets.table.sort_order import order_signs
from cq_tui.widgets.table.table_layout import Column, aligned

if TYPE_CHECKING:
    from cq_tui.query.highlight import Highlighter
    from cq_tui.query.terms import Order
    from cq_tui.store.selection.selection import Selection


def header(columns: Sequence[Column], orders: "Sequence[Order]", current: Field | None) -> list[StyledText]:
    """The columns' labels with the signs of the order; the one under the column cursor is set off."""
    pieces: list[StyledText] = [("  ", "dim")]
    signs = order_signs(orders)
    for column in columns:
        sign = signs.get(column.field.name, "")
        label = cut(column_label(column.field), column.width - cell_len(sign)) + sign
        text = padded(label, column.width, right=column.field.is_quantity)
        pieces.extend([(text, "accent" if column.field is current else "dim"), (" " * GAP, "dim")])
    return pieces


def with_more_columns(pieces: list[StyledText], width: int, left: bool, right: bool) -> list[StyledText]:
    """The header with signs at its edges for columns that have no room."""
    if left:
        pieces = [("< ", "dim"), *pieces[1:]]
    return with_mark(pieces, width, ">") if right else pieces


def row_line(
    row: DrawnRow, columns: Sequence[Column], highlighter: "Highlighter | None", *, cursor: bool, sign: str
) -> list[StyledText]:
    """The cells of a row, the words of the filter marked in them; ``sign`` names what stands before them."""
    pieces: list[StyledText] = [(">" if cursor else " ", "text"), (glyph(sign) if sign else " ", "accent")]
    for column, found in zip(columns, row.cells, strict=True):
        text = aligned(found, column.fraction)
        shown = cut(mark_judged(text, judged=found.judged), column.width)
        text = padded(shown, column.width, right=column.field.is_quantity)
        places = highlighter.spans(text, column.field) if highlighter else []
        pieces.extend([*marked(text, _ink(column.field, found), places), (" " * GAP, "text")])
    return pieces


def _ink(field: Field, found: Cell) -> str:
    if found.missing:
        return "dim"
    return "main" if field.shown.column == 1 or field.type.is_money else "text"


def why_empty(selection: "Selection | None", failure: str, instead: str) -> list[list[StyledText]]:
    """The lines that say why a list is empty, first what is stated ``instead``; none where it is not."""
    if failure:
        return [[("  " + failure, "fault")]]
    if selection is None or selection.reach:
        return []
    if selection.query.terms:
        conditions = selection.query.conditions
        why = _("Nothing here matches the filter. Esc clears it.")
        if len(conditions) > 1:
            words = _("Nothing here matches all of the filter. Backspace drops {term}, Esc clears it.")
            why = words.format(term=clean_line(conditions[-1].text))
        return [*([[("  " + instead, "main")], []] if instead else []), [("  " + why, "text")]]
    return [[("  " + _("There is nothing here yet."), "text")]]
