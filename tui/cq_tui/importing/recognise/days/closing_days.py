"""Days on which a call closes are no days of signing: another column of days comes first, and alone they are asked."""

from collections.abc import Mapping

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.profile import mostly
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.words.day_headers import is_closing_of_call, is_end
from cq_tui.importing.recognise.words.header_grammar import take_apart
from cq_tui.importing.recognise.words.word import Word
from cq_tui.schema.field import Field
from cq_tui.values.reasons import Reason

_TAKEN_OVER = frozenset({"investor", "target", "seller"})
"""Roles in lists of acquisitions, which are closed as well."""


def prefer_other_days(draft: Draft, found: Mapping[str, list[tuple[str, Word]]]) -> None:
    """Leave days on which something closes out of each field of days that another column can be, too."""
    for one in draft.kind.fields:
        columns = found.get(one.name, [])
        if not one.type.is_day or len(columns) < 2:
            continue
        others = [name for name, _word in columns if not is_closing_of_call(name) and draft.cells[name]]
        for name in [name for name, _word in columns if others and is_closing_of_call(name)]:
            columns[:] = [column for column in columns if column[0] != name]
            draft.set_aside[name] = Reason.of(Evidence.OTHER_IS_SURER, field=one.label, column=others[0])


def leave_closing(draft: Draft, day: Field) -> str:
    """Take a day on which a call closes back from the field of days; returns the column, which is to be asked for.

    In a list of acquisitions it is the day on which one was made.
    """
    held = draft.fields[day.name].column if day.name in draft.fields else ()
    is_of_call = len(held) == 1 and is_closing_of_call(held[0])
    if not is_of_call or any(word.role in _TAKEN_OVER for word in draft.words.values()):
        return ""
    draft.fields.pop(day.name)
    draft.evidence.pop(day.name, None)
    draft.likely.discard(day.name)
    return held[0]


def tell_ends(draft: Draft, day: Field) -> None:
    """Tell why columns of days on which something ends are no day of the records, where nothing else is."""
    for name, profile in draft.profiles.items():
        free = draft.words[name].field in (None, day) and name not in draft.set_aside
        if free and draft.cells[name] and is_end(take_apart(name).name) and mostly(profile.dates):
            draft.set_aside[name] = Reason.of(Evidence.DAY_OF_END, field=day.label)
