"""Matches a column's header with a field, its language, and the unit and currency of its cells."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from cq_tui.query.vocabulary import code_spellings, folded, spellings
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.values.currencies import UNTOLD, Measure, measure
from cq_tui.values.languages import is_chinese

EXACT = 3
ENDING = 2
"""How surely a header means a field: all of it is the field's name, or it ends in it."""

_BRACKETS = re.compile(r"[(（\[【〔]([^)）\]】〕]*)[)）\]】〕]")
_TRAILING = re.compile(r"(?i)(?:^|[\s,，:：])(?:in|单位[:：]?)?\s*([^\s,，]+(?:\s\S{1,8})?)$")
_LANGUAGES = {
    "zh": frozenset("zh cn chinese 中文 汉语 中 中文名 中文名称 cn_name".split()),
    "en": frozenset("en eng english 英文 外文 英 英文名 英文名称".split()),
}
_PARTS = {
    "year": frozenset("year 年 年份 年度 yr".split()),
    "month": frozenset("month 月 月份 mon".split()),
    "day": frozenset("day 日".split()),
}
_SPOKEN = (("zh", "中文"), ("en", "英文"), ("en", "外文"), ("zh", "chinese"), ("en", "english"))
_NAME_OF = re.compile(r"(?i)(?<=.)(?:名称|名稱|全称|全稱|名|[\s_]names?)$")
"""Endings such as ``name``, which add nothing to what a header means."""
_COMMON_ROLE = "partner"


@dataclass(frozen=True, slots=True)
class Word:
    """A matched header. ``part``: a part of a date. ``role``: a code of the list of parts that the column fills."""

    field: Field | None = None
    certainty: int = 0
    language: str = ""
    part: str = ""
    role: str = ""
    measure: Measure = UNTOLD


def read_word(kind: Kind, header: str) -> Word:
    """Match a header; the Word has no field where nothing is recognised."""
    base, word = _without_brackets(header)
    whole = base
    base, word = _without_language(base, word)
    found = _named(kind, "名称" if base == "名" else base)
    if found is None or found.certainty < EXACT:
        shorter, spoken = _without_language(_NAME_OF.sub("", whole), word)
        if (named := _named(kind, shorter)) and named.certainty == EXACT:
            return replace(named, language=spoken.language)
    if found is None or found.certainty < EXACT:
        if counted := measure(base):
            amount = next((one for one in kind.fields if one.type.is_money), None)
            return replace(word, field=amount, certainty=ENDING if amount else 0, measure=counted)
        if (tail := _TRAILING.search(base)) and (counted := measure(tail[1])):
            word = replace(word, measure=counted)
            found = _named(kind, base[: tail.start()].strip()) or found
    return replace(found, language=word.language, measure=word.measure) if found else word


def stem(header: str) -> str:
    """A header, folded, without the language that it names and without an ending such as ``name``."""
    base, _word = _without_brackets(header)
    return folded(_without_language(_NAME_OF.sub("", base), Word())[0])


def _without_brackets(header: str) -> tuple[str, Word]:
    word = Word()
    for match in _BRACKETS.finditer(header):
        if counted := measure(match[1]):
            word = replace(word, measure=counted)
        elif language := _language(match[1]):
            word = replace(word, language=language)
    return " ".join(_BRACKETS.sub(" ", header).split()), word


def _without_language(base: str, word: Word) -> tuple[str, Word]:
    """Take a language's name off the beginning or the end: ``英文名称``, ``Title zh``, ``title_en``."""
    parts = folded(base).split("_")
    if len(parts) > 1 and (language := _language(parts[-1])):
        return " ".join(parts[:-1]), replace(word, language=word.language or language)
    for name, spoken in _SPOKEN:
        blank = r"[\s_]+" if spoken.isascii() else r"\s*"
        left = re.sub(rf"(?i)^{spoken}{blank}(?=.)|(?<=.){blank}{spoken}$", "", base)
        if left != base:
            return left, replace(word, language=word.language or name)
    return base, word


def _language(text: str) -> str:
    return next((name for name, words in _LANGUAGES.items() if folded(text) in words), "")


def _named(kind: Kind, base: str) -> Word | None:
    """The field that a header means; of a header in two languages either half may say it."""
    halves = [half for half in (base, *_halves(base)) if half]
    found = [word for half in halves if (word := _one_language(kind, half))]
    return max(found, key=lambda word: word.certainty, default=None)


def _halves(base: str) -> list[str]:
    if not is_chinese(base) or not re.search("[A-Za-z]{2}", base):
        return []
    chinese = "".join(re.findall(r"[\u3400-\u9fff]+", base))
    latin = " ".join(re.findall(r"[A-Za-z][A-Za-z .'-]*", base))
    return [chinese, latin.strip()]


def _one_language(kind: Kind, text: str) -> Word | None:
    head = re.split(r"(?i)\s+(?:of|by|for)\s+(?:the\s+)?", text)[0]
    for name in dict.fromkeys((folded(text), folded(head))):
        for one in (name, name.removesuffix("s")):
            if word := _exact(kind, one):
                return word
    name = folded(head)
    for start in range(1, len(name)):
        ending = name[start:].removeprefix("_")
        whole = name[start - 1] == "_" or not ending.isascii()
        if whole and len(ending) > 1 and (word := _exact(kind, ending) or _exact(kind, ending.removesuffix("s"))):
            return None if word.part else replace(word, certainty=ENDING)
    return None


def _exact(kind: Kind, name: str) -> Word | None:
    if role := _roles(kind).get(name):
        return Word(role[0], EXACT, role=role[1])
    if field := spellings(kind).get(name):
        if field.parts:
            return Word(field, EXACT, role=_COMMON_ROLE) if _COMMON_ROLE in _codes(field) else None
        return Word(field, EXACT)
    day = next((one for one in kind.fields if one.type.is_day), None)
    part = next((part for part, words in _PARTS.items() if name in words), "")
    return Word(day, EXACT, part=part) if day and part else None


@lru_cache
def _roles(kind: Kind) -> dict[str, tuple[Field, str]]:
    """What the parts of a kind's small tables can be, by every name: the field and the code."""
    return {
        folded(name): (field, code)
        for field in kind.fields
        for part in field.parts
        for code in part.codes or ()
        for name in code_spellings(part, code)
    }


def _codes(field: Field) -> set[str]:
    return {code for part in field.parts for code in part.codes or ()}
