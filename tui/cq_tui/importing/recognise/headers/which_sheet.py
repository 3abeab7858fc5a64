"""Asks which sheet of a workbook is the list, where another one could be it as well as the one that is read."""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from cq_tui.importing.errors import ImportProblem
from cq_tui.importing.progress import Progress
from cq_tui.importing.recognise.headers.header import Header, find_header
from cq_tui.importing.recognise.headers.other_kind import has_what_others_have
from cq_tui.importing.recognise.maps.asked import Answer, Asked, Question
from cq_tui.importing.recognise.maps.list_ids import is_called
from cq_tui.importing.recognise.maps.mapping import SHEET
from cq_tui.importing.recognise.words.word import EXACT
from cq_tui.importing.sources.sheet import Sheet, open_sheet
from cq_tui.language import listed, ngettext
from cq_tui.schema.kind import Kind
from cq_tui.values.reasons import Reason

_MOST_SHEETS = 8
"""Sheets that are looked at: each takes as long as the first."""
_TIMES, _FAR = 2, 4
"""How many times as long another sheet is to be asked about whatever else its header says; to be the likely one."""
_SHOWN = 5
"""Names of columns that are shown of each sheet."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A sheet: its name, how many rows stand below its header, its columns, and the fields that they surely say."""

    name: str
    rows: int
    columns: tuple[str, ...]
    fields: frozenset[str]
    heading: bool
    """Whether a column surely says what records are called."""


def question_of_sheets(
    sheet: Sheet, header: Header, kind: Kind, kinds: Collection[Kind], progress: Progress
) -> Question | None:
    """Which of several sheets is the list; None where the one that was taken is plainly the one.

    Another one could be it where its header says what records are called and it is far longer, or where it says most
    of what the header of the one taken does: the deals of another year. One that is called as a kind is, is that.
    """
    names = [one for one in sheet.others if "!" not in one and not any(is_called(one, other) for other in kinds)]
    if not (sheet.first and names) or is_called(sheet.name, kind):
        return None
    taken = _seen(sheet, header, kind)
    rivals = []
    for name in names[:_MOST_SHEETS]:
        with suppress(ImportProblem):
            other = open_sheet(sheet.path, name, progress=progress)
            found = find_header(other, kind)
            seen = _seen(other, found, kind)
            if _could_be(seen, taken) and not any(has_what_others_have(one, found) for one in kinds if one is not kind):
                rivals.append(seen)
    if not rivals:
        return None
    every = sorted((taken, *rivals), key=lambda one: -one.rows)
    likely = every[0] if every[0].rows > every[1].rows * _FAR and every[0].heading else None
    reason = Reason.of(Asked.WHICH_SHEET, names=tuple(one.name for one in every))
    answers = tuple(Answer(SHEET, one.name, _told(one), likely=one is likely) for one in every)
    return Question(SHEET, Asked.WHICH_SHEET, reason, answers)


def _seen(sheet: Sheet, header: Header, kind: Kind) -> _Seen:
    rows = sum(map(any, islice(sheet.rows(), header.last - sheet.first + 1, None)))
    sure = {word.field.name for word in header.words if word.field and word.certainty == EXACT}
    return _Seen(sheet.name, rows, header.names, frozenset(sure), kind.heading.name in sure)


def _could_be(other: _Seen, taken: _Seen) -> bool:
    if not other.rows or not (other.heading or not taken.heading):
        return False
    if other.heading and other.rows > taken.rows * _TIMES:
        return True
    same = len({*other.columns} & {*taken.columns}) * 2 > len(taken.columns)
    return same or (len(other.fields) > 1 and len(other.fields) * 2 > len(taken.fields))


def _told(one: _Seen) -> str:
    rows = ngettext("{count} row", "{count} rows", one.rows).format(count=f"{one.rows:,}")
    more = ("…",) if len(one.columns) > _SHOWN else ()
    return f"{rows}: {listed((*one.columns[:_SHOWN], *more))}"
