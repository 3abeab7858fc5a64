"""Takes a header apart: its name, what its numbers are counted in, its language, and what else stands in brackets."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from cq_tui.importing.recognise.words.glued_words import unglued
from cq_tui.importing.recognise.words.header_terms import NAME_OF
from cq_tui.query.vocabulary import folded
from cq_tui.values.expressions import later
from cq_tui.values.languages import is_chinese
from cq_tui.values.measures import UNTOLD, Measure, measure, measure_at_end, measure_before

_BRACKETS = later(r"[(（\[【〔]([^()（）\[\]【】〔〕]*)(?:[)）\]】〕]|$)")
_INSIDE_WORD = later(
    r"(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3])[(（]([^()（）]*)[)）](?=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3])"
)
"""Brackets inside a word of a script that parts none, which is one without them: ``계약(납품요구)명``."""
_CAMEL = later(r"(?<=[a-z][a-z])(?=[A-Z])")
_EURO_S = later(r"(?i)\beuro['’]s\b")
_DOTTED = later(r"(?<=[^\W\d_]{2})\.(?=[^\W\d_]{2})")
"""A dot that parts words, as tools for statistics write blanks: ``price.amount``."""
_IN_PATH = later(r"(?<=[A-Za-z])\s*[:/.]\s*\d+\s*[:/.]\s*(?=[A-Za-z])|(?<=[A-Za-z])\s*:\s*(?=[A-Za-z])")
"""What parts the steps of a path: ``Recipient Org:0:Name``, ``awards/0/suppliers/0/name``, ``Project: Name``."""
_PATH = later(r"[a-z]\w*(?:/[a-z]\w*){2,}|[A-Za-z][\w ]*/(?i:name|amount|title|id|currency)")
"""A path whose steps only slashes part; ``Amount/Value`` is none."""
_PERCENT = later(
    r"[%％]|(?i:\bper ?cent\b|\bpct\b|百分比|百分数|百分率|パーセント|퍼센트|백분율"
    r"|(?<![^\W\d_])(?:percent(?:age|ages|uale|uali|agem|ages|aje)|pour ?cent(?:age|ages)?|porcentajes?|porcentagem|"
    r"prozent\w*|procent\w*|odsetek|százalék\w*|postotak|odstot\w*|prosent\w*|prosentti\w*|yüzde\w*|protsent\w*|"
    r"процент\w*|відсот\w*|проценат\w*|ποσοστό)(?![^\W\d_]))"
)
"""Words for a percentage: ``Percentuale contributo`` is no amount."""
_NUMBER = later(r"^\s*[(（]?\d{1,2}[.)）、]\s*(?=\D)|^[#_]+(?=\w)")
"""What numbers the columns, and signs before a name: ``4. Datum``, ``#Partei``, ``_source``."""
_THRESHOLD = later(
    r"(?i)(?:[>≥<≤]=?|(?<![^\W_])(?:over|above|more than|at least|exceeding|under|below|less than|up to|ab|über|"
    r"mehr als|mindestens|unter|bis zu|vanaf|boven|meer dan|minder dan|tot|à partir de|plus de|moins de|"
    r"supérieure?s? à|desde|más de|a partir de|mais de|oltre|più di|fino a|ponad|powyżej|nad|över|yli))\s*"
    r"([€$£]|[A-Z]{3}\s)?\s*(?:\d{1,3}(?:[.,' ]\d{3})+|\d{5,}"
    r"|\d{3,4}(?=\s*(?:[€$£]|[A-Z]{3}(?![A-Za-z])|euros?|dollars?|pounds?))"
    r"|\d+(?:[.,]\d+)?\s*(?:k|m|mn|mio|million)\b)"
)
"""From which amount on a list is kept: ``Donations > € 10.000`` is counted in euros, and not in ten thousands."""
_YEAR_BEHIND = later(r"(?<=[^\W\d_]{3})[\s_]*(?:19|20)\d\d$")
"""The year of amounts, behind what they are: ``budget2014``, ``Totaal 2025``."""
_WHICH = later(
    r"(?i)(?<=[^\W\d_])(?:[\s_]*(?:#|n[º°]|(?<![^\W_])(?:no|nr|num|n|č)\.?))?[\s_]*(?<!\d)\d{1,2}(?=$|[\s_]+(?:names?|nom|nombre|nome|"
    r"naam|navn|namn|nazwa|název|nimi|név|full[\s_]name)$)"
)
"""Which of several columns of the same it is, behind what they are."""
_ONE_OF = later(r"\d{1,2}")
_MILLIONS = later(r"(?i)(?<![^\W_])mil\.(?=\s*(?:$|[)\]]|(?:[a-z]{3}(?![^\W_])|[€$£])))")
"""Millions, as Czechs, Slovaks and Romanians shorten them; the Spanish and Portuguese word for thousands has no dot."""
_THOUSANDS_OF = later(r"(?i)r\$|reais|brl")
_WITH_OR_WITHOUT = (
    r"without|excl(?:uding|\.|usive)?(?:[\s_]of)?|incl(?:uding|\.|usive)?(?:[\s_]of)?|with|ex|bez|s|inkl\.?|exkl\.?|eks(?:kl)?\.?|"
    r"zzgl\.?|ohne|mit|hors|sans|avec|sin|con|senza|zonder|z|no|vč\.?|včetně|vrátane|be|su|ar|ilman|sis\.?|без|с|з|із|"
    r"χωρίς|με|συμπ\.?|fără|cu"
)
_TAXES = (
    r"vat|tax(?:es)?|gst|dph|mwst\.?|ust\.?|tva|iva|btw|pdv(?:-\w+)?|ddv|moms|mva|alv(?:\s?\d+\s?%?)?|pvm|pvn|ндс|пдв|kdv|"
    r"afa|áfa(?:val)?|φπα"
)
_TAX = later(
    rf"(?i)[\s_,(-]*(?<![^\W_])(?:(?:{_WITH_OR_WITHOUT})[\s_]*)?(?:{_TAXES})(?:\s(?:hariç|dahil))?\)?$"
    r"|[(（]?(?:不?含税|不?含稅|税[込抜別])[)）]?$|[\s_]+(?:ttc|ht|km-(?:ta|ga))$"
)
"""Behind an amount: whether the tax is in it."""
_NET = later(
    rf"(?i)[\s,;/-]*(?<![^\W_])(?:nett?o|nettó|brutt?o|bruttó|net|gross|(?:(?:{_WITH_OR_WITHOUT})\s*)?(?:{_TAXES})(?:\s(?:hariç|dahil))?)"
    r"(?![^\W_])[\s,;/-]*"
)
"""What stands in brackets beside a unit, and says that of the tax: ``(nettó, Ft)``, ``(EUR bez DPH)``."""
_CODES_THAT_ARE_WORDS = frozenset("ALL TRY TOP FIM BOB COP MOP PEN CUP SOS BAM PAB MUR MAD RON ANG GIP PHP".split())
"""Codes of currencies that are words as well: beside words that say no amount they are these: ``Fim Vigencia``."""
_TWO_LETTERS = later(r"[A-Za-z]{2}")
_LANGUAGES = {
    "zh": frozenset("zh cn chinese 中文 汉语 华语 国语 華語 國語 中 中文名 中文名称 cn_name".split()),
    "en": frozenset("en eng english 英文 外文 英 英文名 英文名称".split()),
}
_SPOKEN = (("zh", "中文"), ("en", "英文"), ("en", "外文"), ("zh", "chinese"), ("en", "english"))


@dataclass(frozen=True, slots=True)
class HeaderParts:
    """A header taken apart. ``said``: its words for the measure; ``brackets``: what is left there, not understood."""

    name: str
    measure: Measure = UNTOLD
    said: str = ""
    language: str = ""
    is_percent: bool = False
    brackets: tuple[str, ...] = ()

    def with_measure(self, found: Measure, said: str) -> "HeaderParts":
        """The parts with what a measure tells that they do not tell yet."""
        merged = Measure(self.measure.unit or found.unit, self.measure.currency or found.currency)
        return replace(self, measure=merged, said=f"{self.said} {said}".strip())


@lru_cache(8_192)  # each stage of the recognition asks it of every column
def take_apart(header: str) -> HeaderParts:
    """The parts of a header of which all that stands in brackets is read; its name still holds all other words."""
    header = _EURO_S.sub("euros", header)
    header = header if _THOUSANDS_OF.search(header) else _MILLIONS.sub("mio", header)
    text = _IN_PATH.sub(" ", _THRESHOLD.sub(lambda found: f" {found[1] or ''} ", header))
    text = text.replace("/", " ") if _PATH.fullmatch(text) else text
    text = unglued(_DOTTED.sub(" ", _CAMEL.sub(" ", _NUMBER.sub("", text))))
    found = HeaderParts("", is_percent=bool(_PERCENT.search(header)))
    for match in _BRACKETS.finditer(text):
        inside = match[1].strip()
        if told := measure(inside) or measure(_NET.sub(" ", inside).strip()):
            found = found.with_measure(told, inside)
        elif language := _language(inside):
            found = replace(found, language=found.language or language)
        elif inside:
            found = replace(found, brackets=(*found.brackets, inside))
    return replace(found, name=" ".join(_BRACKETS.sub(" ", _INSIDE_WORD.sub("", text)).split()))


def without_tax(parts: HeaderParts) -> HeaderParts:
    """The parts without what says whether tax is in the amounts, unless they say nothing else: ``ValueWithoutVAT``."""
    left = _TAX.sub("", parts.name).strip(" _-,(")
    return replace(parts, name=left) if left else parts


def without_year(parts: HeaderParts) -> HeaderParts:
    """The parts without a year behind the name: ``budget2014``."""
    return replace(parts, name=_YEAR_BEHIND.sub("", parts.name).strip(" _-"))


def without_number(parts: HeaderParts) -> HeaderParts:
    """The parts without which of several it is: ``Supplier 2``, ``Název protistrany č. 1``, ``donor_3_name``."""
    name = _WHICH.sub("", parts.name).strip(" _-")
    brackets = (
        parts.brackets if name != parts.name else tuple(one for one in parts.brackets if not _ONE_OF.fullmatch(one))
    )
    return replace(parts, name=name, brackets=brackets)


def has_threshold(header: str) -> bool:
    """Whether a header says from which amount on a list is kept."""
    return _THRESHOLD.search(header) is not None


def without_measure(parts: HeaderParts) -> HeaderParts | None:
    """The parts without a unit or currency at the end or the beginning of the name; None if it has neither."""
    if behind := measure_at_end(parts.name):
        name, told = behind
        return replace(parts, name=name).with_measure(told, parts.name[len(name) :].strip(" _:：/,，-"))
    if before := measure_before(parts.name):
        name, told = before
        return replace(parts, name=name).with_measure(told, parts.name[: -len(name)].strip(" _:：/,，-"))
    return None


def measure_of(header: str) -> Measure:
    """What a header counts in, in brackets or beside its name."""
    parts = take_apart(header)
    return (parts if parts.measure else without_measure(parts) or parts).measure


def measure_alone(name: str) -> Measure | None:
    """The measure that a whole name is; a currency whose code is a word of some language is one in capitals alone."""
    return None if begins_with_word(name) and not name.partition(" ")[0].isupper() else measure(name)


def begins_with_word(said: str, *, before: bool = False) -> bool:
    """Whether what seems to be a currency is a word of some language as well, or two letters ``before`` a name.

    *ft* is short for anything in ``ft_korn``, whose other word says no amount.
    """
    return said.upper().partition(" ")[0] in _CODES_THAT_ARE_WORDS or (before and bool(_TWO_LETTERS.fullmatch(said)))


def without_language(parts: HeaderParts) -> HeaderParts:
    """Take a language's name off the beginning or the end: ``英文名称``, ``Title zh``, ``title_en``."""
    base = parts.name
    words = folded(base).split("_")
    if len(words) > 1 and (language := _language(words[-1])):
        return replace(parts, name=" ".join(words[:-1]), language=parts.language or language)
    for name, spoken in _SPOKEN:
        blank = r"[\s_]+" if spoken.isascii() else r"\s*"
        left = re.sub(rf"(?i)^{spoken}{blank}(?=.)|(?<=.){blank}{spoken}$", "", base)
        if left != base:
            return replace(parts, name=left, language=parts.language or name)
    return parts


def stem(header: str) -> str:
    """A header, folded, without the language that it names and without an ending such as ``name``."""
    parts = take_apart(header)
    return folded(without_language(replace(parts, name=NAME_OF.sub("", parts.name))).name)


def halves(base: str) -> list[str]:
    """The Chinese and the Latin words of a header in two languages."""
    if not is_chinese(base) or not re.search("[A-Za-z]{2}", base):
        return []
    chinese = "".join(re.findall(r"[\u3400-\u9fff]+", base))
    latin = " ".join(re.findall(r"[A-Za-z][A-Za-z .'-]*", base))
    return [chinese, latin.strip()]


def _language(text: str) -> str:
    return next((name for name, words in _LANGUAGES.items() if folded(text) in words), "")
