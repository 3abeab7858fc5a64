"""The steps before the names of most columns, which came out of a nested record: ``parsed_data_title``."""

import re
from collections import Counter
from collections.abc import Sequence

from cq_tui.importing.recognise.words.exact_words import exact_word
from cq_tui.importing.recognise.words.staff_paths import staff_columns, staff_path
from cq_tui.schema.kind import Kind

_STEP = re.compile(r"[_./:]+(?=[^_./:])")
_LEAST, _HALF = 3, 0.5
"""Columns that share a path, at least, and their share of all."""
_OF_FILES = frozenset("data item items record records attributes fields properties source result results row".split())
"""What holds a record in a file, and is a word as well: *data* is a day in Portuguese."""


def without_shared_path(kind: Kind, names: Sequence[str]) -> list[str]:
    """The names without the steps that most of them begin with, which say nothing of any.

    Steps that mean something of the kind stay: ``recipient_country`` is that of a recipient. So do those into a list of
    persons: ``team_members_name`` is none of the record's.
    """
    shared = Counter(name[: step.end()] for name in names for step in _STEP.finditer(name))
    staff = {staff_path(name) for name in staff_columns(list(names))}
    paths = (path for path, count in shared.items() if count >= max(_LEAST, len(names) * _HALF) and path not in staff)
    path = max((path for path in paths if _says_nothing(kind, path)), key=len, default="")
    return [name.removeprefix(path) if path else name for name in names]


def _says_nothing(kind: Kind, path: str) -> bool:
    words = _STEP.sub(" ", path).strip(" _./:").casefold()
    return words in _OF_FILES or exact_word(kind, words) is None
