"""The events of an archive in words: which they are, what they stated, how much of it is itemised."""

from collections.abc import Iterable, Sequence

from cq_tui.archive.reconcile import Line as ReconciledLine
from cq_tui.archive.reconcile import Span
from cq_tui.kinds.events import Event, Total
from cq_tui.language import _, current, ngettext
from cq_tui.schema.cells import absent, bounded, code_words
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.store.store import Store
from cq_tui.values.amounts import between, written
from cq_tui.values.codes import Bound


def column_label(field: Field) -> str:
    """A column's header: the field's words, for amounts with the unit."""
    return field.type.column_header(str(field.label))


def not_itemised(line: ReconciledLine, currency: str | None = None) -> str:
    """What a stated total leaves that no deal itemises: how many, how much; empty where it leaves nothing.

    The ``currency`` is left out where it stands just before, with what is stated.
    """
    amount = span_words(line.rest, currency) if line.rest is not None and line.rest.high else ""
    if not line.rest_count:
        return _("{amount} not itemised").format(amount=amount) if amount else ""
    words = ngettext("{count} not itemised", "{count} not itemised", line.rest_count).format(
        count=f"{line.rest_count:,}"
    )
    return ("，" if current() == "zh" else ", ").join(filter(None, (words, amount)))


def itemised_amount(line: ReconciledLine, bare: str = "") -> str:
    """What the deals of a line add up to, each currency for itself, ``bare`` without its name: CNY 75 bn + EUR 2 m."""
    amounts = [
        between(amount, amount, None if currency == bare else currency)
        for currency, amount in line.itemised_amounts.items()
    ]
    if not amounts:
        return _("not stated") if line.itemised_count else "-" if line.stated_amount is None else "0"
    return bounded(Bound.ABOUT if line.inexact else Bound.EXACT, " + ".join(amounts))


def span_words(span: Span, currency: str | None) -> str:
    """An amount that may be known only as a range, with its currency or, where it is None, without."""
    if span.at_most:
        return _("up to {amount}").format(amount=between(span.high, span.high, currency))
    return bounded(Bound.ABOUT if span.inexact else Bound.EXACT, between(span.low, span.high, currency))


def line_label(store: Store, line: ReconciledLine) -> str:
    """What a line of stated and itemised is called: its category, all, or unclassified."""
    field = store.kind("deals").by_name["category"]
    if line.remainder:
        return absent(field)
    return _("all") if line.category is None else code_words(field, line.category)


def reconciliation_notes(store: Store, lines: Sequence[ReconciledLine]) -> list[str]:
    """What has to be said of the deals without a category, so that their line is understood."""
    remainder = next((line for line in lines if line.remainder), None)
    if remainder is None or not remainder.itemised_count:
        return []
    label = line_label(store, remainder)
    if remainder.rest is None or remainder.rest.low == remainder.rest.high:
        return [_("{label}: in one of these, so taken off; not told in which").format(label=label)]
    return [_("{label}: in one of these, so taken off; stated amounts may leave it out").format(label=label)]


def told_events(store: Store) -> list[Event]:
    """The events that the archive tells of, the latest first: others are only mentioned in it."""
    return [event for event in store.told_events if isinstance(event, Event)]


def stated_words(total: Total) -> str:
    """A stated total: how many, how much."""
    count = _("not stated") if total.count is None else str(total.count)
    amount = written(total.amount, total.currency) if total.amount else _("not stated")
    return _("stated {count}, {amount}").format(count=count, amount=amount)


def years(events: Iterable[Event]) -> str:
    """The years of some events, as a span: 2019–2025."""
    found = [event.date.year for event in events if event.date]
    return "–".join(str(year) for year in sorted({min(found), max(found)})) if found else ""


def own_filter(store: Store, event: Event, kind: Kind) -> str:
    """What leaves the records of an event; nothing where the archive tells of no other, or the kind belongs to none."""
    return f"{kind.event.name}={event.id}" if kind.event and len(told_events(store)) > 1 else ""


def main_event(store: Store) -> Event | None:
    """The event that the archive is about: of those that it tells of, or else mentions, the latest dated, the first."""
    events = told_events(store) or [record for record in store.records("events") if isinstance(record, Event)]
    dated = [event for event in events if event.date]
    return max(dated, key=lambda event: str(event.date), default=events[0] if events else None)


def tabs(store: Store) -> list[Kind]:
    """The kinds that have a tab in an archive, in the order of the tabs.

    Where records are of kinds that the archive declares, those of the program's without a record have none.
    """
    several = len(told_events(store)) > 1
    filled = any(kind.own and store.total(kind.name) for kind in store.schema.tabs)
    return [
        kind
        for kind in store.schema.tabs
        if (several or not kind.several) and (kind.own or not filled or store.total(kind.name))
    ]
