"""Asks whether the list is the one of records or one within them, where the amounts stand in the inner one alone."""

from collections.abc import Sequence
from contextlib import suppress

from cq_tui.importing.errors import ImportProblem, Noticed
from cq_tui.importing.progress import Progress
from cq_tui.importing.recognise.headers.header import Header, NoHeader, find_header
from cq_tui.importing.recognise.headers.which_sheet import Seen, seen, told
from cq_tui.importing.recognise.maps.asked import Answer, Asked, Question
from cq_tui.importing.recognise.maps.mapping import SHEET
from cq_tui.importing.recognise.words.word import WEAK
from cq_tui.importing.sources.sheet import Sheet, open_sheet
from cq_tui.schema.kind import Kind
from cq_tui.values.reasons import Reason

_MOST_LISTS = 4
"""Lists that are looked at: each takes as long as the first."""
_SEVERAL = 1.1
"""How many records of the inner list there are, on average, in each record that has some."""


def question_of_lists(sheet: Sheet, header: Header, kind: Kind, progress: Progress) -> Question | None:
    """Which of two lists of JSON is meant; None where the records have amounts of their own, or have no name.

    ``{"street": …, "auctions": [{"date": …, "price": …}, …]}``: what a deal has, each of the auctions has. It is likely
    meant where it has days as well.
    """
    inner = _inner_list(sheet, header, kind, progress) if sheet.name else None
    if inner is None:
        return None
    within, its_header = inner
    every: tuple[Seen, ...] = (seen(within, its_header, kind), seen(sheet, header, kind))
    likely = within.name if _has(its_header, kind, is_day=True) else ""
    answers = tuple(Answer(SHEET, one.name, told(one), likely=one.name == likely) for one in every)
    return Question(SHEET, Asked.WHICH_LIST, Reason.of(Asked.WHICH_LIST, name=within.name), answers)


def told_of_lists(sheet: Sheet, header: Header, kind: Kind, progress: Progress) -> tuple[Reason, ...]:
    """What is told where the records have no name by which they could be answered for."""
    inner = None if sheet.name else _inner_list(sheet, header, kind, progress)
    return (Reason.of(Noticed.INNER_LIST, name=inner[0].name),) if inner else ()


def _inner_list(sheet: Sheet, header: Header, kind: Kind, progress: Progress) -> tuple[Sheet, Header] | None:
    """The longest list within records of JSON that has amounts, several in some, where these have none beside it."""
    if sheet.first or sheet.name in sheet.inner or not any(one.type.is_money for one in kind.fields):
        return None
    for name in sheet.inner[:_MOST_LISTS]:
        own = (name.removeprefix(f"{sheet.name}.") if sheet.name else name).replace(".", "_")
        places = [place for place, one in enumerate(header.names) if one == own or one.startswith(f"{own}_")]
        if _has(header, kind, without=places):
            continue
        with suppress(ImportProblem, NoHeader):
            inner = open_sheet(sheet.path, name, progress=progress)
            found = find_header(inner, kind)
            held = sum(any(place < len(row) and row[place] for place in places) for row in sheet.rows()) - 1
            if _has(found, kind) and seen(inner, found, kind).rows > held * _SEVERAL:
                return inner, found
    return None


def _has(header: Header, kind: Kind, *, without: Sequence[int] = (), is_day: bool = False) -> bool:
    """Whether a header says an amount, or a day, in some other column than these."""
    asked = {one.name for one in kind.fields if (one.type.is_day if is_day else one.type.is_money)}
    said = (word for place, word in enumerate(header.words) if place not in without)
    return any(word.field is not None and word.certainty > WEAK and word.field.name in asked for word in said)
