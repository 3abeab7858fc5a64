"""New names that may be other names of known or of new organisations. They are proposed, never put together unasked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from cq_tui.importing.recognise.words.no_names import is_only_form
from cq_tui.query.name_keys import company_key, company_words, initials, name_key
from cq_tui.values.languages import is_chinese

NEAR = 85
"""How alike, of 100, two names are before they are proposed as one."""
_SAME_BUT_FORM = 95
_INITIALS_OF = 90
_SHORTEST, _LONGEST = 3, 6
"""Characters of an abbreviation."""
_START = 3
_BEGINS = 6
"""Letters of a word that are compared."""
_MOST_BESIDE = 300
"""New names that begin alike and are compared with each other."""


class Named(Protocol):
    """A new organisation."""

    id: str

    @property
    def names(self) -> Sequence[str]:
        """Its spellings."""


def near_names(known: Mapping[str, str], new: Mapping[str, Named]) -> Iterator[tuple[str, str, int]]:
    """For each new organisation the one that it may be: its first name, the other's id, and how alike they are."""
    every = list(new.items())
    yield from _by_key(known, every)
    try:
        from rapidfuzz import fuzz, process
    except ImportError:  # the extra ``import``
        return
    keys = list(known)
    begun: dict[str, dict[str, str]] = {}
    for group, one in every:
        plain = name_key(group)
        if found := process.extractOne(plain, keys, scorer=fuzz.ratio, score_cutoff=NEAR):
            yield one.names[0], known[found[0]], int(found[1])
        beside = begun.setdefault(plain[:_START], {})
        if len(beside) < _MOST_BESIDE:
            if found := process.extractOne(plain, list(beside), scorer=fuzz.ratio, score_cutoff=NEAR):
                yield one.names[0], beside[found[0]], int(found[1])
            beside[plain] = one.id


def _by_key(known: Mapping[str, str], every: Iterable[tuple[str, Named]]) -> Iterator[tuple[str, str, int]]:
    """Those that differ in legal form or in where their words are parted, and those that are the initials of others."""
    every = list(every)
    plain: dict[str, str] = {}
    short: dict[str, str] = {}
    for name, id_ in (*known.items(), *((name, one.id) for _group, one in every for name in one.names)):
        plain.setdefault(company_key(name), id_)
        if letters := initials(name):
            short.setdefault(letters, id_)
    for _group, one in every:
        for name in one.names:
            folded = company_key(name)
            if (id_ := plain[folded]) != one.id:
                yield one.names[0], id_, _SAME_BUT_FORM
            elif _is_abbreviation(name) and (id_ := short.get(folded, one.id)) != one.id:
                yield one.names[0], id_, _INITIALS_OF


def are_called_otherwise(names: Sequence[str]) -> bool:
    """Whether one of some names has no word in common with the first, nor is either of them the other's initials."""
    return any(not _have_in_common(names[0], name) for name in names[1:])


def _have_in_common(name: str, other: str) -> bool:
    key, another = company_key(name), company_key(other)
    is_within = bool(key and another) and (key in another or another in key)
    are_initials = key == initials(other) or another == initials(name)
    return is_within or are_initials or bool(_words(name) & _words(other))


def _words(name: str) -> set[str]:
    """How a name's words begin, without its legal form, and each two Chinese characters; short ones if none is long."""
    words = [word for word in company_words(name) if not is_only_form(word)]
    chinese = {word[at : at + 2] for word in words if is_chinese(word) for at in range(len(word) - 1)}
    rest = [word for word in words if not is_chinese(word)]
    return chinese | ({word[:_BEGINS] for word in rest if len(word) >= _START} or set(rest))


def _is_abbreviation(name: str) -> bool:
    return _SHORTEST <= len(name) <= _LONGEST and name.isupper() and not is_chinese(name)
