"""What fields are called that columns become: names and labels that no other one has."""

import re
from collections.abc import Iterable
from itertools import count

from cq_tui.importing.recognise.words.header_grammar import has_threshold, take_apart, without_measure
from cq_tui.language import _
from cq_tui.query.name_keys import slug
from cq_tui.schema.declared import LONGEST_LABEL, folded

_LONGEST_NAME = 40
_QUALIFIER = 12
"""Characters of a label for the word of what qualifies a field: ``currency``, ``precision``."""


def bare_name(column: str) -> str:
    """A header without what it says that numbers are counted in: an amount says that itself."""
    if has_threshold(column):
        return column
    parts = take_apart(column)
    return (without_measure(parts) or parts).name or column


def free_name(column: str, owners: set[str], *, qualified: bool = False) -> tuple[str, str]:
    """A name and a label that no field has yet; ``qualified``: others are called as it is with a word behind it."""
    room = LONGEST_LABEL - _QUALIFIER if qualified else LONGEST_LABEL
    name = re.sub(r"[^a-z0-9]+", "_", slug(column)).strip("_")[:_LONGEST_NAME].strip("_")
    name = name if re.match("[a-z]", name) else f"column_{name}".strip("_")
    for number in range(1, 1000):
        mark, more = ("", "") if number == 1 else (f"_{number}", f" ({number})")
        label = label_of(column, more, room)
        if not {folded(name + mark), folded(label)} & owners:
            return name + mark, label
    raise AssertionError(column)


def label_of(column: str, more: str = "", room: int = LONGEST_LABEL) -> str:
    """A header as a label, with ``more`` behind it, cut to the room that a label has."""
    room -= len(more)
    return (column if len(column) <= room else column[: room - 1] + "…") + more


def labels(words: Iterable[str]) -> dict[str, str]:
    """A label for each word: the word itself, or as much of it as a label has room for, each a different one."""
    found: dict[str, str] = {}
    for word in words:
        more = (f" ({number})" if number > 1 else "" for number in count(1))
        found[word] = next(label for mark in more if (label := label_of(word, mark)) not in found.values())
    return found


def is_unnamed(column: str) -> bool:
    """Whether a column has no name but the letter that it was given."""
    return re.fullmatch(re.escape(_("column {letter}")).replace(r"\{letter\}", "[A-Z]+"), column) is not None
