"""The deals as they are compared: what each tells, folded once."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import chain
from math import log2
from typing import Any

from cq_tui.archive.same.fields import NOT_COUNTED, TOLD
from cq_tui.query.columns import POSITION
from cq_tui.store.store import Store
from cq_tui.store.twins.words import folded, name_of, numbers, runs, spellings, words
from cq_tui.values.sql import literals

_FEWEST = 1000
"""Deals that an archive is taken to have at least: how rare a word is can't be told from a few."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One deal, as far as it is compared. ``names`` are the folded names of each party, in all its spellings."""

    id: str
    titles: tuple[str, str]
    words: tuple[frozenset[str], frozenset[str]]
    numbers: frozenset[str]
    event: str
    day: date | None
    days_of: int
    amount: Decimal | None
    currency: str | None
    about: bool
    instrument: str | None
    parties: tuple[frozenset[str], ...]
    countries: frozenset[str]
    places: tuple[str, str]

    @property
    def names(self) -> frozenset[str]:
        """The names of all parties."""
        return frozenset().union(*self.parties)


def spellings_of(one: Telling) -> set[str]:
    """All spellings of the names of a deal's parties."""
    return set(chain.from_iterable(map(spellings, one.names)))


class Tellings:
    """All deals that are compared, and how common what they say is among them."""

    def __init__(self, all_: Iterable[Telling]) -> None:
        """Count the words and names."""
        self.all = list(all_)
        self._most = max(len(self.all), _FEWEST)
        self._words = Counter(word for one in self.all for side in one.words for word in side)
        self._names = Counter(name for one in self.all for name in one.names)
        self._titles = Counter(title for one in self.all for title in one.titles)
        self._spellings = Counter(chain.from_iterable(spellings_of(one) for one in self.all))
        self._amounts = Counter((one.currency, one.amount) for one in self.all)
        self._bits_of_titles: dict[frozenset[str], float] = {}
        self._bits = [log2(self._most / max(count, 1)) for count in range(self._most + 1)]

    @cached_property
    def _bits_of_words(self) -> dict[str, float]:
        return {word: self._bits[min(count, self._most)] for word, count in self._words.items()}

    @cached_property
    def prior(self) -> float:
        """The bits that speak against any two deals being one."""
        return log2(self._most)

    def bits_of_words(self, words_: frozenset[str]) -> float:
        """How much it says that two titles have these words in common."""
        return sum(map(self._bits_of_words.__getitem__, words_))

    def bits_of_title(self, one: Telling, side: int) -> float:
        """The same of all words of a title."""
        found = self._bits_of_titles.get(one.words[side])
        if found is None:
            found = self._bits_of_titles[one.words[side]] = self.bits_of_words(one.words[side])
        return found

    def bits_of_name(self, name: str) -> float:
        """How much it says that two deals have a party in common."""
        return self._bits[self._names[name]]

    def rare_titles(self, one: Telling, most: int) -> list[str]:
        """The titles of a deal that another one has, and no more than so many: the others say too little."""
        return [title for title in one.titles if title and 1 < self._titles[title] <= most]

    def spelt(self, one: Telling, most: int) -> list[str]:
        """The spellings of a deal's first parties, of those that any other deal has."""
        found = chain.from_iterable(map(spellings, chain.from_iterable(one.parties[:most])))
        return [name for name in dict.fromkeys(found) if self._spellings[name] > 1]

    def bits_of_amount(self, one: Telling) -> float:
        """How much it says that two deals have the amount of one in common."""
        return self._bits[self._amounts[one.currency, one.amount]]

    def rarest(self, one: Telling, side: int, most: int) -> list[str]:
        """The words of a title that fewest others have, of those that any other has and no party is called by."""
        called, counts, found = " ".join(one.names), self._words, []
        for word in sorted(sorted(one.words[side]), key=counts.__getitem__):
            if counts[word] > 1 and word not in called:
                found.append(word)
                if len(found) == most:
                    break
        return found


_TEXTS = (1, 2, 12, 13)
"""Where the titles and the places stand among what is asked."""
_DAYS = {"month": 31, "year": 366}


def tellings(store: Store) -> Tellings:
    """The deals of an archive, without those in whose place another telling counts by a decision."""
    deals = store.kind("deals")
    left_out = f"WHERE {TOLD} IS NULL OR {TOLD} NOT IN {_list(NOT_COUNTED)}" if TOLD in deals.by_name else ""
    asked = (
        "SELECT id, title.zh, title.en, event, date, date_precision, amount, currency, amount_bound, instrument, "
        "list_transform(parties, lambda one: one.org), countries, place.zh, place.en "
        f'FROM "deals" {left_out} ORDER BY {POSITION}'
    )
    parties = dict(_organisations(store))
    rows = store.ask(asked)
    texts = [folded([row[at] or "" for row in rows]) for at in _TEXTS]
    return Tellings(_telling(row, told, parties) for row, *told in zip(rows, *texts, strict=True))


def _list(codes: Iterable[str]) -> str:
    return "(" + literals(codes)[1:-1] + ")"


def _organisations(store: Store) -> Iterator[tuple[str, frozenset[str]]]:
    for id_, zh, en, aliases in store.ask('SELECT id, name.zh, name.en, aliases FROM "organisations"'):
        found = (name_of(one) for one in (zh, en, *(aliases or ())) if one)
        yield id_, frozenset(filter(None, found)) or frozenset({id_})


def _telling(row: tuple[Any, ...], told: Sequence[str], parties: Mapping[str, frozenset[str]]) -> Telling:
    id_, _zh, _en, event, day, precision, amount, currency, bound, instrument, orgs, countries, *_places = row
    pieces = runs(told[0]), runs(told[1])
    return Telling(
        id_,
        ("".join(pieces[0]), "".join(pieces[1])),
        (words(pieces[0]), words(pieces[1])),
        numbers(told[0]) | numbers(told[1]),
        event,
        day,
        _DAYS.get(precision, 1),
        amount or None,  # an amount of 0 says nothing that two deals could have in common
        currency,
        bound not in (None, "exact"),
        instrument,
        tuple(dict.fromkeys(parties.get(org, frozenset({org})) for org in orgs or ())),
        frozenset(countries or ()),
        ("".join(runs(told[2])), "".join(runs(told[3]))),
    )
