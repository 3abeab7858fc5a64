"""A selection in words: how many records, what they sum to, and what the event stated."""

from cq_tui.archive.reconcile import overall, reconcile
from cq_tui.kinds.events import Event
from cq_tui.language import _, current, ngettext
from cq_tui.query.columns import column
from cq_tui.schema.kind import Kind
from cq_tui.store.selection.row_order import PAGE
from cq_tui.store.selection.selection import Selection
from cq_tui.store.selection.sum_words import field_sum_words, left_out_words, sum_words, without_progress_words
from cq_tui.store.selection.sums import Sums
from cq_tui.store.store import Store
from cq_tui.store.views.summary import not_itemised, stated_words, told_events


def footer(selection: Selection) -> str:
    """The line of words under a list, in one piece."""
    return "  ".join(footer_parts(selection))


def footer_parts(selection: Selection, *, currencies: bool = False) -> list[str]:
    """The line of words under a list: how many of how many, each kind of money, what was stated.

    ``currencies``: whether each amount names its currency, the home currency too, as on paper.
    """
    parts = [counted(selection)]
    sums = selection.sums
    if sums is not None:
        parts.extend(_sums(selection.kind, sums, currencies=currencies))
    if selection.kind.beside:
        from cq_tui.store.views.converted import converted_sums

        place = 1 + len(sums.by_kind if sums else ())  # behind the sums in their own currencies
        parts[place:place] = filter(None, [converted_sums(selection)])
    if selection.kind.money and selection.kind.money.stated:
        parts.extend(_stated(selection.store, currencies=currencies))
    return [*parts, *map(field_sum_words, selection.field_sums)]  # last, for there may be many of them


def counted(selection: Selection, *, waiting: bool = True) -> str:
    """How many of how many; without ``waiting`` what is known by now: at least so many."""
    known = selection.count if waiting else selection.reach
    shown = f"{known:,}" if waiting or known < PAGE else f"{known:,}+"
    return _("{shown} of {all}").format(shown=shown, all=f"{selection.of_all:,}")


def _sums(kind: Kind, sums: Sums, *, currencies: bool) -> list[str]:
    parts = [sum_words(kind, one, currencies=currencies) for one in sums.by_kind]
    if sums.without_amount:
        text = ngettext("{count} without an amount", "{count} without an amount", sums.without_amount)
        parts.append(text.format(count=f"{sums.without_amount:,}"))
    parts.append(without_progress_words(kind, sums))
    parts.extend(left_out_words(kind, one, currencies=currencies) for one in sums.left_out)
    return list(filter(None, parts))


def _stated(store: Store, *, currencies: bool) -> list[str]:
    """Only where the archive tells of one event: what several state is never mixed into one line."""
    events = [record for record in store.records("events") if isinstance(record, Event) and record.totals]
    if len(events) != 1 or len(told_events(store)) > 1:
        return []
    whole = overall(reconcile(events[0], store.itemised))
    if whole is None or whole.stated is None:
        return []
    words, rest = stated_words(whole.stated), not_itemised(whole, whole.currency if currencies else None)
    if not rest:
        return [words]
    return [f"{words}（{rest}）" if current() == "zh" else f"{words} ({rest})"]


def only_event(selection: Selection) -> Event | None:
    """The event that all records belong to, as far as that is known."""
    told = told_events(selection.store)
    if len(told) == 1:
        return told[0]
    field = selection.kind.event
    if field is None or not selection.count or selection.distinct(column(field)) != 1:
        return None
    record = selection.store.get("events", getattr(selection.rows(0, 1)[0], field.name) or "")
    return record if isinstance(record, Event) else None
