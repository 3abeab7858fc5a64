"""Columns of parties where no header names any: by the legal forms, or the nouns of bodies, in the cells."""

from collections.abc import Sequence
from dataclasses import replace

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.profile import ColumnProfile
from cq_tui.importing.recognise.parties.authority_cells import are_authorities
from cq_tui.importing.recognise.parties.body_cells import is_body
from cq_tui.importing.recognise.parties.company_cells import is_company
from cq_tui.importing.recognise.parties.owner_kinds import are_forms
from cq_tui.importing.recognise.words.header_terms import COMMON_ROLE
from cq_tui.importing.recognise.words.places import says_place
from cq_tui.importing.recognise.words.word import WEAK, Word

_HALF, _SOME, _FEW = 0.5, 0.3, 0.2
_LEAST, _LEAST_OF_BODIES = 3, 8
"""Cells that say something, where most are companies, and where some are bodies."""
_SHORT, _WORDS = 80, 9
"""Characters and words of nearly all cells of names, at most: a text about a school is longer."""
_TWICE = 2
"""How many times as many bodies the column must have as any other one."""


def take_companies(draft: Draft, found: dict[str, list[tuple[str, Word]]], free: Sequence[str]) -> None:
    """Where no header says a party, take the free columns in which most names are of companies, or of public bodies.

    Else the one column of short, different names some of which say that they are bodies: associations, schools.
    """
    parties = next((one for one in draft.kind.fields if one.parts and one.type.refers_to == "organisations"), None)
    if parties is None or found.get(parties.name):
        return
    names = [name for name in free if _is_of_companies(draft.profiles[name])]
    if not names and found.get(draft.kind.heading.name):
        names = _of_bodies(draft, free)
    for name in names:
        word = replace(draft.words[name], field=parties, certainty=WEAK, role=COMMON_ROLE, by_cells=True)
        draft.words[name] = word
        found[parties.name].append((name, word))


def _is_of_companies(profile: ColumnProfile) -> bool:
    if len(profile.cells) < _LEAST or profile.filled < _FEW or are_forms(profile):
        return False
    return profile.share(is_company) >= _HALF or are_authorities(profile)


def _of_bodies(draft: Draft, free: Sequence[str]) -> list[str]:
    """The one free column of such names; none where another one has nearly as many."""
    shares = {name: draft.profiles[name].share(is_body) for name in free if _may_name(draft, name)}
    best = max(shares, key=lambda name: shares[name], default="")
    others = [share for name, share in shares.items() if name != best]
    return [best] if best and shares[best] >= max(_SOME, _TWICE * max(others, default=0)) else []


def _may_name(draft: Draft, name: str) -> bool:
    profile = draft.profiles[name]
    if says_place(name) or len(profile.cells) < _LEAST_OF_BODIES or profile.filled < _HALF or are_forms(profile):
        return False
    short = profile.share(lambda cell: len(cell) <= _SHORT and len(cell.split()) <= _WORDS)
    return short >= 1 - _FEW and profile.different >= _SOME
