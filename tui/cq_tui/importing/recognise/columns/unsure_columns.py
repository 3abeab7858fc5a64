"""What is common to the columns that are offered where a field is not clear: which are free, and their question."""

import re
from collections.abc import Collection, Iterator, Sequence

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.previews import sums
from cq_tui.importing.recognise.maps.asked import Answer, Asked
from cq_tui.schema.field import Field

MOST_OFFERED = 12
"""Columns that are offered at most."""
_LONGEST = 40
_YEAR = re.compile(r"(?:1[89]\d|20\d|21[0-4])\d(?:\.0)?")
_SPAN = re.compile(
    r"(?:19|20)\d\d[^\W\d]?[-./ ]*(?:\d{1,2}[-./ ]*){0,2}\s*(?:[-–—~～]|to|bis|至|到)\s*(?:(?:19|20)\d\d|[^\W\d]).*"
)
"""A span that begins with its year: ``2024 - 2029``, ``2019.01.21. - 2019-02-05``, ``2019.01.11. - open``."""


def is_year_or_span(cell: str) -> bool:
    """Whether a cell is a year, or a span of days, months or years."""
    return _YEAR.fullmatch(cell.strip()) is not None or _SPAN.fullmatch(cell.strip()) is not None


def free_columns(draft: Draft, about: Collection[str]) -> Iterator[str]:
    """The columns with cells that no field takes, no question offers and that tell nothing of organisations."""
    used = {name for mapped in draft.fields.values() for name in mapped.columns if name not in mapped.instead}
    used |= {one.value for asked in draft.questions for one in asked.answers if isinstance(one.value, str)}
    used |= {draft.unit_column, draft.currency_column, *about}
    return (name for name in draft.header.names if name not in used and draft.cells[name])


def ask_for_column(draft: Draft, one: Field, names: Sequence[str], likely: str = "") -> None:
    """Ask which of some columns a field is, each with its first cells, and amounts with what they add up to.

    Of more than are offered the fullest are.
    """
    if len(names) > MOST_OFFERED:
        fullest = sorted(names, key=lambda name: (name != likely, -len(draft.cells[name])))[:MOST_OFFERED]
        names = [name for name in names if name in fullest]
    answers = []
    for name in names:
        measure = draft.words[name].measure
        told = sums(draft, name, measure) if one.type.is_money else ()
        first = ", ".join(cell[:_LONGEST] for cell in draft.profiles[name].first)
        answers.append(Answer("column", name, first, told, likely=name == likely))
    answers.sort(key=lambda answer: not answer.likely)
    draft.ask(one, Asked.NO_SURE_COLUMN, *answers, field=one.label, names=tuple(names))
