"""Which of several columns in one language a record is called by: the name, and not what describes it."""

from cq_tui.importing.recognise.columns.bilingual import Columns
from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.titles.stories import tells_stories
from cq_tui.importing.recognise.words.known_words import known_word
from cq_tui.schema.field import Field
from cq_tui.values.reasons import Reason


def called_by(draft: Draft, one: Field, columns: Columns) -> str:
    """The column that says what a record is called, the others set aside; empty where more than one may be it.

    It is the one whose header says so most surely, else the only one that is neither called a description nor one.
    """
    best = max(word.certainty for _name, word in columns)
    names = [name for name, word in columns if word.certainty == best]
    if len(names) > 1:
        names = [name for name in names if not _describes(draft, name)]
    if len(names) != 1:
        return ""
    for name, _word in columns:
        if name != names[0]:
            draft.set_aside[name] = Reason.of(Evidence.OTHER_IS_SURER, field=one.label, column=names[0])
    draft.likely.add(one.name)
    return names[0]


def _describes(draft: Draft, name: str) -> bool:
    """Whether a column describes: its header is a word for that, which only may be a title, or its cells are texts."""
    known = known_word(draft.kind.name, name)
    return (known is not None and known.weak) or tells_stories(draft.profiles[name])
