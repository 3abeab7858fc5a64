"""Records and amounts by how far they have come, in each group of an expression; one statement."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from cq_tui.schema.kind import Kind, Money
from cq_tui.values.sql import Sql, identifier

Ask = Callable[[Sql], Sequence[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class Progressed:
    """Records of one group, progress, kind of money and currency; ``amount`` is None where none has one."""

    value: Any
    progress: str | None
    apart: str | None
    currency: str | None
    count: int
    amount: Decimal | None
    inexact: bool


def by_progress(kind: Kind, money: Money, value: Sql, records: Sql, ask: Ask, *, only: Sql = "") -> list[Progressed]:
    """Add up what ``records`` (``FROM ...``) gives; ``only``: SQL that leaves the rows of some groups.

    What no sum counts whatever its progress is in no row.
    """
    amount, bound = kind.by_name[money.amount], kind.by_name[money.amount].shown.bound
    chosen = ", ".join(
        f"{sql} AS {name}"
        for name, sql in {
            "_value": value,
            "_progress": identifier(money.progress) if money.progress else "NULL",
            "_apart": identifier(money.apart) if money.apart else "NULL",
            "_currency": identifier(money.currency),
            "_amount": identifier(money.amount),
            "_inexact": f"{identifier(bound)} <> 'exact'" if bound else "false",
        }.items()
    )
    rows = ask(
        f"SELECT _value, _progress, _apart, _currency, count(*), {amount.type.sql_sum('_amount')}, "
        "coalesce(bool_or(_inexact) FILTER (_amount IS NOT NULL), false) "
        f"FROM (SELECT {chosen} {records} WHERE NOT {money.sql_excluded_at_any_stage}){only} GROUP BY ALL ORDER BY ALL"
    )
    return [Progressed(*row) for row in rows]
