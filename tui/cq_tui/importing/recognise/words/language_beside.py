"""Headers that say the same but for a language: ``Company Name (Korean)``, ``name_en``, ``名称（原文）``."""

import re

from cq_tui.query.vocabulary import folded

_NAMES = {
    "en": "en eng english englisch anglais inglés inglese 英文 英语 영문 영어",
    "zh": "zh cn chn chinese chinesisch chinois 中文 汉语 华语 国语 중문 중국어",
    "ko": "ko kr kor korean hangul 韩文 韓文 韩语 국문 한글 한국어",
    "ja": "ja jp jpn japanese 日文 日语 和文 日本語 일문 일본어",
    "fr": "fr fra fre french français francais französisch 法文 法语",
    "de": "de deu ger german deutsch allemand 德文 德语",
    "nl": "nl nld dut dutch nederlands néerlandais 荷兰文",
    "es": "es esp spa spanish español castellano 西班牙文",
    "it": "it ita italian italiano 意大利文",
    "pt": "pt por portuguese português 葡萄牙文",
    "ru": "ru rus russian русский 俄文 俄语",
    "uk": "ua ukr ukrainian українська",
    "ar": "ar ara arabic عربي 阿拉伯文",
    "th": "th tha thai ไทย 泰文",
    "vi": "vi vie vietnamese 越南文",
    "el": "el gre greek ελληνικά 希腊文",
    "he": "he heb hebrew",
    "local": "local native original vernacular 原文 当地语言 원문",
}
_WORDS = {folded(word): code for code, words in _NAMES.items() for word in words.split()}
_WORD = re.compile(r"[^\W\d_]+")
_BRACKETS = re.compile(r"[(（\[【]\s*([^()（）\[\]【】]+?)\s*[)）\]】]")
_END = re.compile(r"^(.*[^\s_.:/-])[\s_.:/-]+([^\W\d_]+)$")
_START = re.compile(r"^([^\W\d_]{4,})[\s_]+(.+)$")


_LONG_CODE = 4
"""Letters of the shortest word for a language that is written in Latin letters, and no code."""


def spells_language(header: str) -> bool:
    """Whether a header has a word for a language, which a code such as ``DE`` is not: it may be a country's."""
    words = [word for word in _WORD.findall(header) if folded(word) in _WORDS]
    return any(not word.isascii() or len(word) >= _LONG_CODE for word in words)


def language_beside(header: str) -> tuple[str, str] | None:
    """What a header says beside a language, folded, and the language; None where it names none.

    In brackets or at the end any word or code is one; at the beginning only a word of four letters or more.
    """
    for match in _BRACKETS.finditer(header):
        if (language := _WORDS.get(folded(match[1]))) and (
            rest := folded(header[: match.start()] + header[match.end() :])
        ):
            return rest, language
    for parts, place, said in ((_END.match(header.strip()), 1, 2), (_START.match(header.strip()), 2, 1)):
        if parts and (language := _WORDS.get(folded(parts[said]))):
            return folded(parts[place]), language
    return None
