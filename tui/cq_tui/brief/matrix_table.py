"""What was signed in a brief, year by year: each kind of money in each currency in a column of its own."""

from collections.abc import Iterable, Iterator, Sequence

from cq_tui.archive.reconcile import Itemised
from cq_tui.brief.about_event import capital
from cq_tui.brief.document import Block, Span, Table
from cq_tui.language import _
from cq_tui.store.selection.sum_words import amount_words, money_words
from cq_tui.store.store import Store
from cq_tui.store.views.matrix import Line, Matrix, Money, matrix
from cq_tui.values.amounts import currency_name
from cq_tui.values.clean import clean_line

_AT_ONCE = 5
"""Columns of amounts that stand beside each other on a page."""
_MOST_ROWS = 40


def matrix_tables(
    store: Store, items: Iterable[Itemised], event: str | None = None, *, narrowed: bool = False
) -> Iterator[Block]:
    """The rows of years and events, and what they add up to; nothing where there is one row alone."""
    found = matrix(store, items, event=event, narrowed=narrowed)
    lines = [line for line in found.lines if line.count]
    if not 1 < len(lines) <= _MOST_ROWS:
        return
    several = len({line.event.id for line in lines if line.event}) > 1
    for start in range(0, max(1, len(found.columns)), _AT_ONCE):
        yield _table(store, found, lines, found.columns[start : start + _AT_ONCE], several=several, first=start == 0)


def _table(
    store: Store, found: Matrix, lines: Sequence[Line], columns: Sequence[Money], *, several: bool, first: bool
) -> Table:
    kind = store.kind("deals")
    year, event = next(one for one in kind.asked if one.name == "year"), kind.by_name["event"]
    words = [capital(f"{money_words(kind, found.total.sums[one])} {currency_name(one.currency)}") for one in columns]
    header = [str(year.label), *([str(event.label)] if several else [])]
    header += [capital(_("deals")), capital(_("no amount"))] if first else []
    rows = [_row(line, columns, _label(line, several=several), first=first) for line in lines]
    label = [_("all"), *([""] if several else [])]
    rows.append(_row(found.total, columns, label, first=first))
    right = frozenset(range(len(header) - 2 if first else len(header), len(header) + len(words)))
    return Table((*header, *words), tuple(rows), right, total=True)


def _label(line: Line, *, several: bool) -> list[str]:
    year = _("no year") if line.year is None else str(line.year)
    return [year, *([clean_line(line.event.called) if line.event else ""] if several else [])]


def _row(line: Line, columns: Sequence[Money], label: list[str], *, first: bool) -> tuple[Span, ...]:
    counts = [f"{line.count:,}", f"{line.without_amount:,}" if line.without_amount else "–"] if first else []
    amounts = [amount_words(line.sums[one]) if one in line.sums else "–" for one in columns]
    return tuple(map(Span, (*label, *counts, *amounts)))
