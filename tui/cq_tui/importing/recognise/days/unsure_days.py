"""Asks which column is the day of each deal where none is taken and some hold days, months, years or spans of them."""

import re
from collections.abc import Collection

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.id_headers import numbers_things
from cq_tui.importing.recognise.columns.money_headers import says_money
from cq_tui.importing.recognise.columns.profile import ColumnProfile, mostly
from cq_tui.importing.recognise.columns.unsure_columns import ask_for_column, free_columns, is_year_or_span
from cq_tui.importing.recognise.days.closing_days import leave_closing, tell_ends
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.words.day_headers import is_end, is_other_day, is_publication, is_start
from cq_tui.importing.recognise.words.days_of_firms import is_registration
from cq_tui.importing.recognise.words.header_grammar import take_apart
from cq_tui.importing.recognise.words.word import EXACT
from cq_tui.schema.field import Field
from cq_tui.schema.history import FIELD
from cq_tui.values.reasons import Reason

_HALF = 0.5
_LEAST_ROWS = 5
_TIME = re.compile(r"\d{1,2}:\d{2}:\d{2}")


def ask_for_day(draft: Draft, day: Field, about: Collection[str]) -> None:
    """Ask for the column of days where none is taken; one that is the same moment in all rows is none."""
    if draft.is_asked(day) or FIELD in draft.fields:
        return
    closing = leave_closing(draft, day)
    held = draft.fields[day.name].column if day.name in draft.fields else ()
    if len(held) == 1 and _is_of_the_list(draft, held[0]):
        draft.fields.pop(day.name)
        draft.evidence.pop(day.name, None)
        draft.likely.discard(day.name)
        draft.set_aside[held[0]] = Reason.of(Evidence.SAME_MOMENT, cell=draft.cells[held[0]][0])
    elif day.name in draft.fields:
        return
    names = [name for name in free_columns(draft, about) if name not in held and _may_be_days(draft, day, name)]
    names += [closing] if closing and closing not in names else []
    if names:
        names.sort(key=is_publication)
        ask_for_column(draft, day, names)
    else:
        tell_ends(draft, day)


def _is_of_the_list(draft: Draft, name: str) -> bool:
    """Whether a column says when the list was made: one moment, to the second, in all of its rows."""
    cells = draft.cells[name]
    is_one = len(cells) >= _LEAST_ROWS and len(set(cells)) == 1
    return is_one and _TIME.search(cells[0]) is not None and draft.words[name].certainty < EXACT


def _may_be_days(draft: Draft, day: Field, name: str) -> bool:
    """Whether cells are days, months, years or spans, and their header does not say that they are of something else."""
    called, profile, field = take_apart(name).name, draft.profiles[name], draft.words[name].field
    if field is not None and field is not day:
        return False
    if numbers_things(name) or says_money(draft.words[name], name) or profile.filled < _HALF:
        return False
    if is_end(called) or is_start(called) or (is_other_day(called) and not is_registration(called)):
        return False
    return mostly(profile.share(is_year_or_span)) or _are_days(profile)


def _are_days(profile: ColumnProfile) -> bool:
    """Whether most cells are read as days; plain numbers only where all have eight digits, as ``20260101``."""
    plain = mostly(profile.bare_numbers)
    return mostly(profile.dates) and (not plain or all(len(cell.strip()) == 8 for cell in profile.cells))
