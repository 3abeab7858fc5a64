"""Records that are parts of themselves: a segment of the chain whose way up comes back to it."""

from collections.abc import Iterator, Mapping

from cq_tui.archive.problem import Problem
from cq_tui.archive.read import Archive
from cq_tui.kinds.chain import Segment
from cq_tui.language import _

CHAIN = "chain"
PARENT = "parent"


def cycles(parents: Mapping[str, str]) -> Iterator[list[str]]:
    """The ways up that come back to where they began, each once, from the first of its members."""
    done: set[str] = set()
    for start in parents:
        way: dict[str, None] = {}
        here = start
        while here in parents and here not in way and here not in done:
            way[here] = None
            here = parents[here]
        if here in way:
            members = list(way)
            yield members[members.index(here) :]
        done.update(way)


def cycle_words(members: list[str]) -> str:
    """What is said of a segment that is part of itself."""
    way = " > ".join([*members, members[0]])
    return _("it is part of itself: {way}. One of them has to stand under something else, or under nothing.").format(
        way=way
    )


def check_cycles(archive: Archive) -> Iterator[Problem]:
    """Segments in memory that are parts of themselves."""
    entries = {entry.record.id: entry for entry in archive.entries.get(CHAIN, [])}
    parents = {
        name: entry.record.parent
        for name, entry in entries.items()
        if isinstance(entry.record, Segment) and entry.record.parent
    }
    for members in cycles(parents):
        yield entries[members[0]].problem((PARENT,), cycle_words(members))
