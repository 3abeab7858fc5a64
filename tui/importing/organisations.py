"""Names in a list to organisations of the archive: known ones by any of their names, new ones made, near ones told."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from tui.importing.names import company_key, company_words, key, slug, with_mark
from tui.kinds.organisations import Organisation, OrganisationType
from tui.language import _
from tui.model.clean import clean_line

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
class Newcomer:
    """An organisation that the archive does not know: its id, and every spelling with how often it was met."""

    id: str
    spellings: Counter[str] = field(default_factory=Counter)

    @property
    def names(self) -> list[str]:
        """Its spellings, the first met first."""
        return list(self.spellings)


@dataclass
class Organisations:
    """The organisations of an archive, asked by name; ``own`` are the mapping's answers, a name to an id."""

    known: Mapping[str, str]
    ids: frozenset[str]
    own: Mapping[str, str] = field(default_factory=dict)
    new: dict[str, Newcomer] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Remember the ids that are taken."""
        self._taken = set(self.ids)

    def read(self, text: str) -> tuple[str, ...]:
        """The ids of the organisations that a cell names. Raises ValueError for what is no name."""
        return tuple(dict.fromkeys(self.one(name) for name in split_names(text)))

    def one(self, name: str) -> str:
        """The id of one organisation; a new one is remembered under the name's key."""
        if own := self.own.get(name):
            if own not in self.ids:
                raise ValueError(_("there is no {id} in {kind}.").format(id=own, kind="organisations"))
            return own
        folded = company_key(name)
        if not folded:
            raise ValueError(_("is not a name"))
        if found := self.known.get(key(name)) or self.known.get(folded):
            return found
        newcomer = self.new.get(folded)
        if newcomer is None:
            newcomer = self.new[folded] = Newcomer(self._new_id(folded, slug(" ".join(company_words(name)))))
        newcomer.spellings[clean_line(name)] += 1
        return newcomer.id

    def _new_id(self, folded: str, plain: str) -> str:
        """An id from the name; with a mark of its key behind it where another one has it."""
        if plain and plain not in self._taken:
            self._taken.add(plain)
            return plain
        return with_mark(plain, sha256(folded.encode()).hexdigest()[:8])

    def remember(self) -> Callable[[], None]:
        """Returns what puts back the new organisations as they are now."""
        new = {folded: Newcomer(one.id, Counter(one.spellings)) for folded, one in self.new.items()}
        taken = set(self._taken)

        def put_back() -> None:
            self.new, self._taken = new, taken

        return put_back

    def near(self) -> list[tuple[str, str, int]]:
        """New names that are nearly a known one: the name, the known id, and how alike they are, of 100.

        Empty where rapidfuzz (the extra ``import``) is not installed.
        """
        try:
            from rapidfuzz import fuzz, process
        except ImportError:
            return []
        found = []
        keys = list(self.known)
        for folded, newcomer in self.new.items():
            best = process.extractOne(folded, keys, scorer=fuzz.ratio, score_cutoff=NEAR)
            if best:
                found.append((newcomer.names[0], self.known[best[0]], int(best[1])))
        return found


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


def type_of(name: str) -> OrganisationType:
    """What an organisation is, read from its name; a company where the name does not tell."""
    folded = name.casefold()
    return next((one for one, words in _TYPES if any(word in folded for word in words)), OrganisationType.COMPANY)
