"""Companies and investors under English words in short, each known by the other: ``com_name`` beside ``invst_firms``.

Alone ``com_name`` may be a commune and ``inv_name`` an invention; ``inves_firms`` are investors wherever they stand.
"""

import re
from dataclasses import replace

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.words.header_terms import COMMON_ROLE
from cq_tui.importing.recognise.words.known_words import key_of
from cq_tui.importing.recognise.words.word import ENDING, EXACT, Word
from cq_tui.schema.field import Field

_INVEST = "invs?|invst|invstr|invst?m(?:n?t)?|inves|invse|invest|investr"
_FIRMS = "firms?|compan(?:y|ies)|comps?|cos?|coms?|cmp|orgs?|inst(?:itutions?)?|funds?|parties|party"
_INVESTORS = re.compile(rf"(?:{_INVEST}) (?:{_FIRMS})(?: names?)?")
_MAY_BE_INVESTORS = re.compile(rf"(?:{_INVEST})(?: names?)?|(?:name of )?(?:{_INVEST})")
_COMPANIES = re.compile(r"(?:com|comp|co|cmp|cmpny|compny|corp|firm|startup|start up)(?: names?| nm)")
_ROUND = re.compile(r"(?:[a-z]+ )?(?:round|rounds|series)")
_INVESTOR = "investor"


def tell_short_words(draft: Draft) -> None:
    """Take such headers for a company and its investors, as likely."""
    parties = next((one for one in draft.kind.fields if one.parts and one.type.refers_to == "organisations"), None)
    if parties is None or _INVESTOR not in {code for part in parties.parts for code in part.codes or ()}:
        return
    keys = {name: key_of(name) for name in draft.header.names if draft.cells[name]}
    investors = [name for name, key in keys.items() if _INVESTORS.fullmatch(key)]
    maybe = [name for name, key in keys.items() if _MAY_BE_INVESTORS.fullmatch(key) and _is_open(draft.words[name])]
    companies = [name for name, key in keys.items() if _COMPANIES.fullmatch(key)]
    if companies or any(map(_ROUND.fullmatch, keys.values())) or _has(draft, COMMON_ROLE):
        investors += maybe
    if investors or _has(draft, _INVESTOR):
        _take(draft, parties, companies, COMMON_ROLE)
    _take(draft, parties, investors, _INVESTOR)


def _is_open(word: Word) -> bool:
    """Whether a header is no field's for sure: ``Invest`` may be an amount."""
    return word.certainty < EXACT and (word.field is None or not word.field.type.is_money)


def _has(draft: Draft, role: str) -> bool:
    """Whether a header surely says a role."""
    said = (word for name, word in draft.words.items() if draft.cells[name])
    return any(word.role == role and word.certainty == EXACT for word in said)


def _take(draft: Draft, parties: Field, names: list[str], role: str) -> None:
    for name in names:
        word = draft.words[name]
        if word.role != role or word.certainty < ENDING:
            draft.words[name] = replace(word, field=parties, certainty=ENDING, role=role)
