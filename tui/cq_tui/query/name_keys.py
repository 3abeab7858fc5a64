"""Keys under which spellings of one name are equal, and slugs, which ids are made of."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from cq_tui.query.chinese import chinese
from cq_tui.values.languages import is_chinese

_NOT_WORD = re.compile(r"[^\w]+")
_APOSTROPHES = re.compile("['’‘`´ʼ]")
_INITIALS = re.compile(r"(?<!\w)(?:[^\W\d_]\.\s?)+[^\W\d_](?!\w)\.?")
_SMALL = frozenset("of the and for de la le du des der die das und y e di".split())
_FEWEST_WORDS = 3
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_LONGEST = 80
_FORMS = frozenset(
    """gmbh ggmbh mbh gbr kg kgaa ohg ug ag aktiengesellschaft se sa sas sarl spa srl sl nv bv ab asa as aps oy oyj plc
    llc llp lp ltd limited co company inc incorporated corp corporation pte pty sdn bhd jsc ojsc pjsc ooo zao kk
    and und""".split()
)
_OTHER_FORMS = _FORMS - {"and", "und"} | frozenset(
    "oo sro kft zrt nyrt doo ood eood ead şti uab sia gesmbh ike lda ltda оод еоод оао".split()
)
"""With those that only tell a company here, and that its name is kept with: ``Sp. z o.o.``, ``Kft.``"""
_CHINESE_FORMS = ("股份有限责任公司", "有限责任公司", "股份有限公司", "有限公司", "股份公司", "总公司", "公司")
_PHRASES = {"重庆": "chongqing", "重慶": "chongqing", "银行": "yinhang", "銀行": "yinhang", "长": "chang"}
_ONE_I = str.maketrans({"ı": "i", "\u0307": None})
"""Turkish writes İ in capitals, or I, for what others write i: the small letter of İ is one with a dot above it."""
_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "&": " and ", "ı": "i"})


def _plain(text: str) -> str:
    """A name without regard to width, case, simplified or traditional, and the dots that tell one Turkish i."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return plain if plain.isascii() else plain.translate(chinese().simplified).translate(_ONE_I)


def key(text: str) -> str:
    """A name without regard to width, case, simplified or traditional, blanks and punctuation."""
    plain = _plain(text)
    return _NOT_WORD.sub("", plain)


def name_key(text: str) -> str:
    """A name as ``key``, but with the blanks between its words: A.B.C. is ABC, and i.TX is not ITX.

    Chinese has none, so that punctuation between its characters means nothing.
    """
    plain = _plain(text)
    plain = _INITIALS.sub(lambda found: re.sub(r"[.\s]", "", found[0]) + " ", _APOSTROPHES.sub("", plain))
    found = ""
    for word in filter(None, _NOT_WORD.split(plain)):
        apart = found and not is_chinese(found[-1]) and not is_chinese(word[0])
        found += f" {word}" if apart else word
    return found


def initials(text: str) -> str:
    """The first letters of a name of three words or more, by which it may be called; else empty."""
    words = [word for word in name_key(text).split() if word not in _SMALL]
    return "".join(word[0] for word in words) if len(words) >= _FEWEST_WORDS else ""


def has_legal_form(name: str) -> bool:
    """Whether a name ends in a company's legal form: GmbH, Ltd, 公司."""
    last = name.replace(".", "").replace(",", " ").casefold().split()[-1:]
    return name.rstrip(" )）").endswith("公司") or bool(last and last[0] in _OTHER_FORMS)


def company_key(text: str) -> str:
    """As ``key``, without a legal form at the end (``GmbH``, ``有限公司``)."""
    return "".join(company_words(text))


def company_words(text: str) -> list[str]:
    """The folded words of a company's name without its legal form; never empty if there is any word."""
    plain = _plain(text)
    words = [word for word in _NOT_WORD.split(plain.replace(".", "")) if word]
    while len(words) > 1 and words[-1] in _FORMS:
        words.pop()
    while words and (ending := next((one for one in _CHINESE_FORMS if words[-1].endswith(one)), "")):
        if len("".join(words)) - len(ending) < 2:
            break
        words[-1] = words[-1].removesuffix(ending)
    return [word for word in words if word]


@cache
def _sounds() -> dict[int, str]:
    return {ord(one): f" {syllable} " for one, syllable in chinese().reading.items()} | _LETTERS


def slug(text: str) -> str:
    """A name as an id: small letters, digits and hyphens, Chinese in pinyin; empty if nothing of it can be written."""
    found = _NOT_SLUG.sub("-", text.casefold() if text.isascii() else _sounded(text)).strip("-")
    return shortened(found, _LONGEST)


def _sounded(text: str) -> str:
    """A text with Chinese or accented letters, romanised in lower case."""
    plain = unicodedata.normalize("NFKD", _phrased(text).casefold().translate(_sounds()))
    return plain.encode("ascii", "ignore").decode().casefold()


def shortened(found: str, most: int) -> str:
    """An id of that many characters at most, cut between words where that loses little."""
    if len(found) <= most:
        return found
    cut = found[:most]
    return cut.rsplit("-", 1)[0] if "-" in cut[most // 2 :] else cut.rstrip("-")


def with_mark(found: str, mark: str) -> str:
    """An id with a mark of its content behind it, for where two would be one."""
    return f"{shortened(found, _LONGEST - 1 - len(mark))}-{mark}" if found else mark


def _phrased(text: str) -> str:
    for phrase, sound in _PHRASES.items():
        text = text.replace(phrase, f" {sound} ")
    return text


_LINE = "\n"
_SLUG_BYTES = frozenset(b"abcdefghijklmnopqrstuvwxyz0123456789\n")
_HYPHENS = bytes(one if one in _SLUG_BYTES else ord("-") for one in range(256))


class _Sounds(dict[str, str]):
    """Each character as it stands in an id, hyphens for what can't. Filled as characters are met."""

    def __missing__(self, character: str) -> str:
        self[character] = _hyphened(_sounded(character))
        return self[character]


_SOUNDS = _Sounds({_LINE: _LINE})


def slugs(texts: Sequence[str]) -> list[str]:
    """``slug`` of many texts. Each step runs over one string of all of them, which is several times as fast."""
    if any(_LINE in text for text in texts):
        return [slug(text) for text in texts]
    ascii_ = _LINE.join(text for text in texts if text.isascii()).casefold()
    others = _phrased(_LINE.join(text for text in texts if not text.isascii()))
    found = _cut(_hyphened(ascii_)), _cut("".join(map(_SOUNDS.__getitem__, others)))
    return [next(found[not text.isascii()]) for text in texts]


def _hyphened(text: str) -> str:
    return text.encode("ascii").translate(_HYPHENS).decode()


def _cut(lines: str) -> Iterator[str]:
    while "--" in lines:
        lines = lines.replace("--", "-")
    return (shortened(line.strip("-"), _LONGEST) for line in lines.split(_LINE))
