"""Roles that a header leaves open and the other columns of parties tell; columns that say the same party twice."""

from dataclasses import replace

from cq_tui.importing.recognise.draft import Draft
from cq_tui.importing.recognise.header_grammar import take_apart
from cq_tui.importing.recognise.header_match import Word, stem
from cq_tui.importing.recognise.header_terms import COMMON_ROLE
from cq_tui.importing.recognise.known_words import key_of
from cq_tui.importing.recognise.profile import ColumnProfile
from cq_tui.importing.recognise.proposal import Evidence
from cq_tui.values.languages import is_chinese
from cq_tui.values.reasons import Reason

Columns = list[tuple[str, Word]]
_PARTIES = frozenset(
    "party parti partei partij partido partito partia partid strana stranka puolue партия партія 政党".split()
)
"""Words for a political party that mean any party of a deal as well."""
_OFFICES = frozenset(
    """agency department sponsor authority office ministry ministerium behorde amt dienststelle ministerio organismo
    dependencia ministero amministrazione ministere administration orgao ministerie urzad ministerstvo urad miniszterium
    minister ministerul myndighet styrelse viranomainen ведомство министерство""".split()
) | {"agency name", "awarding agency", "awarding body", "awarding authority", "department name", "contracting agency"}
"""Words for a public office, which buys from suppliers and gives to recipients."""
_AWARDED = frozenset(
    {"awardee", "awarded to", "awardee name", "winner", "winner name", "attributaire", "adjudicatario"}
)
"""Words for whom something was awarded: a contract, or a grant."""


def tell_roles(draft: Draft, columns: Columns) -> None:
    """Settle the roles of columns of parties by each other; each changed one is as sure as it was."""
    _leave_empty(draft, columns)
    _leave_codes(draft, columns)
    for position, (name, word) in enumerate(columns):
        others = {other.role for one, other in columns if one != name}
        if role := _other_role(key_of(take_apart(name).name), _stem(name), word.role, others):
            columns[position] = (name, replace(word, role=role))


def _other_role(key: str, plain: str, role: str, others: set[str]) -> str:
    """The role of a column among those of others; empty where it is the one that its header says."""
    if {key, plain} & _PARTIES and role == COMMON_ROLE and "funder" in others and "recipient" not in others:
        return "recipient"
    if {key, plain} & _OFFICES and "recipient" in others and not {"funder", "supplier"} & others:
        return "funder"
    if key in _AWARDED and "funder" in others and not {"recipient", "buyer"} & others:
        return "recipient"
    return ""


def _leave_empty(draft: Draft, columns: Columns) -> None:
    """Leave the columns without a cell out where others have some: ``ContractorName`` beside ``ContractorCompany``."""
    if any(draft.cells[name] for name, _word in columns):
        columns[:] = [one for one in columns if draft.cells[one[0]]]


def _leave_codes(draft: Draft, columns: Columns) -> None:
    """Of two columns of one stem in one language, leave the one of shorter signs out: ``party`` of ``partyname``."""
    by_stem: dict[tuple[str, str], list[str]] = {}
    for name, word in columns:
        by_stem.setdefault((_stem(name), word.role), []).append(name)
    for names in by_stem.values():
        if len(names) != 2 or _language(draft, names[0]) != _language(draft, names[1]):
            continue
        short, full = sorted(names, key=lambda name: _length(draft.profiles[name]))
        if _tells(draft, full, short) and 2 * _length(draft.profiles[short]) <= _length(draft.profiles[full]):
            columns[:] = [one for one in columns if one[0] != short]
            draft.set_aside[short] = Reason.of(Evidence.FULL_NAMES, column=full, other=short)


def _stem(name: str) -> str:
    return stem(name).removesuffix("name").strip("_")


def _language(draft: Draft, name: str) -> bool:
    return sum(map(is_chinese, draft.cells[name])) * 2 > len(draft.cells[name])


def _length(profile: ColumnProfile) -> float:
    return sum(map(len, profile.cells)) / len(profile.cells) if profile.cells else 0.0


def _tells(draft: Draft, full: str, short: str) -> bool:
    """Whether each different cell of a column stands beside one of the other alone."""
    first, second = draft.header.names.index(full), draft.header.names.index(short)
    met: dict[str, str] = {}
    for row in draft.rows:
        if (
            max(first, second) < len(row)
            and met.setdefault(row[first].strip(), row[second].strip()) != row[second].strip()
        ):
            return False
    return True
