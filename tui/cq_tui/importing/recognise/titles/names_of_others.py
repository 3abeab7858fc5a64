"""Columns called by a name, but not by that of the records: of who they are with, or of somebody else beside them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.parties.company_cells import is_company
from cq_tui.importing.recognise.parties.persons_beside import are_persons_beside, leave_persons
from cq_tui.importing.recognise.words.header_grammar import stem, take_apart
from cq_tui.importing.recognise.words.header_terms import COMMON_ROLE
from cq_tui.importing.recognise.words.known_words import key_of
from cq_tui.importing.recognise.words.person_names import is_like_a_person
from cq_tui.importing.recognise.words.word import ENDING, WEAK, Word
from cq_tui.language import Label
from cq_tui.values.languages import is_chinese
from cq_tui.values.reasons import Reason

COMPANIES = Label("企业或人名", "names of companies or persons")
_BARE_NAMES = frozenset("name names 名称 nom nombre nome nazwa naam navn namn nimi naziv название наименование".split())
_NAME_IN_PATH = re.compile(r"(?i)[^\W\d_]\s*[:./|]{1,2}\s*(?:legal|official|full)?[\s_-]?names?$")
_HALF = 0.5
Columns = list[tuple[str, Word]]


def take_names_for_parties(
    draft: Draft, found: dict[str, Columns], placed: Callable[[Draft, str, Word], Word | None]
) -> None:
    """A bare ``name`` beside a column of titles is not the title: it says whose they are.

    Nor is the name of whatever else, ``promoter:name``, whose cells are companies. Beside those who surely are parties
    nothing says what such companies are, as those of ``auditor name``: they stay a field of their own.
    ``placed``: what a column means by its header and its cells.
    """
    heading = draft.kind.heading
    columns = found.get(heading.name, [])
    bare = [one for one in columns if key_of(take_apart(one[0]).name) in _BARE_NAMES]
    own = {stem(name) for name, _word in bare}  # nameEn beside name says the same in another language
    titles = [one for one in columns if one[1].certainty > WEAK and one not in bare and stem(one[0]) not in own]
    parties = next((one for one in draft.kind.fields if one.parts and one.type.refers_to == "organisations"), None)
    if parties is None:
        return
    for name, word in _of_companies(draft, columns, found.get(parties.name, [])):
        columns.remove((name, word))
        draft.words[name] = Word()
        draft.set_aside[name] = Reason.of(Evidence.CELLS_ARE, field=heading.label, what=COMPANIES)
    of_others = [(name, word) for name, word in columns if word.certainty == WEAK and _says_whose(draft, name)]
    for name, word in [*(bare if titles else ()), *of_others]:
        columns.remove((name, word))
        if (name, word) in bare and are_persons_beside(draft, name, found):
            leave_persons(draft, name, parties)
            continue
        draft.words[name] = replace(word, field=parties, certainty=ENDING, role=COMMON_ROLE)
        if one := placed(draft, name, draft.words[name]):
            found[parties.name].append((name, one))


def _of_companies(draft: Draft, columns: Columns, parties: Sequence[tuple[str, Word]]) -> Columns:
    """The columns that only may be of titles and name companies or persons, where others are surely the parties."""
    if not any(word.certainty > WEAK and not word.by_cells for _name, word in parties):
        return []
    unsure = [one for one in columns if one[1].certainty == WEAK and key_of(take_apart(one[0]).name) not in _BARE_NAMES]
    return [
        (name, word) for name, word in unsure
        if not _says_whose(draft, name) and draft.profiles[name].share(_is_somebody) >= _HALF
    ]  # fmt: skip


def _is_somebody(cell: str) -> bool:
    """Whether a cell names a company or a person: ``agent name`` beside those who give and get."""
    return is_company(cell) or (is_like_a_person(cell) and not is_chinese(cell))


def _says_whose(draft: Draft, name: str) -> bool:
    """Whether a header is a path to the name of something, and its cells are companies."""
    return _NAME_IN_PATH.search(name) is not None and draft.profiles[name].share(is_company) >= _HALF
