"""Columns of the same organisations in two languages: ``Company Name (Korean)`` and ``Company Name (English)``."""

import re
from dataclasses import replace

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.maps.mapping import TABLE_OF_NAMES
from cq_tui.importing.recognise.parties.numbers_of import are_one_to_one
from cq_tui.importing.recognise.words.language_beside import language_beside, spells_language
from cq_tui.importing.recognise.words.word import ENDING, Word

_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_HALF, _TWO = 0.5, 2
_BY_PAIR = {"zh", "en"}
"""Two columns in these are told as the two names of an organisation."""


def join_languages(draft: Draft, columns: list[tuple[str, Word]]) -> None:
    """Have a column stand with the one whose header says the same in another language: each row names one there.

    The one of the two that no field takes by its cells, as too short, is taken with the other.
    """
    used = dict(columns)
    said = {name: told for name in draft.header.names if draft.cells[name] and (told := language_beside(name))}
    for name in [one for one in said if one in used and not used[one].full]:
        others = [one for one in said if one != name and said[one][0] == said[name][0]]
        if len(others) != 1 or {said[name][1], said[others[0]][1]} == _BY_PAIR or said[name][1] == said[others[0]][1]:
            continue
        other = others[0]
        if not are_one_to_one(draft, name, other) or not _are_apart(draft, name, other):
            continue
        if dict(columns).get(other, Word()).full or dict(columns)[name].full or not _is_of_names(draft, other, used):
            continue
        first, second = sorted((name, other), key=lambda one: _order(draft, said[one][1], one))
        known = used[name]
        columns[:] = [one for one in columns if one[0] not in (first, second)]
        for one, full in ((first, ""), (second, first)):
            word = replace(known, full=full, language="")
            draft.words[one] = word
            draft.set_aside.pop(one, None)
            columns.append((one, word))
        columns.sort(key=lambda one: draft.header.names.index(one[0]))


def take_alias_in_another_language(draft: Draft) -> None:
    """In a list of organisations, take the name in another language than the first one for an alias."""
    aliases = draft.kind.by_name.get("aliases")
    if draft.kind.name != TABLE_OF_NAMES or aliases is None:
        return
    said = {name: told for name in draft.header.names if draft.cells[name] and (told := language_beside(name))}
    named = [name for name in said if draft.words[name].field is draft.kind.heading]
    if len(named) != _TWO or said[named[0]][0] != said[named[1]][0] or {said[one][1] for one in named} == _BY_PAIR:
        return
    first, second = sorted(named, key=lambda one: _order(draft, said[one][1], one))
    if said[first][1] != said[second][1] and are_one_to_one(draft, first, second):
        draft.words[second] = replace(Word(), field=aliases, certainty=ENDING)


def _are_apart(draft: Draft, name: str, other: str) -> bool:
    """Whether two columns are in two scripts, or their headers name languages: ``Partner DE`` may be one in Germany."""
    return _is_latin(draft, name) != _is_latin(draft, other) or all(map(spells_language, (name, other)))


def _is_latin(draft: Draft, name: str) -> bool:
    cells = draft.cells[name]
    return sum(_LATIN.search(cell) is not None for cell in cells) > _HALF * len(cells)


def _order(draft: Draft, language: str, name: str) -> tuple[bool, bool, int]:
    """What comes first gives the name, and the other one an alias: English, else what is in Latin letters."""
    return language != "en", not _is_latin(draft, name), draft.header.names.index(name)


def _is_of_names(draft: Draft, name: str, used: dict[str, Word]) -> bool:
    """Whether a column holds texts that may be names, and no other field has it."""
    word = draft.words[name]
    is_free = name in used or word.field is None or word.field is draft.kind.heading or word.field.parts
    return bool(is_free) and draft.profiles[name].amounts < _HALF
