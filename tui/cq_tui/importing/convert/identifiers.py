"""Converts cells to identifiers: the scheme is that of the column, or stands before the number as an export has it."""

from functools import partial
from typing import Any

from cq_tui.importing.convert.cell_text import Cells, entries, read_at
from cq_tui.importing.convert.references import by_role
from cq_tui.importing.recognise.maps.mapping import FieldMap
from cq_tui.schema.field import Field
from cq_tui.values.lists_in_cells import PART_MARK
from cq_tui.values.reasons import ReasonError

Key = tuple[str, str]
"""A scheme and the id in it."""


def identifiers(one: Field, mapped: FieldMap, cells: Cells) -> dict[str, Any]:
    """The identifiers of each column in the column's scheme, each once."""
    schemes = next(part.codes for part in one.parts if part.codes) or {}
    found: dict[Key, None] = {}
    for scheme, positions in by_role(mapped):
        for position in positions:
            for entry in entries([cells[position]]):
                told, mark, number = entry.partition(PART_MARK)
                key = (told, number) if mark and told in schemes else (scheme, entry)
                found[read_at(position, partial(_key, key[0]), key[1])] = None
    return {one.name: tuple({"scheme": scheme, "id": number} for scheme, number in found)}


def _key(scheme: str, text: str) -> Key:
    """An identifier in its one spelling. Raises ReasonError where it is none."""
    from cq_tui.values.identifiers import compact_alike

    try:
        return compact_alike(scheme, text)
    except ReasonError as error:  # the value stands before the reason
        raise ReasonError(error.reason.without("value")) from None
