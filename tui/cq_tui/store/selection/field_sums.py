"""What an archive's own fields add up to, of a selection or of its groups: amounts by currency, numbers as they are."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.values.sql import Sql, identifier
from cq_tui.values.types.decimals import PLACES

Ask = Callable[[str], Sequence[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class FieldSum:
    """What a field adds up to, in one currency where it has any, over how many records; ``inexact`` if one is."""

    field: Field
    currency: str | None
    amount: Decimal
    count: int
    inexact: bool


class FieldTotals(NamedTuple):
    """What is added up of the records that the sums of their kind count, beside the kind's own money.

    ``without_progress``: how many of them don't say how far they have come.
    """

    without_progress: int
    sums: list[FieldSum]


def summed_fields(kind: Kind) -> Iterator[Field]:
    """The fields beside the kind's money that say they are summed."""
    own = kind.money.amount if kind.money else ""
    return (field for field in kind.fields if field.shown.sum and field.name != own)


def field_totals(kind: Kind, records: Sql, ask: Ask, only_currency: Callable[[Field], str | None]) -> FieldTotals:
    """Add up all fields that say they are summed. ``records``: SQL, what follows FROM the matching records.

    ``only_currency``: the one currency that a field's amounts are in, None where there are several. Numbers, and
    amounts that are all in one currency, are added up in one scan; grouping takes several times as long.
    """
    counted = f"{records} WHERE {kind.money.sql_exclusion} IS NULL" if kind.money else records
    progress = kind.money.progress if kind.money else None
    at_once, apart = _parted(kind, only_currency)
    if not (progress or at_once or apart):
        return FieldTotals(0, [])
    missing = f"count(*) FILTER ({identifier(progress)} IS NULL)" if progress else "0"
    row = ask(f"SELECT {', '.join((missing, *_sums(at_once)))} {counted}")[0]
    sums = list(_read(at_once, row[1:], list(map(only_currency, at_once))))
    for field in apart:
        currency = identifier(field.currency or "")
        by_currency = ask(f"SELECT {currency}, {', '.join(_sum(field))} {counted} GROUP BY 1 ORDER BY 1")
        sums += [one for group in by_currency for one in _read([field], group[1:], group[:1])]
    return FieldTotals(row[0], _in_order(kind, sums))


def sums_by(
    kind: Kind, value: Sql, records: Sql, ask: Ask, only_currency: Callable[[Field], str | None], *, only: Sql = ""
) -> dict[Any, list[FieldSum]]:
    """The sums of the groups that an SQL expression makes of the records, by its values; none where all are empty.

    ``only``: SQL that leaves the rows of some groups, which have a column ``_value``.
    """
    at_once, apart = _parted(kind, only_currency)
    found: dict[Any, list[FieldSum]] = {}
    for fields in filter(None, (at_once, *([field] for field in apart))):
        currency = identifier(fields[0].currency or "") if fields is not at_once else "NULL"
        why = kind.money.sql_exclusion if kind.money else "NULL"
        needed = {name for one in fields for name in (one.name, one.shown.bound) if name}
        chosen = ", ".join((f"{value} AS _value", f"{currency} AS _currency", *map(identifier, sorted(needed))))
        grouped = (
            f"FROM (SELECT {chosen} {records} WHERE {why} IS NULL){only} GROUP BY _value, _currency ORDER BY _currency"
        )
        for row in ask(f"SELECT _value, _currency, {', '.join(_sums(fields))} {grouped}"):
            currencies = list(map(only_currency, fields)) if fields is at_once else row[1:2]
            found.setdefault(row[0], []).extend(_read(fields, row[2:], currencies))
    return {key: _in_order(kind, sums) for key, sums in found.items()}


def _parted(kind: Kind, only_currency: Callable[[Field], str | None]) -> tuple[list[Field], list[Field]]:
    """The fields that are summed in one scan, and those whose currencies have to be told apart."""
    fields = list(summed_fields(kind))
    apart = [field for field in fields if field.currency and only_currency(field) is None]
    return [field for field in fields if field not in apart], apart


def _in_order(kind: Kind, sums: list[FieldSum]) -> list[FieldSum]:
    return sorted(sums, key=lambda one: kind.fields.index(one.field))


_PARTS = 3


def _sums(fields: Sequence[Field]) -> list[Sql]:
    return [sql for field in fields for sql in _sum(field)]


def _sum(field: Field) -> tuple[Sql, Sql, Sql]:
    """The sum of a field, over how many records, and whether it is inexact."""
    value, bound = identifier(field.name), field.shown.bound
    stated = f"{value} IS NOT NULL"
    inexact = f"coalesce(bool_or({identifier(bound)} <> 'exact') FILTER ({stated}), false)" if bound else "false"
    places = getattr(field.type, "places", PLACES)
    return f"CAST(sum({value}) AS DECIMAL(38, {places}))", f"count({value})", inexact


def _read(fields: Sequence[Field], row: Sequence[Any], currencies: Sequence[str | None]) -> Iterator[FieldSum]:
    """The sums in the columns of a row, each in its currency, of the fields that any record states."""
    for place, (field, currency) in enumerate(zip(fields, currencies, strict=True)):
        amount, count, inexact = row[place * _PARTS : (place + 1) * _PARTS]
        if count:
            yield FieldSum(field, currency if field.currency else None, Decimal(amount), count, inexact)
