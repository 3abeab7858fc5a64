"""A selection in words: what is on the screen, what it sums to, and what the event stated."""

from collections.abc import Iterable, Sequence

from cq_tui.archive.reconcile import Line as ReconciledLine
from cq_tui.archive.reconcile import Span, overall, reconcile
from cq_tui.kinds.events import Event, Total
from cq_tui.language import _, current, ngettext
from cq_tui.schema.cells import absent, bounded, code_words
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.store.selection.row_order import PAGE
from cq_tui.store.selection.selection import Selection
from cq_tui.store.selection.sum_words import left_out_words, sum_words, without_progress_words
from cq_tui.store.selection.sums import Sums
from cq_tui.store.store import Store
from cq_tui.values.amounts import between, column_unit, written
from cq_tui.values.codes import Bound


def column_label(field: Field) -> str:
    """A column's header: the field's words, for amounts with the unit."""
    if field.type.is_money:
        _size, unit, _bare = column_unit()
        return f"{field.label} {unit}"
    return str(field.label)


def footer(selection: Selection) -> str:
    """The line of words under a list, in one piece."""
    return "  ".join(footer_parts(selection))


def footer_parts(selection: Selection) -> list[str]:
    """The line of words under a list: how many of how many, each kind of money, what was stated."""
    parts = [counted(selection)]
    sums = selection.sums
    if sums is not None:
        parts.extend(_sums(selection.kind, sums))
    if selection.kind.money and selection.kind.money.stated:
        parts.extend(_stated(selection.store))
    return parts


def counted(selection: Selection, *, waiting: bool = True) -> str:
    """How many of how many; without ``waiting`` what is known by now: at least so many."""
    known = selection.count if waiting else selection.reach
    shown = f"{known:,}" if waiting or known < PAGE else f"{known:,}+"
    return _("{shown} of {all}").format(shown=shown, all=f"{selection.of_all:,}")


def _sums(kind: Kind, sums: Sums) -> list[str]:
    parts = [sum_words(kind, one) for one in sums.by_kind]
    if sums.without_amount:
        text = ngettext("{count} without an amount", "{count} without an amount", sums.without_amount)
        parts.append(text.format(count=f"{sums.without_amount:,}"))
    parts.append(without_progress_words(kind, sums))
    parts.extend(left_out_words(kind, one) for one in sums.left_out)
    return list(filter(None, parts))


def _stated(store: Store) -> list[str]:
    """Only where the archive tells of one event: what several state is never mixed into one line."""
    events = [record for record in store.records("events") if isinstance(record, Event) and record.totals]
    if len(events) != 1 or len(told_events(store)) > 1:
        return []
    whole = overall(reconcile(events[0], store.itemised))
    if whole is None or whole.stated is None:
        return []
    words, rest = stated_words(whole.stated), not_itemised(whole)
    if not rest:
        return [words]
    return [f"{words}（{rest}）" if current() == "zh" else f"{words} ({rest})"]


def not_itemised(line: ReconciledLine) -> str:
    """What a stated total leaves that no deal itemises: how many, how much; empty where it leaves nothing."""
    # The currency stands just before, with what is stated.
    amount = span_words(line.rest, None) if line.rest is not None and line.rest.high else ""
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
        return [_("{label}: in one of these, not told in which").format(label=label)]
    return [_("{label}: in one of these; the stated amount may or may not include it").format(label=label)]


def told_events(store: Store) -> list[Event]:
    """The events that the archive tells of, the latest first: others are only mentioned in it."""
    events = [record for record in store.records("events") if isinstance(record, Event)]
    told = [event for event in events if event.id in store.belonging or event.totals]
    return sorted(told, key=lambda event: str(event.date or ""), reverse=True)


def stated_words(total: Total) -> str:
    """A stated total: how many, how much."""
    count = _("not stated") if total.count is None else str(total.count)
    amount = written(total.amount, total.currency) if total.amount else _("not stated")
    return _("stated {count}, {amount}").format(count=count, amount=amount)


def years(events: Iterable[Event]) -> str:
    """The years of some events, as a span: 2019–2025."""
    found = [event.date.year for event in events if event.date]
    return "–".join(str(year) for year in sorted({min(found), max(found)})) if found else ""


def own_filter(store: Store, event: Event) -> str:
    """What leaves the records of an event; nothing where the archive tells of no other."""
    return f"event={event.id}" if len(told_events(store)) > 1 else ""


def main_event(store: Store) -> Event | None:
    """The event that the archive is about: of those that it tells of, or else mentions, the latest dated, the first."""
    events = told_events(store) or [record for record in store.records("events") if isinstance(record, Event)]
    dated = [event for event in events if event.date]
    return max(dated, key=lambda event: str(event.date), default=events[0] if events else None)


def only_event(selection: Selection) -> Event | None:
    """The event that all records belong to, as far as that is known."""
    told = told_events(selection.store)
    if len(told) == 1:
        return told[0]
    if "event" not in selection.kind.by_name or not selection.count or selection.distinct('"event"') != 1:
        return None
    record = selection.store.get("events", getattr(selection.rows(0, 1)[0], "event", ""))
    return record if isinstance(record, Event) else None


def tabs(store: Store) -> list[Kind]:
    """The kinds that have a tab in an archive, in the order of the tabs."""
    several = len(told_events(store)) > 1
    return [kind for kind in store.schema.tabs if several or not kind.several]
