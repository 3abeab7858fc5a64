"""Converts cells to identifiers: the scheme is that of the column, or stands before the number as an export has it."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from cq_tui.importing.convert.cell_text import Cells, entries, read_at
from cq_tui.importing.convert.references import by_role
from cq_tui.importing.errors import Refused
from cq_tui.importing.recognise.mapping import FieldMap
from cq_tui.schema.field import Field
from cq_tui.values.lists_in_cells import PART_MARK
from cq_tui.values.reasons import ReasonError, refused

Key = tuple[str, str]
"""A scheme and the id in it."""


def identifiers(taken: Mapping[Key, str], one: Field, mapped: FieldMap, cells: Cells) -> dict[str, Any]:
    """The identifiers of each column in the column's scheme, each once.

    ``taken``: those that an organisation of the archive has, with its id; a row with one of them tells of that.
    """
    schemes = next(part.codes for part in one.parts if part.codes) or {}
    found: dict[Key, None] = {}
    for scheme, positions in by_role(mapped):
        for position in positions:
            for entry in entries([cells[position]]):
                told, mark, number = entry.partition(PART_MARK)
                key = (told, number) if mark and told in schemes else (scheme, entry)
                found[read_at(position, partial(_key, taken, key[0]), key[1])] = None
    return {one.name: tuple({"scheme": scheme, "id": number} for scheme, number in found)}


def _key(taken: Mapping[Key, str], scheme: str, text: str) -> Key:
    """An identifier in its one spelling. Raises ReasonError where it is none, or is taken."""
    from cq_tui.values.identifiers import compact

    try:
        key = scheme, compact(scheme, text)
    except ReasonError as error:  # the value stands before the reason
        raise ReasonError(error.reason.without("value")) from None
    if known := taken.get(key):
        raise refused(Refused.IN_THE_ARCHIVE, id=known)
    return key
