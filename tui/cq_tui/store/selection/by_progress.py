"""Records and amounts by how far they have come, in each group of an expression; one statement."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from cq_tui.schema.kind import Kind
from cq_tui.values.sql import Sql, identifier

Ask = Callable[[Sql], Sequence[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class Progressed:
    """Records of one group, progress, kind of money and currency; ``amount`` is None where none has one.

    ``counts``: whether a sum would count them, however far they came; not so an umbrella, or what is marked so.
    ``summed``: whether sums count them as far as they are now; not so what is cancelled.
    """

    value: Any
    counts: bool
    summed: bool
    progress: str | None
    apart: str | None
    currency: str | None
    count: int
    amount: Decimal | None
    inexact: bool
    silent: bool | None = None
    """What an expression for being silent says of them; None where it is not known, or not asked."""


def by_progress(
    kind: Kind, value: Sql, records: Sql, ask: Ask, *, only: Sql = "", silent: Sql = "NULL"
) -> list[Progressed]:
    """Add up what ``records`` (``FROM ...``) gives; ``only``: SQL that leaves the rows of some groups.

    ``silent``: a condition that parts them further.
    """
    always, never = ("_counts", "_summed"), ("_progress", "_apart", "_currency", "_amount")
    names = dict.fromkeys(always, "true") | dict.fromkeys(never, "NULL") | {"_inexact": "false"}
    total = "sum(NULL)"
    if money := kind.money:
        amount, bound = kind.by_name[money.amount], kind.by_name[money.amount].shown.bound
        total = amount.type.sql_sum("_amount")
        names = {
            "_counts": f"NOT {money.sql_excluded_at_any_stage}",
            "_summed": f"{money.sql_exclusion} IS NULL",
            "_progress": identifier(money.progress) if money.progress else "NULL",
            "_apart": identifier(money.apart) if money.apart else "NULL",
            "_currency": identifier(money.currency),
            "_amount": identifier(money.amount),
            "_inexact": f"{identifier(bound)} <> 'exact'" if bound else "false",
        }
    chosen = ", ".join(f"{sql} AS {name}" for name, sql in names.items())
    rows = ask(
        f"SELECT _value, _counts, _summed, _progress, _apart, _currency, count(*), {total}, "
        "coalesce(bool_or(_inexact) FILTER (_amount IS NOT NULL), false), _silent "
        f"FROM (SELECT {value} AS _value, {silent} AS _silent, {chosen} {records}){only} GROUP BY ALL ORDER BY ALL"
    )
    return [Progressed(*row) for row in rows]
