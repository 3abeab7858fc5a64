"""The value chain as a tree, with what touches each of its segments."""

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from cq_tui.kinds.chain import Segment, Tier
from cq_tui.schema.kind import Kind

if TYPE_CHECKING:
    from cq_tui.store.selection.selection import Selection

_MOST = 1000
"""Segments that are drawn; a longer chain is read as a list."""


@dataclass(frozen=True, slots=True)
class Node:
    """A segment, how deep it stands in the tree, and how many records of each kind refer to it."""

    segment: Segment
    depth: int
    touched: dict[Kind, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Chain:
    """The segments in the order of the tree; ``rest`` counts those that are not drawn."""

    nodes: tuple[Node, ...] = ()
    rest: int = 0

    @property
    def wholes(self) -> list[Node]:
        """The industries that the chain is of."""
        return [node for node in self.nodes if node.segment.tier == Tier.INDUSTRY]

    @property
    def tiers(self) -> dict[Tier, list[Node]]:
        """The tiers that have segments, in the order of the chain."""
        found = {tier: [node for node in self.nodes if node.segment.tier is tier] for tier in Tier}
        return {tier: nodes for tier, nodes in found.items() if nodes and tier != Tier.INDUSTRY}

    def place(self, segment: str | None) -> int:
        """Where a segment stands in the tree; 0 if it is not there."""
        return next((place for place, node in enumerate(self.nodes) if node.segment.id == segment), 0)


def chain_of(selection: "Selection") -> Chain:
    """The chain of all segments that a selection holds."""
    from cq_tui.store.views.links import referred

    store = selection.store
    records = islice(selection, _MOST)
    segments = [record for record in records if isinstance(record, Segment)]
    touched = referred(store, selection.kind)
    known = {segment.id for segment in segments}
    parts: dict[str, list[Segment]] = {}
    for segment in segments:
        parts.setdefault(segment.parent if segment.parent in known else "", []).append(segment)
    nodes: dict[str, Node] = {}
    for start in (*parts.get("", ()), *segments):  # segments that are parts of each other begin where one is met first
        _grow(start, parts, touched, nodes)
    return Chain(tuple(nodes.values()), selection.count - len(segments))


def _grow(start: Segment, parts: dict[str, list[Segment]], touched: dict[str, dict[Kind, int]],
          nodes: dict[str, Node]) -> None:  # fmt: skip
    """Add a segment and what is below it, without recursion: a chain may be as deep as it is long."""
    rank = {tier: place for place, tier in enumerate(Tier)}
    waiting = [(start, 0)]
    while waiting:
        segment, depth = waiting.pop()
        if segment.id in nodes:
            continue
        nodes[segment.id] = Node(segment, depth, touched.get(segment.id, {}))
        below = sorted(parts.get(segment.id, ()), key=lambda part: rank[part.tier])
        waiting.extend((part, depth + 1) for part in reversed(below))
