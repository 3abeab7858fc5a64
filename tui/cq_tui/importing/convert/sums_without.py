"""What the amounts of a list add up to with some of its rows and without them, to be shown beside a question."""

from decimal import Decimal

from cq_tui.importing.convert.accepted_rows import AcceptedRows
from cq_tui.importing.convert.convert_column import ColumnConversion
from cq_tui.importing.convert.likely_totals import MOST_SUMS
from cq_tui.importing.recognise.maps.asked import Made
from cq_tui.importing.sources.import_table import ROW
from cq_tui.language import ngettext
from cq_tui.values.sql import Sql

Sums = tuple[Made, ...]


def rows_words(count: int) -> str:
    """How many rows would be taken, in words."""
    return ngettext("{count} row", "{count} rows", count).format(count=f"{count:,}")


def sums_with_and_without(accepted: AcceptedRows, rows: Sql) -> tuple[Sums, Sums]:
    """The sums of the rows that could be accepted, and those without the ``rows`` that a query gives."""
    money = (one for one in accepted.conversions if accepted.kind.by_name[one.rule.fields[0]].type.is_money)
    one = next(money, None)
    if one is None:
        return (), ()
    field = accepted.kind.by_name[one.rule.fields[0]]
    spelt = f"nullif({one.expressions[field.name]}, '')::DECIMAL(38, 4)"
    amount = one.number if isinstance(one, ColumnConversion) else spelt
    found = accepted.table.ask(
        f"SELECT currency, sum(v), coalesce(sum(v) FILTER (NOT out), 0) FROM (SELECT {amount} AS v, "
        f"{one.expressions[field.shown.currency or '']} AS currency, {ROW} IN ({rows}) AS out FROM cells {one.join} "
        f"WHERE {ROW} NOT IN (SELECT {ROW} FROM refusals)) "
        f"GROUP BY 1 HAVING count(v) > 0 ORDER BY count(v) DESC, 1 LIMIT {MOST_SUMS}"
    )
    return (
        tuple(Made("", Decimal(all_), currency) for currency, all_, _once in found),
        tuple(Made("", Decimal(once), currency) for currency, _all, once in found),
    )
