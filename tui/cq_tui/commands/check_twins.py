"""``cq-tui check --twins``: the deals that may be one deal told twice."""

from collections.abc import Iterator, Sequence
from typing import Any

from cq_tui.language import _, current, ngettext
from cq_tui.store.store import Store
from cq_tui.store.twins.differing import compared
from cq_tui.store.twins.find import Twins
from cq_tui.store.twins.weighing import Likely
from cq_tui.store.twins.words_of_likely import likely_words
from cq_tui.values.clean import clean_line


def twins_summary(found: Sequence[Twins]) -> str:
    """How many pairs there are, and how many of them are sure."""
    sure = sum(one.likely is Likely.SURE for one in found)
    if not found:
        return _("No two deals look like one deal told twice.")
    message = ngettext(
        "{count} pair of deals may be one deal told twice, {sure} of them surely.",
        "{count} pairs of deals may be one deal told twice, {sure} of them surely.",
        len(found),
    )
    return message.format(count=f"{len(found):,}", sure=f"{sure:,}")


def twins_lines(store: Store, found: Sequence[Twins]) -> Iterator[str]:
    """Each pair: how sure it is, the two deals, and what they say otherwise."""
    kind = store.kind("deals")
    colon = "：" if current() == "zh" else ": "
    for twins in found:
        records = [store.get("deals", id_) for id_ in (twins.one, twins.other)]
        if None in records:
            continue
        one, other = (record for record in records if record is not None)
        yield f"{likely_words(twins.likely)}  {one.id} | {other.id}"
        yield f"  {clean_line(one.called)} | {clean_line(other.called)}"
        for told in compared(store, kind, one, other):
            if (told.differs or told.only_one) and told.field is not kind.heading:
                yield f"  {told.field.label}{colon}{told.one} | {told.other}"


def twins_tree(store: Store, found: Sequence[Twins]) -> Iterator[dict[str, Any]]:
    """The same for a program."""
    kind = store.kind("deals")
    for twins in found:
        records = [store.get("deals", id_) for id_ in (twins.one, twins.other)]
        one, other = (record for record in records if record is not None)
        differing = [told.field.name for told in compared(store, kind, one, other) if told.differs or told.only_one]
        yield {"deals": [one.id, other.id], "likely": twins.likely.value, "bits": round(twins.bits, 1),
               "differ": differing}  # fmt: skip
