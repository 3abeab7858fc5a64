"""Amounts that name no unit among others that do are left as remarks where they are hardly counted in ones."""

from collections import Counter
from dataclasses import replace

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.maps.mapping import NO_UNIT, FieldMap
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.schema.field import Field
from cq_tui.values.bare_amounts import is_bare, says_ones
from cq_tui.values.clean import clean_line
from cq_tui.values.numbers import Quantity, quantity
from cq_tui.values.reasons import ReasonError

_TIMES = 10
"""So many times as much is the least of those in ones, of which most say 元, if what says nothing is hardly in ones."""


def tell_without_unit(draft: Draft, one: Field, name: str, found: FieldMap) -> FieldMap:
    """The map of a column of amounts with what becomes of those that name no unit, which is told."""
    if found.unit or found.unit_column or "bare" not in one.type.mapped_by:
        return found
    cells = Counter(draft.cells[name])
    read = {cell: made for cell in cells if (made := _read(cell, found.decimal or "."))}
    bare = dict.fromkeys(cell for cell, made in read.items() if is_bare(made, cell))
    units = Counter[str]()
    for cell, made in read.items():
        units[made.unit] += cells[cell] if made.unit else 0
    named = units.total()
    ones = [cell for cell, made in read.items() if not made.unit and made.value and cell not in bare]
    without, in_ones = (sum(cells[cell] for cell in each) for each in (bare, ones))
    saying = sum(cells[cell] for cell in ones if says_ones(cell))
    if not (bare and named) or all(read[cell].currency for cell in bare):
        return found
    least = min((read[cell].value for cell in ones), default=0)
    is_far = max(read[cell].value for cell in bare) * _TIMES <= least and saying * 2 >= in_ones
    if not ((is_far and without < named + saying) or (named > in_ones and without < named)):
        return found
    unit = units.most_common(1)[0][0]
    setting = f"--set {one.name}.bare={unit}"
    draft.tell(
        one,
        Evidence.NO_UNIT,
        count=f"{without:,}",
        cell=f'"{clean_line(next(iter(bare)))}"',
        unit=unit,
        setting=setting,
    )
    draft.likely.add(one.name)
    return replace(found, bare=NO_UNIT)


def _read(cell: str, mark: str) -> Quantity | None:
    try:
        return quantity(cell, mark)
    except ReasonError:
        return None
