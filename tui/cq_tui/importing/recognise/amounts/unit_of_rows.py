"""A header that says a unit, beside a column of units that may belong to other amounts: which one holds is asked."""

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.previews import made
from cq_tui.importing.recognise.maps.asked import Answer, Asked
from cq_tui.importing.recognise.words.header_grammar import take_apart
from cq_tui.importing.recognise.words.known_words import known_word
from cq_tui.schema.field import Field
from cq_tui.values.measures import Measure, measure
from cq_tui.values.units import UNITS

_SHOWN = 2
"""Rows that an answer shows."""


def units_differ(draft: Draft, header: Measure) -> bool:
    """Whether a cell of the column of units says another one than the header of the amounts.

    A column that is called by nothing but a unit, ``Unit``, is that of the amounts.
    """
    name = draft.unit_column
    known = known_word(draft.kind.name, take_apart(name).name)
    if draft.words[name].is_unit or (known is not None and known.field == "unit"):
        return False
    return any(UNITS[told.unit] != UNITS[header.unit] for cell in draft.cells[name] if (told := measure(cell)))


def ask_header_or_column(draft: Draft, one: Field, name: str, header: Measure) -> None:
    """Ask whether the unit of the header holds, which is nearer to the amounts, or that of each row's cell."""
    beside = draft.header.names.index(draft.unit_column)
    at = draft.header.names.index(name)
    pairs = [(row[at], row[beside]) for row in draft.rows if max(at, beside) < len(row) and row[at] and row[beside]]
    first = ", ".join(" ".join(pair) for pair in dict.fromkeys(pairs[:_SHOWN]))
    answers = (
        Answer("unit", header.unit, makes=made(draft.profiles[name], header), likely=True),
        Answer("unit_column", draft.unit_column, first),
    )
    value = next(
        cell for cell in draft.cells[draft.unit_column] if (told := measure(cell)) and told.unit != header.unit
    )
    draft.ask(
        one, Asked.HEADER_OR_COLUMN, *answers, column=name, unit=header.unit, other=draft.unit_column, value=value
    )
