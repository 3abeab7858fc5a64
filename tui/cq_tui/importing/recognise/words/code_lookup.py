"""Looks up codes and countries by their names in Chinese, English, or both in one cell."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from cq_tui.archive.wording import nearest_name
from cq_tui.importing.errors import Refused
from cq_tui.query.name_keys import key
from cq_tui.query.vocabulary import code_spellings, names_of_code
from cq_tui.schema.field import Field
from cq_tui.values.countries import COUNTRIES
from cq_tui.values.expressions import later
from cq_tui.values.reasons import ReasonError, refused

_BETWEEN = (
    re.compile(r"\s*[;；\n|]\s*"),
    re.compile(r"\s*[、,，/]\s*"),
    re.compile(r"\s+(?:and|und|et|y|e|&|\+)\s+|(?<=[\u3400-\u9fff])[和与及](?=[\u3400-\u9fff])"),
)
"""What parts the entries of a cell, the surest first: a country may be called *Bosnia and Herzegovina*."""
_LONGEST_CODE = 3
_WITH_STATES = frozenset("US CA BR AU MX IN".split())
_STATE = later("[A-Z]{2}")
"""Countries whose states are written as countries are behind a town: ``USA, Palo Alto, CA`` is not in Canada."""
MOST_CODES = 30
"""Different words of a column that become codes of a list of the archive's own; of more it is one of texts."""
_NEGATED = later(
    r"(?i)(?:not|non?|sin|(?:noch )?nicht|não|sem|(?:nog )?niet|nie|ikke|inte|e[ij]|nem|не|ne|pas)\s|[未没沒无無不]"
)
"""How a word begins that says that something is not so: what is near it in letters says the opposite."""
_ARTICLE = later(r"(?i)\s*the\s+(?=\S{3})")
"""What English writes before many a country: ``the Kingdom of Saudi Arabia``."""
_TURNED = later(r"\s*([^,;/|]+?)\s*,\s*([^,;/|]+?)\s*")
"""A text with one comma, and no other mark that parts entries."""
_OF_AT_END = later(r"(?i)\s+of(?:\s+the)?$")
_TELLS_STATES_APART = later(
    r"(?i)(?:the\s+)?(?:north|south|east|west|northern|southern|eastern|western|dem|democratic|dpr|drc|fyr|people|rep|"
    r"republic|fed|federated|federal|state|states|kingdom|united|u\.?s|u\.?k|american|british|french|dutch|chinese|former|"
    r"nord|sud|norte|sur|sul|nord-|süd|dém|démocratique|democrática|democratica|demokratische)(?![^\W_]).*"
)
"""Behind the name of a country and a comma: which of two that are called so is meant, or what it is in full."""
_CHINESE = later(r"[\u3400-\u9fff]+")


@dataclass
class CodeLookup:
    """A code list with all its spellings, and what the mapping adds; ``code`` and ``codes`` read a cell."""

    spelt: Mapping[str, str]
    known: tuple[str, ...]
    own: Mapping[str, str] = field(default_factory=dict)

    def code(self, text: str) -> str:
        """The code of a word. Raises ReasonError that names the nearest one."""
        if (code := self._code(text)) is not None:
            return code
        nearest = "" if _NEGATED.match(text.strip()) else nearest_name(text, list(self.known))
        raise refused(Refused.UNKNOWN_WORD, nearest)

    def codes(self, text: str) -> tuple[str, ...]:
        """The codes of a cell that may hold several. Raises ReasonError for a word without a code."""
        if (code := self._code(text)) is not None:
            return (code,) if code else ()
        return tuple(dict.fromkeys(code for part in self._entries(text) if (code := self.code(part))))

    def unknown(self, text: str, *, several: bool) -> list[str]:
        """The words of a cell, or the cell as one where it does not hold ``several``, that have no code."""
        if self._code(text) is not None:
            return []
        return [part for part in self._entries(text) if self._code(part) is None] if several else [text.strip()]

    def known_of(self, text: str) -> tuple[list[str], str] | None:
        """Of a cell with entries that have a code and others that have none: those others, and the cell without them.

        None where all have one, or none has.
        """
        if not (unknown := self.unknown(text, several=True)):
            return None
        entries = self._entries(text)
        if self._code(entries[0]) in _WITH_STATES and any(len(part) > _LONGEST_CODE for part in unknown):
            unknown += [part for part in entries[1:] if _STATE.fullmatch(part) and part not in unknown]
        known = [part for part in entries if part not in unknown]
        return (unknown, "; ".join(known)) if known else None

    def _entries(self, text: str, level: int = 0) -> list[str]:
        """The entries of a cell; what is a word as a whole is not parted any further, nor what tells states apart."""
        if level == len(_BETWEEN) or self._code(text) is not None:
            return [text.strip()]
        turned = _TURNED.fullmatch(text)
        if turned and _TELLS_STATES_APART.fullmatch(turned[2]) and self._code(turned[2]) is None:
            return [text.strip()]
        parts = [part for part in _BETWEEN[level].split(text) if part and part.strip()]
        return [entry for part in parts for entry in self._entries(part, level + 1)]

    def _code(self, text: str) -> str | None:
        if (own := self.own.get(text.strip())) is not None:
            return own
        if len(text) > _LONGEST_NAME:
            return None
        if code := self.spelt.get(text.strip().casefold()) or self.spelt.get(_key_of_name(text)):
            return code
        if (article := _ARTICLE.match(text)) and (code := self.spelt.get(_key_of_name(text[article.end() :]))):
            return code
        if turned := _TURNED.fullmatch(text):
            return self._turned_round(turned[1], turned[2])
        if not _CHINESE.search(text):
            return None
        keys = [_key_of_name(" ".join(_CHINESE.findall(text))), _key_of_name(_CHINESE.sub(" ", text))]
        found = {self.spelt.get(one) for one in keys}
        return found.pop() if len(found) == 1 and all(keys) else None

    def _turned_round(self, name: str, rest: str) -> str | None:
        """The code of a name whose first words stand behind a comma: ``Korea, North``; None where there is none."""
        behind = _OF_AT_END.sub("", rest)
        ways = (f"{behind} {name}", f"{behind} of {name}", f"{behind} of the {name}", f"{name} {behind}")
        return next((code for way in ways if (code := self.spelt.get(_key_of_name(way)))), None)


@cache
def _countries() -> dict[str, str]:
    """Codes by the keys of all names, and by short forms whose dots tell them from a code: *E.-U.* is not EU."""
    found = {key(name): code for code, words in COUNTRIES.items() for name in (words.label.zh, words.label.en, code)}
    named = [(name, code) for code, names in COUNTRIES.also_called().items() for name in names]
    names = [name for name, _code in named]
    for whole, (name, code) in zip(_keys(names), named, strict=True):
        if found.setdefault(whole, code) != code and "." in name:
            found[name.casefold()] = code
    plainer: dict[str, set[str]] = {}
    for letters in ({}, _IN_TWO_LETTERS):
        for plain, (_name, code) in zip(_keys_without_marks(names, letters), named, strict=True):
            plainer.setdefault(plain, set()).add(code)
    sure = {plain: codes.pop() for plain, codes in plainer.items() if len(codes) == 1 and len(plain) >= _SHORTEST}
    return sure | found


_JOINT = "_"
"""What no name holds, and a key keeps: the keys of many names in one go take a fifth of the time."""
_MARKS = later("[\u0300-\u036f]+")
_OTHER_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)
_IN_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_SHORTEST = 4
"""Letters that a name without its marks has at least; *My* without them is another country's code."""


def _keys(names: Sequence[str]) -> list[str]:
    return key(_JOINT.join(names)).split(_JOINT)


def _keys_without_marks(names: Sequence[str], letters: Mapping[int, str]) -> list[str]:
    """The keys of names as they are written without their marks: *BELGIE*, *Suedkorea*."""
    whole = unicodedata.normalize("NFC", _JOINT.join(names)).casefold().translate(letters).translate(_OTHER_LETTERS)
    return _keys([_MARKS.sub("", unicodedata.normalize("NFKD", whole))])


_key_of_name = lru_cache(4_096)(key)
"""Of what codes are called and of cells, which is asked for with each column and each code list."""
_LONGEST_NAME = 300
"""Characters of a cell that is one code: no name of a code or a country is nearly so long."""


def names_by_code(field_: Field) -> dict[str, str]:
    """All that each code of a field is called and spelt, a line each, for who types one of it."""
    others = COUNTRIES.also_called() if field_.codes is COUNTRIES else {}
    return {code: "\n".join((*code_spellings(field_, code), *others.get(code, ()))) for code in field_.codes or ()}


def is_country(text: str) -> bool:
    """Whether a cell names a country in words, or nothing but countries; short codes can mean anything."""
    named = len(text.strip()) > _LONGEST_CODE or _CHINESE.search(text) is not None
    return named and not CodeLookup(_countries(), ()).unknown(text, several=True)


def one_country(text: str) -> str:
    """The code of the one country that a cell names; empty where it names none, or several."""
    try:
        codes = CodeLookup(_countries(), ()).codes(text)
    except ReasonError:
        return ""
    return codes[0] if len(codes) == 1 else ""


def code_lookup(field_: Field, own: Mapping[str, str] | None = None) -> CodeLookup:
    """The words of a field's code list."""
    if field_.codes is COUNTRIES:
        names = tuple(name for words in COUNTRIES.values() for name in (words.label.en, words.label.zh))
        return CodeLookup(_countries(), names, own or {})
    found: dict[str, str] = {}
    for code in field_.codes or ():
        for name in code_spellings(field_, code):
            found.setdefault(_key_of_name(name), code)
    called = tuple(name for code in field_.codes or () for name in names_of_code(field_, code))
    return CodeLookup(found, called, own or {})
