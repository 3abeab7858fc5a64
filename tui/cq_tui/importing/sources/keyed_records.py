"""Records that stand under their keys in an object of JSON, by an id, an address or a name: a list all the same."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import chain, count
from typing import Any

_LEAST, _LEAST_WITH_ID = 3, 2
"""Records under keys, for them to be a list; two of the same make may be parts of one record, unless each has its key
as a member."""
_SHARED = 0.5
"""Of the records, how many have a member that the list has; and of such members, how many a record has at least."""
_FITTING = 0.8
"""Of the objects, how many are records of the same make; a few may be notes about the list."""
_PLAIN, _PLAIN_BESIDE_LISTS = 2, 3
"""Members with one value that the records share at least; an object around a list has a few such, too."""
_LANGUAGE = 2
"""Characters of a language's code: objects of nothing else tell one thing in several languages."""
_ADDRESS = ("https://", "http://")


def keyed_records(tree: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The records under the keys of an object, each with its key as a member; empty where they are no list."""
    records = {key: value for key, value in tree.items() if isinstance(value, dict)}
    having = Counter(chain.from_iterable(records.values()))
    says_key = _says_key(records, having)
    if len(records) < max(_LEAST_WITH_ID if says_key else _LEAST, len(tree)):
        return []
    shared = {member for member, times in having.items() if times >= len(records) * _SHARED}
    plain = [
        member for member in shared if sum(_is_plain(one.get(member)) for one in records.values()) * 2 > having[member]
    ]
    least = _PLAIN_BESIDE_LISTS if any(map(_has_lists, records.values())) else _PLAIN
    core = {member for member in plain if having[member] >= len(records) * _FITTING}
    fitting = sum(_fits(set(one), shared, core) for one in records.values())
    if len(plain) < least or fitting < len(records) * _FITTING or all(len(one) <= _LANGUAGE for one in shared):
        return []
    name = "" if says_key else next(name for name in _names(records) if name not in having)
    return [{name: key, **one} if name else dict(one) for key, one in records.items()]


def _says_key(records: Mapping[str, Mapping[str, Any]], members: Iterable[str]) -> bool:
    """Whether the records have their key as a member, too, which makes sure that they are such."""
    return any(all(str(one.get(member, "")) == key for key, one in records.items()) for member in members)


def _fits(members: Set[str], shared: Set[str], core: Set[str]) -> bool:
    """Whether a record is of the same make: it has half of what most have, or a part of it with what nearly all have.

    A break of a programme has a title and a time, and no speakers, topic and language as the talks have.
    """
    return len(shared & members) >= len(shared) * _SHARED or (members <= shared and len(members & core) >= _PLAIN)


def _names(keys: Mapping[str, Any]) -> Iterator[str]:
    if all(key.startswith(_ADDRESS) for key in keys):
        yield "url"
    yield "key"
    yield from (f"key {number}" for number in count(2))


def _is_plain(value: Any) -> bool:
    return value is not None and not isinstance(value, dict | list)


def _has_lists(record: Mapping[str, Any]) -> bool:
    return any(isinstance(value, list) and value and isinstance(value[0], dict) for value in record.values())
