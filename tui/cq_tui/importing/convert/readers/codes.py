"""Codes by their words, one or several in a cell, currencies, and yes or no."""

from typing import Any

from cq_tui.importing.convert.cell_text import Cells, cell_text, read_at
from cq_tui.importing.errors import CellProblem, Refused
from cq_tui.importing.recognise.maps.mapping import FieldMap
from cq_tui.importing.recognise.words.code_lookup import code_lookup
from cq_tui.schema.field import Field
from cq_tui.values.currencies import currency_named
from cq_tui.values.reasons import Reason, refused
from cq_tui.values.yes_no import yes_or_no


def code(one: Field, mapped: FieldMap, cells: Cells) -> dict[str, Any]:
    """The code that a cell names."""
    choices = code_lookup(one, mapped.codes)
    return {one.name: choices.code(cells[0]) or None if cell_text(cells[0]) else None}


def currency(one: Field, _mapped: FieldMap, cells: Cells) -> dict[str, Any]:
    """The currency that a cell names."""
    return {one.name: currency_named(cells[0]) if cell_text(cells[0]) else None}


def codes(one: Field, mapped: FieldMap, cells: Cells) -> dict[str, Any]:
    """The codes that cells name; where only some words are known, those."""
    choices = code_lookup(one, mapped.codes)
    found: dict[str, None] = {}
    for position, cell in enumerate(cells):
        if (known := choices.known_of(cell)) and not one.required:
            unknown, instead = known
            reason = Reason.of(Refused.UNKNOWN_ENTRY, words=", ".join(f'"{word}"' for word in unknown))
            raise CellProblem(reason, position, (position,), instead)
        found |= dict.fromkeys(read_at(position, choices.codes, cell) if cell_text(cell) else ())
    return {one.name: tuple(found)}


def flag(one: Field, _mapped: FieldMap, cells: Cells) -> dict[str, Any]:
    """Yes or no. A word that elsewhere says that nothing is known says no here: ``無`` beside ``有``."""
    answer = yes_or_no(cells[0])
    if answer is None and cell_text(cells[0]):
        raise refused(Refused.NOT_YES_OR_NO)
    return {one.name: answer}
