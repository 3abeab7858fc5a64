"""What numbers are counted in, as headers and columns of units say it: ``万元``, ``USD '000``, ``Mrd. Euro``.

A text is cut into words, signs and numbers. A measure is a text of which every piece is a unit, a currency or a word
that adds nothing; so ``$m``, ``TEUR``, ``百万美元`` and ``in millions of US dollars`` are read by the same few rules.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile

from cq_tui.values.currencies import currencies, currency_word_at, one_currency
from cq_tui.values.expressions import later
from cq_tui.values.multipliers import POWER, TIMES, is_exponent, power
from cq_tui.values.thresholds import without_thresholds
from cq_tui.values.units import BY_CURRENCY, UNITS, folded, name_of


@dataclass(frozen=True, slots=True)
class Measure:
    """What numbers are counted in: the unit's word and the currency's code, each empty where it is not told."""

    unit: str = ""
    currency: str = ""

    def __bool__(self) -> bool:
        return bool(self.unit or self.currency)


UNTOLD = Measure()

_LINKS = frozenset("in of en de des di du d da w em von aus the ' i u".split())
"""Words between a name and its measure, which add nothing to either."""
_FILLERS = _LINKS | frozenset(
    """unit units currency amount amounts value values figure figures all are expressed total est estimated approx
    approximately nominal constant current prices price equivalent equiv eq and or at as otherwise reported
    counted measured monetary einheit unité unidad unità
    单位 單位 计量 計量 計 计 折合 等值 约 約 以 按 为 币种 货币 金额 金額 幣別 合""".split()
)
_MULTIPLIERS = {"ten": 10, "hundred": 100, "百": 100, "十": 10}
_SHORT = frozenset("k m b t mn mm bn tn mio mrd mln mld md mia tsd th".split())
"""Units that stand before or behind a currency's code without a blank: ``usdm``, ``teur``."""
_SHORT_SIGNS = frozenset("kr ft".split())
"""What may stand in place of a code there: ``tkr``, ``mrdft``."""
_TOKENS = frozenset("usdt eurt gbpt cnyt tusd busd".split())
"""Money of no country whose name looks like a unit beside a code."""
_LETTERS = "a-zà-öø-žа-яёіїєґ\u0370-\u03ff\u1ea0-\u1ef9"
_COUNTING_UNITS = frozenset("thousand lakh lakhs mil mille tausend".split())
"""Units that another one may be counted in: ``lakh crore``, ``mil milhões``."""
_SEPARATOR = later(r"[\s.,，:：/()（）\[\]【】〔〕_\-–—;；|]+|\*")
_PIECE = later(
    rf"""
    {POWER}                                          # '000, 1,000s, 10^3
    | \d+(?:[.,' ]\d{{3}})+(?!\d) | \d+                # 10,000
    | [{_LETTERS}]+(?:-[{_LETTERS}]+)*                 # words
    | [^\W\d_{_LETTERS}]+                              # a run of a script without blanks
    | .                                                # a sign
    """,
    re.VERBOSE,
)
_SIGNS = "€$£₹"
_SHORT_APART = later(
    r"t(?=[.\s]{1,2}(?:kr|eur|€|chf|sek|nok|dkk|usd)(?![a-z]))|e(?=[.\s]{1,2}ft(?![a-z]))|т\.\s?(?=р(?:уб)?(?![а-я]))"
)
"""A thousand by one letter, which a blank or a point parts from the money: ``t.kr.``, ``T EUR``, ``т.р.``"""
_ROUBLES = later(r"р(?![а-я])")
_SPLITS = later(r"[、,，;；]|\s(?:and|und|et)\s")
_AROUND = " \t\u3000.,，:：/()（）[]【】〔〕_-–—;；|*"


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece with its place: a factor, a currency, or a word that adds nothing; ``known`` if it is any of these."""

    start: int = 0
    end: int = 0
    known: bool = False
    size: int = 1
    unit: str = ""
    currency: str = ""
    link: bool = False
    filler: bool = False
    digits: bool = False
    """Whether it is a number and nothing more, which beside no word is no unit: ``10000`` is somebody's amount."""


def measure(text: str) -> Measure | None:
    """A unit, a currency or both and nothing else, as in ``万元``, ``USD m``, ``单位：亿美元``; else None."""
    return _together(_known(_plain(text)))


def measure_among(text: str) -> tuple[Measure, ...]:
    """The measures of a text that names several kinds of numbers: ``个、万元`` counts money in 万元."""
    whole = measure(text)
    found = [whole] if whole else [measure(part) for part in _SPLITS.split(text) if part.strip()]
    return tuple(dict.fromkeys(one for one in found if one))


def measure_at_start(text: str) -> Measure | None:
    """The measure that a text begins with, as far as it goes: ``US$ millions unless stated otherwise``."""
    return _together(list(takewhile(lambda one: one.known, _pieces(_plain(text)))))


def measure_at_end(text: str) -> tuple[str, Measure] | None:
    """A name and the measure behind it, as in ``投资额万元``, ``Amount £m``, ``amount_usd_m``; None if it has none."""
    plain = _plain(text)
    for cut in _cuts(plain):
        name, pieces = text[:cut].rstrip(_AROUND), _known(plain[cut:])
        ends_in_word = not pieces or (
            pieces[-1].filler and not plain[pieces[-1].start + cut :].strip(_AROUND).isdigit()
        )
        if name and not ends_in_word and (found := _together(pieces, links_only=True)):
            return name, found
    return None


def measure_before(text: str) -> tuple[str, Measure] | None:
    """A name and the measure before it, as in ``USD Amount``, ``万元金额``; None if it has none."""
    plain = _plain(text)
    for cut in reversed(_cuts(plain)):
        name = text[cut:].lstrip(_AROUND)
        if name and (found := _together(_known(plain[:cut]), links_only=True)):
            return name, found
    return None


def _plain(text: str) -> str:
    """Folded without changing any length, so that a place in it is a place in the text."""
    plain = (one if is_exponent(text, place) else _folded_alone(one) for place, one in enumerate(text))
    return without_thresholds("".join(plain).replace("’", "'"))


@cache
def _folded_alone(character: str) -> str:
    plain = folded(character) or " "
    return plain if len(plain) == 1 else character


def _cuts(text: str) -> list[int]:
    """Places where a measure can begin or end: between pieces, and anywhere in a run without blanks."""
    between = {place for one in _pieces(text) for place in (one.start, one.end)}
    inside = {place for place in range(len(text)) if not text[place].isascii()}
    return sorted((between | inside) - {0, len(text)})


def _known(text: str) -> list[_Piece]:
    """The pieces of a text that are all known; none where one is not, for then it is no measure."""
    found: list[_Piece] = []
    for one in _pieces(text):
        if not one.known:
            return []
        found.append(one)
    return found


def _pieces(text: str) -> Iterator[_Piece]:
    place = 0
    times = False
    while place < len(text):
        if sign := TIMES.match(text, place):
            times, place = True, sign.end() + len(sign["one"] or "")
            continue
        if blank := _SEPARATOR.match(text, place):
            place = blank.end()
            continue
        before = text[place - 1 : place]
        inside = before.isalpha() and before.isascii()
        if not inside and (word := currency_word_at(text, place)) and not word.isspace():
            yield _Piece(place, place + len(word), known=True, currency=word)
            place += len(word)
            continue
        if not text[place - 1 : place].isalpha() and (short := _SHORT_APART.match(text, place)):
            yield _Piece(place, short.end(), known=True, size=10**3)
            if roubles := _ROUBLES.match(text, short.end()) if short[0][0] == "т" else None:
                yield _Piece(short.end(), roubles.end(), known=True, currency="руб")
            place, times = max(short.end(), roubles.end() if roubles else 0), False
            continue
        match = _PIECE.match(text, place)
        end = match.end() if match else place + 1
        if text[place:end] == "t" and text[end : end + 1] in tuple(_SIGNS):
            yield _Piece(place, end, known=True, size=10**3)
        else:
            meant = _meant(text[place:end], place)
            yield from (replace(one, digits=False) for one in meant) if times else meant
        place, times = end, False


def _meant(word: str, start: int) -> Iterator[_Piece]:
    """What a piece means; a run without blanks as its known words, of several ways that with the longest first ones."""
    lengths = _split(word)
    if not lengths:
        yield _Piece(start, start + len(word))
    for length in lengths:
        said, word = _said(word[:length]), word[length:]
        yield replace(said, start=start, end=start + length)
        start += length


def _split(word: str) -> list[int]:
    """The lengths of the known words that a run is made of; none where it is not made of known words alone.

    From the end, each place once: a sentence without blanks can be cut in more ways than anybody waits for.
    """
    if _said(word).known:
        return [len(word)]
    longest = min(_longest_word(), len(word) - 1) if not word[0].isascii() else 0
    ways: dict[int, list[int]] = {len(word): []}
    for place in range(len(word) - 1, -1, -1):
        for length in range(min(longest, len(word) - place), 0, -1):
            rest = ways.get(place + length)
            if rest is not None and _said(word[place : place + length]).known:
                ways[place] = [length, *rest]
                break
    return ways.get(0, [])


@cache
def _longest_word() -> int:
    """Characters of the longest word that a run without blanks can be made of."""
    return max(len(word) for word in (*_MULTIPLIERS, *UNITS, *currencies(), *_FILLERS) if not word.isascii())


_UNKNOWN = _Piece()


@cache
def _said(word: str) -> _Piece:
    """What a word says, without its place; one that is not known is no part of a measure."""
    if size := power(word):
        return _Piece(known=True, size=size)
    if word[0].isdigit():
        digits = re.sub(r"\D", "", word)
        if re.fullmatch(r"(?:19|20)\d\d", digits):
            return _Piece(known=True, filler=True, link=True, digits=True)
        return _Piece(known=True, size=int(digits), digits=True) if re.fullmatch(r"10{1,12}", digits) else _UNKNOWN
    if word in _MULTIPLIERS:
        return _Piece(known=True, size=_MULTIPLIERS[word])
    if word in UNITS:
        return _Piece(known=True, size=UNITS[word], unit=word)
    if word in BY_CURRENCY:
        return _Piece(known=True, size=0, unit=word)
    if word in currencies():
        return _Piece(known=True, currency=word)
    if word in _FILLERS:
        return _Piece(known=True, filler=True, link=word in _LINKS)
    return _glued(word)


def _glued(word: str) -> _Piece:
    """A unit and a currency without a blank between them: ``usdm``, ``teur``, ``mio€``."""
    if word in _TOKENS:
        return _UNKNOWN
    if word == "eft":  # Hungary's thousands
        return _unit_beside("ezer", "ft", 0)
    for cut in range(1, len(word)):
        first, second = word[:cut], word[cut:]
        if first in _SHORT and (second in _SHORT_SIGNS or (len(second) == 3 and second in currencies())):
            return _unit_beside(first, second, 10**3)
        if second in _SHORT and len(first) == 3 and first in currencies():
            return _unit_beside(second, first, 10**12)
    return _UNKNOWN


def _unit_beside(unit: str, currency: str, size_of_t: int) -> _Piece:
    """``T`` before a currency are thousands, as Germans write it, behind it trillions; ``th`` always thousands."""
    if unit in ("t", "th"):
        return _Piece(known=True, size=size_of_t if unit == "t" else 10**3, currency=currency)
    return _Piece(known=True, size=UNITS[unit], unit=unit, currency=currency)


def _together(pieces: Sequence[_Piece], *, links_only: bool = False) -> Measure | None:
    """The measure of all pieces; None where one is not known or they name two currencies, or none and no unit.

    ``links_only``: of the words that add nothing those alone that link a name to its measure; others are of the name.
    A number that stands without a word is none.
    """
    if all(one.digits for one in pieces):
        return None
    if not all(one.known and (one.link or not one.filler or not links_only) for one in pieces):
        return None
    named = one_currency(one.currency for one in pieces if one.currency)
    words = [one.unit for one in pieces if one.unit]
    size = 1
    for one in pieces:
        size *= one.size or _size_beside(one.unit, named, words)
    unit = words[0] if len(words) == 1 and UNITS.get(words[0]) == size else name_of(size)
    counted = len(words) < 2 or (len(words) == 2 and words[0] in _COUNTING_UNITS)
    one_of_each = len(named) < 2 and counted and size > 0 and unit is not None
    found = Measure(unit or "", "".join(named)) if one_of_each else UNTOLD
    return found or None


def _size_beside(word: str, named: set[str], words: Sequence[str]) -> int:
    """How much a word counts beside a currency, or a thousand before another unit; 0 where nothing tells."""
    if word == "mil" and words[0] == word and len(words) > 1:
        return 10**3
    return BY_CURRENCY[word].get(next(iter(named), ""), 0)
