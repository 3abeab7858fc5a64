"""Agencies beside buyers: companies that run their tenders, and buy nothing themselves."""

from shlex import quote

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.parties.company_cells import is_company
from cq_tui.importing.recognise.words.header_grammar import take_apart
from cq_tui.importing.recognise.words.known_words import key_of
from cq_tui.importing.recognise.words.word import Word
from cq_tui.values.reasons import Reason

_AGENCY = frozenset(("agency", "agency name", "agent", "agent name"))
_HALF = 0.5


def leave_agents(draft: Draft, columns: list[tuple[str, Word]]) -> None:
    """Leave a column of agencies out of the buyers where another one names these, and the agencies are companies."""
    others = [name for name, word in columns if word.role == "buyer" and not _says_agency(name)]
    for name, word in list(columns):
        is_agency = word.role == "buyer" and _says_agency(name)
        if not others or word.field is None or not is_agency or draft.profiles[name].share(is_company) < _HALF:
            continue
        columns.remove((name, word))
        draft.words[name] = Word()
        setting = f"--set {quote(f'{word.field.name}.partner={name}')}"
        draft.set_aside[name] = Reason.of(Evidence.TENDER_AGENTS, column=others[0], setting=setting)


def _says_agency(header: str) -> bool:
    return key_of(take_apart(header).name) in _AGENCY
