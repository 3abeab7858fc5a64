"""What refers to a segment of the chain, directly or through its organisation, and the organisations behind that."""

from collections.abc import Iterator
from dataclasses import dataclass

from cq_tui.kinds.chain import Segment
from cq_tui.store.store import Store
from cq_tui.store.views.links import Group, Link, backward, forward

_STRUCTURE = ("chain", "passages", "organisations")
"""Kinds whose links are structure, not events at the segment: they are left out."""


@dataclass(frozen=True, slots=True)
class LinkedOrganisation:
    """An organisation, and what the record is called that links it to the segment; empty for the segment's own."""

    link: Link
    by: str = ""


@dataclass(frozen=True, slots=True)
class SegmentLinks:
    """The records that refer to a segment or to its organisation, and the organisations behind them."""

    groups: tuple[Group, ...]
    organisations: tuple[LinkedOrganisation, ...]


def segment_links(store: Store, segment: Segment) -> SegmentLinks:
    """The links to a segment, across kinds."""
    kind = store.kind("chain")
    groups = [group for group in backward(store, kind, segment) if group.kind not in _STRUCTURE]
    behind = {
        link.id: LinkedOrganisation(link) for link in forward(store, kind, segment) if link.kind == "organisations"
    }
    for link in (link for group in groups for link in group.links):
        for organisation in _organisations(store, link):
            behind.setdefault(organisation.id, LinkedOrganisation(organisation, link.words))
    own = segment.organisation and store.get("organisations", segment.organisation)
    if own:
        known = {(link.kind, link.id) for group in groups for link in group.links}
        theirs = backward(store, store.kind("organisations"), own)
        groups.extend(one for one in theirs if one.kind not in _STRUCTURE and not _all_known(one, known))
    return SegmentLinks(tuple(groups), tuple(behind.values()))


def _organisations(store: Store, link: Link) -> Iterator[Link]:
    record = store.get(link.kind, link.id)
    if record is not None:
        yield from (one for one in forward(store, store.kind(link.kind), record) if one.kind == "organisations")


def _all_known(group: Group, known: set[tuple[str, str]]) -> bool:
    return group.count == len(group.links) and all((link.kind, link.id) in known for link in group.links)
