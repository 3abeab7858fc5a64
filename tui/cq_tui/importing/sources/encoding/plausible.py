"""How plausible a text is as words of some languages."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from cq_tui.importing.sources.encoding.scripts import COMMON, FEW, LETTERS, chances

_WORD = re.compile(r"[A-Za-z]*(?:[^\x00-\x7f]+[A-Za-z]*)+")
_PIECE = re.compile(r"[^\W_]+|[\W_]")
_ASCII_LETTER = log(1 / 28)
_RARE = log(1e-9)
"""Of a character that no language has."""
_CAPITAL_INSIDE = log(1e-3)
"""Of a capital behind a small letter."""
_BESIDE_LATIN = log(1e-4)
"""Of a Latin letter beside one of another alphabet."""
_HAN_BESIDE_SMALL, _HAN_BESIDE_CAPITAL = log(0.01), log(0.2)
"""Of a Chinese character beside a small Latin letter, and beside a capital or an abbreviation."""
_SIGN = log(1e-3)
_SIGN_INSIDE = log(1e-6)
_SIGNS = frozenset("–—‘’“”„…•€£¥§©®°·«»№™\u00a0\u00ad±×²³½ªº")
_FIRST_BEYOND_LATIN, _FIRST_HAN = "\u0370", "\u3000"
_BEHIND_LATIN = "\u0250"
"""The first letter that is none of Europe's Latin ones: a capital behind one of these is none of the same word."""
_LONE = log(0.02)
"""Of a letter of another alphabet that stands alone, in a text that has no word of that alphabet."""
_FEW_SPEAK = -2.5
"""What a language of few people is less likely by, as a logarithm."""
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Plausibility:
    """The logarithm of the likelihood of all words, how many characters are likely, of how many, and the language."""

    likelihood: float
    likely: int
    characters: int
    language: str


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word: its likelihood in each language (logarithms), and how many of its characters the likeliest one has."""

    by_language: tuple[float, ...]
    known: int


def words_of(text: str, most: int) -> list[str]:
    """The different words with characters beyond ASCII, the first ones of a text."""
    found: dict[str, None] = {}
    for match in _WORD.finditer(text):
        found.setdefault(match[0])
        if len(found) >= most:
            break
    return list(found)


def plausibility(words: Iterable[str]) -> Plausibility:
    """How plausible words are as those of some languages: a list names people of several, and not of every one."""
    signs, likely, characters = 0.0, 0, 0
    pieces: list[_Piece] = []
    lone: list[str] | None = []
    for word in words:
        characters += sum(one > "\x7f" for one in word)
        for piece in _PIECE.findall(word):
            if piece.isascii():
                signs += len(piece) * _ASCII_LETTER
            elif piece in _SIGNS:
                inside = len(word) > 1 and piece not in "’·–—\u00a0\u00ad"
                signs += _SIGN_INSIDE if inside else _SIGN
                likely += not inside
            else:
                pieces.append(found := _piece(piece))
                likely += found.known
                lone = [*lone, piece] if lone is not None and len(piece) == 1 else None
    signs += sum(_LONE for piece in lone or () if _FIRST_BEYOND_LATIN <= piece < _FIRST_HAN)
    likelihood, language = _mixture([piece.by_language for piece in pieces])
    return Plausibility(signs + likelihood, likely, characters, language)


def _piece(word: str) -> _Piece:
    each = [_in(word, name, chance) for name, chance in chances().items()]
    return _Piece(tuple(likelihood for likelihood, _known in each), max(each)[1])


def _in(word: str, language: str, chance: Mapping[str, float]) -> tuple[float, int]:
    """The likelihood of a word in a language, and how many of its characters are the language's."""
    total, known, before = 0.0, 0, ""
    for one in word:
        if one < "\x80":
            inside = one.isupper() and "\x7f" < before < _BEHIND_LATIN and before.islower()
            total += _ASCII_LETTER + (_CAPITAL_INSIDE if inside else 0)
        else:
            found = chance.get(one)
            total += log(found) if found else _RARE
            known += found is not None
            if one.isupper() and before.islower():
                total += _CAPITAL_INSIDE
                known -= found is not None
        if before and (before < "\x80") != (one < "\x80"):
            total += _beside(min(before, one), language)
        before = one
    return total, known


def _beside(latin: str, language: str) -> float:
    """What it costs that a Latin letter stands beside a letter of a language."""
    if language in LETTERS:
        return _BESIDE_LATIN
    if language in COMMON:
        return _HAN_BESIDE_SMALL if latin.islower() else _HAN_BESIDE_CAPITAL
    return 0.0


def _mixture(words: Sequence[tuple[float, ...]]) -> tuple[float, str]:
    """The likelihood of words, each of one of some languages; the more words are a language's, the likelier it is."""
    names = list(chances())
    prior = [_FEW_SPEAK if name in FEW else 0.0 for name in names]
    shares = [exp(one) for one in prior]
    total = 0.0
    for _round in range(_ROUNDS):
        whole = sum(shares)
        logs = [log(share / whole) for share in shares]
        total, shares = 0.0, [0.3 * exp(one) for one in prior]
        for word in words:
            each = [likelihood + share for likelihood, share in zip(word, logs, strict=True)]
            most = max(each)
            parts = [exp(one - most) for one in each]
            whole = sum(parts)
            total += most + log(whole)
            for number, part in enumerate(parts):
                shares[number] += part / whole
    return total, names[max(range(len(names)), key=shares.__getitem__)] if words else ""
