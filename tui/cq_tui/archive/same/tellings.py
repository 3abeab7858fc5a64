"""The tellings of each deal that was told more than once: which of them counts, and what can't be so."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from cq_tui.archive.problem import Problem
from cq_tui.archive.same.decision import Verdict
from cq_tui.archive.same.fields import SAME_AS, TOLD, Told
from cq_tui.archive.same.file import Placed
from cq_tui.language import _

_TOLD_ONCE: dict[str, str | Told | None] = {SAME_AS: None, TOLD: None}


@dataclass
class Tellings:
    """What follows from decisions. ``edges``: each deal that is left out, with the decision that says so."""

    edges: dict[str, Placed] = field(default_factory=dict)
    decided: dict[tuple[str, str], Placed] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def root(self, deal: str) -> str:
        """The telling that counts for a deal: itself where it is told once."""
        while (edge := self.edges.get(deal)) is not None:
            deal = edge.decision.taken or deal
        return deal

    def are_apart(self, one: str, other: str) -> bool:
        """Whether two deals were said to be different, or other tellings of theirs were."""
        first, second = sorted((self.root(one), self.root(other)))
        return (first, second) in self._apart

    @cached_property
    def _apart(self) -> frozenset[tuple[str, str]]:
        """The telling that counts of each two that are different."""
        different = (deals for deals, one in self.decided.items() if one.decision.verdict is Verdict.DIFFERENT)
        roots = (sorted(map(self.root, deals)) for deals in different)
        return frozenset((first, second) for first, second in roots)

    def groups(self) -> dict[str, list[str]]:
        """Each deal that is told several times: the telling that counts, then the others in the order of their ids."""
        found: dict[str, list[str]] = {}
        for left in sorted(self.edges):
            root = self.root(left)
            found.setdefault(root, [root]).append(left)
        return found

    def fields_of(self, deal: str) -> dict[str, str | Told | None]:
        """What is to stand in the fields of a deal."""
        return self._fields.get(deal, _TOLD_ONCE)

    @cached_property
    def _fields(self) -> dict[str, dict[str, str | Told | None]]:
        return {deal: {SAME_AS: same_as, TOLD: how} for deal, same_as, how in self.told()}

    def told(self) -> Iterator[tuple[str, str | None, Told]]:
        """What is to stand in the records: id, the id that counts in its place, and how it was told."""
        for root, tellings in self.groups().items():
            yield root, None, Told.TAKEN
            for left in tellings[1:]:
                later = self.edges[left].decision.verdict is Verdict.LATER
                yield left, root, Told.EARLIER if later else Told.SAME


def tellings(decisions: Iterable[Placed]) -> Tellings:
    """Put decisions together, in the order of the file; those that contradict an earlier one are problems."""
    found = Tellings()
    for one in decisions:
        if why := _contradiction(found, one):
            found.problems.append(one.problem(why))
            continue
        found.decided[one.decision.deals] = one
        if one.decision.left is not None:
            found.edges[one.decision.left] = one
    found.problems += _apart(found)
    return found


def _contradiction(found: Tellings, one: Placed) -> str:
    """Why a decision can't stand beside those before it; empty where it can."""
    deals, left, taken = one.decision.deals, one.decision.left, one.decision.taken
    if earlier := found.decided.get(deals):
        message = _("{one} and {other} are decided at {place} already; keep one of the two")
        return message.format(one=deals[0], other=deals[1], place=earlier.place)
    if left is None or taken is None:
        return ""
    if earlier := found.edges.get(left):
        message = _("{deal} is left out for {taken} at {place} already; a deal can be left out for one only")
        return message.format(deal=left, taken=earlier.decision.taken, place=earlier.place)
    if found.root(taken) == left:
        message = _("{taken} is left out for {deal} already, at {place}; one of them has to count")
        return message.format(taken=taken, deal=left, place=found.edges[taken].place)
    return ""


def _apart(found: Tellings) -> Iterator[Problem]:
    """Deals that are said to be different although others make them one."""
    for (one, other), placed in found.decided.items():
        if placed.decision.verdict is Verdict.DIFFERENT and found.root(one) == found.root(other):
            way = [*_way(found, one), *_way(found, other)]
            message = _("{one} and {other} are one deal by what stands at {places}; they can't be different")
            places = ", ".join(dict.fromkeys(step.place for step in way))
            yield placed.problem(message.format(one=one, other=other, places=places))


def _way(found: Tellings, deal: str) -> Sequence[Placed]:
    way = []
    while (edge := found.edges.get(deal)) is not None:
        way.append(edge)
        deal = edge.decision.taken or deal
    return way


def otherwise() -> str:
    """What is said of a file of deals that states what ``data/same.toml`` alone decides."""
    return _("data/same.toml says otherwise, which alone keeps this; take it out here")
