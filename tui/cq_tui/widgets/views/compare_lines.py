"""Two events side by side as lines: one column each."""

from collections.abc import Iterator

from rich.cells import cell_len

from cq_tui.language import _, ngettext
from cq_tui.schema.cells import cell
from cq_tui.store.selection.sum_words import amount_words, left_out_words, money_words
from cq_tui.store.selection.sums import Sum
from cq_tui.store.store import Store
from cq_tui.store.views.compare import Compared
from cq_tui.store.views.money_apart import exclusion_filter, money_filter
from cq_tui.values.amounts import currency_name, written
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.line_widget import StyledText
from cq_tui.widgets.base.linked_lines import Link, Row
from cq_tui.widgets.base.text_layout import cut, padded

_LEAST, _MOST = 14, 36
"""Cells of an event's column."""
_USUAL = 24
"""Cells of it where there is room, for an amount; more only for a longer name."""
_WIDEST_LABEL = 44
"""Cells of the labels: a figure far from its label is not found."""


def compare_lines(store: Store, compared: Compared, width: int) -> list[Row]:
    """The lines for a view of ``width`` cells."""
    page = _Page(store, compared, width)
    return [*page.heads(), *page.stated(), *page.counts(), *page.sums(), *page.shared()]


class _Page:
    def __init__(self, store: Store, compared: Compared, width: int) -> None:
        self._store = store
        self._compared = compared
        self._width = width
        names = max(cell_len(clean_line(event.called)) for event in compared.events)
        self._column = max(_LEAST, min(_MOST, (width - 8) // 3, max(_USUAL, names)))
        self._label = min(_WIDEST_LABEL, width - 2 * self._column - 8)

    def heads(self) -> Iterator[Row]:
        """What the events are called, when and where they were; each is a link to its overview."""
        for event in self._compared.events:
            kind = self._store.kind("events")
            cells = (cell(kind.by_name[name], event, self._store.name) for name in ("date", "place"))
            facts = [one.shown for one in cells if not one.missing]
            yield Row([
                (" ", "text"), (clean_line(event.called), "link"), ("  " + "  ".join(facts), "dim"),
            ], Link("events", event.id, overview=True))  # fmt: skip
        yield Row()
        yield self._line("", *(clean_line(event.called) for event in self._compared.events), style="main")

    def stated(self) -> Iterator[Row]:
        """What was stated there as a whole."""
        totals = [next((one for one in event.totals if one.category is None), None) for event in self._compared.events]
        if any(totals):
            yield Row([(" " + _("Signed, as announced"), "heading")])
            counts = [str(one.count) if one and one.count is not None else "-" for one in totals]
            amounts = [written(one.amount, one.currency) if one and one.amount else "-" for one in totals]
            yield self._line(str(self._store.kind("deals").label), *counts)
            yield self._line(str(self._store.kind("deals").by_name["amount"].label), *amounts)
            yield Row()

    def counts(self) -> Iterator[Row]:
        """How many records of each kind; a line is a link to those of both."""
        yield Row([(" " + _("Records"), "heading")])
        for kind, counts in self._compared.counts:
            link = Link(kind.name, filter=self._both) if kind.tab else None
            yield self._line(str(kind.label), *(f"{one:,}" if one else "-" for one in counts), link=link)
        yield Row()

    def sums(self) -> Iterator[Row]:
        """What the records add up to, currencies and kinds of money apart."""
        if self._compared.sums or any(self._compared.left_out):
            yield Row([(" " + _("Deals, as itemised"), "heading")])
        kind = self._store.kind("deals")
        for pair in self._compared.sums:
            either = pair[0] or pair[1]
            assert either is not None
            label = f"{money_words(kind, either)} {currency_name(either.currency)}"
            filter_ = f"{self._both} {money_filter(either)} currency:{either.currency}"
            yield self._line(label, *map(_amount, pair), link=Link("deals", filter=filter_))
        for event, excluded in zip(self._compared.events, self._compared.left_out, strict=True):
            for one in excluded:
                words = f"{clean_line(event.called)}: {left_out_words(kind, one, currencies=True)}"
                filter_ = f"event={event.id} {exclusion_filter(kind, one.why)}"
                yield Row([(cut(f"   {words}", self._width - 1), "dim")], Link("deals", filter=filter_))
        if self._compared.sums or any(self._compared.left_out):
            yield Row()

    def shared(self) -> Iterator[Row]:
        """The organisations of both, and in how many records of each they stand."""
        count = self._compared.shared_count
        if not count:
            yield Row([(" " + _("No organisation was at both."), "dim")])
            return
        words = ngettext("{count} organisation at both", "{count} organisations at both", count).format(count=count)
        yield Row([(" " + words, "heading"), ("  " + _("in how many records"), "dim")])
        for one in self._compared.shared:
            name = clean_line(self._store.name("organisations", one.id))
            yield self._line(name, *map(str, one.counts), link=Link("organisations", one.id))
        if (rest := count - len(self._compared.shared)) > 0:
            yield Row([("   " + ngettext("and {count} more", "and {count} more", rest).format(count=rest), "dim")])

    @property
    def _both(self) -> str:
        first, second = self._compared.events
        return f"event={first.id},{second.id}"

    def _line(self, label: str, first: str, second: str, *, style: str = "text", link: Link | None = None) -> Row:
        cells = (padded(cut(text, self._column), self._column, right=True) for text in (first, second))
        pieces: list[StyledText] = [
            ("   ", "text"),
            (padded(cut(label, self._label), self._label), "link" if link else "dim"),
        ]
        return Row([*pieces, *((f"  {text}", style) for text in cells)], link)


def _amount(one: Sum | None) -> str:
    return amount_words(one) if one else "-"
