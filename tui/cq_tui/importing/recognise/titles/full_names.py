"""Of several columns that records could be called by, the one that reads as full names: words, others in each row."""

from dataclasses import replace

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.profile import ColumnProfile, mostly
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.words.word import ENDING, WEAK, Word
from cq_tui.values.expressions import later
from cq_tui.values.reasons import Reason

_NAME = later(r"[^\W\d_]{2,}\W+(?:\w+\W+)*[^\W\d_]{2,}|[\u3400-\u9fff\u3040-\u30ff\uac00-\ud7a3]{4,}")
"""Two words, or several characters of a script that parts none."""
_CODE = later(r"[A-Za-z]{0,6}[-_/. ]?\d[\w./-]*|[A-Z][A-Z0-9]{1,9}")
GOOD, _POOR = 0.6, 0.3
_LONGEST = 200
"""Characters of half of the cells, from which on they tell a story and are no names."""


def prefer_full_names(draft: Draft, columns: list[tuple[str, Word]]) -> list[tuple[str, Word]]:
    """The columns of a heading without those that are codes, short or empty where another one is of full names.

    A column that only may be a title by its header is one where the surer ones are codes. Where several are good, all
    of them stay, to be asked for.
    """
    whole = [(name, word) for name, word in columns if not word.part and not word.language]
    if len(whole) < 2 or len(whole) < len(columns):
        return columns
    whole = _without_codes(draft, whole)
    if len(whole) < 2:
        return whole
    good = {name: goodness(draft.profiles[name]) for name, _word in whole}
    best = max(word.certainty for _name, word in whole)
    surest = [name for name, word in whole if word.certainty == best]
    if max(good[name] for name in surest) >= GOOD:
        kept = [(name, word) for name, word in whole if name not in surest or good[name] >= _POOR]
        poor = [name for name in surest if good[name] < _POOR]
    elif all(good[name] < _POOR for name in surest):
        codes = all(mostly(draft.profiles[name].share(is_code)) for name in surest if draft.cells[name])
        kept = [(name, word) for name, word in whole if good[name] >= GOOD and (codes or word.certainty > WEAK)]
        kept = [(name, replace(word, certainty=ENDING)) for name, word in kept]
        poor = surest
    else:
        poor = [name for name in surest if good[name] < _POOR and mostly(draft.profiles[name].share(is_code))]
        kept = [one for one in whole if one[0] not in poor]
    if not kept or not poor:
        return columns
    names = [name for name, word in kept if word.certainty == max(other.certainty for _name, other in kept)]
    heading = draft.kind.heading
    for other in poor:
        draft.set_aside[other] = Reason.of(Evidence.FULL_NAMES, column=names[0], other=other)
    draft.tell(heading, Evidence.FULL_NAMES, column=names[0], other=poor[0])
    draft.likely.add(heading.name)
    return kept


def _without_codes(draft: Draft, columns: list[tuple[str, Word]]) -> list[tuple[str, Word]]:
    """Columns that are as sure as each other without those of codes alone, where another one tells a story.

    *90/2013* is the number of a contract, and what stands beside it at length is what that is about.
    """
    if len({word.certainty for _name, word in columns}) > 1:
        return columns
    codes = [name for name, _word in columns if mostly(draft.profiles[name].share(is_code))]
    told = [
        name for name, _word in columns if draft.profiles[name].filled >= GOOD and goodness(draft.profiles[name]) == 0
    ]
    told = [name for name in told if mostly(draft.profiles[name].share(lambda cell: _NAME.search(cell) is not None))]
    if not codes or not told:
        return columns
    for other in codes:
        draft.set_aside[other] = Reason.of(Evidence.FULL_NAMES, column=told[0], other=other)
    draft.tell(draft.kind.heading, Evidence.FULL_NAMES, column=told[0], other=codes[0])
    draft.likely.add(draft.kind.heading.name)
    return [one for one in columns if one[0] not in codes]


def goodness(profile: ColumnProfile) -> float:
    """How far the cells of a column are full names, from 0 to 1."""
    lengths = sorted(map(len, profile.cells))
    if not lengths or lengths[len(lengths) // 2] > _LONGEST:
        return 0.0
    return profile.filled * profile.different * profile.share(lambda cell: _NAME.search(cell) is not None)


def is_code(cell: str) -> bool:
    """Whether a cell is a number or a few capital letters."""
    return _CODE.fullmatch(cell.strip()) is not None
