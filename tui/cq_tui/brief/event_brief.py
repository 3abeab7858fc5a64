"""The brief of an event: what was signed and how much of it is named, by whom, who spoke, what was launched, where."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property

from cq_tui.archive.reconcile import Line, overall, reconcile
from cq_tui.brief.about_event import MOST, AboutEvent, capital, facts, more_words
from cq_tui.brief.chain import chain_blocks
from cq_tui.brief.document import Bar, Bars, Block, Document, Paragraph, Section, Span, Table, plain, remark
from cq_tui.brief.inferred import inferred
from cq_tui.brief.matrix_table import matrix_tables
from cq_tui.brief.programme import programme
from cq_tui.brief.record_table import blocks_of, span_of
from cq_tui.brief.sources import Numbering
from cq_tui.kinds.deals import Deal
from cq_tui.kinds.events import Event
from cq_tui.language import _, current, listed, ngettext
from cq_tui.query.parse import orders
from cq_tui.query.terms import Sorting
from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.selection.sum_words import left_out_words, sum_words
from cq_tui.store.store import Store
from cq_tui.store.views.figure_words import figure_words
from cq_tui.store.views.money_apart import left_out, sums
from cq_tui.store.views.stated_totals import COLUMNS, Cells, header, in_order, stated_amount, table
from cq_tui.store.views.summary import line_label, not_itemised, reconciliation_notes
from cq_tui.values.amounts import written
from cq_tui.values.clean import clean_line

_FACTS = ("date", "place", "guests", "visiting_countries", "enterprises")
_DEALS = ("title", "category", "instrument", "amount", "parties", "stage")
_FEW_FIELDS = 4
"""Fields of a record that a table of a kind shows where nothing else is said."""
_CHOSEN = {
    "platforms": ("name", "action", "operators", "purpose"),
    "opportunities": ("title", "count", "amount", "areas"),
}
"""What a table of a kind shows."""
_TOLD_ELSEWHERE = (
    *("deals", "speakers", "sessions", "events", "organisations", "passages", "sources", "chain", "figures"),
)


class EventBrief:
    """Writes the sections of one brief; each record that is named gets the numbers of its passages on the way."""

    def __init__(self, store: Store, event: Event, cancellation: Cancellation) -> None:
        self._store = store
        self._event = event
        self._about = AboutEvent(store, event, cancellation, Numbering(store))
        self._numbering, self._judged = self._about.numbering, self._about.judged

    def document(self) -> Document:
        """All of it. Raises QueryError and Cancelled as the store does."""
        lead = tuple(self._lead())
        told = (
            (_("What was signed"), self._signed()),
            (_("Itemised deals"), self._deals()),
            (_("Parties"), self._parties()),
            (_("Programme"), programme(self._about)),
            *((str(kind.label), self._others(kind)) for kind in self._other_kinds()),
            (str(self._store.kind("chain").label), chain_blocks(self._about)),
            (str(self._store.kind("figures").label), self._figures()),
        )
        sections = [Section(heading, tuple(blocks)) for heading, blocks in told]
        sections = [one for one in sections if one.blocks]
        sections += [*inferred(self._judged), *self._numbering.section()]
        return Document(clean_line(str(self._event.name)), lead, tuple(sections), current())

    # What stands first

    def _lead(self) -> Iterator[Paragraph]:
        """Where and when, who came, who called them together."""
        kind = self._store.kind("events")
        yield from facts(self._store, self._event, _FACTS, self._judged, self._numbering.of(self._event))
        if self._event.organisers:
            names = [clean_line(self._store.name("organisations", one)) for one in self._event.organisers]
            yield remark(f"{kind.by_name['organisers'].label} {listed(names)}")

    # What was signed

    def _signed(self) -> Iterator[Block]:
        lines = reconcile(self._event, self._store.itemised)
        whole = overall(lines)
        if whole is not None and whole.stated is not None:
            yield self._headline(whole)
        if any(one is not whole for one in lines):
            yield _totals(table(self._store, lines, whole), whole)
            yield from _picture(self._store, in_order(lines, whole), whole)
            yield from map(remark, reconciliation_notes(self._store, lines))
        if not lines:
            yield from matrix_tables(self._store, self._store.itemised, self._event.id)
        yield from self._kinds_of_money()

    def _headline(self, whole: Line) -> Paragraph:
        assert whole.stated is not None
        count = "?" if whole.stated_count is None else f"{whole.stated_count:,}"
        amount = _("not stated") if whole.stated_amount is None else written(whole.stated_amount, whole.currency)
        words = _("{count} deals, {amount}").format(count=count, amount=amount)
        named = ngettext("{count} itemised", "{count} itemised", whole.itemised_count).format(
            count=f"{whole.itemised_count:,}"
        )
        told = [words, named, *filter(None, [not_itemised(whole, whole.currency)])]
        return plain(("；" if current() == "zh" else "; ").join(told))

    def _kinds_of_money(self) -> Iterator[Paragraph]:
        """What the named deals come to, each kind of money by itself, and what no sum counts."""
        kind = self._store.kind("deals")
        found = [one for one in self._store.itemised if one.event == self._event.id]
        told = [sum_words(kind, one, currencies=True) for one in sums(found)]
        unstated = sum(one.count for one in found if one.amount is None)
        if unstated:
            words = ngettext("{count} without an amount", "{count} without an amount", unstated)
            told.append(words.format(count=f"{unstated:,}"))
        told += [left_out_words(kind, one, currencies=True) for one in left_out(self._store, self._event.id)]
        if told:
            between = "：" if current() == "zh" else ": "
            yield plain(_("Itemised by type of money") + between + ("；" if current() == "zh" else "; ").join(told))

    @cached_property
    def _largest(self) -> tuple[Sequence[Record], int]:
        """The deals that are named, the largest first, and how many more there are."""
        kind = self._store.kind("deals")
        sorting = orders("amount-desc", kind)
        chosen = self._about.records(kind, sorting.orders if isinstance(sorting, Sorting) else ())
        records = chosen.rows(0, MOST)
        return records, chosen.count - len(records)

    def _deals(self) -> Iterator[Block]:
        records, rest = self._largest
        if records:
            kind = self._store.kind("deals")
            yield from blocks_of(self._store, kind, records, _DEALS, self._numbering, self._judged, rest)

    def _parties(self) -> Iterator[Block]:
        """The organisations of the deals that are named above."""
        kind = self._store.kind("organisations")
        deals = [one for one in self._largest[0] if isinstance(one, Deal)]
        ids = dict.fromkeys(party.org for deal in deals for party in deal.parties)
        found = [record for one in ids if (record := self._store.get("organisations", one)) is not None]
        if found:
            names = ("name", "type", "country", "parent")
            rest = max(0, len(found) - MOST)
            yield from blocks_of(self._store, kind, found[:MOST], names, self._numbering, self._judged, rest)

    # What else there was

    def _other_kinds(self) -> list[Kind]:
        """The kinds that belong to events and have no section of their own, the shipped ones first."""
        kinds = [one for one in self._store.schema.values() if one.event and one.name not in _TOLD_ELSEWHERE]
        return sorted(kinds, key=lambda one: list(_CHOSEN).index(one.name) if one.name in _CHOSEN else len(_CHOSEN))

    def _others(self, kind: Kind) -> Iterator[Block]:
        chosen = self._about.records(kind)
        records = chosen.rows(0, MOST)
        if records:
            names = _CHOSEN.get(kind.name) or first_columns(kind, _FEW_FIELDS)
            rest = chosen.count - len(records)
            yield from blocks_of(self._store, kind, records, names, self._numbering, self._judged, rest)

    def _figures(self) -> Iterator[Block]:
        """What was claimed in numbers, each with its year and whether it is a fact, a target or a forecast."""
        kind = self._store.kind("figures")
        rows = []
        chosen = self._about.records(kind)
        figures = chosen.rows(0, MOST)
        for one in figures:
            value = figure_words(self._store, one)
            title, *others = [
                span_of(self._store, kind.by_name[name], one, self._judged) for name in ("title", "year", "nature")
            ]
            rows.append((title._replace(sources=self._numbering.of(one)), Span(value), *others))
        if rows:
            names = (str(kind.by_name[name].label) for name in ("title", "value", "year", "nature"))
            yield Table(tuple(names), tuple(rows))
            yield from map(remark, more_words(chosen.count - len(figures)))


def first_columns(kind: Kind, most: int) -> tuple[str, ...]:
    """The most important fields of a kind: its heading, then those that a list shows first."""
    columns = sorted((one for one in kind.fields if one.shown.column), key=lambda one: one.shown.column)
    names = dict.fromkeys([kind.heading.name, *(one.name for one in columns)])
    return tuple(names)[:most]


def _totals(rows: Sequence[tuple[Line, Cells]], whole: Line | None) -> Table:
    """What was stated, and how much of it is itemised; shares only where they add up."""
    shared = any(row.share for _line, row in rows)
    chosen = [place for place, name in enumerate(COLUMNS) if shared or name != "share"]
    texts = [tuple(Span(row[place]) for place in chosen) for _line, row in rows]
    titles = tuple(capital(header()[place]) for place in chosen)
    return Table(titles, tuple(texts), frozenset(range(1, len(chosen) - 2)), total=whole is not None)


def _picture(store: Store, rows: list[Line], whole: Line | None) -> Iterator[Bars]:
    """A bar for each stated amount in the currency of the whole, and in it what is itemised."""
    currency = whole.currency if whole else None
    parts = [one for one in rows if one.category is not None and one.stated_amount and one.currency == currency]
    most = max((one.stated_amount or Decimal(0) for one in parts), default=Decimal(0))
    if not most or len(parts) < 2:
        return
    bars = [
        Bar(
            line_label(store, one),
            (one.stated_amount or most) / most,
            min(one.itemised_amount, most) / most,
            stated_amount(one),
        )
        for one in parts
    ]
    yield Bars(_("Stated amounts; what is itemised is dark."), tuple(bars))
