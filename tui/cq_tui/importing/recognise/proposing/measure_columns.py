"""Which columns say what amounts are counted in: the unit of each row, and its currency."""

import re

from cq_tui.importing.recognise.amounts.currency_words import may_be_of_currencies
from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.profile import ColumnProfile, mostly
from cq_tui.importing.recognise.columns.profile import is_currency as is_currency_cell
from cq_tui.importing.recognise.proposing.unfit import is_plainly_measure
from cq_tui.importing.recognise.words.header_grammar import take_apart
from cq_tui.importing.recognise.words.known_words import known_word

_IN_SHORT = re.compile(r"[A-Z]{2}")
"""Two capitals, as of states and countries: ``RS`` of Brazil is no rupee where no header says a currency."""

_OF_STATES = re.compile(r"(?i)(?<![^\W_])(?:ufs?|estados?|states?|provinces?|provincias?|siglas?)(?![^\W_])")
"""Headers of columns in which the short names of states stand."""


def find_measures(draft: Draft) -> None:
    """Find the columns that say what the amounts of each row are counted in, whatever they are called.

    Their words are taken from what they may mean otherwise: 单位 is a unit and a company.
    """
    money = next((one for one in draft.kind.fields if one.type.is_money), None)
    if money is None:
        return
    for name, word in draft.words.items():
        named = _is_unit_header(draft, name)
        is_currency = word.field is not None and word.field.name == money.shown.currency
        free = named or is_currency or word.field is None or bool(word.field.parts)
        if not free or not draft.cells[name] or not _is_short(draft.profiles[name]):
            continue
        profile = draft.profiles[name]
        sure = named or is_currency or all(map(_is_unit_alone, profile.first))
        if sure and mostly(profile.measures + profile.currencies) and profile.measures and not draft.unit_column:
            draft.unit_column = name
        elif not draft.currency_column and (
            profile.is_mostly(is_currency_cell) or (is_currency and may_be_of_currencies(word, profile))
        ):
            beside = word.field is None and _beside_money(draft, name) and not _OF_STATES.search(name)
            draft.currency_column = name if named or is_currency or beside else ""
    if not draft.currency_column:
        draft.currency_column = _only_currencies(draft)


def _is_unit_alone(cell: str) -> bool:
    """Whether a cell is a unit without a number: the same ``$1,000,000`` in each row is an amount."""
    return is_plainly_measure(cell) and not any(map(str.isdigit, cell))


def _only_currencies(draft: Draft) -> str:
    """The one column whose header says nothing and whose cells are currencies; empty where there is none or several."""
    found = [
        name
        for name, word in draft.words.items()
        if word.field is None
        and name != draft.unit_column
        and draft.profiles[name].first
        and all(map(is_currency_cell, draft.profiles[name].first))
        and mostly(draft.profiles[name].currencies)
        and not all(map(_IN_SHORT.fullmatch, draft.profiles[name].first))
    ]
    return found[0] if len(found) == 1 else ""


def _is_unit_header(draft: Draft, name: str) -> bool:
    """Whether a header can mean a unit; 单位 means a company as well."""
    known = known_word(draft.kind.name, take_apart(name).name)
    return draft.words[name].is_unit or (known is not None and known.field == "unit")


def _is_short(profile: ColumnProfile) -> bool:
    return max(map(len, profile.first), default=0) <= 30


def _beside_money(draft: Draft, name: str) -> bool:
    """Whether a column stands next to one of amounts."""
    names = draft.header.names
    place = names.index(name)
    beside = [draft.words[one].field for one in names[max(place - 1, 0) : place + 2]]
    return any(field is not None and field.type.is_money for field in beside)
