"""Records of one make that stand in several lists of an object of JSON, by a year, a day or a room: one list."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain, count
from typing import Any

_FEWEST = 2
"""Lists, and members that the records share."""
_MANY = 6
"""Lists from which on it matters not what their keys look like: nobody calls so many kinds of things by one make."""
_SHARED = 0.5
_MOSTLY = 0.8
_VALUE = re.compile(r"\d|\s")
"""What a key has that is a value, as a year or the name of a room is, and not the name of a list."""
_GROUPS = frozenset(
    "rooms days years months tracks halls tiers levels stages räume raeume säle saele tage jahre hallen".split()
)
"""What an object is called whose keys are values, whatever they look like."""


def grouped_records(tree: Mapping[str, Any], outer: str = "") -> list[dict[str, Any]]:
    """The records of all lists of an object, each with its list's key as a member; empty where they are no one list.

    ``outer``: what the object is called. Plain values may stand beside the lists where it has no name.
    """
    lists = {key: value for key, value in tree.items() if isinstance(value, list)}
    others = [value for key, value in tree.items() if key not in lists]
    filled = {key: value for key, value in lists.items() if value}
    if len(filled) < _FEWEST or any(isinstance(value, dict) for value in others) or (outer and others):
        return []
    every = list(chain.from_iterable(filled.values()))
    if not all(isinstance(one, dict) for one in every) or len(every) <= len(filled):
        return []
    values = sum(_VALUE.search(key) is not None for key in lists)
    if values < len(lists) * _MOSTLY and len(filled) < _MANY and outer.casefold() not in _GROUPS:
        return []
    having = Counter(chain.from_iterable(every))
    shared = {member for member, times in having.items() if times >= len(every) * _SHARED}
    if len(shared) < _FEWEST or any(len(shared & set(one[0])) < len(shared) * _SHARED for one in filled.values()):
        return []
    name = _name_of_key(filled, having, outer)
    return [{name: key, **one} if name else dict(one) for key, some in filled.items() for one in some]


def _name_of_key(lists: Mapping[str, list[dict[str, Any]]], taken: Mapping[str, int], outer: str) -> str:
    """What the column of the keys is called; empty where the records have it as a member."""
    if any(all(str(one.get(member, "")) == key for key, some in lists.items() for one in some) for member in taken):
        return ""
    return next(name for name in _names(outer) if name not in taken)


def _names(outer: str) -> Iterator[str]:
    if outer.casefold() in _GROUPS and outer.isascii():
        yield outer.removesuffix("s")
    yield "key"
    yield from (f"key {number}" for number in count(2))
