"""Deals that have event, year, category, type, currency and reason of exclusion in common, added up by the engine."""

from collections.abc import Callable
from typing import Any

from cq_tui.archive.reconcile import Itemised
from cq_tui.query.columns import column
from cq_tui.schema.kind import Kind
from cq_tui.values.sql import Sql

Ask = Callable[[Sql], list[tuple[Any, ...]]]


def tally(deals: Kind, source: Sql, ask: Ask) -> list[Itemised]:
    """The groups of what ``source`` (``FROM ...``) leaves of the table of deals, those that no sum counts too."""
    money = deals.money
    year = next(column(field) for field in deals.asked if field.name == "year")
    why = money.sql_exclusion if money else "NULL"
    by = f"event, {year} AS year, category, instrument, currency, {why} AS why"
    inexact = "coalesce(bool_or(amount_bound <> 'exact') FILTER (amount IS NOT NULL), false)"
    total = deals.by_name["amount"].type.sql_sum("amount")
    found = f"{by}, count(*) AS count, {total} AS total, {inexact} AS inexact"
    rows = ask(f"SELECT {found} {source} GROUP BY ALL ORDER BY ALL")
    reasons = money.excluded if money else ()
    return [
        Itemised(
            event, year, category, instrument, currency, count, amount, inexact_, None if why is None else reasons[why]
        )
        for event, year, category, instrument, currency, why, count, amount, inexact_ in rows
    ]
