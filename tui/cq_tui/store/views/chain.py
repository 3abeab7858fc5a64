"""The value chain in the order in which goods flow, with what touches each of its segments."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from cq_tui.kinds.chain import Segment, Tier
from cq_tui.schema.kind import Kind

if TYPE_CHECKING:
    from cq_tui.store.selection.selection import Selection
    from cq_tui.store.views.segment_money import Elsewhere, Money

_MOST = 1000
"""Segments that are drawn; a longer chain is read as a list."""


@dataclass(frozen=True, slots=True)
class Node:
    """A segment, how deep it stands in the tree, and what refers to it: how many records of each kind, their money.

    ``of_organisation`` are records with money that name the segment's organisation, and not the segment.
    """

    segment: Segment
    depth: int
    touched: Mapping[Kind, int] = field(default_factory=dict)
    money: "Sequence[Money]" = ()
    of_organisation: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether it is an industry that the others are segments of."""
        return self.segment.tier == Tier.INDUSTRY

    @property
    def has_money(self) -> bool:
        """Whether a record that may have money refers to it, or to its organisation."""
        return bool(self.money or self.of_organisation)


class Industry(NamedTuple):
    """An industry and the stages of its chain, each with its segments; ``whole`` is None for those of no industry."""

    whole: Node | None
    stages: Mapping[str, Sequence[Node]]


@dataclass(frozen=True)
class Chain:
    """The segments in the order of the tree; ``rest`` counts those that are not drawn.

    ``codes`` are the stages that there may be, in the order of the flow; ``elsewhere`` is what names no segment.
    """

    nodes: tuple[Node, ...] = ()
    rest: int = 0
    codes: tuple[str, ...] = ()
    elsewhere: "Sequence[Elsewhere]" = ()

    @property
    def tiers(self) -> dict[str, list[Node]]:
        """The stages that have segments, in the order of the flow."""
        return _staged((node for node in self.nodes if not node.is_whole), self.codes)

    @property
    def industries(self) -> list[Industry]:
        """The industries with their stages. What stands under none has a place of its own, unless there is only one."""
        wholes = [node for node in self.nodes if node.is_whole]
        if len(wholes) < 2:
            return [Industry(wholes[0] if wholes else None, self.tiers)] if self.nodes else []
        of_whole: dict[str, list[Node]] = {"": [], **{node.segment.id: [] for node in wholes}}
        above: list[Node] = []
        for node in self.nodes:
            del above[node.depth :]
            if node.is_whole:
                owner = node.segment.id
            else:
                owner = next((one.segment.id for one in reversed(above) if one.is_whole), "")
                of_whole[owner].append(node)
            above.append(node)
        found = [Industry(node, _staged(of_whole[node.segment.id], self.codes)) for node in wholes]
        return [*found, *([Industry(None, _staged(of_whole[""], self.codes))] if of_whole[""] else [])]

    def place(self, segment: str | None) -> int:
        """Where a segment stands in the tree; 0 if it is not there."""
        return next((place for place, node in enumerate(self.nodes) if node.segment.id == segment), 0)


def _staged(nodes: Iterable[Node], codes: Sequence[str]) -> dict[str, list[Node]]:
    found: dict[str, list[Node]] = {code: [] for code in codes}
    for node in nodes:
        found.setdefault(str(node.segment.tier), []).append(node)
    return {code: some for code, some in found.items() if some}


def chain_of(selection: "Selection") -> Chain:
    """The chain of all segments that a selection holds."""
    from cq_tui.store.views.links import referred
    from cq_tui.store.views.segment_money import segment_money

    segments = [record for record in islice(selection, _MOST) if isinstance(record, Segment)]
    codes = tuple(selection.kind.by_name["tier"].codes or ())
    touched = referred(selection.store, selection.kind)
    money = segment_money(selection, segments)
    known = {segment.id for segment in segments}
    parts: dict[str, list[Segment]] = {}
    for segment in segments:
        parts.setdefault(segment.parent if segment.parent in known else "", []).append(segment)
    depths: dict[str, tuple[Segment, int]] = {}
    rank = {code: place for place, code in enumerate(codes)}
    for start in (*parts.get("", ()), *segments):  # segments that are parts of each other begin where one is met first
        _grow(start, parts, rank, depths)
    nodes = tuple(
        Node(one, depth, touched.get(one.id, {}), money.of.get(one.id, ()), money.of_organisation.get(one.id, 0))
        for one, depth in depths.values()
    )
    return Chain(nodes, selection.count - len(segments), codes, money.elsewhere)


def _grow(start: Segment, parts: Mapping[str, list[Segment]], rank: Mapping[str, int],
          found: dict[str, tuple[Segment, int]]) -> None:  # fmt: skip
    """Add a segment and what is below it, without recursion: a chain may be as deep as it is long."""
    waiting = [(start, 0)]
    while waiting:
        segment, depth = waiting.pop()
        if segment.id in found:
            continue
        found[segment.id] = segment, depth
        below = sorted(parts.get(segment.id, ()), key=lambda part: rank.get(part.tier, len(rank)))
        waiting.extend((part, depth + 1) for part in reversed(below))
