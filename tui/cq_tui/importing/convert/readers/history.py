"""Entries of a history from columns of dates: when it was signed, when production began."""

from typing import Any

from cq_tui.importing.convert.cell_text import Cells, cell_text
from cq_tui.importing.errors import CellProblem
from cq_tui.importing.recognise.maps.mapping import FieldMap, flat
from cq_tui.schema.field import Field
from cq_tui.values import dates
from cq_tui.values.reasons import ReasonError
from cq_tui.values.today import today
from cq_tui.values.types.entries import PLANNED
from cq_tui.values.types.partial_day import first_day


def history(one: Field, mapped: FieldMap, cells: Cells) -> dict[str, Any]:
    """The entries in the order of time, those of one day in the order of the stages.

    What lies ahead can't have come: it is planned, whatever the column says. Raises CellProblem.
    """
    roles = [role for role, names in mapped.roles.items() for _name in flat(names)]
    order = list(one.type.roles)
    found = []
    for position, (role, cell) in enumerate(zip(roles, cells, strict=True)):
        if cell_text(cell):
            day = _day(cell, mapped.order, position)
            planned = role.startswith(PLANNED) or first_day(day) > today()
            found.append((day, order.index(role), role.removeprefix(PLANNED), planned or None))
    entries = sorted(found, key=_when)
    return {one.name: tuple({"date": day, "stage": stage, "planned": plan} for day, _place, stage, plan in entries)}


def _when(entry: tuple[str, int, str, bool | None]) -> tuple[str, int]:
    return entry[:2]


def _day(cell: str, order: str, position: int) -> str:
    try:
        year, month, day = dates.read_date(cell, order)
    except ReasonError as error:
        raise CellProblem(error.reason, position, (position,)) from None
    return "-".join((f"{year:04}", *(f"{part:02}" for part in (month, day) if part)))
