"""Columns that say once more who another one names: by a code, by the beginning of the name, or by a post."""

import re

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.profile import ColumnProfile
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.words.header_grammar import stem, take_apart
from cq_tui.importing.recognise.words.known_words import key_of
from cq_tui.importing.recognise.words.word import Word
from cq_tui.values.languages import is_chinese
from cq_tui.values.reasons import Reason

Columns = list[tuple[str, Word]]
_GOES_ON = re.compile(r"[A-Z]{0,2}\s*[-–—:(（|]\s*\w")
"""What stands behind a code, which may be cut: ``CD - Department`` behind ``AB``."""
_LEAST_ROWS, _NEARLY_ALL = 3, 0.9


def leave_second_columns(draft: Draft, columns: Columns) -> None:
    """Leave such columns of parties out of those of a list."""
    _leave_codes(draft, columns)
    _leave_beginnings(draft, columns)
    _leave_posts(columns)


def stem_of(name: str) -> str:
    """What a header says without a word for a name at its end."""
    return stem(name).removesuffix("name").strip("_")


def _leave_codes(draft: Draft, columns: Columns) -> None:
    """Of two columns of one stem in one language, leave the one of shorter signs out: ``party`` of ``partyname``."""
    by_stem: dict[tuple[str, str], list[str]] = {}
    in_short = {one for name, word in columns if word.full for one in (name, word.full)}
    for name, word in columns:
        if name not in in_short:
            by_stem.setdefault((stem_of(name), word.role), []).append(name)
    for names in by_stem.values():
        if len(names) != 2 or _language(draft, names[0]) != _language(draft, names[1]):
            continue
        short, full = sorted(names, key=lambda name: _length(draft.profiles[name]))
        if _tells(draft, full, short) and 2 * _length(draft.profiles[short]) <= _length(draft.profiles[full]):
            columns[:] = [one for one in columns if one[0] != short]
            draft.set_aside[short] = Reason.of(Evidence.FULL_NAMES, column=full, other=short)


def _leave_beginnings(draft: Draft, columns: Columns) -> None:
    """Of two columns in one role, leave out that with which the cells of the other begin: DOR of ``DOR - Revenue``."""
    for name, word in list(columns):
        for other in [one for one, its in columns if one != name and its.role == word.role]:
            if word.field is not None and not word.full and _begin_so(draft, other, name):
                columns.remove((name, word))
                draft.set_aside[name] = Reason.of(Evidence.FULL_NAMES, column=other, other=name)
                break


def _begin_so(draft: Draft, full: str, short: str) -> bool:
    """Whether nearly all cells of a column go on behind those of another one with a dash, a colon or a bracket."""
    places = [draft.header.names.index(name) for name in (full, short)]
    pairs = [[row[at].strip() for at in places] for row in draft.rows if max(places) < len(row)]
    told = [_GOES_ON.match(one[len(two) :]) is not None and one.startswith(two) for one, two in pairs if one and two]
    return len(told) >= _LEAST_ROWS and sum(told) >= len(told) * _NEARLY_ALL


def _leave_posts(columns: Columns) -> None:
    """Leave out what somebody is, ``donor_title``, where another column says who in the same role: ``donor_name``."""
    named = {(_before(name, "name"), word.role) for name, word in columns if _before(name, "name")}
    columns[:] = [(name, word) for name, word in columns if (_before(name, "title"), word.role) not in named]


def _before(name: str, last: str) -> str:
    """What stands before the last word of a header, where it is that one."""
    first, _blank, end = key_of(take_apart(name).name).rpartition(" ")
    return first if end == last else ""


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
