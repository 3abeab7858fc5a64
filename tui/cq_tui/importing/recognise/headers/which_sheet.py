"""Asks which sheet of a workbook is the list, where another one could be it as well as the one that is read."""

from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import combinations, islice

from cq_tui.importing.errors import ImportProblem
from cq_tui.importing.progress import Progress
from cq_tui.importing.recognise.headers.header import Header, find_header
from cq_tui.importing.recognise.headers.other_kind import has_what_others_have
from cq_tui.importing.recognise.headers.sheets_together import have_same_columns
from cq_tui.importing.recognise.maps.asked import Answer, Asked, Question
from cq_tui.importing.recognise.maps.list_ids import is_called
from cq_tui.importing.recognise.maps.mapping import SHEET, TABLE_OF_NAMES
from cq_tui.importing.recognise.words.word import EXACT
from cq_tui.importing.sources.sheet import EVERY_SHEET, Sheet, open_sheet
from cq_tui.language import _, listed, ngettext
from cq_tui.schema.kind import Kind
from cq_tui.values.reasons import Reason

_MOST_SHEETS = 8
"""Sheets that are looked at: each takes as long as the first."""
_TIMES, _FAR = 2, 4
"""How many times as long another sheet is to be asked about whatever else its header says; to be the likely one."""
_SEVERAL = 2
"""Further sheets with the same columns, from which on none is a sample of the longest: each is a part."""
_HALF = 0.5
_LOOKED_AT = 200
"""Rows whose cells are looked at."""
_SHOWN = 5
"""Names of columns that are shown of each sheet."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A sheet: its name, how many rows stand below its header, its columns, and the fields that they surely say."""

    name: str
    rows: int
    columns: tuple[str, ...]
    fields: frozenset[str]
    called: int
    """Whether a column of texts surely says what records are called (2), or who their parties are (1)."""
    first: frozenset[tuple[str, ...]] = frozenset()
    """The filled cells of its first rows, whatever their order."""


def question_of_sheets(
    sheet: Sheet, header: Header, kind: Kind, kinds: Collection[Kind], progress: Progress
) -> Question | None:
    """Which of several sheets is the list; None where the one that was taken is plainly the one.

    Another one could be it where its header says what records are called, or at least who is in them where that of
    the one taken says neither, and it is far longer: the projects behind a summary of them. Or where it says most of
    what the header of the one taken does: the deals of another year. One that is called as a kind is, is that.
    """
    names = [one for one in sheet.others if "!" not in one and not any(is_called(one, other) for other in kinds)]
    if not (sheet.first and names) or is_called(sheet.name, kind):
        return None
    taken = seen(sheet, header, kind)
    rivals = []
    for name in names[:_MOST_SHEETS]:
        with suppress(ImportProblem):
            other = open_sheet(sheet.path, name, progress=progress)
            found = find_header(other, kind)
            rival = seen(other, found, kind)
            of_others = any(has_what_others_have(one, found) for one in kinds if one is not kind)
            if _could_be(rival, taken) and not of_others:
                rivals.append(rival)
    if not rivals:
        return None
    every = sorted((taken, *rivals), key=lambda one: -one.rows)
    alike = [one for one in rivals if have_same_columns(taken.columns, one.columns)]
    is_far = every[0].rows > every[1].rows * _FAR and every[0].called > 0 and len(alike) < _SEVERAL
    likely = every[0] if is_far else None
    reason = Reason.of(Asked.WHICH_SHEET, names=tuple(one.name for one in every))
    answers = tuple(Answer(SHEET, one.name, told(one), likely=one is likely) for one in every)
    if alike and not _repeat((taken, *alike)):
        together = Answer(SHEET, EVERY_SHEET, _told_together((taken, *alike)), likely=not is_far)
        answers = (*answers, together) if is_far else (together, *answers)
    return Question(SHEET, Asked.WHICH_SHEET, reason, answers)


def seen(sheet: Sheet, header: Header, kind: Kind) -> Seen:
    """What a sheet holds below its header."""
    below = header.last - sheet.first + 1
    rows = sum(map(any, islice(sheet.rows(), below, None)))
    sure = {place: word.field for place, word in enumerate(header.words) if word.field and word.certainty == EXACT}
    first = list(islice(sheet.rows(), below, below + _LOOKED_AT))
    named = [field for place, field in sure.items() if _are_texts(first, place)]
    parties = any(field.parts and field.type.refers_to == TABLE_OF_NAMES for field in named)
    called = 2 if kind.heading in named else int(parties)
    cells = frozenset(tuple(sorted(filter(None, row))) for row in first if sum(map(bool, row)) > 1)
    return Seen(sheet.name, rows, header.names, frozenset(one.name for one in sure.values()), called, cells)


def _repeat(every: Sequence[Seen]) -> bool:
    """Whether one sheet holds rows of others again, as *All* does: together they would count twice."""
    return any(
        len(one.first & other.first) >= _HALF * min(len(one.first), len(other.first))
        for one, other in combinations(every, 2)
        if one.first and other.first
    )


def _are_texts(rows: Sequence[Sequence[str]], place: int) -> bool:
    """Whether most cells of a column have letters: numbers of projects are no names of any."""
    cells = [row[place] for row in rows if place < len(row) and row[place].strip()]
    return sum(any(map(str.isalpha, cell)) for cell in cells) * 2 > len(cells)


def _could_be(other: Seen, taken: Seen) -> bool:
    if not other.rows or other.called < taken.called:
        return False
    if other.called and other.rows > taken.rows * _TIMES:
        return True
    same = len({*other.columns} & {*taken.columns}) * 2 > len(taken.columns)
    return same or (len(other.fields) > 1 and len(other.fields) * 2 > len(taken.fields))


def _told_together(every: Sequence[Seen]) -> str:
    """What is read where all sheets with the same columns are, in words."""
    total = sum(one.rows for one in every)
    rows = ngettext("{count} row", "{count} rows", total).format(count=f"{total:,}")
    message = _("one below the other, {rows}: {names}")
    return message.format(rows=rows, names=listed(one.name for one in every))


def told(one: Seen) -> str:
    """Its rows and its first columns, in words."""
    rows = ngettext("{count} row", "{count} rows", one.rows).format(count=f"{one.rows:,}")
    more = ("…",) if len(one.columns) > _SHOWN else ()
    return f"{rows}: {listed((*one.columns[:_SHOWN], *more))}"
