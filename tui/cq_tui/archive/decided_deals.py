"""Whether there are the deals of which something was decided."""

from collections.abc import Collection, Iterator

from cq_tui.archive.problem import Problem
from cq_tui.archive.read import DEALS, Archive
from cq_tui.archive.same.file import Placed
from cq_tui.archive.wording import dangling
from cq_tui.language import _, sentences

_MOST_NEAR = 5000
"""Ids among which a near one is looked for."""


def check_same(archive: Archive, elsewhere: Collection[str]) -> Iterator[Problem]:
    """Decisions of deals that the archive does not have; ``elsewhere`` are the ids in table files."""
    if archive.told_twice is None:
        return
    known = {entry.record.id for entry in archive.entries.get(DEALS, [])}
    for one in archive.told_twice.decided.values():
        for deal in one.decision.deals:
            if deal not in known and deal not in elsewhere:
                yield one.problem(_unknown(one, deal, list(known)[:_MOST_NEAR]))


def _unknown(one: Placed, deal: str, known: list[str]) -> str:
    first, second = one.decision.deals
    mend = _("If it is gone, take out the decision of {one} and {other}.").format(one=first, other=second)
    return sentences(dangling(deal, DEALS, known), mend)
