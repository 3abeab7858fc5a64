"""What only looks like a range of numbers: ids, hashes and numbers of files, whose hyphens part groups."""

import re

from cq_tui.values.expressions import later
from cq_tui.values.measures import measure

_UUID = later(r"(?i)\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?")
_GROUPS = later(r"\w+(?:[-/_.]\w+)+", re.ASCII)
_NOT_LETTERS = later(r"[\d_]+")


def is_code(text: str) -> bool:
    """Whether a text is a code in groups: a UUID, ``ES-2024-001``, ``2024-0001``; ``5k-10k`` and ``5-10`` are none."""
    text = text.strip()
    if _UUID.fullmatch(text):
        return True
    if not _GROUPS.fullmatch(text) or not re.search("[-/_]", text):
        return False
    groups = re.split(r"[-/_.]", text)
    letters = [left for one in groups if (left := _NOT_LETTERS.sub("", one))]
    if letters:
        return not all(map(measure, letters))
    whole = re.split("[-/_]", text)
    return len(whole) > 2 or any(len(one) > 1 and one.startswith("0") and one.isdigit() for one in whole)
