"""Bodies and persons in one list: a person, who has no name as a body has one, goes by first and last name.

``{"nazwa": null, "imie": "Anna", "nazwisko": "Wzorowa"}`` stands beside ``{"nazwa": "Aa Sp. z o.o."}``. Where the name
of a body and one of those of a person have one key, as ``nom`` beside ``prénom``, they are joined where some have one
alone. In a table the three are columns.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from cq_tui.importing.errors import Noticed
from cq_tui.values.nothing import is_nothing
from cq_tui.values.reasons import Reason

_FIRST = frozenset(
    """first_name firstname name_first name_given fname
    first_names given_name given_names forename vorname vornamen prenom prenoms nombres
    primer_nombre imie imiona fornavn fornamn voornaam voornamen etunimi etunimet jmeno krestni_jmeno keresztnev utonev
    ime prenume primeiro_nome имя ім_я nombre_de_pila""".split()
)
_LAST = frozenset(
    """last_name lastname name_last name_family lname
    surname family_name nachname familienname nom_de_famille apellido apellidos primer_apellido
    nazwisko cognome sobrenome apelido apelidos etternavn efternavn efternamn achternaam sukunimi prijmeni priezvisko
    vezeteknev csaladnev prezime nume_de_familie фамилия прізвище""".split()
)
_ONLY = frozenset(
    """nazwa nazev nazov naziv denomination denominazione denominacion
    denominacao ragione_sociale razon_social razao_social raison_sociale bezeichnung firma firmenname company
    company_name organisation organization organisation_name organization_name org_name legal_name business_name
    entity_name name_firma firma_name nazwa_firmy obchodni_jmeno denumire название наименование назва
    найменування""".split()
)
_BOTH = frozenset("name nom nome nombre naam navn namn nimi nume nev".split())
"""Keys of a name, of a body or a person, which may be the first or the last one of a person."""
_EVERY = _FIRST | _LAST | _ONLY | _BOTH
_CAPITAL = re.compile(r"(?<=[a-zа-я])(?=[A-ZА-Я])")
_NOT_WORD = re.compile(r"[^\w]+|_+")
_HEADER_WITHIN = 40
"""Rows of a table among which its header is looked for."""
Record = Mapping[str, Any]
Rows = Iterable[list[str]]


@dataclass(frozen=True, slots=True)
class _Keys:
    """The keys of a body's name and of a person's; ``first`` or ``last`` is empty where ``name`` is that one, too."""

    name: str
    first: str
    last: str

    def called(self, one: Record) -> str:
        """What a person is called; empty where the object is no person, or the name says all of it."""
        name, first, last = (_text(one.get(key)) for key in (self.name, self.first, self.last))
        if self.first and self.last:
            return "" if name else f"{first} {last}".strip()
        other = first or last
        if not name or not other or other.casefold() in name.casefold():
            return ""
        return f"{first} {name}" if first else f"{name} {last}"

    def works_for(self, one: Record) -> bool:
        """Whether an object has the name of a body and that of a person, who works there and is not the one named."""
        name, first, last = (_text(one.get(key)).casefold() for key in (self.name, self.first, self.last))
        return bool(self.first and self.last and name and (first or last)) and (last or first) not in name


def name_persons(records: Sequence[Record]) -> list[Reason]:
    """Give persons among the objects of some records their name, in place. Returns what is told of it."""
    by_path: dict[str, list[dict[str, Any]]] = {}
    for record in records:
        for path, one in _objects(record):
            by_path.setdefault(path, []).append(one)
    return [told for path, objects in by_path.items() for told in _name(path, objects)]


@dataclass(frozen=True, slots=True)
class PersonsOfTable:
    """Where the names of bodies and persons stand in a table: their columns below row ``header``, counted from 0."""

    header: int
    places: Mapping[str, int]
    keys: _Keys
    told: Reason

    def named(self, rows: Rows) -> Iterator[list[str]]:
        """The rows, each person with the name in the column of bodies."""
        for at, row in enumerate(rows):
            called = self.keys.called(_of_row(row, self.places)) if at > self.header else ""
            if called:
                row[self.places[self.keys.name]] = called
            yield row


def persons_of_table(rows: Callable[[], Rows]) -> PersonsOfTable | None:
    """Where a table has persons beside bodies, in three columns; None where it has none. Reads all rows only then."""
    for at, row in enumerate(islice(rows(), _HEADER_WITHIN)):
        keys = next((one for one in _keys(filter(None, row)) if one.first and one.last), None)
        if keys is None or len(set(filter(None, row))) < len(list(filter(None, row))):
            continue
        places = {key: row.index(key) for key in (keys.name, keys.first, keys.last)}
        persons = bodies = 0
        for below in islice(rows(), at + 1, None):
            one = _of_row(below, places)
            if keys.works_for(one):
                return None
            persons += bool(keys.called(one))
            bodies += bool(_text(one[keys.name]))
        if not persons or not bodies:
            return None
        told = Reason.of(Noticed.PERSONS_NAMED, count=f"{persons:,}", column=keys.name, others=(keys.first, keys.last))
        return PersonsOfTable(at, places, keys, told)
    return None


def _of_row(row: Sequence[str], places: Mapping[str, int]) -> dict[str, str]:
    return {key: row[at] if at < len(row) else "" for key, at in places.items()}


def _objects(value: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """The objects in a value, each with the keys that lead to it."""
    if isinstance(value, dict):
        yield path, value
        for key, inner in value.items():
            if isinstance(inner, dict | list):
                yield from _objects(inner, f"{path}_{key}" if path else key)
    elif isinstance(value, list):
        for inner in value:
            yield from _objects(inner, path)


def _name(path: str, objects: Sequence[dict[str, Any]]) -> Iterator[Reason]:
    for keys in _keys(dict.fromkeys(key for one in objects for key in one)):
        bodies = sum(bool(_text(one.get(keys.name))) and not keys.called(one) for one in objects)
        persons = [(one, called) for one in objects if (called := keys.called(one))]
        if not persons or not bodies or any(map(keys.works_for, objects)):
            continue
        for one, called in persons:
            one[keys.name] = called
        column = f"{path}_{keys.name}" if path else keys.name
        others = tuple(f"{path}_{key}" if path else key for key in (keys.first, keys.last) if key and key != keys.name)
        yield Reason.of(Noticed.PERSONS_NAMED, count=f"{len(persons):,}", column=column, others=others)


def _keys(every: Iterable[str]) -> Iterator[_Keys]:
    """The keys of names that stand with each other: all have one beginning, as ``supplier_``."""
    found: dict[str, dict[str, str]] = {}
    for key in every:
        for start, end in _ends(key):
            found.setdefault(start, {}).setdefault(end, key)
    for ends in found.values():
        first, last, names = (next((ends[end] for end in ends if end in of), "") for of in (_FIRST, _LAST, _ONLY))
        both = next((ends[end] for end in ends if end in _BOTH), "")
        if not names:
            names = both
        elif both and bool(first) != bool(last):
            first, last = first or both, last or both
        if names and (first or last):
            yield _Keys(names, first, last)


def first_and_last(keys: Iterable[str]) -> list[tuple[str, str]]:
    """The keys of first and last names that stand with each other, in pairs: ``Vorname`` and ``Nachname``."""
    pairs = ([next((key for word, key in words.items() if word in of), "") for of in (_FIRST, _LAST)]
             for words in _words(keys))  # fmt: skip
    return [(first, last) for first, last in pairs if first and last]


def parts_of_persons(keys: Iterable[str]) -> set[str]:
    """The keys that say the first or the last name of somebody: those of which both stand with each other."""
    both = (words for words in _words(keys) if words.keys() & _FIRST and words.keys() & _LAST)
    return {key for words in both for word, key in words.items() if word in _FIRST or word in _LAST}


def _words(keys: Iterable[str]) -> Iterable[dict[str, str]]:
    """The words for names, each with its key, of the keys that say the same beside them."""
    found: dict[str, dict[str, str]] = {}
    for key in keys:
        for rest, word in _ends(key):
            found.setdefault(rest, {})[word] = key
    return found.values()


def _ends(key: str) -> Iterator[tuple[str, str]]:
    """A key as the word for a name that it ends in, or begins with, and what else it says, which may be nothing."""
    plain = "".join(
        one for one in unicodedata.normalize("NFKD", _CAPITAL.sub("_", key)) if not unicodedata.combining(one)
    )
    words = [word for word in _NOT_WORD.split(plain.casefold()) if word]
    for at in range(len(words)):
        if (end := "_".join(words[at:])) in _EVERY:
            yield "_".join(words[:at]), end
            return
    for at in reversed(range(1, len(words))):  # ``imię wykonawcy``
        if (end := "_".join(words[:at])) in _EVERY:
            yield "_".join(words[at:]), end
            return


def _text(value: Any) -> str:
    text = " ".join(value.split()) if isinstance(value, str) else ""
    return "" if is_nothing(text) else text
