"""Plain texts and plain amounts converted in SQL. All other cells go through the rules, in Python.

A column of titles has as many distinct values as rows, so converting distinct values alone would not be fast there.
A test holds both ways to the same bytes.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from cq_tui.importing.recognise.mapping import FieldMap
from cq_tui.schema.field import Field
from cq_tui.values.currencies import YEN_OR_YUAN
from cq_tui.values.numbers import NOTHING
from cq_tui.values.sql import literal
from cq_tui.values.units import UNITS

_HAN = r"\x{3400}-\x{9fff}"
_PLAIN = rf"^[A-Za-z0-9{_HAN}][A-Za-z0-9{_HAN} ,.()（）、，。；·&/+%:：-]*$"
"""No control character, no sign of a formula, nothing that is written otherwise once it is clean."""
_LONGEST = 1_000
_AMOUNT = r"^[$€£]? ?(\d{1,3}(,\d{3}){1,3}|\d{1,12})(\.\d{1,4})?$"
_SIGNED = r"^[$€£]"
_SIGNS = "WHEN '$' THEN 'USD' WHEN '€' THEN 'EUR' WHEN '£' THEN 'GBP'"
_LARGEST = "10000000000000000000"


@dataclass(frozen=True, slots=True)
class FastPath:
    """SQL with ``{0}`` for the cell: a condition, and the value of each output column where it holds.

    Output columns that are not named have the same value for all such cells; the rule converts one of them to find it.
    """

    condition: str
    values: Mapping[str, str]
    cell: str = "{0}"

    def of(self, cell: str) -> "FastPath":
        """The same for the column ``cell``."""
        values = {name: value.replace("{0}", cell) for name, value in self.values.items()}
        return FastPath(self.condition.replace("{0}", cell), values, cell)


def text_fast_path(one: Field) -> FastPath:
    """Texts in one language that need no cleaning and are not one of the words for nothing (``n/a``)."""
    nothing = ", ".join(literal(word) for word in sorted(NOTHING))
    chinese = f"regexp_matches({{0}}, '[{_HAN}]')"
    longest_word = max(len(word.encode()) for word in NOTHING)
    says = f"(strlen({{0}}) > {longest_word} OR lower({{0}}) NOT IN ({nothing}))"
    return FastPath(
        f"regexp_matches({{0}}, {literal(_PLAIN)}) AND length({{0}}) <= {_LONGEST} AND {says}",
        {f"{one.name}_zh": f"if({chinese}, {{0}}, '')", f"{one.name}_en": f"if({chinese}, '', {{0}})"},
    )


def amount_fast_path(one: Field, mapped: FieldMap, currency: str) -> FastPath | None:
    """Numbers with a decimal point, with or without a sign of one currency, in the column's unit.

    ``currency``: of numbers without a sign; empty where it is not known. None where the decimal mark is a comma.
    """
    if mapped.decimal == ",":
        return None
    digits = "{0}"
    for mark in ", $€£":
        digits = f"replace({digits}, '{mark}', '')"
    number = f"TRY_CAST({digits} AS DECIMAL(25, 4))"
    value = f"({number} * CAST({UNITS[mapped.unit.casefold()]} AS DECIMAL(13, 0)))"
    known = "" if currency not in ("", YEN_OR_YUAN) else f" AND regexp_matches({{0}}, '{_SIGNED}')"
    written = f"{{0}} || {literal(f' ({mapped.unit})')}" if mapped.unit else "{0}"
    return FastPath(
        f"regexp_matches({{0}}, {literal(_AMOUNT)}) AND {value} > 0 AND {value} < {_LARGEST}{known}",
        {
            one.name: f"regexp_replace(CAST({value} AS VARCHAR), '\\.?0+$', '')",
            one.shown.currency
            or "": f"CASE left({{0}}, 1) WHEN '$' THEN 'USD' WHEN '€' THEN 'EUR' WHEN '£' THEN 'GBP' "
            f"ELSE {literal(currency)} END",
            f"{one.name}_text": written,
        },
    )
