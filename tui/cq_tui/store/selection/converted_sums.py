"""What the amounts of records add up to in one currency, kinds of money apart; what no sum counts is left out."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from cq_tui.schema.kind import Kind
from cq_tui.values.sql import Sql, identifier

Ask = Callable[[Sql], Sequence[tuple[Any, ...]]]


class ConvertedSum(NamedTuple):
    """A kind of money: how many amounts there are, how many of them have a rate, and what these add up to."""

    apart: str | None
    of_all: int
    told: int
    amount: Decimal | None


def converted_sums(kind: Kind, value: Sql, records: Sql, ask: Ask) -> list[ConvertedSum]:
    """The largest first."""
    money = kind.money
    if money is None:
        return []
    apart = identifier(money.apart) if money.apart else "NULL"
    chosen = f"{apart} AS apart, {identifier(money.amount)} AS amount, {value} AS converted"
    rows = ask(
        "SELECT apart, count(amount), count(converted), sum(converted) "
        f"FROM (SELECT {chosen} {records} WHERE {money.sql_exclusion} IS NULL) "
        "GROUP BY apart HAVING count(amount) > 0 ORDER BY 4 DESC NULLS LAST, apart"
    )
    return [ConvertedSum(*row) for row in rows]
