"""The values of a field over a selection: how many records have each, and what those sum to."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from cq_tui.language import _, current
from cq_tui.model.cells import absent, code_words
from cq_tui.model.clean import clean_line
from cq_tui.model.field import Field, Shape
from cq_tui.model.money import grouped, short
from cq_tui.query import edit
from cq_tui.query.sql import column, ids_of
from cq_tui.store.selection import Selection
from cq_tui.store.words import sum_words

MOST = 1000
"""Values that are told apart; of a field with more of them the most frequent."""
_FEW = 20
"""Numbers or days up to which each is a value of its own."""
_MONTHS = 36
_BELOW_ZERO, _ZERO = -99, -98


class Step(Enum):
    """How far apart two values must be to be told apart; as SQL over the field's column."""

    VALUE = "{0}"
    DECADE = (
        f"CASE WHEN {{0}} < 0 THEN {_BELOW_ZERO} WHEN {{0}} = 0 THEN {_ZERO} "
        "WHEN {0} > 0 THEN floor(log10({0}))::INT END"
    )
    MONTH = "strftime({0}, '%Y-%m')"
    YEAR = "strftime({0}, '%Y')"


@dataclass(frozen=True, slots=True)
class Value:
    """One value in words, the filter's term for it, how many records have it, and what they sum to in words."""

    words: str
    term: str
    count: int
    sums: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Values:
    """The values of a field, the most frequent first (quantities and days in order), and how many there are in all."""

    values: list[Value]
    distinct: int


def values(selection: Selection, field: Field) -> Values:
    """What the records of a selection have in a field. Each entry of a list counts."""
    sql = value_sql(field)
    step, distinct = Step.VALUE, selection.distinct(sql)
    if distinct > _FEW and field.is_quantity:
        step = Step.DECADE
    elif distinct > _FEW and field.shape is Shape.DATE:
        step = Step.MONTH if selection.distinct(Step.MONTH.value.format(sql)) <= _MONTHS else Step.YEAR
    found = selection.groups(step.value.format(sql), MOST)
    if field.is_quantity or field.shape is Shape.DATE:
        found.sort(key=lambda facet: (facet.value is not None, facet.value or 0), reverse=field.is_quantity)
    found.sort(key=lambda facet: facet.value is None)
    called = [_words(selection, field, facet.value, step) for facet in found]
    return Values(
        [
            Value(
                words,
                _term(selection, field, facet.value, step, words if called.count(words) == 1 else ""),
                facet.count,
                tuple(sum_words(selection.kind, one) for one in facet.sums),
            )
            for words, facet in zip(called, found, strict=True)
        ],
        distinct + any(facet.value is None for facet in found) if step is Step.VALUE else len(found),
    )


def has_values(field: Field) -> bool:
    """Whether the field's values can be counted and filtered by: all but tables within the record."""
    return field.shape is not Shape.PARTS or _target(field) is not None


def value_sql(field: Field) -> str:
    """SQL for what the field's records are grouped by: a list's entries once each, a list of nothing as NULL."""
    name = column(field)
    if field.shape is Shape.TEXT:
        return _text(name)
    if field.is_list:
        entries = f"[{_text('x')} FOR x IN {name}]" if field.shape is Shape.TEXTS else ids_of(field)
        return f"unnest(CASE WHEN len({name}) > 0 THEN list_distinct({entries}) ELSE [NULL] END)"
    return name if field.is_quantity or field.shape is Shape.DATE else f"CAST({name} AS VARCHAR)"


def _text(name: str) -> str:
    first, second = ("zh", "en") if current() == "zh" else ("en", "zh")
    return f"coalesce(nullif({name}.{first}, ''), {name}.{second})"


def _words(selection: Selection, field: Field, value: Any, step: Step) -> str:
    if value is None:
        words = absent(field)
        return _("not stated") if words == "-" else words
    if step is Step.DECADE:
        return _decade_words(value)
    target = _target(field)
    if target:
        return clean_line(selection.store.name(target, value))
    if field.codes is not None:
        return clean_line(code_words(field, value))
    if field.shape is Shape.FLAG:
        return _("yes") if value == "true" else _("no")
    if field.is_quantity:
        return short(value) if field.shape is not Shape.COUNT else _count_words(field, value)
    return clean_line(str(value))


def _count_words(field: Field, value: int) -> str:
    return str(value) if "year" in field.name else grouped(Decimal(value))


def _decade_words(exponent: int) -> str:
    if exponent == _BELOW_ZERO:
        return _("less than {high}").format(high=0)
    if exponent == _ZERO:
        return "0"
    low = Decimal(10) ** exponent
    return _("{low} to below {high}").format(low=short(low), high=short(low * 10))


def _target(field: Field) -> str | None:
    return field.shown.to or next((part.shown.to for part in field.parts if part.shown.to), None)


def _term(selection: Selection, field: Field, value: Any, step: Step, words: str) -> str:
    """The filter's term for a value; ``words`` is empty where they mean several values."""
    kind = selection.kind
    if value is None:
        return edit.not_stated(kind, field)
    if step is Step.DECADE:
        low = Decimal(10) ** value
        bounds = {_BELOW_ZERO: (None, Decimal(0)), _ZERO: (Decimal(0), Decimal(0))}
        return edit.with_number(kind, field, *bounds.get(value, (low, low * 10)))
    if field.codes is not None:
        return edit.with_code(kind, field, value)
    if field.shape is Shape.FLAG:
        return edit.with_flag(kind, field, value == "true")
    if field.is_quantity:
        return edit.with_number(kind, field, Decimal(value), Decimal(value))
    if field.shape is Shape.DATE:
        return edit.with_days(kind, field, value)
    target = _target(field)
    called = target and words and selection.store.kind(target).heading.name in ("title", "name")
    return edit.with_text(kind, field, words if called else str(value))
