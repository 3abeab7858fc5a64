"""Ids in the records of JSON that another list of the file explains: its names stand in their place.

``{"speakers": ["s1"]}`` of a session is the speaker whose ``id`` is *s1* in the list ``speakers``.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from cq_tui.importing.errors import Noticed
from cq_tui.importing.sources.named_persons import first_and_last
from cq_tui.values.reasons import Reason

_IDS = ("id", "_id", "@id", "uid", "uuid", "key", "slug", "code")
_NAMES = ("name", "full_name", "fullname", "display_name", "displayname", "title", "label")
_END = re.compile(r"(?:[_-]?(?:ids?|uids?|slugs?|keys?|refs?)|(?<=[a-z])(?:Ids?|ID|IDs|Slugs?|Keys?|Refs?))$")
_STAY = frozenset("session talk event currency".split())
"""Records of their own in an archive, to which others refer by their ids, and codes that say more than their names."""
_LEAST = 2
"""Different ids that are met; one alone may be a number of anything."""
Record = dict[str, Any]
Lists = Mapping[str, Sequence[Any]]


def name_ids(records: Sequence[Record], lists: Lists) -> list[Reason]:
    """Put names in the place of ids in some records, in place. ``lists``: those of the file. Returns what is told."""
    told = []
    for key in dict.fromkeys(key for record in records for key in record):
        values = [value for record in records for value in _scalars(record.get(key))]
        for name, others in lists.items() if values else ():
            if _stem(key) != _stem(name.rpartition(".")[2]) or _stem(key) in _STAY or others is records:
                continue
            called = _called([one for one in others if isinstance(one, dict)], set(values))
            if called:
                for record in records:
                    if key in record:
                        record[key] = _named(record[key], called)
                told.append(Reason.of(Noticed.NAMES_FOR_IDS, column=key, list=name, count=f"{len(values):,}"))
                break
    return told


def _called(others: Sequence[Record], ids: set[str]) -> dict[str, str]:
    """The name of each of some ids in a list; empty where it has not all of them or no names."""
    for member in _IDS:
        by_id = {one[member]: name for one in others if isinstance(one.get(member), str) and (name := _name(one))}
        found = {each: by_id[each] for each in ids if each in by_id}
        if len(found) == len(ids) >= _LEAST and any(each != name for each, name in found.items()):
            return found
    return {}


def _name(one: Record) -> str:
    folded = {key.casefold(): value for key, value in one.items() if isinstance(value, str)}
    if name := next((folded[each].strip() for each in _NAMES if folded.get(each, "").strip()), ""):
        return name
    pairs = first_and_last(key for key, value in one.items() if isinstance(value, str))
    return next((f"{one[first]} {one[last]}".strip() for first, last in pairs), "")


def _scalars(value: Any) -> Iterable[str]:
    """The texts and whole numbers of a value or a list, which are read as texts; anything else is no id."""
    every = value if isinstance(value, list) else [value]
    return [one for one in every if isinstance(one, str) and one]


def _named(value: Any, called: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        return [_named(one, called) for one in value]
    return called.get(value, value) if isinstance(value, str) else value


def _stem(key: str) -> str:
    """What a key is of: ``speaker`` of ``speakers``, ``speaker_ids``, ``speakerId``."""
    stem = _END.sub("", key) or key
    return re.sub(r"(?<=[^s])s$", "", re.sub(r"ies$", "y", stem.casefold()))
