"""The times of a programme: when its parts begin, which is their order where no number is."""

from collections.abc import Sequence
from itertools import pairwise

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.profile import ColumnProfile, mostly
from cq_tui.importing.recognise.maps.mapping import FieldMap
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.words.day_headers import is_other_day, is_start
from cq_tui.values.dates import read_date
from cq_tui.values.moments import has_day, moment, says_hour

BEGINS = ("starts_at", "opens_at")
"""Fields that say the time at which something begins, as a text."""
_HALF = 0.5


def take_times(draft: Draft) -> None:
    """Take the column of times that come first for when it begins, and for the order if one is needed; likely.

    A day beside it is read of the same column.
    """
    begins = next((one for one in draft.kind.fields if one.name in BEGINS), None)
    times = [name for name in times_of(draft) if not is_other_day(name)]
    if begins is None or not times:
        return
    first = min(times, key=lambda name: (not is_start(name), _mean(draft.profiles[name])))
    taken = draft.fields[begins.name].column if begins.name in draft.fields else (first,)
    if len(taken) == 1 and (full := _same_with_days(draft, taken[0], times)):
        first = full
        draft.fields.pop(begins.name, None)
    if begins.name not in draft.fields and not draft.is_asked(begins):
        draft.fields[begins.name] = FieldMap((first,))
        draft.tell(begins, Evidence.BY_CELLS, field=begins.label)
        draft.likely.add(begins.name)
    for one in draft.kind.fields:
        is_open = one.required and one.name not in draft.fields and not draft.is_asked(one)
        if one.type.is_place and is_open and not _has_numbers(draft) and _go_on(draft.profiles[first]):
            draft.fields[one.name] = FieldMap((first,))
            draft.tell(one, Evidence.ORDER_OF_TIMES, column=first)
            draft.likely.add(one.name)


def _same_with_days(draft: Draft, name: str, times: Sequence[str]) -> str:
    """The column that says the hours of another one with their days; empty where none does, or the other has days."""
    at = draft.header.names.index(name) if name in times else -1
    if at < 0 or any(has_day(found) for cell in draft.cells[name] if (found := moment(cell)) is not None):
        return ""
    for other in times:
        beside = draft.header.names.index(other)
        pairs = [(row[at].strip(), row[beside]) for row in draft.rows if max(at, beside) < len(row) and row[at].strip()]
        with_days = ((found := moment(cell)) is not None and has_day(found) and hour in cell for hour, cell in pairs)
        if other != name and pairs and all(with_days):
            return other
    return ""


def hours_kept(draft: Draft) -> dict[str, str]:
    """The other columns of times of a programme, which stay as they are: a day would be without its hour."""
    if not any(one.name in BEGINS for one in draft.kind.fields):
        return {}
    used = {name for mapped in draft.fields.values() for name in mapped.columns}
    return {name: "string" for name in times_of(draft) if name not in used}


def is_in_order(draft: Draft, name: str) -> bool:
    """Whether the cells of a column say an order: by whole numbers or by times, unless their days stand elsewhere."""
    return are_whole(draft.cells[name]) or (
        name in times_of(draft) and (_go_on(draft.profiles[name]) or not _has_days_beside(draft))
    )


def _has_days_beside(draft: Draft) -> bool:
    """Whether a column says the days of a programme of several days."""
    times = times_of(draft)
    others = (set(draft.cells[name]) for name in draft.header.names if name not in times)
    return any(len(cells) > 1 and all(map(_is_day, cells)) for cells in others)


def _is_day(cell: str) -> bool:
    try:
        return read_date(cell, "dmy")[2] is not None
    except ValueError:
        return False


def are_whole(cells: Sequence[str]) -> bool:
    """Whether there are cells, and each is a whole number."""
    return bool(cells) and all(cell.strip().isdecimal() for cell in cells)


def rises(cells: Sequence[str]) -> bool:
    """Whether whole numbers are in the order of the rows already, as ids mostly are."""
    numbers = [int(cell) for cell in cells] if are_whole(cells) else []
    return len(numbers) > 1 and all(before < behind for before, behind in pairwise(numbers))


def times_of(draft: Draft) -> list[str]:
    """The columns whose cells tell an hour."""
    profiles = ((name, draft.profiles[name]) for name in draft.header.names if draft.cells[name])
    full = ((name, one) for name, one in profiles if one.filled >= _HALF and one.share(says_hour) >= _HALF)
    return [name for name, one in full if mostly(one.share(_is_moment))]


def _has_numbers(draft: Draft) -> bool:
    """Whether a column that no field takes may say the order by numbers."""
    used = {name for mapped in draft.fields.values() for name in mapped.columns}
    free = (name for name in draft.header.names if name not in used and draft.cells[name])
    return any(mostly(draft.profiles[name].bare_numbers) for name in free)


def _go_on(profile: ColumnProfile) -> bool:
    """Whether times can be put in order: those without a day are of one only where none is before the one above it."""
    found = [one for cell in profile.cells if (one := moment(cell)) is not None]
    return all(map(has_day, found)) or found == sorted(found)


def _mean(profile: ColumnProfile) -> float:
    found = [one for cell in profile.cells if (one := moment(cell)) is not None]
    return sum(found) / len(found)


def _is_moment(cell: str) -> bool:
    return moment(cell) is not None
