"""What headers of lists are called in the languages they come in, read from ``header_words.txt`` when first needed."""

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from cq_tui.query.chinese import chinese
from cq_tui.values.expressions import later

_FILE = Path(__file__).parent / "header_words.txt"
_LINE = later(r"(\w+)\.(\w+)(?:\.([\w-]+))? ([=~]) (.*)")
_PUNCTUATION = later(r"[\s_.,:：;/\\&*#?!\"“”]+|(?<=\s)-|-(?=\s)")
_CAMEL = later(r"(?<=[a-z])(?=[A-Z])")
_ACCENTS = later("[\u0300-\u036f]")
_PLAIN = str.maketrans("łøđıς", "lodiσ")
"""Letters whose stroke is no accent that Unicode takes off, and the sigma that ends a word."""
_ELIDED = later(r"\b(?:d|l|dell|nell|all|un|dall)'(?=\w)|(?<=\w)'s?(?=\s|$)")
"""``l'attribuant``, ``d'intervention``; ``investor's``, ``investors'``."""
_BROKEN = later(r"\u00ad|(?<=[^\W\d_])-\s*(?=[^\W\d_])")
"""Where a word of a narrow header is broken over lines, and the hyphen is left when its lines are one:
``Zuwendungs-gebers``."""
_GENDERED = later(r"(?<=[^\W\d_])\s?[/:*_·]\s?-?in(?:nen)?(?=\W|$)|(?<=r) ?In(?:nen)?(?=\W|$)|(?<=er) in(?:nen)?$")
"""What names women beside men: ``Empfänger:in``, ``SpenderIn``."""
_DOUBLED = later(r"([^\W\d_])\1+")
_LONG = 8
"""Letters of a word from which on one more or less of two alike, ``Gesuchssteller``, makes no other word."""
_SMALL = frozenset(
    """of the for to by der die das des den dem von vom zur zum de la le les du el los las del di della dello dei delle
    do da dos das e i të van het voor na per""".split()
)
"""Words between others that do not change what a header means: ``Nom du bénéficiaire``, ``nomBeneficiaire``."""


@dataclass(frozen=True, slots=True)
class KnownWord:
    """What a header's word means: a field, a role or a part of it; ``weak`` if only the cells can say so."""

    field: str
    role: str = ""
    weak: bool = False


@lru_cache(8_192)  # each stage of the recognition asks it of every column
def key_of(header: str) -> str:
    """A header without regard to case, width, accents, traditional characters, and the ways to part words."""
    plain = unicodedata.normalize("NFKC", _CAMEL.sub(" ", header)).casefold().translate(chinese().simplified)
    plain = _ACCENTS.sub("", unicodedata.normalize("NFD", plain)).translate(_PLAIN)
    plain = _ELIDED.sub("", unicodedata.normalize("NFC", plain).replace("’", "'"))
    return " ".join(_PUNCTUATION.sub(" ", plain.replace("-", " ")).split())


def loose_key_of(key: str) -> str:
    """A key without the small words in it; the key itself where nothing else is left."""
    first, *between = key.split(" ")
    last = between[-1:]  # what ends in one is not done: ``granted to`` is not ``granted``
    return " ".join([first, *(word for word in between[:-1] if word not in _SMALL), *last])


@cache
def known_words(kind: str) -> dict[str, KnownWord]:
    """Every word of a kind's headers, by ``key_of``. A sure word is no weak one."""
    found: dict[str, KnownWord] = {}
    for line in _FILE.read_text("utf-8").splitlines():
        match = _LINE.fullmatch(line)
        if match and match[1] == kind:
            for word in match[5].split(" | "):
                found.setdefault(key_of(word), KnownWord(match[2], match[3] or "", match[4] == "~"))
    loose: dict[str, KnownWord] = {}
    for key, known in found.items():
        loose.setdefault(loose_key_of(key), known)
    return loose | found


def known_word(kind: str, header: str) -> KnownWord | None:
    """What a header means of a kind, also in the plural and with or without small words; None if it is not known."""
    words, key = known_words(kind), key_of(header)
    plain = _BROKEN.sub("", _GENDERED.sub("", header))
    whole = key if plain == header else key_of(plain)
    keys = (key, key.removesuffix("s"), loose_key_of(key), whole, whole.removesuffix("s"))
    if found := next((words[one] for one in keys if one in words), None):
        return found
    return _by_single_letters(kind).get(_single(whole)) if len(whole) >= _LONG else None


@cache
def _by_single_letters(kind: str) -> dict[str, KnownWord]:
    """The long words by their letters without doubled ones, in which they are misspelt most; none that mean two."""
    found: dict[str, set[KnownWord]] = {}
    for key, known in known_words(kind).items():
        if len(key) >= _LONG:
            found.setdefault(_single(key), set()).add(known)
    return {single: known.pop() for single, known in found.items() if len(known) == 1}


def _single(key: str) -> str:
    return _DOUBLED.sub(r"\1", key)
