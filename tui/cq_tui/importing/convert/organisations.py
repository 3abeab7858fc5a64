"""Resolves names to organisations: known ones by any of their names, else new ones. Near matches are reported."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from cq_tui.importing.convert.names_in_cells import CellNames
from cq_tui.importing.convert.names_of_cells import NamesOfCells
from cq_tui.importing.convert.near_names import near_names
from cq_tui.importing.convert.new_organisation import NewOrganisation
from cq_tui.importing.convert.numbers_in_names import NumberOf
from cq_tui.importing.convert.numbers_met import NumbersMet, numbers_of
from cq_tui.importing.convert.offices import of_country
from cq_tui.importing.errors import Refused
from cq_tui.importing.recognise.words.no_names import fills_no_cell
from cq_tui.kinds.organisations import Organisation
from cq_tui.query.name_keys import company_words, name_key, slug, with_mark
from cq_tui.schema.types import SLUG
from cq_tui.values.clean import clean_line
from cq_tui.values.reasons import refused

Told = frozenset[tuple[str, str]]
"""What a row tells of an organisation: its country, its numbers by their schemes."""
NOTHING_TOLD: Told = frozenset()


@dataclass
class Organisations:
    """The organisations of an archive, asked by name; ``own`` are the mapping's answers: a name to an id or a name.

    Names are one where they differ in width, case, script and punctuation alone. An empty answer parts one from those.
    """

    known: Mapping[str, str]
    ids: frozenset[str]
    own: Mapping[str, str] = field(default_factory=dict)
    new: dict[str, NewOrganisation] = field(default_factory=dict)
    parted: dict[tuple[str, Told], str] = field(default_factory=dict)
    """The key of a name that several have and what is told of one of them, to that one's mark; the first has none."""
    parted_spelling: dict[str, str] = field(default_factory=dict)
    """Spellings that only one of those has, to its mark."""
    numbers: NumbersMet = field(default_factory=NumbersMet)
    _groups: dict[str, str] = field(default_factory=dict)
    """The ids of new organisations, each with the key under which it goes."""
    digits: frozenset[str] = frozenset()
    """The keys of names that are digits alone, as 360."""
    _beside: dict[str, dict[str, str]] = field(default_factory=dict)
    """The key of a name to those of its names in the other language, each with its spelling."""
    _behind: dict[str, dict[str, str]] = field(default_factory=dict)
    """The same from the other language."""
    _short: set[str] = field(default_factory=set)
    """Short names that the list itself has beside full ones."""
    _between: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Names that belong to several organisations, with their ids."""

    of_records: dict[str, str] = field(default_factory=dict)
    """New organisations that go by a name which several records of the list have: their ids, each with the name."""
    shared: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys of names that several organisations of the archive have, with their ids."""

    def __post_init__(self) -> None:
        """Index the taken ids; ``cells`` reads the names, by the mapping's answers."""
        self._taken = set(self.ids)
        self.cells = NamesOfCells(self.own)

    def learn(self, zh: str, en: str, *, short: bool = False) -> None:
        """Learn that two cells name the same ones in two languages. Call it for all rows before any conversion.

        ``short``: the second names in short those that the first one names in full.
        """
        names, others = self.cells.names(zh), self.cells.names(en)
        for name, other in zip(names, others, strict=True) if len(names) == len(others) else ():
            first, second = name_key(name), name_key(other)
            if first and second and first != second:
                self._beside.setdefault(first, {}).setdefault(second, other)
                self._behind.setdefault(second, {}).setdefault(first, name)
                if short:
                    self._short.add(clean_line(other))

    def read(self, text: str, country: str = "", told: Told = NOTHING_TOLD, mark: str = "") -> tuple[str, ...]:
        """The ids of the organisations that a cell names. Raises ReasonError for what is no name.

        ``country``: the code of the one whose government a cell means that says Government alone.
        ``told``: what other cells of the row tell of the one that the cell names.
        """
        names = ((of_country(name, country), number) for name, number in self.cells.numbered(text, mark))
        return tuple(dict.fromkeys(self.one(name, told, number) for name, number in names))

    def both(self, zh: str, en: str) -> tuple[str, ...]:
        """The ids of the organisations that two cells name, each in its language; one of the two may be empty.

        Raises ReasonError where they don't name as many, or where the two names belong to different organisations.
        """
        names, others = self.cells.numbered(zh), self.cells.numbered(en)
        if names and others and len(names) != len(others):
            raise refused(Refused.NAMES_DIFFER, count=len(names), others=len(others))
        found = (self.one(name, number=number) for name, number in names or others)
        return tuple(dict.fromkeys(found))

    def one(self, name: str, told: Told = NOTHING_TOLD, number: NumberOf | None = None) -> str:
        """The id of one organisation; a new one is remembered under the name's key.

        ``number``: that of a register, which decides: two with one name and different numbers are two.
        """
        if number is None or number.wrong:
            if number:
                self.numbers.wrong[number.number] = name
            if not told:
                self._refuse_shared(name)
            return self._named(name, told)
        spelt = clean_line(name)
        if self.cells.said_of(spelt) is not None:  # what is said of a name goes before its number
            return self._named(name, told)
        if owner := self.numbers.owner(number):
            if newcomer := self.new.get(self._groups.get(owner, "")):
                newcomer.spellings[spelt] += 1
            return owner
        id_ = self._named(name, told)
        if self.numbers.has_another(id_, number):
            folded = name_key(name)
            self.numbers.shared.add(folded)
            id_ = self._met(f"{folded}\n{number.number}", spelt)
        self.numbers.add(id_, number)
        return id_

    def _refuse_shared(self, name: str) -> None:
        """Refuse a name that several organisations of the archive have, unless the mapping says which is meant."""
        folded = name_key(name)
        ids = self.shared.get(folded, ())
        if ids and self.cells.said_of(folded) is None and self.cells.said_of(clean_line(name)) is None:
            self._between[name] = ids
            raise refused(Refused.NAME_OF_SEVERAL, ids=ids)

    def _named(self, name: str, told: Told) -> str:
        folded = name_key(name)
        spelt = clean_line(name)
        own = self.cells.said_of(spelt)
        is_there = own is not None or folded in self.known or folded in self.digits
        if not folded or (not is_there and fills_no_cell(name)):
            raise refused(Refused.NOT_A_NAME)
        if own is not None:
            return self._told(spelt, own) if own else self._met(f"{folded}\n{spelt}", spelt)
        if mark := self.parted.get((folded, told), "" if told else self.parted_spelling.get(spelt, "")):
            return self._met(f"{folded}\n{mark}", spelt)
        group = self._group(name, folded)
        others = {group, *self._beside.get(group, ())} - {folded}
        owned = {own for one in (folded, *others) if (own := self.cells.said_of(one))}
        if len(owned) == 1:
            return self._told(spelt, owned.pop())
        known = owned or {id_ for id_ in (self.id_of(name), *map(self.known.get, others)) if id_}
        if len(known) > 1:
            self._between[name] = tuple(sorted(known))
            raise refused(Refused.NAMES_OF_DIFFERENT, ids=tuple(sorted(known)))
        return known.pop() if known else self._met(group, spelt)

    def id_of(self, name: str) -> str | None:
        """The id of the organisation that is known by a name; None where none is."""
        return self.known.get(name_key(name))

    def looked_at_of(self, met: Container[str | None]) -> dict[str, CellNames]:
        """The cells of ``cells.looked_at`` that name one of some organisations; others stand in no record."""
        spelt = {name for one in self.new.values() if one.id in met for name in one.names}
        return {
            text: found
            for text, found in self.cells.looked_at.items()
            if any(clean_line(name) in spelt or self.id_of(name) in met for name in found.names)
        }

    def _met(self, group: str, spelt: str) -> str:
        newcomer = self._newcomer(group, spelt)
        newcomer.spellings[spelt] += 1
        return newcomer.id

    def _told(self, spelt: str, own: str) -> str:
        """The organisation that the mapping gives a name to: by its id, or by another name of the list."""
        if own in self.ids:
            return own
        if own in {self._newcomer(group, "").id for group in self._beside}:
            return own
        if newcomer := next((one for one in self.new.values() if one.id == own), None):
            newcomer.spellings[spelt] += 1
            return own
        if re.fullmatch(SLUG, own) or not name_key(own):
            raise refused(Refused.UNKNOWN_ID, id=own, kind="organisations")
        return self.id_of(own) or self._met(self._group(own, name_key(own)), spelt)

    def _group(self, name: str, folded: str) -> str:
        """The key under which an organisation goes: where it has a name in each language, the one of the first."""
        behind = self._behind.get(folded, {})
        if folded in self._beside or not behind:
            return folded
        if len(behind) == 1:
            return next(iter(behind))
        if self.cells.said_of(folded) is not None or self.known.get(folded):
            return folded
        self._between[name] = tuple(self._newcomer(group, spelt).id for group, spelt in behind.items())
        raise refused(Refused.BESIDE_DIFFERENT, names=tuple(behind.values()))

    def _newcomer(self, group: str, name: str) -> NewOrganisation:
        found = self.new.get(group)
        if found is None:
            others = self._beside.get(group, {})
            spelt = [self._behind[other][group] for other in others][:1] + list(others.values())
            called = next(filter(slug, (*others.values(), *spelt)), name)
            found = self.new[group] = NewOrganisation(self._new_id(group, called))
            self._groups[found.id] = group
            found.spellings.update(map(clean_line, spelt))
        return found

    def _new_id(self, folded: str, called: str) -> str:
        """An id from the name, without its legal form if that is free; else with a mark of its key behind it."""
        for plain in (slug(" ".join(company_words(called))), slug(called)):
            if plain and plain not in self._taken:
                self._taken.add(plain)
                return plain
        return with_mark(plain, sha256(folded.encode()).hexdigest()[:8])

    def settle(self, records: Iterable[tuple[str, Sequence[str]]]) -> bool:
        """Have the new ones that are ``records`` of the list itself, by their names, go by the ids of these.

        No other one keeps an id that a record has; of several records of one name it is none. Returns whether any id
        is another one now.
        """
        keys, spelt, ids = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set), set[str]()
        for id_, names in records:
            ids.add(id_)
            for name in names:
                keys[name_key(name)].add(id_)
                spelt[clean_line(name)].add(id_)
        self._taken |= ids
        settled: dict[str, str] = {}
        unclear: list[NewOrganisation] = []
        for group, one in self.new.items():
            found = self._records_of(group, one, keys, spelt)
            unclear += [one] if len(found) > 1 else []
            if len(found) == 1:
                settled[one.id] = found.pop()
            elif one.id in ids:
                settled[one.id] = self._new_id(group, next(filter(None, one.names), group))
        for one in self.new.values():
            one.id = settled.get(one.id, one.id)
        self._groups = {one.id: group for group, one in self.new.items()}
        self.numbers.rename(settled)
        self.of_records = {one.id: next(filter(None, one.names), one.id) for one in unclear}
        return any(before != after for before, after in settled.items())

    def _records_of(
        self, group: str, one: NewOrganisation, keys: Mapping[str, set[str]], spelt: Mapping[str, set[str]]
    ) -> set[str]:
        """The ids of the records that a new one may be; one that is parted from others of its name, by its spelling."""
        folded, is_parted, mark = group.partition("\n")
        if is_parted:
            return set(spelt.get(mark, ())) if name_key(mark) == folded else set()
        found = {id_ for key in (folded, *self._beside.get(folded, ())) for id_ in keys.get(key, ())}
        if len(found) > 1:
            found &= {id_ for name in one.names for id_ in spelt.get(name, ())}
        return found

    def parted_names(self) -> dict[str, int]:
        """The names that several new ones have, and how many have each."""
        keys = {name for name, _told in self.parted} | self.numbers.shared
        counts = Counter(one.names[0] for one in self.new.values() if name_key(one.names[0]) in keys)
        return dict(counts)

    def remember(self) -> Callable[[], None]:
        """Returns a function that restores the new organisations to the present state."""
        new = {folded: NewOrganisation(one.id, Counter(one.spellings)) for folded, one in self.new.items()}
        taken, numbers = set(self._taken), self.numbers.remember()

        def put_back() -> None:
            self.new, self._taken = new, taken
            numbers()

        return put_back

    def together(self) -> list[tuple[str, str]]:
        """The spellings that were put together with another one of the list, each with the organisation's id."""
        return [(name, one.id) for one in self.new.values() for name in one.names[1:] if name not in self._called(one)]

    def _called(self, one: NewOrganisation) -> set[str]:
        """Its names in the two languages, and those in short: the list itself says that they are one."""
        return ({one.called.zh, one.called.en} if one.called.zh and one.called.en else set()) | self._short

    def near(self, met: Container[str]) -> list[tuple[str, str, int]]:
        """New names that are nearly known ones, or earlier new ones: the name, the id, and how alike, of 100.

        ``met``: the organisations that count.
        What was refused because it belongs to several has a line for each of them.
        """
        new = {group: one for group, one in self.new.items() if one.id in met}
        found = {name: [(name, id_, 100) for id_ in ids] for name, ids in self._between.items()}
        parted = {name for name, _told in self.parted}
        for name, id_, alike in (*self._sharing(), *near_names(self.known, new)):
            if name not in self.own and name_key(name) not in parted:
                found.setdefault(name, [(name, id_, alike)])
        return [one for each in found.values() for one in each]

    def _sharing(self) -> Iterator[tuple[str, str, int]]:
        for behind in self._behind.values():
            sharing = [self.new[group] for group in behind if group in self.new]
            yield from ((other.names[0], sharing[0].id, 100) for other in sharing[1:])


def organisations(records: Iterable[Organisation], own: Mapping[str, str]) -> Organisations:
    """The organisations of an archive by all their names and aliases; a name goes before an alias of another one."""
    records = list(records)
    named, called = defaultdict[str, dict[str, None]](dict), defaultdict[str, dict[str, None]](dict)
    for record in records:
        for name in filter(None, map(name_key, (record.name.zh, record.name.en))):
            named[name][record.id] = None
        for name in filter(None, map(name_key, record.aliases)):
            called[name][record.id] = None
    ones = {name: tuple(ids) for name, ids in {**called, **named}.items()}
    known = {name: ids[0] for name, ids in ones.items()}
    shared = {name: ids for name, ids in ones.items() if len(ids) > 1}
    ids = frozenset(record.id for record in records)
    return Organisations(known, ids, own, numbers=NumbersMet(numbers_of(records)), shared=shared)
