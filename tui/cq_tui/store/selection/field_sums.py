"""What an archive's own fields add up to over a selection: amounts by currency, numbers as they are."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.values.sql import Sql, identifier, literal

Ask = Callable[[str], Sequence[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class FieldSum:
    """What a field adds up to, in one currency where it has any, over how many records; ``inexact`` if one is."""

    field: Field
    currency: str | None
    amount: Decimal
    count: int
    inexact: bool


def field_sums(kind: Kind, records: Sql, ask: Ask) -> list[FieldSum]:
    """The sums of all fields that say they are summed, without the records that no sum of their kind counts.

    ``records``: SQL, what follows FROM the matching records. The kind's own money is summed elsewhere.
    """
    fields = {field.name: field for field in summed(kind)}
    if not fields:
        return []
    counts = f"{kind.money.sql_exclusion} IS NULL" if kind.money else "true"
    each = " UNION ALL ".join(_sum(field, counts, records) for field in fields.values())
    rows = ask(f"SELECT * FROM ({each}) WHERE count > 0")
    order = list(fields)
    found = [FieldSum(fields[name], currency, Decimal(amount), count, inexact)
             for name, currency, amount, count, inexact in rows]  # fmt: skip
    return sorted(found, key=lambda one: (order.index(one.field.name), one.currency or ""))


def summed(kind: Kind) -> Iterator[Field]:
    """The fields beside the kind's money that say they are summed."""
    own = kind.money.amount if kind.money else ""
    return (field for field in kind.fields if field.shown.sum and field.name != own)


def _sum(field: Field, counts: Sql, records: Sql) -> Sql:
    value, bound = identifier(field.name), field.shown.bound
    currency = identifier(field.currency) if field.currency else "NULL::VARCHAR"
    inexact = f"coalesce(bool_or({identifier(bound)} <> 'exact'), false)" if bound else "false"
    total = f"CAST(sum({value}) AS DECIMAL(38, 4))"
    group = f" GROUP BY {currency}" if field.currency else ""
    return (
        f"SELECT {literal(field.name)} AS name, {currency} AS currency, {total} AS amount, count({value}) AS count, "
        f"{inexact} AS inexact {records} WHERE {value} IS NOT NULL AND {counts}{group}"
    )
