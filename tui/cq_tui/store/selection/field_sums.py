"""What an archive's own fields add up to over a selection: amounts by currency, numbers as they are."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.values.sql import Sql, identifier

Values = Callable[[str, str], Sequence[str]]
"""The different values of a field of strings, by kind and name."""
Ask = Callable[[str], Sequence[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class FieldSum:
    """What a field adds up to, in one currency where it has any, over how many records; ``inexact`` if one is."""

    field: Field
    currency: str | None
    amount: Decimal
    count: int
    inexact: bool


def field_sums(kind: Kind, records: Sql, ask: Ask, values: Values) -> list[FieldSum]:
    """The sums of all fields that say they are summed, without the records that no sum of their kind counts.

    ``records``: SQL, what follows FROM the matching records. The kind's own money is summed elsewhere. Numbers, and
    amounts that are all in one currency, are added up in one scan; grouping takes several times as long.
    """
    fields = list(summed(kind))
    if not fields:
        return []
    counted = f"{records} WHERE {kind.money.sql_exclusion} IS NULL" if kind.money else records
    currencies = {field.name: values(kind.name, field.currency) if field.currency else () for field in fields}
    at_once = [field for field in fields if len(currencies[field.name]) < 2]
    found = dict(zip((field.name for field in at_once), _at_once(at_once, counted, ask), strict=True))
    sums = []
    for field in fields:
        if field.name in found:
            rows = [(next(iter(currencies[field.name]), None), *found[field.name])]
        else:
            currency = identifier(field.currency or "")
            rows = list(ask(f"SELECT {currency}, {', '.join(_sum(field))} {counted} GROUP BY 1 ORDER BY 1"))
        sums += [FieldSum(field, of, Decimal(amount), count, inexact) for of, amount, count, inexact in rows if count]
    return sums


def summed(kind: Kind) -> Iterator[Field]:
    """The fields beside the kind's money that say they are summed."""
    own = kind.money.amount if kind.money else ""
    return (field for field in kind.fields if field.shown.sum and field.name != own)


def _at_once(fields: Sequence[Field], counted: Sql, ask: Ask) -> Iterator[tuple[Any, ...]]:
    """The sum of each field, over how many records, and whether it is inexact."""
    asked = [sql for field in fields for sql in _sum(field)]
    row = ask(f"SELECT {', '.join(asked)} {counted}")[0] if asked else ()
    return (row[place : place + _PARTS] for place in range(0, len(row), _PARTS))


_PARTS = 3


def _sum(field: Field) -> tuple[Sql, Sql, Sql]:
    value, bound = identifier(field.name), field.shown.bound
    stated = f"{value} IS NOT NULL"
    inexact = f"coalesce(bool_or({identifier(bound)} <> 'exact') FILTER ({stated}), false)" if bound else "false"
    return f"CAST(sum({value}) AS DECIMAL(38, 4))", f"count({value})", inexact
