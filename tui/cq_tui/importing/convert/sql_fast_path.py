"""Plain texts, numbers, amounts and days converted in SQL. All other cells go through the rules, in Python.

A column of titles has as many distinct values as rows, so converting distinct values alone would not be fast there.
A test holds both ways to the same bytes.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cq_tui.importing.recognise.maps.mapping import FieldMap
from cq_tui.schema.field import Field
from cq_tui.values.currencies import DOLLAR_SIGN, UNCLEAR, may_be
from cq_tui.values.languages import SQL_HAN, sql_is_chinese
from cq_tui.values.nothing import sql_says_something
from cq_tui.values.sql import Sql, literal
from cq_tui.values.units import UNITS, folded
from cq_tui.values.usual_amounts import UsualAmounts

_LETTERS = rf"A-Za-z0-9À-ÖØ-Þà-öø-ÿ{SQL_HAN}"
_PLAIN = rf"^[{_LETTERS}][{_LETTERS} ,.()（）、，。；·&/+%:：!\"#$'*<=>?@_|~€£–—‘’“”-]*$"
"""No control character, nothing that begins a formula, nothing that is written otherwise once it is clean."""
_DIGITS = "[1-9][0-9]{0,11}"
_DAY = "[12][0-9]{3}-[01][0-9]-[0-3][0-9]"
_LONGEST = 1_000
_LARGEST = "10000000000000000000"


@dataclass(frozen=True, slots=True)
class FastPath:
    """SQL with ``{0}`` for the cell: a condition, and the value of each output column where it holds.

    Output columns that are not named have the same value for all such cells; the rule converts one of them to find it.
    """

    condition: str
    values: Mapping[str, str]
    cell: str = "{0}"
    number: str = ""
    """Of amounts: what they are before they are spelt."""

    def of(self, cell: str, *others: str) -> "FastPath":
        """The same for the column ``cell``; ``others`` are read only where it says nothing, but refused as formulas."""
        values = {name: value.replace("{0}", cell) for name, value in self.values.items()}
        condition = self.condition.replace("{0}", cell) + "".join(f" AND NOT prefix({one}, '=')" for one in others)
        return FastPath(condition, values, cell, self.number.replace("{0}", cell))


FastWay = Callable[[Field, FieldMap], FastPath | None]


def text_fast_path(one: Field, mapped: FieldMap) -> FastPath | None:
    """Texts in one language that need no cleaning and are not one of the words for nothing (``n/a``)."""
    if not mapped.column:  # its language is told
        return None
    chinese = sql_is_chinese("{0}")
    return FastPath(
        _is_plain(),
        {f"{one.name}_zh": f"if({chinese}, {{0}}, '')", f"{one.name}_en": f"if({chinese}, '', {{0}})"},
    )


def string_fast_path(one: Field, mapped: FieldMap) -> FastPath | None:
    """The same of strings, which have no language, within their limits; a plain cell is spelt as it stands."""
    if not mapped.column or not one.type.is_as_written:
        return None
    return FastPath(_within(one, _is_plain(), "{0}"), {one.name: "{0}"})


def number_fast_path(one: Field, mapped: FieldMap) -> FastPath | None:
    """Numbers above zero with a decimal point and maybe a percent sign, counted in ones."""
    if mapped.decimal == "," or folded(mapped.unit) or not mapped.column:
        return None
    plain = "rtrim({0}, '%')"
    value = UsualAmounts.sql_number(plain)
    usual = f"{UsualAmounts.sql_is_usual(plain)} AND NOT {UsualAmounts.sql_has_sign('{0}')} AND {value} > 0"
    return _spelt(one, usual, value, "DECIMAL")


def count_fast_path(one: Field, mapped: FieldMap) -> FastPath | None:
    """Whole numbers above zero in digits alone, counted in ones."""
    if folded(mapped.unit) or not mapped.column:
        return None
    return _spelt(one, f"regexp_full_match({{0}}, {literal(_DIGITS)})", "try_cast({0} AS BIGINT)", "BIGINT")


def date_fast_path(one: Field, mapped: FieldMap) -> FastPath | None:
    """Whole days as ISO 8601 writes them."""
    day = "try_cast({0} AS DATE)"
    usual = f"regexp_full_match({{0}}, {literal(_DAY)}) AND {day} IS NOT NULL"
    return _spelt(one, usual, day, "DATE") if mapped.column else None


def _spelt(one: Field, usual: Sql, value: Sql, sql_type: str) -> FastPath | None:
    """A value as its type spells it. None for a type that keeps such values otherwise in the engine."""
    spelt = one.type.sql_spell(value)
    if len(spelt) != 1 or not getattr(one.type, "sql_type", "").startswith(sql_type):
        return None
    return FastPath(_within(one, usual, value), {one.name: spelt[0]})


def _is_plain() -> Sql:
    plain = f"regexp_matches({{0}}, {literal(_PLAIN)}) AND length({{0}}) <= {_LONGEST}"
    return f"CASE WHEN {plain} THEN {sql_says_something('{0}')} ELSE false END"


def _within(one: Field, usual: Sql, value: Sql) -> Sql:
    """A condition that also holds a value to the type's limits; it is only looked at where the cell is usual."""
    refused = " OR ".join(one.type.sql_refused(value))
    return f"CASE WHEN {usual} THEN NOT ({refused}) ELSE false END" if refused else usual


def amount_fast_path(one: Field, mapped: FieldMap, currency: str) -> FastPath | None:
    """Numbers with a decimal point, with or without a sign of one currency, in the column's unit.

    ``currency``: of numbers without a sign; empty where it is not known. None where the decimal mark is a
    comma, or where it is said what those without a unit are counted in.
    """
    if mapped.decimal == "," or mapped.bare:
        return None
    value = f"({UsualAmounts.sql_number('{0}')} * CAST({UNITS[folded(mapped.unit)]} AS DECIMAL(13, 0)))"
    known = "" if currency and currency not in UNCLEAR else f" AND {UsualAmounts.sql_has_sign('{0}')}"
    known += "" if may_be(DOLLAR_SIGN, currency) else f" AND NOT {UsualAmounts.sql_has_dollar('{0}')}"
    written = f"{{0}} || {literal(f' ({mapped.unit})')}" if mapped.unit else "{0}"
    return FastPath(
        f"CASE WHEN {UsualAmounts.sql_is_usual('{0}')} THEN {value} > 0 AND {value} < {_LARGEST}{known} ELSE false END",
        {
            one.name: one.type.sql_spell(value)[0],
            one.shown.currency or "": UsualAmounts.sql_currency("{0}", currency),
            f"{one.name}_text": written,
        },
        number=value,
    )
