"""The tellings of a deal beside each other: what each source says where they differ, which one counts, and why."""

from collections.abc import Iterator
from typing import NamedTuple

from cq_tui.archive.same.decision import Verdict
from cq_tui.kinds.deals import Deal
from cq_tui.language import _
from cq_tui.schema.record import Record
from cq_tui.store.store import Store
from cq_tui.store.twins.differing import compared, words_of


class Told(NamedTuple):
    """One telling: its deal, in words why it counts or does not, and what it says otherwise, label and value."""

    deal: Deal
    counts: bool
    why: str
    says: tuple[tuple[str, str], ...]


def tellings_of(store: Store, record: Record) -> Iterator[Told]:
    """All tellings of the deal that a record is one of, first the one that counts; none where it is told once."""
    found = store.archive.told_twice
    if found is None or not isinstance(record, Deal):
        return
    ids = found.groups().get(found.root(record.id), [])
    deals = [deal for deal in (store.get("deals", id_) for id_ in ids) if isinstance(deal, Deal)]
    if len(deals) < 2:
        return
    kind, (taken, *others) = store.kind("deals"), deals
    differing = {
        told.field.name: told.field
        for other in others
        for told in compared(store, kind, taken, other)
        if told.differs or told.only_one
    }
    for deal in deals:
        placed = found.edges.get(deal.id)
        fields = (one for one in differing.values() if one not in (kind.heading, kind.event))
        says = tuple((str(one.label), words_of(store, one, deal)) for one in fields)
        if placed is None:
            yield Told(deal, True, _("counts"), says)
            continue
        later = placed.decision.verdict is Verdict.LATER
        why = _("told again later, does not count") if later else _("the same deal, does not count")
        yield Told(deal, False, f"{why}: {placed.decision.why}" if placed.decision.why else why, says)
