"""Resolves names to organisations: known ones by any of their names, else new ones. Near matches are reported."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from cq_tui.importing.errors import Refused
from cq_tui.importing.name_keys import company_key, company_words, has_legal_form, key, slug, with_mark
from cq_tui.kinds.organisations import Organisation, OrganisationType
from cq_tui.schema.text import Text
from cq_tui.values.clean import clean_line
from cq_tui.values.languages import is_chinese
from cq_tui.values.reasons import refused

NEAR = 85
"""How alike, of 100, two names are before they are proposed as one."""
_SEVERAL = re.compile(r"\s*[;；、\n|]\s*|\s+/\s+")
_TYPES = (
    (OrganisationType.BANK, ("银行", "bank", "信托", "sparkasse")),
    (OrganisationType.RESEARCH, ("大学", "学院", "研究院", "研究所", "university", "institute", "fraunhofer")),
    (OrganisationType.ASSOCIATION, ("协会", "商会", "联合会", "association", "chamber", "federation", "verband")),
    (OrganisationType.DEVELOPMENT_AREA, ("开发区", "高新区", "经开区", "新区", "保税区", "园区管委会")),
    (OrganisationType.GOVERNMENT, ("人民政府", "政府", "委员会", "管委会", "ministry", "government", "municipality")),
    (OrganisationType.GROUP, ("集团", "group", "holding")),
)


@dataclass
class NewOrganisation:
    """An organisation that the archive does not know: its id, and every spelling with how often it was met."""

    id: str
    spellings: Counter[str] = field(default_factory=Counter)

    @property
    def names(self) -> list[str]:
        """Its spellings, the first met first."""
        return list(self.spellings)

    @property
    def called(self) -> Text:
        """Its first name in Chinese, and its first one in letters."""
        return Text(**{language: name for name in reversed(self.names) for language in (_language(name),)})

    @property
    def aliases(self) -> tuple[str, ...]:
        """Its further spellings."""
        called = self.called
        return tuple(name for name in self.names if name not in (called.zh, called.en))


@dataclass
class Organisations:
    """The organisations of an archive, asked by name; ``own`` are the mapping's answers, a name to an id."""

    known: Mapping[str, str]
    ids: frozenset[str]
    own: Mapping[str, str] = field(default_factory=dict)
    new: dict[str, NewOrganisation] = field(default_factory=dict)
    _beside: dict[str, dict[str, str]] = field(default_factory=dict)
    """The key of a name to those of its names in the other language, each with its spelling."""
    _behind: dict[str, dict[str, str]] = field(default_factory=dict)
    """The same from the other language."""
    _between: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Names that belong to several organisations, with their ids."""

    def __post_init__(self) -> None:
        """Index the taken ids, and the mapping's names under their keys."""
        self._taken = set(self.ids)
        self._own = {company_key(name): id_ for name, id_ in self.own.items()} | dict(self.own)

    def learn(self, zh: str, en: str) -> None:
        """Learn that two cells name the same ones in two languages. Call it for all rows before any conversion."""
        names, others = split_names(zh), split_names(en)
        for name, other in zip(names, others, strict=True) if len(names) == len(others) else ():
            first, second = company_key(name), company_key(other)
            if first and second and first != second:
                self._beside.setdefault(first, {}).setdefault(second, other)
                self._behind.setdefault(second, {}).setdefault(first, name)

    def read(self, text: str) -> tuple[str, ...]:
        """The ids of the organisations that a cell names. Raises ReasonError for what is no name."""
        return tuple(dict.fromkeys(self.one(name) for name in split_names(text)))

    def both(self, zh: str, en: str) -> tuple[str, ...]:
        """The ids of the organisations that two cells name, each in its language; one of the two may be empty.

        Raises ReasonError where they don't name as many, or where the two names belong to different organisations.
        """
        names, others = split_names(zh), split_names(en)
        if names and others and len(names) != len(others):
            raise refused(Refused.NAMES_DIFFER, count=len(names), others=len(others))
        return tuple(dict.fromkeys(map(self.one, names or others)))

    def one(self, name: str) -> str:
        """The id of one organisation; a new one is remembered under the name's key."""
        folded = company_key(name)
        if not folded:
            raise refused(Refused.NOT_A_NAME)
        if own := self._own.get(name):
            return self._checked(own)
        group = self._group(name, folded)
        others = {group, *self._beside.get(group, ())} - {folded}
        direct = self.id_of(name)
        owned = {own for one in (folded, *others) if (own := self._own.get(one))}
        known = owned or {id_ for id_ in (direct, *map(self.known.get, others)) if id_}
        if len(known) > 1:
            self._between[name] = tuple(sorted(known))
            raise refused(Refused.NAMES_OF_DIFFERENT, ids=tuple(sorted(known)))
        if known:
            return self._checked(known.pop())
        newcomer = self._newcomer(group, name)
        newcomer.spellings[clean_line(name)] += 1
        return newcomer.id

    def id_of(self, name: str) -> str | None:
        """The id of the organisation that is known by a name; None where none is."""
        return self.known.get(key(name)) or self.known.get(company_key(name))

    def _group(self, name: str, folded: str) -> str:
        """The key under which an organisation goes: where it has a name in each language, the one of the first."""
        behind = self._behind.get(folded, {})
        if folded in self._beside or not behind:
            return folded
        if len(behind) == 1:
            return next(iter(behind))
        if folded in self._own or self.known.get(key(name)) or self.known.get(folded):
            return folded
        self._between[name] = tuple(self._newcomer(group, spelt).id for group, spelt in behind.items())
        raise refused(Refused.BESIDE_DIFFERENT, names=tuple(behind.values()))

    def _newcomer(self, group: str, name: str) -> NewOrganisation:
        found = self.new.get(group)
        if found is None:
            others = self._beside.get(group, {})
            spelt = [self._behind[other][group] for other in others][:1] + list(others.values())
            called = next(iter(others.values()), name)
            found = self.new[group] = NewOrganisation(self._new_id(group, slug(" ".join(company_words(called)))))
            found.spellings.update(map(clean_line, spelt))
        return found

    def _checked(self, own: str) -> str:
        """An id that the mapping gives: of a known organisation, or of a new one with a name in each language."""
        if own not in self.ids and own not in {self._newcomer(group, "").id for group in self._beside}:
            raise refused(Refused.UNKNOWN_ID, id=own, kind="organisations")
        return own

    def _new_id(self, folded: str, plain: str) -> str:
        """An id from the name; with a mark of its key behind it where another one has it."""
        if plain and plain not in self._taken:
            self._taken.add(plain)
            return plain
        return with_mark(plain, sha256(folded.encode()).hexdigest()[:8])

    def remember(self) -> Callable[[], None]:
        """Returns a function that restores the new organisations to the present state."""
        new = {folded: NewOrganisation(one.id, Counter(one.spellings)) for folded, one in self.new.items()}
        taken = set(self._taken)

        def put_back() -> None:
            self.new, self._taken = new, taken

        return put_back

    def near(self) -> list[tuple[str, str, int]]:
        """New names that are nearly a known one: the name, the known id, and how alike they are, of 100.

        Two new ones with one name in the other language are such, too, and what was refused for it belongs to several.
        Without rapidfuzz (the extra ``import``) these are all.
        """
        found = [*self._sharing(), *((name, id_, 100) for name, ids in self._between.items() for id_ in ids)]
        try:
            from rapidfuzz import fuzz, process
        except ImportError:
            return found
        keys = list(self.known)
        for group, newcomer in self.new.items():
            for folded in (group, *self._beside.get(group, ())):
                best = process.extractOne(folded, keys, scorer=fuzz.ratio, score_cutoff=NEAR)
                if best:
                    found.append((newcomer.names[0], self.known[best[0]], int(best[1])))
                    break
        return found

    def _sharing(self) -> Iterator[tuple[str, str, int]]:
        for behind in self._behind.values():
            sharing = [self.new[group] for group in behind if group in self.new]
            yield from ((other.names[0], sharing[0].id, 100) for other in sharing[1:])


def split_names(text: str) -> list[str]:
    """The names in a cell: parted by ``;``, ``、``, line ends, or a slash between blanks; a comma parts nothing."""
    return [name.strip() for name in _SEVERAL.split(text) if name.strip()]


def organisations(records: Iterable[Organisation], own: Mapping[str, str]) -> Organisations:
    """The organisations of an archive by all their names and aliases."""
    known: dict[str, str] = {}
    ids = set()
    for record in records:
        ids.add(record.id)
        for name in (record.name.zh, record.name.en, *record.aliases):
            for folded in (key(name), company_key(name)):
                if folded:
                    known.setdefault(folded, record.id)
    return Organisations(known, frozenset(ids), own)


def type_of(*names: str) -> OrganisationType | None:
    """What the names say that an organisation is: by a word of theirs, or as a company by its legal form."""
    folded = " ".join(names).casefold()
    found = next((one for one, words in _TYPES if any(word in folded for word in words)), None)
    return found or (OrganisationType.COMPANY if any(map(has_legal_form, names)) else None)


def _language(name: str) -> str:
    return "zh" if is_chinese(name) else "en"
