"""What an export is called where nobody names it: the event and its day, the kind, the filter."""

import re

from cq_tui.store.selection import Selection
from cq_tui.store.words import only_event

_REFUSED = re.compile(r"[^\w.-]+|_+")
"""All but letters, digits and a few marks: no file system refuses those, and no shell takes them for something else."""
_LONGEST_PART = 40
_MOST_BYTES = 180
"""File systems take 255; endings and a number must have room."""


def file_name(selection: Selection, format_: str, narrowed: str | None = None) -> str:
    """A name with the ending of the format; ``narrowed`` is told in place of the filter."""
    event = only_event(selection)
    parts = [str(event.date or ""), event.id] if event else []
    parts += [selection.kind.name, selection.query.text if narrowed is None else narrowed]
    stem = "-".join(filter(None, map(safe, parts)))
    return f"{_shortened(stem)}.{format_}"


def safe(text: str) -> str:
    """The text as a part of a file name; empty if nothing of it can be."""
    return _REFUSED.sub("-", text)[:_LONGEST_PART].strip("-.")


def _shortened(stem: str) -> str:
    return stem.encode()[:_MOST_BYTES].decode(errors="ignore").strip("-.")
