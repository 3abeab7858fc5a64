"""Persons under a bare ``name`` beside a column of companies, for which they work: no parties, as those are."""

from collections.abc import Mapping, Sequence

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.parties.company_cells import is_company
from cq_tui.importing.recognise.words.header_terms import COMMON_ROLE
from cq_tui.importing.recognise.words.other_records import is_of_persons, is_of_talks
from cq_tui.importing.recognise.words.person_names import is_like_a_person
from cq_tui.importing.recognise.words.word import EXACT, Word
from cq_tui.language import Label
from cq_tui.schema.field import Field
from cq_tui.values.reasons import Reason

_PERSONS = Label("人名，旁边是其所在公司", "persons, beside the companies that they work for")
_SOME = 0.3
"""The share of names that are like a person's, where no header tells of persons; the first names known are the common
ones alone."""


def are_persons_beside(draft: Draft, name: str, found: Mapping[str, Sequence[tuple[str, Word]]]) -> bool:
    """Whether names are of persons: companies stand beside them, and posts or talks, or they are like persons' names.

    ``found``: the columns of each field. In a list with amounts a room or a level tells nothing of persons.
    """
    profile = draft.profiles[name]
    if not any(_are_companies(word) for other, word in _parties(draft, found) if other != name):
        return False
    if profile.share(is_company) >= _SOME:
        return False
    if profile.share(is_like_a_person) >= _SOME:
        return True
    has_money = any(one.type.is_money and found.get(one.name) for one in draft.kind.fields)
    others = [other for other in draft.header.names if other != name and draft.cells[other]]
    return not has_money and any(is_of_persons(other) or is_of_talks(other) for other in others)


def leave_persons(draft: Draft, name: str, parties: Field) -> None:
    """Take a column of such persons for no party, which is told."""
    draft.words[name] = Word()
    draft.set_aside[name] = Reason.of(Evidence.CELLS_ARE, field=parties.label, what=_PERSONS)


def _parties(draft: Draft, found: Mapping[str, Sequence[tuple[str, Word]]]) -> list[tuple[str, Word]]:
    named = (one.name for one in draft.kind.fields if one.parts and one.type.refers_to == "organisations")
    return [column for one in named for column in found.get(one, ())]


def _are_companies(word: Word) -> bool:
    """Whether a header says a company or an organisation, and no more of what it does in a deal."""
    return word.certainty == EXACT and word.role == COMMON_ROLE
