"""Columns of short and of full names of the same: ``shortname`` and ``fullname``, 公司名称 and 工商名称."""

import re
from collections.abc import Sequence
from dataclasses import replace

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.parties.numbers_of import are_one_to_one
from cq_tui.importing.recognise.words.header_grammar import stem, take_apart
from cq_tui.importing.recognise.words.header_terms import COMMON_ROLE
from cq_tui.importing.recognise.words.known_words import key_of
from cq_tui.importing.recognise.words.word import ENDING, EXACT, Word
from cq_tui.query.name_keys import initials, key
from cq_tui.values.languages import is_chinese

Columns = list[tuple[str, Word]]
SHORT, FULL, PLAIN = "short", "full", ""
_SHORT = """
short name|name short|shortname|short form|abbreviation|abbreviated name|abbr|acronym|trading name|trade name
trading as|dba|doing business as|known as|commonly known as|简称|简写|缩写|常用名
kurzname|kurzbezeichnung|kurzform|abkürzung|handelsname|nom commercial|nom court
nom d'usage|nom usuel|sigle|acronyme|enseigne|nombre comercial|nombre corto|sigla|siglas|nome comercial
nome fantasia|nome de fantasia|nome abbreviato|nome breve|insegna|denominazione breve|handelsnaam|verkorte naam
afkorting|nazwa skrócona|skrót|zkratka|zkrácený název|rövid név|rövidített név|kortnamn|kortnavn|förkortning
forkortelse|lyhenne|denumire scurtă|skraćeni naziv|略称|通称|약칭|краткое наименование
сокращенное наименование|скорочена назва
"""
_FULL = """
full name|name full|fullname|legal name|full legal name|registered name|official name|corporate name
legal entity name|全称|工商名称|工商全称|工商注册名|工商注册名称|注册名称|注册名|法定名称|正式名称|法人名称
登记名称|vollständiger name|voller name|vollname|firmenname|firmierung|handelsregistername|raison sociale
dénomination sociale|dénomination légale|nom complet|nom légal|nom officiel|razón social|denominación social
nombre completo|nombre legal|nome completo|nome legal|razão social|denominação social|ragione sociale
denominazione sociale|denominazione completa|statutaire naam|volledige naam|officiële naam|pełna nazwa
nazwa pełna|plný název|úplný název|oficiální název|teljes név|juridiskt namn|fullständigt namn|juridisk navn
fullt navn|virallinen nimi|denumire completă|puni naziv|正式名|正式社名|полное наименование
юридическое наименование|повна назва
"""
_NOBODYS = """
company company name|name|organisation|organization|organisation name|organization name|firm|公司|公司名称|企业
企业名称|名称|单位名称|机构名称|unternehmen|firma|entreprise|société|nom|empresa|nombre|azienda|impresa|nome
bedrijf|naam
"""
"""Headers of names that say nothing of whose they are."""
_ALIKE = 0.8
_LATIN_FEWEST = 2


def _phrases(text: str) -> list[str]:
    return sorted({key_of(one) for line in text.split("\n") for one in line.split("|") if one}, key=len, reverse=True)


_PLAIN = frozenset(_phrases(_NOBODYS))
_WORDS = {SHORT: _phrases(_SHORT), FULL: _phrases(_FULL)}


def sort_of(header: str) -> tuple[str, str]:
    """Whether a header says short names or full ones, and what else it says: whose they are."""
    said = key_of(take_apart(header).name)
    for sort, phrases in _WORDS.items():
        for phrase in phrases:
            if phrase not in said:
                continue
            if phrase.isascii() or not is_chinese(phrase):
                match = re.fullmatch(rf"(?:(.+?) )?{re.escape(phrase)}(?: (.+))?", said)
                rest = " ".join(filter(None, match.groups())) if match else None
            else:
                rest = said.replace(phrase, "").strip()
            if rest is not None:
                return sort, re.sub(r"^(?:of|du|de la|de|des|der|del|della|do|da|van) ", "", rest)
    return PLAIN, key_of(stem(header).replace("_", " "))


def join_short_names(draft: Draft, columns: Columns) -> None:
    """Have a column of short names stand with the one of the full names of the same organisations.

    The one of the two that no field takes by its header is taken with the other. One that could be a title stays one.
    """
    used = dict(columns)
    free = [name for name, word in draft.words.items() if _is_free(draft, word) and draft.cells[name]]
    sorts = {name: sort_of(name) for name in (*used, *free)}
    for full in [name for name in sorts if sorts[name][0] == FULL]:
        fit = [one for one in sorts if one != full and (one in used or full in used) and sorts[one][0] != FULL]
        short = next((one for one in fit if _are_one(draft, one, full, sorts)), "")
        if short:
            _join(draft, columns, short, full)
    for short in [name for name in sorts if sorts[name][0] == SHORT and not draft.words[name].full]:
        fit = [one for one in used if one != short and sorts[one][0] == PLAIN and not draft.words[one].full]
        if full := next((one for one in fit if _are_one(draft, short, one, sorts)), ""):
            _join(draft, columns, short, full)


def _is_free(draft: Draft, word: Word) -> bool:
    """Whether no field takes a column for sure."""
    return word.field is None or (word.field is draft.kind.heading and word.certainty < EXACT)


def _are_one(draft: Draft, short: str, full: str, sorts: dict[str, tuple[str, str]]) -> bool:
    """Whether two columns name the same: their headers are of the same, and a name stands beside one of the other."""
    if not are_one_to_one(draft, short, full):
        return False
    whose = {one: sorts[one][1] for one in (short, full)}
    if whose[short] == whose[full] and whose[short]:
        return True
    nobodys = any(not said or said in _PLAIN for said in whose.values())
    return nobodys and _are_alike(draft, short, full)


def _are_alike(draft: Draft, short: str, full: str) -> bool:
    """Whether most names of one column are a part of those beside them in the other, or their initials."""
    first, second = draft.header.names.index(short), draft.header.names.index(full)
    pairs = {(row[first].strip(), row[second].strip()) for row in draft.rows if max(first, second) < len(row)}
    told = [pair for pair in pairs if all(pair)]
    other = [(key(one), key(two), initials(two)) for one, two in told if one != two]
    return bool(other) and sum(_is_part(*each) for each in other) / len(other) >= _ALIKE


def _is_part(short: str, full: str, letters: str) -> bool:
    if len(short) < _LATIN_FEWEST or len(short) > len(full):
        return False
    rest = iter(full)  # 北大 is in 北京大学, one character after the other
    return short in full or short == letters or (is_chinese(short) and all(one in rest for one in short))


def _join(draft: Draft, columns: Columns, short: str, full: str) -> None:
    used = dict(columns)
    known = used.get(full) or used[short]
    roles: Sequence[str] = [used[name].role for name in (short, full) if name in used]
    role = next((one for one in roles if one != COMMON_ROLE), COMMON_ROLE)
    for name in (short, full):
        word = used.get(name) or replace(draft.words[name], field=known.field, certainty=min(known.certainty, ENDING))
        word = replace(word, role=role, full=full if name == short else "")
        draft.words[name] = word
        columns[:] = [one for one in columns if one[0] != name] + [(name, word)]
    draft.set_aside.pop(short, None)
    draft.set_aside.pop(full, None)
    columns.sort(key=lambda one: draft.header.names.index(one[0]))
