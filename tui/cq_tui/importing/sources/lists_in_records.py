"""Lists of objects within the records of JSON: lists of their own, or columns where most records hold one object."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from cq_tui.importing.sources.grouped_records import grouped_records

_OWN_PARTS = tuple(map(frozenset, ("org role".split(), "scheme id".split(), "category count amount currency".split())))
"""Members of what this program writes as one text, as ``aa-ltd:buyer``: parties, numbers of registers, totals."""
_HALF = 0.5
_LEAST_MEMBERS = 2
_NAMES = frozenset(
    """name names public_name legalname legal_name fullname full_name organisation organization company title label
    nazev název nazov názov nazwa naziv nom nombre nome naam navn namn nimi nev denumire bezeichnung
    razon_social razao_social ragione_sociale raison_sociale наименование название назва 名称 名稱""".split()
)
"""Members by which an object is called, as parties are."""
_MEASURED = re.compile(
    r"(?i)amount|price|value|sum|total|date|year|day|count|share|percent|quantity|qty|cost|betrag|montant|"
    r"fecha|datum|importe|valor|cena|kwota|hodnota|beløp|belopp|сумма|цена|дата|金额|日期"
)
"""Members of which several in one cell say nothing of each other: what a payment or a product has."""
_CODE = re.compile(r"(?i)codes?|kod|código|代码|lat|lng|lon|long|latitude|longitude|coordinates?|geo\w*")
"""What a class of things or a place has beside its name, and a party hasn't."""
_TALKS = re.compile(r"(?i)(session|talk|lecture|presentation|event|keynote|workshop|panel|paper)s?")
"""What lists are called whose records are parts of a programme, in which persons stand."""
_SESSION = "session"
_PERSONS = re.compile(
    r"(?i)(?:speaker|presenter|panell?ist|moderator|lecturer|facilitator|person|referent|redner|orateur|intervenant|"
    r"ponente|orador|relator|prelegent)\w{0,2}|嘉宾|嘉賓|讲者|講者|演讲人|讲师|講師"
)
"""What lists are called of those who speak in one of them."""
_TALK = "talk"
_POSTS = re.compile(
    r"(?i)(?:.*[\W_])?(?:(?:sub|under|onder|unter|sous|sotto|pod|alt)?[\W_]*(?:tit(?:le|el|re|olo|ulo|tel)|t[íi]tulo|tytuł|"
    r"title)|headline|position|role|function|post)|.*(?:标题|標題|题目|題目)"
)
"""Keys that say what somebody is, where they stand beside a name, and are of the talk that is around it."""
_TITLES = frozenset("title titel titre título titolo tytuł".split())
Record = Mapping[str, Any]


def inner_lists(records: Sequence[Record]) -> list[str]:
    """The names of the lists of objects within some records of which one holds several, the longest first."""
    held, longest = _counted(records)
    return sorted((name for name in held if longest[name] > 1), key=lambda name: -held[name])


def single_objects(records: Iterable[Record]) -> frozenset[str]:
    """The lists of objects whose members are columns as any other.

    Those of which most records that have any hold one, those of objects that are called by a name, as parties are, and
    those whose objects have the members of one of these: a party is its name, and not all that is told of it.
    """
    held: Counter[str] = Counter()
    ones: Counter[str] = Counter()
    called: dict[str, bool] = {}
    members: dict[str, set[str]] = {}
    for record in records:
        for name, objects in _lists(record):
            held[name] += 1
            ones[name] += len(objects) == 1
            keys = set(_keys(objects))
            members.setdefault(name, set()).update(keys)
            called[name] = called.get(name, True) and _are_called(objects, keys)
    singles = {name for name in held if ones[name] > max(1, held[name] * _HALF)}
    shapes = [members[name] for name in singles if _NAMES & _folded(members[name])]
    alike = {name for name, keys in members.items() if any(keys <= one or one <= keys for one in shapes)}
    return frozenset(singles | alike | {name for name, is_called in called.items() if is_called})


def _are_called(objects: Sequence[Record], keys: set[str]) -> bool:
    """Whether each of some objects has a name, and none of their members is a sum or a day."""
    if any(_MEASURED.search(key) or _CODE.fullmatch(key) for key in keys) or len(keys) < _LEAST_MEMBERS:
        return False
    return all(
        any(isinstance(one[key], str) and one[key] for key in one if key.casefold() in _NAMES) for one in objects
    )


def is_own_part(keys: Iterable[str]) -> bool:
    """Whether an object has the members of what this program writes as one text, and no others."""
    members = set(keys)
    return any(own >= members for own in _OWN_PARTS)


def _folded(keys: Iterable[str]) -> set[str]:
    return {key.casefold() for key in keys}


def records_of(records: Sequence[Record], name: str, outer: str) -> list[dict[str, Any]]:
    """The objects of the list of that name as records, each with what the record around it says beside it.

    A member of both goes by its own name for the object, and by that of the list of records before it for the other.
    """
    taken = {key for record in records for found, objects in _lists(record) if found == name for key in _keys(objects)}
    found: list[dict[str, Any]] = []
    for record in records:
        around = {_name_around(key, taken, outer, name): value for key, value in _without(record, name).items()}
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
            if not is_own_part(dict.fromkeys(_keys(value))):
                yield f"{before}{key}", value
        elif isinstance(value, dict) and (records := grouped_records(value, key)):
            yield f"{before}{key}", records
        elif isinstance(value, dict) and not before:
            yield from _lists(value, f"{key}.")


def _keys(objects: Iterable[Record]) -> Iterator[str]:
    return (key for one in objects for key in one)


def _without(record: Record, name: str) -> dict[str, Any]:
    """A record without one of its lists, which it may have in an object, in another form, or not at all."""
    first, _dot, inner = name.partition(".")
    if name in record or not inner:
        return {key: value for key, value in record.items() if key != name}
    return {
        key: _without(value, inner) if key == first and isinstance(value, Mapping) else value
        for key, value in record.items()
    }


def _name_around(key: str, taken: Iterable[str], outer: str, name: str) -> str:
    """What a member of the record around the objects of the list ``name`` is called beside theirs."""
    talk = _TALKS.fullmatch(outer.rpartition(".")[2])
    if talk and key.casefold() in _TITLES:  # the title of somebody is another thing
        is_record = talk[1].casefold() == _SESSION  # one of its own, to which its speakers refer
        return f"{talk[0] if is_record else talk[1]}_{key}"
    if (talk or not outer) and _PERSONS.fullmatch(name.rpartition(".")[2]) and _POSTS.fullmatch(key):
        key = f"{talk[1] if talk else _TALK}_{key}"
    while key in taken:
        key = f"{outer or 'outer'}_{key}"
    return key
