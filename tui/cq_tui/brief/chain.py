"""The value chain in a brief: its tiers in their order, and what touches their segments."""

from collections.abc import Iterator
from typing import NamedTuple

from cq_tui.brief.about_event import MOST, AboutEvent, capital, more_words
from cq_tui.brief.document import Block, Span, Table, remark
from cq_tui.brief.record_table import span_of
from cq_tui.kinds.chain import Segment
from cq_tui.language import _, listed
from cq_tui.query.parse import parse
from cq_tui.schema.cells import is_judged, mark_judged
from cq_tui.schema.kind import Kind
from cq_tui.store.selection.selection import Selection
from cq_tui.store.views.chain import chain_of
from cq_tui.store.views.summary import told_events
from cq_tui.values.clean import clean_line
from cq_tui.values.codes import Basis

_MOST_RECORDS = 4
"""Records that are named as touching a tier; the others are counted."""


class _Touching(NamedTuple):
    """A record that names a segment: what it is called, by which field, and whether that is our judgement."""

    called: str
    field: str
    judged: bool

    @property
    def words(self) -> str:
        """The name, marked where that the record belongs to the segment is judged."""
        return mark_judged(self.called, judged=self.judged)


def chain_blocks(about: AboutEvent) -> Iterator[Block]:
    """The tiers in their order, with what touches their segments."""
    kind = about.store.kind("chain")
    chain = chain_of(Selection(about.store, parse("", kind), cancellation=about.cancellation))
    tier = kind.by_name["tier"]
    touching = _touching(about)
    if not touching and [one.id for one in told_events(about.store)] != [about.event.id]:
        return  # the chain is the host's: nothing says that this event has to do with it
    rows = []
    for nodes in chain.tiers.values():
        segments = [node.segment for node in nodes[:MOST]]
        names = [_segment(about, kind, one) for one in segments] + more_words(len(nodes) - MOST)
        sources = tuple(dict.fromkeys(number for one in segments for number in about.numbering.of(one)))
        records = [*dict.fromkeys(one for node in nodes for one in touching.get(node.segment.id, ()))]
        for one in records[:_MOST_RECORDS]:
            if one.judged:
                about.judged.setdefault(one.called, {})[one.field] = None
        shown = [one.words for one in records[:_MOST_RECORDS]] + more_words(len(records) - _MOST_RECORDS)
        first = span_of(about.store, tier, nodes[0].segment, about.judged)
        rows.append((first, Span(listed(names), sources=sources), Span(listed(shown) if shown else "–")))
    if rows:
        header = (str(tier.label), str(kind.by_name["name"].label), capital(_("what touches it")))
        yield Table(header, tuple(rows))
        yield from map(remark, more_words(chain.rest))


def _segment(about: AboutEvent, kind: Kind, segment: Segment) -> str:
    """Its name, and how many it stands for; marked where that there is one at all is ours."""
    judged = segment.basis is Basis.INFERRED
    if judged:
        about.judged.setdefault(clean_line(segment.called), {})[str(kind.by_name["basis"].label)] = None
    count = f" {segment.count:,}" if segment.count is not None else ""
    return mark_judged(clean_line(segment.called), judged=judged) + count


def _touching(about: AboutEvent) -> dict[str, list[_Touching]]:
    """What the event's own records are called that name a segment, by the segment's id."""
    found: dict[str, list[_Touching]] = {}
    for kind in about.store.schema.values():
        to = [one for one in kind.fields if one.type.refers_to == "chain" and not one.is_list]
        if kind.event is None or not to:
            continue
        for record in about.records(kind):
            for field in to:
                segment = getattr(record, field.name)
                if segment is not None:
                    told = _Touching(clean_line(record.called), str(field.label), is_judged(field, record))
                    found.setdefault(segment, []).append(told)
    return found
