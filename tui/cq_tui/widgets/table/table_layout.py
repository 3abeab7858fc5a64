"""Which columns of a table are in view, and how wide: the first stays, the others by importance or round the cursor."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from rich.cells import cell_len

from cq_tui.schema.cells import Cell
from cq_tui.schema.field import Field
from cq_tui.store.views.summary import column_label
from cq_tui.widgets.table.column_widths import GAP, Wish, fit

_LEAST_TEXT = 9
LEAST_MAIN = 22
"""Cells that the most important column has at least, where it would like as many."""
_COMFORT_MAIN = 32
"""Cells of it before the columns behind those that matter come into view."""


class Column(NamedTuple):
    """A column as it is drawn; ``fraction`` is the room after the decimal point."""

    field: Field
    width: int
    fraction: int


class Wanted(NamedTuple):
    """A column that there may be room for: its field, some of its cells, the sign of its order, the width given to it.

    ``importance``: 1 is the highest.
    """

    field: Field
    cells: Sequence[Cell]
    importance: int
    sign: str = ""
    width: int | None = None
    waits: bool = False
    """Whether it comes into view only where the more important ones have some comfort."""


def lay_out(wanted: Sequence[Wanted], width: int, at: int) -> list[Column]:
    """The columns in view in a table of a width in cells, with the column cursor at index ``at``.

    Where the cursor's column has no room among the most important ones, it is the last of those that have, behind
    the first.
    """
    wishes = [_wish(one) for one in wanted]
    widths = fit(wishes, width)
    if at not in widths:
        widths = _scrolled(wishes, width, at)
    return [Column(wanted[n].field, cells, fraction(wanted[n].field, wanted[n].cells)) for n, cells in widths.items()]


def _scrolled(wishes: Sequence[Wish], width: int, at: int) -> dict[int, int]:
    """The first column and as many as there is room for up to the cursor's."""
    first = min(wishes[0].least, max(1, width // 2))
    cursor = max(1, min(wishes[at].least, width - first - GAP))
    chosen, room = [at], width - first - cursor - GAP
    for place in range(at - 1, 0, -1):
        room -= wishes[place].least + GAP
        if room < 0:
            break
        chosen.insert(0, place)
    again = [replace(wishes[0], importance=0, least=first)]
    again += [replace(wishes[place], importance=2, waits=False) for place in chosen[:-1]]
    again.append(replace(wishes[at], importance=1, least=cursor, waits=False))
    places = [0, *chosen]
    return {places[n]: cells for n, cells in fit(again, width).items()} | ({at: 1} if width <= first + GAP else {})


def _wish(one: Wanted) -> Wish:
    field = one.field
    if one.width is not None:
        return Wish(one.importance, one.width, one.width)
    header = cell_len(column_label(field)) + cell_len(one.sign or "+")
    decimals = fraction(field, one.cells)
    content = max((cell_len(aligned(found, decimals)) + found.judged for found in one.cells), default=0)
    main = field.shown.column == 1
    most = max(header, content if main else min(content, field.shown.widest))
    if field.is_quantity or field.type.is_short:
        return Wish(one.importance, most, most, waits=one.waits)
    if main:
        return Wish(one.importance, min(LEAST_MAIN, most), most, _COMFORT_MAIN)
    return Wish(one.importance, min(max(header, _LEAST_TEXT), most), most, waits=one.waits)


def aligned(found: Cell, fraction: int) -> str:
    """The text with blanks in place of missing decimals, so that the points stand below each other."""
    if not fraction or found.missing:
        return found.text
    _whole, point, decimals = found.text.partition(".")
    return found.text + " " * (fraction - len(point) - len(decimals))


def fraction(field: Field, cells: Sequence[Cell]) -> int:
    """The room that the decimals of some cells take, with the point."""
    if not field.type.has_decimals:
        return 0
    texts = [found.text for found in cells if not found.missing and found.text[-1:].isdigit()]
    return max((len(text) - text.index(".") for text in texts if "." in text), default=0)
