"""Ids in the records of JSON that another list of the file explains: its names stand in their place.

``{"speakers": ["s1"]}`` of a session is the speaker whose ``id`` is *s1* in the list ``speakers``, and its ``type`` is
called as in ``session_types``.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from cq_tui.importing.errors import Noticed
from cq_tui.importing.sources.names_of_objects import name_of
from cq_tui.values.reasons import Reason

_IDS = ("id", "_id", "@id", "uid", "uuid", "key", "slug", "code")
_END = re.compile(r"(?:[_-]?(?:ids?|uids?|slugs?|keys?|refs?)|(?<=[a-z])(?:Ids?|ID|IDs|Slugs?|Keys?|Refs?))$")
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_STAY = frozenset("session talk event currency".split())
"""Records of their own in an archive, to which others refer by their ids, and codes that say more than their names."""
_LEAST = 2
"""Different ids that are met; one alone may be a number of anything."""
_HALF = 0.5
"""How many of the records of a list others refer to at least, where it is there to explain these."""
Record = dict[str, Any]
Lists = Mapping[str, Sequence[Any]]


def name_ids(records: Sequence[Record], lists: Lists) -> list[Reason]:
    """Put names in the place of ids in some records, in place. ``lists``: those of the file. Returns what is told."""
    told = []
    for key in dict.fromkeys(key for record in records for key in record):
        values = [value for record in records for value in _scalars(record.get(key))]
        found = _explained(key, values, {name: others for name, others in lists.items() if others is not records})
        for name, called in found.items():
            for record in records:
                if key in record:
                    record[key] = _named(record[key], called)
            told.append(Reason.of(Noticed.NAMES_FOR_IDS, column=key, list=name, count=f"{len(values):,}"))
    return told


def only_explain(lists: Lists) -> frozenset[str]:
    """The lists that are there to explain the ids in another one, which these explain none of."""
    by_end: dict[str, list[str]] = {}
    for name in lists:
        by_end.setdefault(_end(name), []).append(name)
    explains = {(name, by) for by, records in lists.items() for name in _referred(records, by, lists, by_end)}
    return frozenset(name for name, by in explains if (by, name) not in explains)


def _referred(records: Sequence[Any], own: str, lists: Lists, by_end: Mapping[str, list[str]]) -> Iterable[str]:
    """The lists to most of whose records others refer by ids. ``by_end``: the names of lists by their last words."""
    objects = [one for one in records if isinstance(one, dict)]
    for key in dict.fromkeys(key for one in objects for key in one):
        others = {name: lists[name] for name in by_end.get(_end(key), ()) if name != own}
        if not others:
            continue
        values = [value for one in objects for value in _scalars(one.get(key))]
        for name, called in _explained(key, values, others).items():
            if len(called) >= len(others[name]) * _HALF:
                yield name


def _explained(key: str, values: Sequence[str], lists: Lists) -> dict[str, dict[str, str]]:
    """The list whose ids all values of a key are, with their names; the one that is called as the key is comes first.

    None where several explain them.
    """
    found: dict[str, dict[str, str]] = {}
    for name, others in lists.items() if values else ():
        if _is_of(key, name) and (called := _called([one for one in others if isinstance(one, dict)], set(values))):
            if _words(key) == _words(_last(name)):
                return {name: called}
            if len(_words(key)) < len(_words(_last(name))) or not all(map(str.isdigit, called)):
                found[name] = called  # ``number_of_rooms`` has no numbers of rooms
    return found if len(found) == 1 else {}


def _is_of(key: str, name: str) -> bool:
    """Whether a key may refer to a list: ``speakers`` and ``speakerIds`` to *speakers*, ``type`` to *session_types*."""
    one, other = _words(key), _words(_last(name))
    least = min(len(one), len(other))
    return bool(least) and one[-least:] == other[-least:] and one[-1] not in _STAY


def _last(name: str) -> str:
    return name.rpartition(".")[2]


def _end(name: str) -> str:
    return next(iter(_words(_last(name))[-1:]), "")


def _called(others: Sequence[Record], ids: set[str]) -> dict[str, str]:
    """The name of each of some ids in a list; empty where it has not all of them or no names."""
    for member in _IDS:
        by_id = {one[member]: name for one in others if isinstance(one.get(member), str) and (name := name_of(one))}
        found = {each: by_id[each] for each in ids if each in by_id}
        if len(found) == len(ids) >= _LEAST and any(each != name for each, name in found.items()):
            return found
    return {}


def _scalars(value: Any) -> Iterable[str]:
    """The texts and whole numbers of a value or a list, which are read as texts; anything else is no id."""
    every = value if isinstance(value, list) else [value]
    return [one for one in every if isinstance(one, str) and one]


def _named(value: Any, called: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        return [_named(one, called) for one in value]
    return called.get(value, value) if isinstance(value, str) else value


@lru_cache(maxsize=10_000)
def _words(key: str) -> tuple[str, ...]:
    """The words of what a key is of: *speaker* of ``speakers``, ``speaker_ids``, ``speakerId``."""
    stem = _END.sub("", key) or key
    stem = _CAPITAL.sub("_", stem).casefold()
    return tuple(re.findall(r"[^\W_]+", re.sub(r"(?<=[^s])s$", "", re.sub(r"ies$", "y", stem))))
