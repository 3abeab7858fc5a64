"""Amounts of rows that are left out by their looks: whoever reads what became of a list sees what these had."""

from collections.abc import Iterator
from decimal import Decimal

from cq_tui.importing.convert.accepted_rows import AcceptedRows
from cq_tui.importing.convert.convert_column import ColumnConversion
from cq_tui.importing.errors import Noticed, Refused
from cq_tui.importing.sources.import_table import ROW
from cq_tui.values.amounts import Amount
from cq_tui.values.reasons import Reason
from cq_tui.values.sql import literal

_LOOKS = (Refused.ONE_CELL, Refused.REPEATS_HEADER, Refused.NAMES_COLUMNS, Refused.TURNS_PAGES)
"""Why rows are left out that have no amount, if they are what they look like; totals have one, and are called so."""


def amounts_left_out(accepted: AcceptedRows) -> Iterator[Reason]:
    """What is to be told of such amounts, for each currency."""
    looks = ", ".join(literal(Reason.of(one).dump()) for one in _LOOKS)
    out = f"SELECT {ROW} FROM refusals WHERE col = -1 AND reason IN ({looks})"
    if not accepted.table.ask(f"{out} LIMIT 1"):
        return
    for one in accepted.conversions:
        field = accepted.kind.by_name[one.rule.fields[0]]
        if not field.type.is_money or not one.rule.columns:
            continue
        spelt = f"nullif({one.expressions[field.name]}, '')::DECIMAL(38, 4)"
        amount = one.number if isinstance(one, ColumnConversion) else spelt
        found = accepted.table.ask(
            f"SELECT currency, count(v), sum(v), min({ROW}) FILTER (v IS NOT NULL) FROM (SELECT {ROW}, {amount} AS v, "
            f"{one.expressions[field.shown.currency or '']} AS currency FROM cells {one.join} WHERE {ROW} IN ({out})) "
            "GROUP BY 1 ORDER BY 2 DESC, 1"
        )
        for currency, count, total, row in found:
            if count:
                setting, amounts = f"--set rows.keep={row}", Amount(Decimal(total), currency)
                yield Reason.of(
                    Noticed.AMOUNTS_LEFT_OUT, count=f"{count:,}", sum=amounts, row=f"{row}", setting=setting
                )
