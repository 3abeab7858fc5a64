"""Names in brackets behind a word for somebody who is not named: ``business angels (Ada Aa, Jan van Bb and others)``.

Without the brackets such a cell, or a part of one, names nobody; with them it names whom they hold.
"""

import re

from cq_tui.importing.convert.nobody_among_names import names_nobody
from cq_tui.importing.recognise.parties.company_cells import is_company
from cq_tui.importing.recognise.words.code_lookup import one_country
from cq_tui.importing.recognise.words.outside_brackets import pieces
from cq_tui.importing.recognise.words.person_names import is_like_a_person
from cq_tui.values.languages import is_chinese

_BEHIND_A_WORD = re.compile(
    r"\s*(?P<word>[^()（）\[\]【】]*\w[^()（）\[\]【】]*?)\s*[(（\[【](?P<names>.*)[)）\]】]\W*", re.DOTALL
)
_AMONG_OTHERS = (
    r"u\.\s?a\.?|unter anderem|inkl\.?|inklusive|darunter|wie|z\.\s?b\.?|incl?\.?|including|inter alia|e\.\s?g\.?|"
    r"i\.\s?e\.?|such as|namely|among (?:them|others)|notamment|dont|y compris|entre (?:autres|otros|outros)|"
    r"incluido[as]?|tra cui|p\.\s?ej\.?|waaronder|o\.\s?a\.?|m\.\s?in\.?|bl\.\s?a\.?|包括|包含|含|如"
)
_BEGINS = re.compile(rf"(?i)\s*(?:{_AMONG_OTHERS})(?:(?<=[\u3400-\u9fff])|(?![^\W_]))[\s:：,]*")
_ENDS = re.compile(
    r"(?i)[\s,，]*(?<!\w)(?:(?:and|und|et|y|e|og|och|en|&)\s+)?(?:(?:\d+|many|several|weitere|plusieurs)\s+)?"
    rf"(?:others?|more|weitere|andere|autres|otr[oa]s|outros|altri|anderen|et al\.?|etc\.?|"
    rf"{_AMONG_OTHERS})[\s.]*$|等\S{{0,4}}$"
)
_BETWEEN = re.compile(
    r"\s*[,，;；、/|\n]\s*(?:(?:and|und|et|y|e|og|och|en|&)\s+)?|\s+(?:and|und|et|y|e|og|och|en|&|\+)\s+"
)
_SMALL = frozenset("van von de der den del della di da do dos du la le el al bin ibn ben zu zur ter ten af av".split())
_MOST_WORDS, _SEVERAL = 5, 2


def named_in_brackets(text: str) -> list[str]:
    """The names in the brackets behind a word for nobody; empty where it is none, or where they hold no names.

    One alone without an ``among others`` must be like a company or begin with a known first name: not
    (Silicon Valley).
    """
    found = _BEHIND_A_WORD.fullmatch(text)
    if found is None or not names_nobody(found["word"]):
        return []
    inside = _ENDS.sub("", _BEGINS.sub("", found["names"], count=1), count=1)
    names = [part for part in pieces(_BETWEEN, inside) if not names_nobody(part)]
    if len(names) < _SEVERAL and inside == found["names"]:
        return names if names and _is_sure(names[0]) else []
    return names if all(map(_is_like_a_name, names)) else []


def _is_sure(name: str) -> bool:
    return is_like_a_person(name) or is_company(name)


def _is_like_a_name(name: str) -> bool:
    if _is_sure(name):
        return True
    if one_country(name):
        return False
    if is_chinese(name):
        return len(name) >= _SEVERAL
    words = [word for word in name.split() if word.casefold() not in _SMALL]
    return _SEVERAL <= len(words) <= _MOST_WORDS and all(word[0].isupper() for word in words)
