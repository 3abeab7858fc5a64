"""Amounts that are not read for marks of thousands at odd places, ``3,000,00``, with what reads them."""

from shlex import quote

from cq_tui.importing.convert.remarks import cells_remarked
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.maps.mapping import ANYWHERE
from cq_tui.importing.review.doubts import Doubt, grouped_count
from cq_tui.importing.review.facts import FieldReview
from cq_tui.importing.sources.import_table import ImportTable
from cq_tui.values.numbers import quantity
from cq_tui.values.reasons import Reason, ReasonError, Unread


def odd_groups(table: ImportTable, header: Header, told: FieldReview) -> Reason | None:
    """What is told of such cells of a field of amounts; None where there are none, or it is said how they are read."""
    columns = [name for name in told.columns if name in header.names]
    is_answerable = told.field.type.is_money and not told.field.shown.own and not told.mapped.thousands
    if not (is_answerable and told.unread and columns):
        return None
    found = [
        (cell, rows)
        for cell, rows in cells_remarked(table, header.names.index(columns[0]))
        if _has_odd_groups(cell, told.mapped.decimal or ".")
    ]
    if not found:
        return None
    setting = f"--set {quote(f'{told.field.name}.thousands={ANYWHERE}')}"
    count = grouped_count(sum(rows for _cell, rows in found))
    return Reason.of(Doubt.ODD_GROUPS, count=count, cell=f'"{found[0][0]}"', setting=setting)


def _has_odd_groups(cell: str, mark: str) -> bool:
    """Whether only such marks keep a cell from being read: without them it is a number."""
    try:
        quantity(cell, mark)
    except ReasonError as error:
        if not error.reason.is_(Unread.SEPARATORS):
            return False
    else:
        return False
    try:
        quantity(cell.replace("," if mark == "." else ".", ""), mark)
    except ReasonError:
        return False
    return True
