"""Two deals that may be one, side by side as lines: what each says, what differs, and which of them would count."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import zip_longest
from typing import NamedTuple

from rich.cells import cell_len

from cq_tui.language import _
from cq_tui.schema.record import Record
from cq_tui.store.store import Store
from cq_tui.store.twins.differing import Compared, compared
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.glyphs import glyph
from cq_tui.widgets.base.linked_lines import Build, Link, Row
from cq_tui.widgets.base.text_layout import cut, padded, wrap

_WIDEST_LABEL = 16
_LEAST_COLUMN = 12


class Pair(NamedTuple):
    """Two deals, and which of them would count: 0 for the left one, 1 for the right one."""

    records: tuple[Record, Record]
    taken: int


def twins_build(store: Store, pair: Pair) -> Build:
    """What makes the lines of a pair for a width."""
    told = compared(store, store.kind("deals"), *pair.records)
    return partial(_lines, store, pair, told)


def _lines(store: Store, pair: Pair, told: Sequence[Compared], width: int) -> list[Row]:
    label = min(_WIDEST_LABEL, max((cell_len(str(one.field.label)) for one in told), default=0), width // 5)
    column = max(_LEAST_COLUMN, (width - label - 8) // 2)
    heading = store.kind("deals").heading
    left, right = pair.records
    rows = [
        *_both("", (clean_line(left.called), clean_line(right.called)), label, column, "link", pair),
        *_both("", (left.id, right.id), label, column, "dim"),
        *_both("", _counting(pair), label, column, "accent"),
        Row(),
    ]
    for one in told:
        if one.field is not heading:
            style = "main" if one.differs else "text" if not one.only_one else "dim"
            mark = glyph("changed") if one.differs else " "
            rows += _both(str(one.field.label), (one.one, one.other), label, column, style, mark=mark)
    if any(one.differs for one in told):
        rows += [Row(), Row([(f" {glyph('changed')} " + _("differs"), "dim")])]
    return rows


def _counting(pair: Pair) -> tuple[str, str]:
    counts = f"{glyph('mark')} " + _("would count")
    return (counts, "") if pair.taken == 0 else ("", counts)


def _both(
    label: str,
    texts: tuple[str, str],
    width: int,
    column: int,
    style: str,
    pair: Pair | None = None,
    *,
    mark: str = " ",
) -> Iterator[Row]:
    """A field, in as many lines as the longer of the two needs; the first leads to both where ``pair`` is given."""
    for number, (left, right) in enumerate(zip_longest(*(wrap(text, column) for text in texts), fillvalue="")):
        name = padded(cut(label, width), width) if number == 0 else " " * width
        pieces = [
            (f" {mark if number == 0 else ' '} ", "accent"),
            (f"{name}  ", "dim"),
            (padded(left, column), style),
            ("  ", "text"),
            (right, style),
        ]
        if pair is None or number:
            yield Row(pieces)
        else:
            first, second = (Link("deals", record.id) for record in pair.records)
            yield Row(pieces, first, [(4, second)])
