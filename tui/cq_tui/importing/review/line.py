"""A line of a review."""

from collections.abc import Iterable
from dataclasses import dataclass

from cq_tui.language import current

_LONGEST = 40


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """Of what, what is told, and whether it is a doubt."""

    label: str
    text: str
    doubt: bool = False


def joined(parts: Iterable[str]) -> str:
    """What is told of one thing, on one line."""
    return ("；" if current() == "zh" else "; ").join(parts)


def short(text: str) -> str:
    """A name or a value as far as a line has room for it."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
