"""Months with a point that can be two, ``2014.1``: what reads them as January."""

from shlex import quote

from cq_tui.importing.convert.remarks import cells_remarked
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.review.doubts import Doubt, grouped_count
from cq_tui.importing.review.facts import FieldReview
from cq_tui.importing.sources.import_table import ImportTable
from cq_tui.values.dotted_months import ZEROS_KEPT
from cq_tui.values.reasons import Reason, Unread


def odd_months(table: ImportTable, header: Header, told: FieldReview) -> Reason | None:
    """What is told of such cells of a field of days that were not read; None where there are none."""
    if not told.field.type.is_day or told.field.shown.own or not told.unread or told.mapped.order:
        return None
    columns = [header.names.index(name) for name in told.columns if name in header.names]
    found = [pair for at in columns for pair in cells_remarked(table, at, only=Unread.JANUARY_OR_OCTOBER)]
    if not found:
        return None
    setting = f"--set {quote(f'{told.field.name}.order={ZEROS_KEPT}')}"
    count = grouped_count(sum(rows for _cell, rows in found))
    return Reason.of(Doubt.JANUARY_OR_OCTOBER, count=count, cell=f'"{found[0][0]}"', setting=setting)
