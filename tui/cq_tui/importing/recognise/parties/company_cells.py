"""Columns of companies by their cells: most of them end, or begin, in a legal form."""

from dataclasses import replace

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.profile import ColumnProfile
from cq_tui.importing.recognise.parties.authority_cells import are_authorities
from cq_tui.importing.recognise.parties.owner_kinds import are_forms
from cq_tui.importing.recognise.words.header_terms import COMMON_ROLE
from cq_tui.importing.recognise.words.word import WEAK, Word
from cq_tui.query.name_keys import has_legal_form
from cq_tui.values.expressions import later

_HALF, _FEW = 0.5, 0.2
_LEAST, _LONGEST = 3, 120
"""Cells that say something; characters of a name."""
_FORM = later(
    r"(?i)(?<![^\W_])(?:s\.?\s?r\.?\s?o|s\.?p\.? z\.? ?o\.? ?o|s\.?a\.? de c\.?v|s\.?r\.?l|ltda|e\. ?v|ggmbh|"
    r"d\.?o\.?o|zrt|nyrt|kft|a/s|aps|oyj?|oü|sia|uab)\.?\)?$|^(?:ООО|ОАО|ЗАО|АО|ПАО|НАО|ТОВ|ПрАТ|ФГУП|МУП)[\s\"«„]|"
    r"株式会社|有限会社|合同会社|[(（]株[)）]|주식회사|[(（]주[)）]|^(?:PT|CV|UD|Công ty)\s"
)


def is_company(cell: str) -> bool:
    """Whether a cell is a name with the legal form of a company, wherever that stands in it."""
    text = cell.strip()
    return len(text) <= _LONGEST and (has_legal_form(text) or _FORM.search(text) is not None)


def take_companies(draft: Draft, found: dict[str, list[tuple[str, Word]]], free: list[str]) -> None:
    """Where no header says a party, take the free columns in which most names are of companies, or of public bodies."""
    parties = next((one for one in draft.kind.fields if one.parts and one.type.refers_to == "organisations"), None)
    if parties is None or found.get(parties.name):
        return
    for name in filter(lambda name: _is_of_companies(draft.profiles[name]), free):
        word = replace(draft.words[name], field=parties, certainty=WEAK, role=COMMON_ROLE, by_cells=True)
        draft.words[name] = word
        found[parties.name].append((name, word))


def _is_of_companies(profile: ColumnProfile) -> bool:
    if len(profile.cells) < _LEAST or profile.filled < _FEW or are_forms(profile):
        return False
    return profile.share(is_company) >= _HALF or are_authorities(profile)
