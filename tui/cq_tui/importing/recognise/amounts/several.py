"""Asks what becomes of cells that hold several amounts, with what a column adds up to by each answer."""

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.previews import sums
from cq_tui.importing.recognise.maps.asked import Answer, Asked
from cq_tui.importing.recognise.maps.mapping import FieldMap
from cq_tui.language import _
from cq_tui.schema.field import Field
from cq_tui.values.clean import clean_line
from cq_tui.values.measures import Measure
from cq_tui.values.several_amounts import FIRST, NEITHER, SUM, several_amounts

_SHOWN = 60


def ask_for_several(draft: Draft, one: Field, name: str, found: FieldMap) -> None:
    """Ask it where any cell of the amounts holds several of which each says its currency."""
    cells = draft.cells[name]
    holds = {cell: bool(several_amounts(cell, found.decimal or ".")) for cell in dict.fromkeys(cells)}
    several = [cell for cell in cells if holds[cell]]
    if not several:
        return
    told = Measure(found.unit, found.currency)
    remarks = {NEITHER: _("they are left as remarks")}
    answers = (
        Answer("several", how, remarks.get(how, ""), sums(draft, name, told, how)) for how in (SUM, FIRST, NEITHER)
    )
    about = {"count": f"{len(several):,}", "filled": f"{len(cells):,}", "cell": _shown(several[0])}
    draft.ask(one, Asked.SEVERAL_AMOUNTS, *answers, column=name, **about)


def _shown(cell: str) -> str:
    """A cell on one line, in which its own lines stay apart: amounts with blanks between would be another one."""
    return clean_line(" / ".join(filter(None, map(str.strip, cell.splitlines()))))[:_SHOWN]
