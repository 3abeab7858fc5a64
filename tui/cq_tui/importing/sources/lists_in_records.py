"""Lists of objects within the records of JSON: lists of their own, or columns where most records hold one object."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

_OWN_PARTS = tuple(map(frozenset, ("org role".split(), "scheme id".split(), "category count amount currency".split())))
"""Members of what this program writes as one text, as ``aa-ltd:buyer``: parties, numbers of registers, totals."""
_HALF = 0.5
Record = Mapping[str, Any]


def inner_lists(records: Sequence[Record]) -> list[str]:
    """The names of the lists of objects within some records of which one holds several, the longest first."""
    held, longest = _counted(records)
    return sorted((name for name in held if longest[name] > 1), key=lambda name: -held[name])


def single_objects(records: Iterable[Record]) -> frozenset[str]:
    """The lists of objects of which most records that have any hold one: its members are columns as any other."""
    held: Counter[str] = Counter()
    ones: Counter[str] = Counter()
    for record in records:
        for name, objects in _lists(record):
            held[name] += 1
            ones[name] += len(objects) == 1
    return frozenset(name for name in held if ones[name] > max(1, held[name] * _HALF))


def records_of(records: Sequence[Record], name: str, outer: str) -> list[dict[str, Any]]:
    """The objects of the list of that name as records, each with what the record around it says beside it.

    A member of both goes by its own name for the object, and by that of the list of records before it for the other.
    """
    taken = {key for record in records for found, objects in _lists(record) if found == name for key in _keys(objects)}
    found: list[dict[str, Any]] = []
    for record in records:
        around = {_name_around(key, taken, outer): value for key, value in _without(record, name).items()}
        objects = next((objects for one, objects in _lists(record) if one == name), ())
        found += ({**one, **around} for one in objects)
    return found


def members_of(objects: Iterable[Record]) -> Iterator[tuple[str, list[Any]]]:
    """Each member of some objects, with what it is in those that have it."""
    every = list(objects)
    for key in dict.fromkeys(_keys(every)):
        yield key, [one[key] for one in every if one.get(key) is not None]


def _counted(records: Iterable[Record]) -> tuple[Counter[str], Counter[str]]:
    """How many objects the lists of each name hold in all, and how many the longest holds."""
    held: Counter[str] = Counter()
    longest: Counter[str] = Counter()
    for record in records:
        for name, objects in _lists(record):
            held[name] += len(objects)
            longest[name] = max(longest[name], len(objects))
    return held, longest


def _lists(record: Record, before: str = "") -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The lists of objects in a record and in the objects within it, by the keys that lead to them."""
    for key, value in record.items():
        if isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
            if not any(own >= set(_keys(value)) for own in _OWN_PARTS):
                yield f"{before}{key}", value
        elif isinstance(value, dict) and not before:
            yield from _lists(value, f"{key}.")


def _keys(objects: Iterable[Record]) -> Iterator[str]:
    return (key for one in objects for key in one)


def _without(record: Record, name: str) -> dict[str, Any]:
    """A record without one of its lists."""
    first, _dot, inner = name.partition(".")
    if name in record or not inner:
        return {key: value for key, value in record.items() if key != name}
    return {key: _without(value, inner) if key == first else value for key, value in record.items()}


def _name_around(key: str, taken: Iterable[str], outer: str) -> str:
    while key in taken:
        key = f"{outer or 'outer'}_{key}"
    return key
