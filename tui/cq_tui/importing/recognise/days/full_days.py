"""Of several columns of days the one that says more: days, not their years; those of a decision, not of a request."""

import re
from collections.abc import Mapping
from dataclasses import replace

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.profile import ColumnProfile
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.words.day_headers import is_application, is_decision, is_start
from cq_tui.importing.recognise.words.word import ENDING, Word
from cq_tui.schema.field import Field
from cq_tui.values import dates
from cq_tui.values.reasons import Reason

_YEAR = re.compile(r"\s*((?:19|20)\d\d)(?:\.0)?\s*")
_HALF, _MOSTLY, _NEARLY_ALL, _ALL = 0.5, 0.8, 0.9, 0.99


def prefer_full_days(draft: Draft, found: Mapping[str, list[tuple[str, Word]]]) -> None:
    """Leave years out of each field of days, where another column has the days of the same rows."""
    for one in draft.kind.fields:
        if one.type.is_day and one.name in found:
            _prefer(draft, one, found[one.name])


def prefer_decisions(draft: Draft, found: Mapping[str, list[tuple[str, Word]]]) -> None:
    """Leave days on which something was asked for out of each field of days, where another one is of the decision."""
    for one in draft.kind.fields:
        columns = found.get(one.name, [])
        decided = next((name for name, word in columns if not word.part and _is_of_decisions(draft, name)), "")
        if not one.type.is_day or not decided:
            continue
        for name in [name for name, word in columns if not word.part and is_application(name)]:
            columns[:] = [column for column in columns if column[0] != name]
            draft.set_aside[name] = Reason.of(Evidence.OTHER_IS_SURER, field=one.label, column=decided)


def _is_of_decisions(draft: Draft, name: str) -> bool:
    return is_decision(name) and draft.profiles[name].filled >= _HALF


def _prefer(draft: Draft, field: Field, columns: list[tuple[str, Word]]) -> None:
    """Leave a year out where another column has the days of the same rows in that year.

    When something begins may be another day: it is likely at most, and where some lie in other years it is asked which
    column it is. A year that stands with its month is left to the parts of days.
    """
    if any(word.part in ("month", "day") for _name, word in columns):
        return
    years = [name for name, _word in columns if draft.profiles[name].share(_is_year) >= _NEARLY_ALL]
    days = [name for name, word in columns if not word.part and _are_days(draft.profiles[name])]
    days.sort(key=is_start)
    for year in years:
        day = next((one for one in days if _share_in(draft, one, year) >= _NEARLY_ALL), "")
        if day and is_start(day) and _share_in(draft, day, year) < _ALL:
            columns[:] = [(name, _alike(word) if name in (day, year) else word) for name, word in columns]
        elif day:
            columns[:] = [one for one in columns if one[0] != year]
            draft.set_aside[year] = Reason.of(Evidence.FULLER_DAYS, field=field.label, column=day)
            if is_start(day):
                draft.likely.add(field.name)


def _alike(word: Word) -> Word:
    """A column of days that is as sure as another one."""
    return replace(word, part="", certainty=ENDING)


def _is_year(cell: str) -> bool:
    return _YEAR.fullmatch(cell) is not None


def _are_days(profile: ColumnProfile) -> bool:
    return profile.filled >= _MOSTLY and profile.share(lambda cell: _parts(cell) is not None) >= _MOSTLY


def _parts(cell: str) -> dates.Parts | None:
    """The parts of a whole day, in either order; None where it is none."""
    for order in ("", "dmy"):
        try:
            found = dates.read_date(cell, order)
        except ValueError:
            continue
        return found if found[2] else None
    return None


def _share_in(draft: Draft, day: str, year: str) -> float:
    """In what share of the rows that have both the day of a column lies in the year of another one."""
    names = draft.header.names
    first, second = names.index(day), names.index(year)
    both = [
        (found[0], int(match[1]))
        for row in draft.rows
        if max(first, second) < len(row) and (found := _parts(row[first])) and (match := _YEAR.fullmatch(row[second]))
    ]
    return sum(one == other for one, other in both) / len(both) if both else 0.0
