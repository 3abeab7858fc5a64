"""The deals that are named, as lines of the overview: how much, of which kind, what, between whom, where it is told."""

from collections.abc import Iterator

from rich.cells import cell_len

from cq_tui.archive.reconcile import overall, reconcile
from cq_tui.kinds.deals import Deal
from cq_tui.kinds.events import Event
from cq_tui.kinds.passages import Passage
from cq_tui.language import _, ngettext
from cq_tui.schema.cells import cell, marked_line
from cq_tui.store.selection.referred import referred
from cq_tui.store.store import Store
from cq_tui.store.views.summary import own_filter
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.line_widget import StyledText, cells_of
from cq_tui.widgets.base.linked_lines import Link, Row
from cq_tui.widgets.base.text_layout import cut, padded

MOST = 8
"""Deals that the overview names; the list has all of them."""
_LEAST_PARTIES = 24
"""Cells from which the parties are told, too."""


def named_deals(store: Store, event: Event, width: int) -> Iterator[Row]:
    """A line a deal, the largest first; nothing where the archive names none."""
    kind, own = store.kind("deals"), own_filter(store, event, store.kind("deals"))
    count = store.belonging.get(event.id, {}).get("deals", 0)
    deals = [one for one in store.largest("deals", "amount", MOST, event=event.id) if isinstance(one, Deal)]
    if not deals:
        return
    store.fetch(referred(store, kind, deals, None))  # in one question, whatever there is room for
    yield Row(
        [(" " + _("Itemised deals"), "heading"), (f"  {_of(store, event, count)}", "dim")], Link("deals", filter=own)
    )
    amounts = [marked_line(kind.by_name["amount"], one, store.name) if one.amount is not None else "" for one in deals]
    # A deal that no sum counts, as a cancelled one, must not stand here like the others.
    reasons = [kind.money.exclusion(one) if kind.money else None for one in deals]
    types = [
        _("{type} ({why})").format(type=text, why=why.label) if why else text
        for text, why in zip(
            (cell(kind.by_name["instrument"], one, store.name).shown for one in deals), reasons, strict=True
        )
    ]
    titles = [clean_line(one.called) for one in deals]
    sizes = [max(map(cell_len, texts)) for texts in ((*amounts, _("not stated")), types, titles)]
    for deal, amount, type_, title, why in zip(deals, amounts, types, titles, reasons, strict=True):
        start: list[StyledText] = [
            ("   ", "text"),
            (padded(amount or _("not stated"), sizes[0], right=True), "main" if amount and not why else "dim"),
            (f"  {padded(type_, sizes[1])}  ", "text"),
        ]
        yield _named(store, deal, start, (title, sizes[2]), width)
    if count > len(deals):
        more = ngettext("and {count} more", "and {count} more", count - len(deals)).format(
            count=f"{count - len(deals):,}"
        )
        yield Row([("   ", "text"), (more, "link")], Link("deals", filter=own))
    yield Row()


def _named(store: Store, deal: Deal, start: list[StyledText], title: tuple[str, int], width: int) -> Row:
    """The title, as wide as the widest, the parties where there is room, the paragraph, which is a link of its own."""
    passage = store.get("passages", deal.cites[0]) if deal.cites else None
    told = _("para. {number}").format(number=passage.paragraph) if isinstance(passage, Passage) else ""
    room = max(1, width - cells_of(start) - cell_len(told) - 4)
    span = min(room, title[1])
    pieces: list[StyledText] = [*start, (cut(title[0], span), "link")]
    left = room - span - 2
    if left >= _LEAST_PARTIES and deal.parties:
        pieces.append((" " * (span - cell_len(pieces[-1][0])), "text"))
        parties = marked_line(store.kind("deals").by_name["parties"], deal, store.name)
        pieces.append(("  " + cut(parties, left), "dim"))
    if not told or not isinstance(passage, Passage):
        return Row(pieces, Link("deals", deal.id))
    gap = max(2, width - cells_of(pieces) - cell_len(told) - 2)
    pieces += [(" " * gap, "text"), (told, "dim")]
    return Row(pieces, Link("deals", deal.id), [(len(pieces) - 1, Link("passages", passage.id))])


def _of(store: Store, event: Event, count: int) -> str:
    """How many that count are named, of how many that were stated, as the table above has it; else how many at all."""
    whole = overall(reconcile(event, store.itemised))
    if whole is None or whole.stated_count is None:
        return f"{count:,}"
    return _("{named} of {stated}").format(named=f"{whole.itemised_count:,}", stated=f"{whole.stated_count:,}")
