"""The words of a segment in the picture and in the tree: its number, whether its members are named, what touches it."""

from collections.abc import Sequence

from cq_tui.kinds.chain import Segment
from cq_tui.language import _, current
from cq_tui.store.views.chain import Node
from cq_tui.values.clean import clean_line
from cq_tui.values.codes import Basis


def name_words(segment: Segment) -> str:
    """The name, with the mark of what is inferred."""
    return ("~" if segment.basis is Basis.INFERRED else "") + clean_line(segment.called)


def number_words(segment: Segment) -> str:
    """The stated count and whether those counted are named; nothing for a segment that is one itself."""
    return "" if segment.count is None else _named(segment.count, segment.members_named)


def _named(count: int, named: bool | None) -> str:
    """How many there are, and whether they are named, where that is stated."""
    words = {True: _("{count} named"), False: _("{count} not named"), None: "{count}"}[named]
    return words.format(count=f"{count:,}")


def tier_words(nodes: Sequence[Node]) -> str:
    """The same of a tier: what is stated of its segments together, and how many stand here by name."""
    counted = [node.segment for node in nodes if node.segment.count is not None]
    by_named = [(named, [one for one in counted if one.members_named is named]) for named in (True, False, None)]
    parts = [_named(sum(one.count or 0 for one in some), named) for named, some in by_named if some]
    if single := len(nodes) - len(counted):
        parts.append(_named(single, True))
    return " + ".join(parts)


def touched_words(node: Node) -> str:
    """How many records of each kind refer to it."""
    parts = []
    for kind, count in node.touched.items():
        if current() == "zh":
            parts.append(f"{kind.label} {count:,}")
        else:
            parts.append(f"{count:,} {kind.one if count == 1 else str(kind.label).lower()}")
    return "  ".join(parts)
