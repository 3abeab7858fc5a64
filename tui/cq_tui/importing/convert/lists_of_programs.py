"""Cells of names as lists of records or tuples, or in bare brackets: ``[('Aa', 'lead')]``, ``[{"name": "Aa"}]``."""

import ast
import json
import re
from collections.abc import Iterator
from typing import Any

_OPENS = re.compile(r"\s*(?:[\[(]\s*[\[({'\"]|\{\s*['\"])")
_BARE = re.compile(r"\s*\[([^\[\]{}'\"]*[^\W\d_][^\[\]{}'\"]*,[^\[\]{}'\"]*)\]\s*")
_NAMES = (
    "name",
    "legal_name",
    "legalName",
    "organisation",
    "organization",
    "org",
    "company",
    "title",
    "label",
    "value",
)
_LONGEST = 20_000
_MARK = "; "


def plain_list(text: str) -> str:
    """A cell of names as names parted by semicolons, where it is such a list; else as it is."""
    if bare := _BARE.fullmatch(text):
        return _MARK.join(one.strip() for one in bare[1].split(",") if one.strip())
    if len(text) > _LONGEST or not _OPENS.match(text):
        return text
    found = list(_names(_read(text)))
    return _MARK.join(found) if found else text


def _read(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        pass
    try:
        return ast.literal_eval(text.strip())
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None


def _names(value: Any) -> Iterator[str]:
    """The names in a value: that of a record, the first text of a tuple of several sorts, each text of a list."""
    if isinstance(value, str):
        yield from filter(None, [value.strip()])
    elif isinstance(value, dict):
        yield from [value[key].strip() for key in _NAMES if isinstance(value.get(key), str) and value[key].strip()][:1]
    elif isinstance(value, list | tuple | set):
        members = list(value)
        is_record = isinstance(value, tuple) and len(members) > 1 and not all(isinstance(one, str) for one in members)
        for one in members[:1] if is_record else members:
            yield from ([one[0]] if _is_pair(one) else _names(one))


def _is_pair(value: Any) -> bool:
    """Whether a member of a list is a name with what is told of it: a number, a word in small letters."""
    if not isinstance(value, tuple | list) or len(value) < 2 or not isinstance(value[0], str):
        return False
    return not isinstance(value[1], str) or value[1][:1].islower()
