"""Columns about persons: whose names may be a deal's parties, and numbers of identity cards, which nobody publishes."""

from dataclasses import replace

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.profile import ColumnProfile, mostly
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.parties.ledgers import says_income
from cq_tui.importing.recognise.parties.open_roles import tell_open
from cq_tui.importing.recognise.words.header_terms import COMMON_ROLE
from cq_tui.importing.recognise.words.known_words import key_of
from cq_tui.importing.recognise.words.word import ENDING, WEAK, Word
from cq_tui.values.expressions import later

_SAID = """
姓名|姓 名|名字|氏名|お名前|성명|이름|ФИО|имя|фамилия имя отчество|прізвище ім'я|nome completo|nombre completo
nombre y apellidos|nombres y apellidos|apellidos y nombres|nom et prénom|nom prénom|prénom nom|nom complet
jméno a příjmení|meno a priezvisko|imię i nazwisko|nazwisko i imię|ime i prezime|name and surname|first and last name
name vorname|vor- und nachname|vorname nachname|nome e cognome|cognome e nome|naam persoon|person|person name
"""
_NAMES = frozenset(key_of(name) for line in _SAID.split("\n") for name in line.split("|") if name)
"""Headers of names of persons that do not say what they have to do with a deal."""
_GIVES = later(
    r"(?i)捐|善款|认捐|乐捐|寄付|寄附|기부|donat|donac|doaç|\bdons?\b|gift|spende|darowi|darovan|dárce|пожертв|благодій"
)
_GETS = later(
    r"(?i)补助|補助|补贴|補貼|资助|資助|救助|助学|奖学|慰问|发放|發放|低保|scholarship|stipend|bursar|beca|bolsa|grant|award|"
    r"subsid|beihilfe|zuwendung|förder|stypend|dotac|стипенд|грант"
)
_IDENTITY = later(
    r"(?i)身份证|身份證|身分證|身分证|证件号|證件號|护照|護照|マイナンバー|주민등록|(?<![^\W_])(?:id[\s_-]?cards?|"
    r"identity (?:card|number)|national id(?:entity)?|passports?|ssn|social security|pesel|rodné číslo|dni|cpf|cédula|"
    r"personnummer|cpr|bsn)(?![^\W_])"
)
_COMPANIES_TOO = later(r"(?i)cnpj|cif\b|nif\b|nit\b|ruc\b|信用代码")
"""Headers of numbers that companies have, too."""
_CHINESE_CARD = later(
    r"[1-9]\d{5}(?:(?:19|20)\d\d|[*＊xX]{4})(?:(?:0\d|1[0-2])(?:[0-2]\d|3[01])|[*＊xX]{4})[\d*＊]{3}[\dXx*＊]"
)
_MOST_TOGETHER = 0.5
"""Of the rows with a person, those that name another party at most, where the person is one as well."""


def is_identity(name: str, profile: ColumnProfile) -> bool:
    """Whether a column holds numbers of identity cards or passports, by its header or by its cells."""
    if profile.is_mostly(lambda cell: _CHINESE_CARD.fullmatch(cell.strip()) is not None):
        return True
    said = _IDENTITY.search(name) is not None and _COMPANIES_TOO.search(name) is None
    return said and mostly(profile.share(lambda cell: any(map(str.isdigit, cell))))


def take_persons(draft: Draft, found: dict[str, list[tuple[str, Word]]]) -> None:
    """Take a column of persons for a party, likely, where rows with a person name no other one."""
    parties = next((one for one in draft.kind.fields if one.parts and one.type.refers_to == "organisations"), None)
    if parties is None:
        return
    for name, word in list(draft.words.items()):
        if word.field is not None or key_of(name) not in _NAMES or not draft.cells[name]:
            continue
        others = [other for other, _word in found.get(parties.name, ())]
        if mostly(draft.profiles[name].bare_numbers) or _stand_together(draft, name, others):
            continue
        # Beside a column of companies, which other rows have, persons do the same as those.
        beside = next((word.role for _name, word in found.get(parties.name, ())), "")
        certainty = ENDING if beside else WEAK
        if not beside and (came := _came_in(draft)):
            beside = "recipient"
            tell_open(draft, parties, Evidence.CAME_IN, name, ("recipient", "funder"), came=f'"{came}"')
        draft.words[name] = replace(word, field=parties, certainty=certainty, role=beside or _role(draft))
        found.setdefault(parties.name, []).append((name, draft.words[name]))


def _stand_together(draft: Draft, name: str, others: list[str]) -> bool:
    """Whether most rows that name a person name another party as well: whom that person works for."""
    place, places = draft.header.names.index(name), [draft.header.names.index(other) for other in others]
    rows = [row for row in draft.rows if place < len(row) and row[place].strip()]
    together = sum(any(at < len(row) and row[at].strip() for at in places) for row in rows)
    return together > len(rows) * _MOST_TOGETHER


def _came_in(draft: Draft) -> str:
    """The header that says gifts which came in, ``個人捐贈收入``: whom it stands beside got them."""
    return next((name for name in draft.header.names if _GIVES.search(name) and says_income(name)), "")


def _role(draft: Draft) -> str:
    """Whether persons give or get, by what the headers and what stands above them say."""
    roles = {code for one in draft.kind.fields for part in one.parts for code in part.codes or ()}
    told = " ".join((*draft.header.names, *(cell for _measure, cell in draft.header.counted)))
    if _GIVES.search(told) and "funder" in roles:
        return "funder"
    return "recipient" if _GETS.search(told) and "recipient" in roles else COMMON_ROLE
