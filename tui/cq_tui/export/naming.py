"""File names of exports: the default one, made of event, day, kind and filter, and which names are allowed."""

import unicodedata

from cq_tui.store.selection.selection import Selection
from cq_tui.values.expressions import later

_REFUSED = later(r"[^\w.-]+|_+")
"""All but letters, digits and a few marks: no file system refuses those, and no shell takes them for something else."""
_LONGEST_PART = 40
_MOST_BYTES = 180
"""File systems take 255; endings and a number must have room."""

_JOINERS = "\u200c\u200d"
"""Invisible, and part of names in Persian and of emoji."""
_BLANK_LETTERS = "\u115f\u1160\u2800\u3164\uffa0"
"""Characters that Unicode calls letters or symbols, and that show nothing."""


def file_name(selection: Selection, format_: str, narrowed: str | None = None) -> str:
    """A name with the ending of the format; ``narrowed`` replaces the filter in it."""
    from cq_tui.export.filter_words import filter_words
    from cq_tui.store.views.footer import only_event

    event = only_event(selection)
    parts = [str(event.date or ""), event.id] if event else []
    parts += [selection.kind.name, filter_words(selection.query) if narrowed is None else narrowed]
    stem = "-".join(filter(None, map(safe, parts)))
    return f"{_shortened(stem)}.{format_}"


def safe(text: str) -> str:
    """The text as a part of a file name; empty if nothing of it can be."""
    return _REFUSED.sub("-", text)[:_LONGEST_PART].strip("-.")


def _shortened(stem: str) -> str:
    return stem.encode()[:_MOST_BYTES].decode(errors="ignore").strip("-.")


def is_visible(name: str) -> bool:
    """Whether a file's name shows what it is: no control, no character that turns text around, not only blanks."""
    stem = name.rpartition(".")[0] or name
    return not any(_is_control(one) for one in name) and any(_shows(one) for one in stem)


def _is_control(character: str) -> bool:
    # Lone surrogates (Cs) are bytes of a name that is not UTF-8, which a file system may well hold.
    return unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp") and character not in _JOINERS


def _shows(character: str) -> bool:
    return unicodedata.category(character)[0] not in "CMZ" and character not in _BLANK_LETTERS
