"""What two editions differ in, as lines that lead to the records of either."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from cq_tui.diff.difference import KindDifference, Pair
from cq_tui.diff.words import ADDED, CHANGED, GONE, field_line, heading, record_line, sum_lines
from cq_tui.language import _, ngettext
from cq_tui.widgets.base.linked_lines import Link, Row
from cq_tui.widgets.base.text_layout import wrap

OLD = "old"
"""The filter of a link to a record that only the old edition has."""
_MOST = 1000
"""Records of each sort that are listed; all are told by ``cq-tui diff``."""


_HANGING = 3
"""Cells by which the further lines of a line are set in."""


class Told(NamedTuple):
    """A line before it is wrapped: how far it is set in, in which style, and where it leads."""

    text: str
    style: str = "text"
    inset: int = 1
    link: Link | None = None


def told(differences: Sequence[KindDifference], names: Pair) -> list[Told]:
    """All that differs, kind by kind: sums first, then what came in, went, and changed by field."""
    found: list[Told] = []
    for one in differences:
        if not one.is_empty:
            found += [Told("", inset=0), *_of_kind(one, names)] if found else _of_kind(one, names)
    return found or [Told(_("The two say the same."))]


def _of_kind(one: KindDifference, names: Pair) -> Iterator[Told]:
    kind, (added, gone, changed) = one.kind.name, one.counts
    yield Told(heading(one), "heading")
    yield from (Told(line, "main") for line in sum_lines(one))
    for record in islice(one.gone(), _MOST):
        yield Told(record_line(GONE, record), "link", link=Link(kind, record.id, OLD))
    yield from _rest(GONE, gone)
    for record in islice(one.added(), _MOST):
        yield Told(record_line(ADDED, record), "link", link=Link(kind, record.id))
    yield from _rest(ADDED, added)
    for pair in islice(one.changed(), _MOST):
        yield Told(record_line(CHANGED, pair.records.new), "link", link=Link(kind, pair.records.new.id))
        yield from (Told(field_line(one, pair, field, names), inset=5) for field in pair.fields)
    yield from _rest(CHANGED, changed)


def _rest(mark: str, count: int) -> Iterator[Told]:
    if (rest := count - _MOST) > 0:
        words = ngettext("and {count} more", "and {count} more", rest).format(count=f"{rest:,}")
        yield Told(f"{mark} {words}", "dim")


def rows(lines: Sequence[Told]) -> Callable[[int], list[Row]]:
    """Makes the lines for a width in cells."""

    def build(width: int) -> list[Row]:
        return [
            Row([(" " * (one.inset + (_HANGING if number else 0)) + part, one.style)], None if number else one.link)
            for one in lines
            for number, part in enumerate(wrap(one.text, max(10, width - one.inset - _HANGING - 1)) or [""])
        ]

    return build
