"""Reads cells and checks what comes of it: no formula, nothing that the kind's model refuses, no name that is there."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from cq_tui.importing.convert.cell_text import Cells, cell_text
from cq_tui.importing.convert.organisations import Organisations
from cq_tui.importing.convert.readers.amounts import with_unit
from cq_tui.importing.convert.rule import Convert
from cq_tui.importing.convert.validation import Validator
from cq_tui.importing.errors import CellProblem, Refused
from cq_tui.importing.recognise.maps.mapping import FieldMap
from cq_tui.importing.recognise.words.no_names import is_number_or_time
from cq_tui.query.name_keys import name_key
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.values.clean import clean_line
from cq_tui.values.reasons import Reason, reason_of, refused

_FORMULA = re.compile(r"=\s*[A-Za-z(+\-$@'\"\d]")


@dataclass
class Checked:
    """Checks the values of a kind's fields."""

    kind: Kind
    valid: Validator

    def read(self, one: Field, reader: Convert, cells: Cells) -> dict[str, Any]:
        """The values that ``reader`` makes of cells, as the model keeps them. Raises CellProblem."""
        for position, cell in enumerate(cells):
            if _FORMULA.match(cell):
                raise CellProblem(Reason.of(Refused.FORMULA), position, (position,))
        try:
            values = reader(cells)
            if not values.get(one.name) and one.required:
                raise CellProblem(Reason.of(Refused.MISSING, kind=self.kind.one))
            return {name: self.valid(name, value) for name, value in values.items() if value not in (None, ())}
        except ValueError as error:
            raise CellProblem(reason_of(error)) from None

    def written(self, one: Field, mapped: FieldMap, cells: Cells) -> dict[str, Any]:
        """The text of an amount that can't be read, where the kind has a field for it."""
        name, text = f"{one.name}_text", clean_line(cells[0]).strip() if cells else ""
        if not one.type.is_money or name not in self.kind.by_name or not text or _FORMULA.match(text):
            return {}
        try:
            return {name: self.valid(name, with_unit(text, mapped.unit))}
        except ValueError:  # longer than a line can be; it stands in the passage
            return {}


def name_of_somebody(digits: Collection[str], reader: Convert, cells: Cells) -> dict[str, Any]:
    """What ``reader`` makes of cells, unless they hold a number, a day or a time alone: nobody is called so.

    ``digits``: the keys of names that are digits alone.
    """
    told = list(filter(None, map(cell_text, cells)))
    if told and all(is_number_or_time(one) and name_key(one) not in digits for one in told):
        raise refused(Refused.NOT_A_NAME)
    return reader(cells)


def new_name(organisations: Organisations, reader: Convert, cells: Cells) -> dict[str, Any]:
    """What ``reader`` makes of cells, unless the archive has an organisation under any of these names."""
    for name in filter(None, map(cell_text, cells)):
        if found := organisations.id_of(name):
            raise refused(Refused.IN_THE_ARCHIVE, id=found)
    return reader(cells)
