"""How trackers of aid call the class of a flow of money, ``ODA-like``: it is no type of a deal."""

from collections.abc import Iterable

from cq_tui.importing.recognise.words.known_words import key_of

_CLASSES = frozenset(
    {
        "oda", "oof", "oda like", "oof like", "oda flow", "oof flow", "vague", "vague official finance", "vague tbd",
        "official investment", "official finance", "commercial", "ngo aid", "corporate aid", "military", "private",
        "private sector", "non flow", "ca gov", "joint",
    }
)  # fmt: skip
_FLOW = "flow"


def are_flows(header: str, words: Iterable[str]) -> bool:
    """Whether a column tells the flows of aid: its header says flow, or each word a class of them."""
    return _FLOW in key_of(header).split() or all(key_of(word) in _CLASSES for word in words)
