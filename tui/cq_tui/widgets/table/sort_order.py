"""The order of a list as keys and signs: what a press of a key makes of it, and how a header shows it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cq_tui.schema.field import Field
from cq_tui.widgets.base.glyphs import glyph

if TYPE_CHECKING:
    from cq_tui.query.terms import Order

_KEYS = 2


def sorted_by(orders: "Sequence[Order]", field: Field, key: int) -> "tuple[Order, ...]":
    """The orders with a field as the first key (0) or the second (1).

    A field goes from its usual way (from the most for quantities) to the other, then out. The first key alone is
    kept by a second; a field that is the first key already is turned there.
    """
    first = orders[0] if orders else None
    if key and first is not None and first.field.name != field.name:
        return (first, *_turned(orders[1] if len(orders) > 1 else None, field))
    later = tuple(orders[1:_KEYS]) if key else ()
    return (*_turned(first, field), *later)


def _turned(now: "Order | None", field: Field) -> "tuple[Order, ...]":
    from cq_tui.query.terms import Order

    cycle = (Order(field, field.is_quantity), Order(field, not field.is_quantity))
    place = cycle.index(now) + 1 if now in cycle else 0
    return cycle[place : place + 1]


def order_signs(orders: "Sequence[Order]") -> dict[str, str]:
    """What stands behind the label of a field by which a list is sorted: its way, and its rank among several."""
    return {
        order.field.name: glyph("down" if order.descending else "up") + (str(rank) if len(orders) > 1 else "")
        for rank, order in reversed(list(enumerate(orders, start=1)))
    }
