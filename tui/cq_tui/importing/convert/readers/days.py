"""Days, months and years, in one cell or in a cell for each part."""

from datetime import date
from typing import Any

from cq_tui.importing.convert.cell_text import Cells, cell_text
from cq_tui.importing.errors import CellProblem, Refused
from cq_tui.importing.recognise.maps.mapping import FieldMap
from cq_tui.schema.field import Field
from cq_tui.values import dates
from cq_tui.values.amount_above_day import amount_and_day
from cq_tui.values.codes import Precision
from cq_tui.values.reasons import ReasonError, Unread, refused
from cq_tui.values.year_spans import SPAN, first_year

_PARTS = {"month": (Unread.NOT_A_MONTH,), "day": (Unread.NOT_A_DAY, Unread.NOT_IN_THE_CALENDAR)}
"""Which part of a date is at fault."""


def day(one: Field, mapped: FieldMap, cells: Cells) -> dict[str, Any]:
    """A day, or a month or year where the field has a precision."""
    if mapped.year:
        names = [name for name in ("year", "month", "day") if getattr(mapped, name)]
        parts = {name: cell_text(cell) for name, cell in zip(names, cells, strict=True)}
        found = _from_parts(names, parts)
    else:
        spans = mapped.order == SPAN
        text, order = (first_year(cells[0]), "") if spans else (cells[0], mapped.order)
        text = both[1] if (both := amount_and_day(text)) else text
        found = dates.read_date(text, order) if cell_text(text) else None
    if found is None:
        return {one.name: None}
    year, month, day = found
    if not one.shown.precision and (month is None or day is None):
        raise refused(Refused.NOT_A_WHOLE_DATE)
    precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
    exactness = {one.shown.precision: precision} if one.shown.precision and not day else {}
    return {one.name: date(year, month or 1, day or 1), **exactness}


def _from_parts(names: list[str], parts: dict[str, str]) -> dates.Parts | None:
    """A date of cells of its own. Raises CellProblem: what is no month leaves the year, what is no day the month."""
    try:
        return dates.from_parts(parts["year"], parts.get("month", ""), parts.get("day", ""))
    except ReasonError as error:
        first = next((name for name, codes in _PARTS.items() if any(map(error.reason.is_, codes))), "")
        if first not in names:
            raise
        position = names.index(first)
        raise CellProblem(error.reason, position, tuple(range(position, len(names)))) from None
