"""What was decided of two deals, and how that stands in ``data/same.toml``."""

import json
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from cq_tui.values.codes import Code

PART = "same"
"""What the tables of the file are called."""
LONGEST_WHY = 500
"""Characters of a reason."""
_HEAD = """\
# Deals that may be one deal told twice, and what was decided of each two. Written by cq-tui, in the order of the ids;
# a comment is not kept, a why is. Of those that are the same only the one that is taken counts in sums.
"""


class Verdict(Code):
    """What two deals are to each other."""

    SAME = "same", "同一项目", "same"
    DIFFERENT = "different", "不同项目", "different"
    LATER = "later", "后续", "later"


VERDICTS = {one.value: one for one in Verdict}


class Decision(NamedTuple):
    """One decision: the two ids in their order, and which of them counts where they are one deal.

    ``taken`` is None where they are different; of a deal that was told again later it is the later telling.
    """

    deals: tuple[str, str]
    verdict: Verdict
    taken: str | None = None
    why: str = ""

    @property
    def left(self) -> str | None:
        """The deal that counts no more; None where both do."""
        return None if self.taken is None else next(one for one in self.deals if one != self.taken)

    def is_without(self, deals: Collection[str]) -> bool:
        """Whether it names none of some deals."""
        return not any(one in deals for one in self.deals)


def decision(one: str, other: str, verdict: Verdict, taken: str | None = None, why: str = "") -> Decision:
    """A decision of two deals in any order."""
    first, second = sorted((one, other))
    return Decision((first, second), verdict, taken, why)


def text_of(decisions: Iterable[Decision]) -> str:
    """The file of some decisions: one table each, in the order of the ids, so that git can put two files together."""
    return "\n".join([_HEAD, *("\n".join(_table(one)) + "\n" for one in sorted(decisions))])


def _table(one: Decision) -> Iterator[str]:
    yield f"[[{PART}]]"
    yield f"deals = [{', '.join(map(_string, one.deals))}]"
    yield f"decision = {_string(one.verdict.value)}"
    if one.taken is not None:
        yield f"taken = {_string(one.taken)}"
    if one.why:
        yield f"why = {_string(one.why)}"


def _string(text: str) -> str:
    # A string of JSON is one of TOML too, but for a delete character, which no clean text holds.
    return json.dumps(text, ensure_ascii=False)
