"""What was signed as a table: years and events below each other, each kind of money in its column, with bars."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from cq_tui.language import _, ngettext
from cq_tui.schema.cells import absent, cell, code_words
from cq_tui.store.selection.sum_words import left_out_words
from cq_tui.store.store import Store
from cq_tui.store.views.matrix import Line, Matrix, Year, filter_of, matrix
from cq_tui.store.views.money_apart import exclusion_filter, left_out
from cq_tui.store.views.signed import Narrowed
from cq_tui.store.views.summary import told_events
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.line_widget import StyledText
from cq_tui.widgets.base.linked_lines import Link, Row
from cq_tui.widgets.base.text_layout import cut, padded
from cq_tui.widgets.views.matrix_columns import Column, blocks, columns, header_lines, note_on_rounding

_LEAST_BAR, _MOST_BAR = 3, 20
_LEAST_NAME = 12
_LEAST_COUNT = 5
_WIDE = 100
"""Cells from which the days of events are told."""


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A row of the table: its year where that is told, what it is called, and what opens first.

    ``day`` is that of an event, told where there is room. ``total``: it adds up rows; ``bars``: its amounts are drawn.
    """

    line: Line
    year: str
    name: str
    link: Link | None
    day: str = ""
    total: bool = False
    bars: bool = True


def signed_lines(store: Store, width: int, event: str | None = None, narrowed: Narrowed | None = None) -> Iterator[Row]:
    """What was signed at one event, or at all, with its heading and what no sum counts; nothing where nothing was.

    ``narrowed``: what a filter leaves of the deals.
    """
    items = narrowed.items if narrowed else [*store.itemised, *store.left_out]
    found = matrix(store, items, event=event, narrowed=narrowed is not None)
    excluded = left_out(store, event, items)
    several = len(told_events(store)) > 1
    if not found.total.count and not excluded and (narrowed or event or not several):
        if narrowed:
            yield from (Row([("   " + _("Nothing matches."), "dim")]), Row())
        return
    kind = store.kind("deals")
    own = f"{kind.event.name}={event}" if event and kind.event and several else ""
    base = " ".join(filter(None, (narrowed.filter.strip() if narrowed else "", own)))
    yield Row([(" " + _("Signed, by year and type of money"), "heading")])
    yield from _Table(store, found, list(_years(store, found, base, several=several and not event)), width, base).rows()
    for out in excluded:
        words = left_out_words(kind, out, currencies=True)
        listed = f"{base} {exclusion_filter(kind, out.why)}".strip()
        yield Row([(cut(f"   {words}", width - 1), "dim")], Link("deals", filter=listed))
    yield Row()
    if found.categories:
        yield Row([(" " + _("By category"), "heading")])
        yield from _Table(store, found, list(_categories(store, found, base)), width, base).rows()
        yield Row()


def _years(store: Store, found: Matrix, base: str, *, several: bool) -> Iterator[_Labelled]:
    """The rows of the years; ``several``: events are told apart."""
    for year in found.years:
        yield from _year(store, year, base, several=several)
    yield _Labelled(found.total, _("all"), "", Link("deals", filter=base), total=True, bars=False)


def _year(store: Store, year: Year, base: str, *, several: bool) -> Iterator[_Labelled]:
    """The row of a year, where it adds up several events, and theirs; of one event alone only its own."""
    words = _("no year") if year.year is None else str(year.year)
    if not year.events:
        span = words if year.until in (None, year.year) else f"{words}–{year.until}"
        yield _Labelled(year.total, span, _("no deals"), None)
        return
    own = Link("deals", filter=filter_of(store, year.total, base=base))
    if not several:
        yield _Labelled(year.total, words, "", own)
        return
    alone = len(year.events) == 1
    if not alone:
        count = ngettext("{count} event", "{count} events", len(year.events)).format(count=len(year.events))
        yield _Labelled(year.total, words, count, own, total=True)
    for line in year.events:
        name = clean_line(line.event.called) if line.event else "?"
        link = Link("events", line.event.id, overview=True) if line.event else None
        day = cell(store.kind("events").by_name["date"], line.event, store.name).text if line.event else ""
        yield _Labelled(line, words if alone else "", name, link, day)


def _categories(store: Store, found: Matrix, base: str) -> Iterator[_Labelled]:
    field = store.kind("deals").by_name["category"]
    for code, line in found.categories:
        words = code_words(field, code) if code else absent(field)
        yield _Labelled(line, "", words, Link("deals", filter=filter_of(store, line, base=base)))


class _Table:
    """The rows of one table; its numbers are further links, each to the deals that it adds up."""

    def __init__(self, store: Store, found: Matrix, labelled: Sequence[_Labelled], width: int, base: str) -> None:
        self._store = store
        self._labelled = labelled
        self._base = base
        lines = [one.line for one in labelled]
        drawn = [one.line for one in labelled if one.bars]
        self._columns = columns(store, found.columns, drawn, lines)
        self._years = max(cell_len(one.year) for one in labelled)
        widest = max(cell_len(one.name) for one in labelled)
        self._names = min(widest, max(_LEAST_NAME, width // 4 if self._columns else width - self._years - 24))
        self._days = max(cell_len(one.day) for one in labelled) if width >= _WIDE else 0
        self._deals = max(cell_len(_("deals")), _LEAST_COUNT)
        self._without = cell_len(_("no amount")) if any(one.without_amount for one in lines) else 0
        counts = self._deals + 2 + (self._without + 2 if self._without else 0)
        self._start = 3 + self._years + (2 if self._years and self._names else 0) + self._names + counts
        self._start += self._days + 2 if self._days else 0
        self._room = width - self._start - 1
        self._note = note_on_rounding(self._columns, lines)

    def rows(self) -> Iterator[Row]:
        """All of them, the columns that don't fit beside the others below them."""
        for number, block in enumerate(blocks(self._columns, self._room)):
            left = self._room - sum(one.width + 2 for one in block)
            bar = min(_MOST_BAR, left // len(block) - 1) if block else 0
            bar = bar if bar >= _LEAST_BAR else 0
            yield from self._header(block, bar, counts=number == 0)
            for one in self._labelled:
                yield self._row(one, block, bar, counts=number == 0)
        if self._note:
            yield Row([(f"   {self._note}", "dim")])

    def _header(self, block: Sequence[Column], bar: int, *, counts: bool) -> Iterator[Row]:
        *above, units = header_lines(block, bar + 1 if bar else 0)
        yield from (Row([(" " * self._start + text.rstrip(), "dim")]) for text in above)
        words = padded(_("deals"), self._deals, right=True) + ("  " + _("no amount") if self._without else "")
        yield Row([((padded(words if counts else "", self._start, right=True) + units).rstrip(), "dim")])

    def _row(self, one: _Labelled, block: Sequence[Column], bar: int, *, counts: bool) -> Row:
        name = padded(cut(one.name, self._names), self._names)
        pieces: list[StyledText] = [("   ", "text"), (padded(one.year, self._years), "main")]
        if self._years and self._names:
            pieces.append(("  ", "text"))
        pieces.append((name, "link" if one.link and not one.total else "dim"))
        if self._days:
            pieces.append(("  " + padded(one.day, self._days), "dim"))
        if one.link is None and not one.line.count:  # a year without an event has nothing to count
            return Row(pieces)
        more: list[tuple[int, Link]] = []
        if counts:
            self._counts(one, pieces, more)
        else:
            pieces.append((" " * (self._start - sum(cell_len(text) for text, _style in pieces)), "text"))
        for column in block:
            known = column.money in one.line.sums
            filter_ = filter_of(self._store, one.line, column.money, base=self._base)
            _mark(pieces, more, column.text(one.line), _ink(one, known=known), filter_ if known else None)
            if bar:
                drawn = column.bar(one.line, bar) if one.bars else 0
                pieces += [(" ", "text"), ("#" * drawn, "bar"), (" " * (bar - drawn), "text")]
        return Row(pieces, one.link, more)

    def _counts(self, one: _Labelled, pieces: list[StyledText], more: list[tuple[int, Link]]) -> None:
        """How many deals, and how many of them have no amount."""
        line = one.line
        listed = filter_of(self._store, line, base=self._base)
        text = padded(f"{line.count:,}", self._deals, right=True)
        _mark(pieces, more, text, _ink(one), listed if line.count else None)
        if self._without:
            text = padded(f"{line.without_amount:,}" if line.without_amount else "-", self._without, right=True)
            listed = filter_of(self._store, line, base=self._base, amount=False)
            _mark(pieces, more, text, "dim", listed if line.without_amount else None)


def _ink(one: _Labelled, *, known: bool = True) -> str:
    return "dim" if not known else "main" if one.total else "text"


def _mark(pieces: list[StyledText], more: list[tuple[int, Link]], text: str, style: str, filter_: str | None) -> None:
    """A number as a piece of its own, so that the pointer stands on it alone, and what it opens."""
    number = text.strip()
    before, _number, after = text.partition(number)
    pieces += [("  " + before, "text"), (number, style)]
    if filter_ is not None:
        more.append((len(pieces) - 1, Link("deals", filter=filter_)))
    pieces.append((after, "text"))
