"""Converts cells to identifiers: the scheme is that of the column, or stands before the number as an export has it."""

from typing import Any

from cq_tui.importing.convert.cell_text import Cells, entries
from cq_tui.importing.convert.references import by_role
from cq_tui.importing.recognise.mapping import FieldMap
from cq_tui.schema.field import Field
from cq_tui.values.lists_in_cells import PART_MARK


def identifiers(one: Field, mapped: FieldMap, cells: Cells) -> dict[str, Any]:
    """The identifiers of each column in the column's scheme, each once."""
    schemes = next(part.codes for part in one.parts if part.codes) or {}
    found: dict[tuple[str, str], None] = {}
    for scheme, positions in by_role(mapped):
        for entry in entries([cells[position] for position in positions]):
            told, mark, number = entry.partition(PART_MARK)
            found[(told, number) if mark and told in schemes else (scheme, entry)] = None
    return {one.name: tuple({"scheme": scheme, "id": number} for scheme, number in found)}
