"""Pairs of deals that are gone through one by one: which is in front, what is decided of it and taken back."""

from collections.abc import Sequence
from typing import NamedTuple

from cq_tui.archive.decide import Undecidable, decide, undo
from cq_tui.archive.same.decision import Decision, Verdict, decision
from cq_tui.files.named import ServerRoot, only_in_a_folder
from cq_tui.files.write import WriteError
from cq_tui.language import _
from cq_tui.schema.record import Record
from cq_tui.store.store import Store
from cq_tui.store.twins.find import Twins
from cq_tui.values.types.base import is_absent


class Undecided(Exception):
    """A decision was not kept; the text is one line."""


class Shown(NamedTuple):
    """The pair in front: its deals, and which of them would count, 0 or 1."""

    twins: Twins
    records: tuple[Record, Record]
    taken: int


class Deciding:
    """``pairs`` are undecided yet; ``decided`` is what was decided here, with the pairs as they were before."""

    def __init__(self, store: Store, pairs: Sequence[Twins], at: int = 0) -> None:
        """Begin at a pair."""
        self.store, self.pairs = store, list(pairs)
        self.decided: list[tuple[Decision, list[Twins], int]] = []
        self._swapped: set[tuple[str, str]] = set()
        self.at = max(0, min(at, len(self.pairs) - 1))

    @property
    def shown(self) -> Shown | None:
        """The pair in front; None where none is left."""
        if not self.pairs:
            return None
        twins = self.pairs[self.at]
        one, other = self.store.get("deals", twins.one), self.store.get("deals", twins.other)
        if one is None or other is None:
            return None
        taken = self._fuller(one, other)
        return Shown(twins, (one, other), 1 - taken if twins.deals in self._swapped else taken)

    def _fuller(self, one: Record, other: Record) -> int:
        """Which of two deals says more, so that it is proposed to count: 0 or 1."""
        fields = self.store.kind("deals").fields
        said = [sum(not is_absent(getattr(record, each.name)) for each in fields) for record in (one, other)]
        return 1 if said[1] > said[0] else 0

    def other_counts(self) -> None:
        """Let the other one of the pair in front count."""
        self._swapped ^= {self.pairs[self.at].deals}

    def step(self, step: int) -> bool:
        """Go to the next pair or the one before; False where there is none."""
        before, self.at = self.at, max(0, min(self.at + step, len(self.pairs) - 1))
        return self.at != before

    def same(self) -> str:
        """They are one deal. Returns in words what was decided. Raises Undecided."""
        return self._decide(Verdict.SAME)

    def later(self) -> str:
        """The one that would count is the later telling. Raises Undecided."""
        return self._decide(Verdict.LATER)

    def different(self) -> str:
        """They are two deals. Raises Undecided."""
        return self._decide(Verdict.DIFFERENT)

    def _decide(self, verdict: Verdict) -> str:
        shown = self.shown
        if shown is None:
            raise Undecided(_("No two deals look like one deal told twice."))
        taken = None if verdict is Verdict.DIFFERENT else shown.records[shown.taken].id
        made = decision(*shown.twins.deals, verdict, taken)
        self._change(made)
        self.decided.append((made, self.pairs, self.at))
        # Of a deal that counts no more no further pair is asked.
        self.pairs = [one for one in self.pairs if one.deals != made.deals and made.left not in one.deals]
        self.at = max(0, min(self.at, len(self.pairs) - 1))
        return _words(made)

    def undo(self) -> str:
        """Take back what was decided last. Raises Undecided."""
        made, pairs, at = self.decided[-1]
        self._change(None, made.deals)
        self.decided.pop()
        self.pairs, self.at = pairs, at
        return _("Taken back: {one} and {other}.").format(one=made.deals[0], other=made.deals[1])

    def _change(self, made: Decision | None, deals: tuple[str, str] = ("", "")) -> None:
        archive = self.store.archive
        if len(archive.roots) > 1:
            raise Undecided(_("Several archives are open as one; open one of them alone to decide."))
        if isinstance(archive.root, ServerRoot):
            raise Undecided(only_in_a_folder())
        try:
            decide(archive.root, made) if made is not None else undo(archive.root, deals)
        except (Undecidable, WriteError) as error:
            raise Undecided(str(error)) from None


def _words(made: Decision) -> str:
    if made.taken is None:
        return _("Different deals: both count.")
    message = _("Kept: {taken} counts, {left} does not.")
    return message.format(taken=made.taken, left=made.left)
