"""The review of a converted list: what each field was read from, what its values are, and what is odd about them.

It is computed by the engine over the working table, which holds the accepted rows as cells and as converted values.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from cq_tui.importing.convert.accepted_rows import AcceptedRows
from cq_tui.importing.convert.convert_column import ColumnConversion
from cq_tui.importing.convert.organisations import Organisations
from cq_tui.importing.convert.own_fields import OwnFields
from cq_tui.importing.convert.per_column import PerColumnConversion
from cq_tui.importing.convert.remarks import columns_remarked, rows_remarked
from cq_tui.importing.errors import Noticed
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.maps.mapping import NO_UNIT, TABLE_OF_NAMES, FieldMap, keys_of
from cq_tui.importing.review.codes_like_nothing import code_like_nothing
from cq_tui.importing.review.doubts import doubts
from cq_tui.importing.review.facts import FieldReview, MoneyFacts, Span
from cq_tui.importing.review.hours_left_out import hours_left_out
from cq_tui.importing.review.not_taken import NotTaken
from cq_tui.importing.review.odd_groups import odd_groups
from cq_tui.importing.review.odd_months import odd_months
from cq_tui.importing.review.organisations import OrganisationsReview
from cq_tui.importing.review.parties import party_facts
from cq_tui.importing.review.rounded import rounded
from cq_tui.importing.review.several_persons import several_persons
from cq_tui.importing.review.shared_names import rows_of_shared_names
from cq_tui.importing.review.unknown_words import unknown_words
from cq_tui.importing.review.without_party import rows_without_party
from cq_tui.importing.sources.cells_sql import first_filled
from cq_tui.importing.sources.import_table import ROW
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.values import numbers
from cq_tui.values.bare_amounts import COUNTED_IN_ONES, SMALL
from cq_tui.values.formulas import Formulas
from cq_tui.values.lists_in_cells import LIST_MARK
from cq_tui.values.nothing import sql_says_something
from cq_tui.values.numbers import unit_in
from cq_tui.values.reasons import Reason, Unread
from cq_tui.values.types.decimals import PLACES
from cq_tui.values.unstated import is_undisclosed, is_unstated
from cq_tui.values.usual_amounts import UsualAmounts

_LONGEST_AMOUNT = 60
_AMOUNTS_LOOKED_AT = 2_000
MOST_VALUES = 5
"""Most frequent values of a field that are told."""
_ACCEPTED = f"WHERE {ROW} NOT IN (SELECT {ROW} FROM refusals)"
"""SQL: the condition of what is read from ``cells``, with whatever is joined to it. A wide list has too many columns to
name them all in every statement."""
Conversion = ColumnConversion | PerColumnConversion


@dataclass(frozen=True, slots=True)
class Review:
    """All fields that come from somewhere, in reading order, and the organisations if any field names some.

    ``absent``: the fields that no column says, which are not stated in any row; ``left_out``: those of them that the
    header of a column says which a given map does not take.
    """

    rows: int
    fields: tuple[FieldReview, ...]
    organisations: OrganisationsReview | None
    absent: tuple[Field, ...] = ()
    left_out: tuple[tuple[Field, str], ...] = ()
    not_taken: tuple[NotTaken, ...] = ()
    """The columns of which nothing else is told."""


def field_reviews(
    accepted: AcceptedRows,
    header: Header,
    mapping: Mapping[str, FieldMap],
    own: OwnFields,
    known: Organisations,
    nobody: int = 0,
) -> tuple[FieldReview, ...]:
    """The review of each field with columns. ``own``: those that columns become. ``nobody``: rows that name none."""
    return tuple(_reviews(accepted, header, mapping, own, known, nobody)) if accepted.counts.accepted else ()


def _reviews(
    accepted: AcceptedRows,
    header: Header,
    mapping: Mapping[str, FieldMap],
    own: OwnFields,
    known: Organisations,
    nobody: int,
) -> Iterator[FieldReview]:
    unread = columns_remarked(accepted.table, header, but=Unread.NO_FIXED_DAY)
    no_day = columns_remarked(accepted.table, header, only=Unread.NO_FIXED_DAY)
    currencies = [one.shown.currency for one in accepted.kind.fields if one.shown.currency]
    for one in accepted.conversions:
        field, columns = accepted.kind.by_name[one.rule.fields[0]], tuple(header.names[n] for n in one.rule.own_columns)
        if not columns:
            continue
        mapped = mapping[field.name]
        told_of = [name for name in columns if name in unread]
        missed = sum(unread[name] for name in told_of)
        if len(told_of) > 1:
            missed = rows_remarked(accepted.table, header, told_of, but=Unread.NO_FIXED_DAY)
        facts = _facts(accepted, one, field)
        told = FieldReview(field, columns, mapped, unread=missed, becomes=own.types.get(field.name, ""), **facts)
        if field.type.refers_to == TABLE_OF_NAMES and len(columns) == 1:
            told = replace(told, read=told.read - nobody)
        told = replace(told, parties=party_facts(accepted, one, field, mapped, columns, known, header.names))
        if field.type.is_money and not mapped.unit and not mapped.unit_column:
            told = replace(told, bare=_bare(accepted, one) if mapped.bare in ("", NO_UNIT) else None)
        no_amounts = _without_value(accepted, one, field) if field.type.is_money else []
        if field.type.is_money:
            told = replace(told, undisclosed=_undisclosed(no_amounts))
        told = replace(told, open_days=max((no_day.get(name, 0) for name in columns), default=0))
        if len(columns) == 1:
            hours = hours_left_out(accepted, field, one.rule.own_columns[0], mapping, columns[0])
            told = replace(told, hours=hours)
        if field.type.is_never_zero:
            told = replace(told, zero=_zero(one, field, no_amounts))
        if field.type.has_decimals and isinstance(one, ColumnConversion):
            told = replace(
                told, rounded=rounded(accepted, one.rule.columns[0], mapped, getattr(field.type, "places", PLACES))
            )
        counted = [why for why in accepted.counted if _is_about(why, field, accepted.kind)]
        unknown = unknown_words(accepted.table, header, told, currencies)
        holds_words = not field.type.has_decimals and not field.type.is_day
        code = code_like_nothing(accepted, one.rule.own_columns[0]) if holds_words and len(columns) == 1 else None
        groups, months = (odd(accepted.table, header, told) for odd in (odd_groups, odd_months))
        shared = rows_of_shared_names(accepted, field, one.rule.own_columns)
        persons = several_persons(accepted, field, one.rule.own_columns[0])
        remark = filter(None, [persons, own.remarks.get(field.name), unknown, code, groups, months, shared])
        without = rows_without_party(accepted, one, field, mapped)
        yield replace(told, doubts=(*counted, *without, *remark, *doubts(accepted.kind, told)))


def _is_about(why: Reason, field: Field, kind: Kind) -> bool:
    """Whether what is told of rows stands with a field: which rows are names with the name, else with amounts."""
    told = (Noticed.NAMES_NOBODY, Noticed.ONLY_NAMES, Noticed.SAME_NAMES, Noticed.NAME_OF_ROWS)
    of_names = any(map(why.is_, told))
    return field.name == kind.heading.name if of_names else field.type.is_never_zero


def _facts(accepted: AcceptedRows, one: Conversion, field: Field) -> dict[str, Any]:
    keys = keys_of(field)
    if field.type.is_money:
        return _of_money(accepted, one, field)
    if "year" in keys or field.is_quantity:
        return _of_what_has_an_order(accepted, one, field)
    if "join" in keys or "roles" in keys or isinstance(one, PerColumnConversion):
        return _of_texts(accepted, one)
    return _of_values(accepted, one, field)


def _of_money(accepted: AcceptedRows, one: Conversion, field: Field) -> dict[str, Any]:
    currency = one.expressions[field.shown.currency or ""]
    spelt = f"nullif({one.expressions[field.name]}, '')::DECIMAL(38, 4)"
    amount = one.number if isinstance(one, ColumnConversion) else spelt
    found = accepted.table.ask(
        "SELECT currency, count(v), sum(v), min(v), quantile_disc(v, 0.5), max(v), "
        "coalesce(sum(v) FILTER (v < 0), 0), count(v) FILTER (v < 0) FROM (SELECT "
        f"{amount} AS v, {currency} AS currency FROM cells {one.join} {_ACCEPTED}) "
        "GROUP BY 1 ORDER BY 2 DESC, 1"  # a condition on v would have it computed twice
    )
    money = tuple(
        MoneyFacts(code, rows, Decimal(total), Decimal(least), Decimal(middle), Decimal(most), below, Decimal(off))
        for code, rows, total, least, middle, most, off, below in found
        if rows
    )
    return {"read": sum(one.rows for one in money), "money": money}


def _zero(one: Conversion, field: Field, no_amounts: Sequence[tuple[str, int]]) -> int:
    """How many amounts are 0: they are kept as they are written, and no more."""
    text = one.expressions.get(f"{field.name}_text")
    return sum(rows for cell, rows in no_amounts if not is_unstated(cell)) if text else 0


def _undisclosed(no_amounts: Sequence[tuple[str, int]]) -> int:
    """How many cells say that the amount is not disclosed."""
    return sum(rows for cell, rows in no_amounts if is_undisclosed(cell))


def _without_value(accepted: AcceptedRows, one: Conversion, field: Field) -> list[tuple[str, int]]:
    """The cells of amounts that state none, and in how many rows they stand.

    Not those that could not be read, or whose currency or unit could not.
    """
    cell = accepted.table.names[one.rule.columns[0]]
    columns = ", ".join(map(str, one.rule.own_columns))
    return accepted.table.ask(
        f"SELECT {cell}, count(*) FROM cells {one.join} {_ACCEPTED} AND {one.expressions[field.name]} = '' "
        f"AND {cell} <> '' AND {ROW} NOT IN (SELECT {ROW} FROM remarks WHERE col IN ({columns})) GROUP BY 1"
    )


def _bare(accepted: AcceptedRows, one: Conversion) -> tuple[str, int, int, str] | None:
    """Of a column that counts in nothing: its small amounts without a unit, if others name one: 3亿元, 5000万, 200."""
    cell = accepted.table.names[one.rule.columns[0]]
    found = accepted.table.ask(
        f"SELECT {cell}, count(*), min({ROW}) FROM cells {_ACCEPTED} AND {cell} <> '' "
        f"AND length({cell}) <= {_LONGEST_AMOUNT} AND NOT ({UsualAmounts.sql_is_usual(cell)}) "
        f"GROUP BY 1 ORDER BY 3 LIMIT {_AMOUNTS_LOOKED_AT}"
    )
    units = Counter[str]()
    for text, rows, _row in found:
        units[unit_in(text) or "ones"] += rows
    del units["ones"]
    if not (counted := units.total()):
        return None
    usual = accepted.table.ask(
        f"SELECT count(*), arg_min({cell}, {ROW}) FROM cells {_ACCEPTED} AND {UsualAmounts.sql_is_usual(cell)} "
        f"AND {UsualAmounts.sql_number(cell)} < {SMALL} AND NOT regexp_matches({cell}, '{COUNTED_IN_ONES}')"
    )
    bare, first = usual[0]
    others = [
        (text, rows)
        for text, rows, _row in found
        if unit_in(text) == "" and numbers.quantity(text).value < SMALL and not re.search(COUNTED_IN_ONES, text)
    ]
    bare += sum(rows for _text, rows in others)
    return (first or others[0][0], bare, counted, units.most_common(1)[0][0]) if bare else None


def _of_what_has_an_order(accepted: AcceptedRows, one: Conversion, field: Field) -> dict[str, Any]:
    """Of dates, numbers and counts: the smallest, the middle and the largest; a month is not told as its first day."""
    values = _by_value(accepted, one, one.expressions.get(field.shown.precision or "", ""))
    quantity = field.is_quantity
    ordered = sorted(values, key=lambda pair: Decimal(pair[0]) if quantity else pair[0])
    read, middle, passed = sum(rows for _value, rows in values), "", 0
    for value, rows in ordered:
        middle, passed = value, passed + rows
        if passed * 2 >= read:
            break
    span = Span(ordered[0][0], middle, ordered[-1][0], tuple(ordered)) if ordered else None
    return {"read": read, "span": span, "different": len(values), "values": tuple(values[:1])}


def _of_values(accepted: AcceptedRows, one: Conversion, field: Field) -> dict[str, Any]:
    values = _by_value(accepted, one)
    read = sum(rows for _value, rows in values)
    if field.is_list and (field.codes or field.type.refers_to):
        values = _by_entry(values)
    return {"read": read, "values": tuple(values[:MOST_VALUES]), "different": len(values)}


def _by_entry(values: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """The entries of lists with the rows that have them, the most frequent first."""
    counts: Counter[str] = Counter()
    for value, rows in values:
        for entry in dict.fromkeys(value.split(LIST_MARK)):
            counts[entry] += rows
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _by_value(accepted: AcceptedRows, one: Conversion, precision: str = "") -> list[tuple[str, int]]:
    """The different values of a field with their rows, the most frequent first; the cells are counted before joined.

    ``precision``: SQL of how exact a day is, which is cut to that.
    """
    by_row = [ROW] if one.by_row else []
    cells = ", ".join([*by_row, *(accepted.table.names[position] for position in one.rule.columns)])
    counted = f"(SELECT {cells}, count(*) AS rows FROM cells {_ACCEPTED} GROUP BY ALL) AS cells"
    own = one.rule.fields[0]  # a text in two languages has two columns
    value = first_filled([sql for name, sql in one.expressions.items() if name in (own, f"{own}_zh", f"{own}_en")])
    if precision:
        value = f"left({value}, CASE {precision} WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END)"
    found = accepted.table.ask(
        f"SELECT {value} AS value, sum(rows) FROM {counted} {one.join} WHERE value <> '' GROUP BY 1 ORDER BY 2 DESC, 1"
    )
    return [(Formulas.fused(text), int(rows)) for text, rows in found]  # as the list has it, not as its file will


def _of_texts(accepted: AcceptedRows, one: Conversion) -> dict[str, Any]:
    """Of texts and parties, by their cells: how many say something, and whether all say the same."""
    names = [accepted.table.names[position] for position in one.rule.own_columns]
    says = " ".join(f"WHEN {name} <> '' AND {sql_says_something(name)} THEN true" for name in names)
    says = f"CASE {says} ELSE false END"
    if isinstance(one, ColumnConversion) and one.is_plain:  # plain texts say something
        says = f"{names[0]} <> ''"
    ends = ", ".join(f"min({name}), max({name})" for name in names)
    read, *found = accepted.table.ask(f"SELECT count(*) FILTER ({says}), {ends} FROM cells {_ACCEPTED}")[0]
    alike = found[::2] == found[1::2]
    return {"read": read, "values": ((found[0], read),) if alike and read else (), "different": 1 if alike else 0}
