"""How ClickHouse spells the functions of the store's statements; ``dialect.py`` spells all else.

A function that is not here is refused when a statement is spelt: what is passed on as it stands may mean another thing.
Texts are counted and cut by characters, for which ClickHouse has names of their own: its usual ones count bytes.
"""

import re
from collections.abc import Callable, Sequence

from cq_tui.values.types.decimals import TRAILING_ZEROS

Sql = str
Spelt = Callable[[Sequence[Sql]], Sql]
_TRAILING_ZEROS = "'" + TRAILING_ZEROS.replace("\\", "\\\\") + "'"


def _as(template: str) -> Spelt:
    """A template of the arguments; ``{all}`` is all of them."""
    return lambda given: template.format(*given, all=", ".join(given))


def _named(name: str) -> Spelt:
    return lambda given: f"{name}({', '.join(given)})"


def _replaced(given: Sequence[Sql]) -> Sql:
    """Of the first match, or of all with ``g``.

    A decimal is written without zeros at its end there already; taking them off must not touch a whole number.
    """
    text, pattern, by, *flags = given
    if pattern == _TRAILING_ZEROS:
        return f"if(position({text}, '.') > 0, replaceRegexpOne({text}, {pattern}, {by}), {text})"
    return f"{'replaceRegexpAll' if flags else 'replaceRegexpOne'}({text}, {pattern}, {by})"


def _joined(given: Sequence[Sql]) -> Sql:
    """What is NULL is left out, of both ``concat_ws`` and lists."""
    apart, *texts = given
    return f"arrayStringConcat([{', '.join(texts)}], {apart})"


_NUMBER = re.compile("%(?:0([0-9]+))?d")


def _printed(given: Sequence[Sql]) -> Sql:
    """Numbers in a text, with zeros before them up to a width; NULL where one is. Its ``printf`` takes no NULL."""
    form, *numbers = given
    texts = iter(numbers)
    pieces: list[Sql] = []
    end = 1
    for match in _NUMBER.finditer(form):
        number = f"toString({next(texts)})"
        pieces += [f"'{form[end : match.start()]}'", f"leftPad({number}, {match[1]}, '0')" if match[1] else number]
        end = match.end()
    pieces.append(f"'{form[end:-1]}'")
    return f"concat({', '.join(pieces)})"


FUNCTIONS: dict[str, Spelt] = {
    # Texts
    "chr": _named("char"),
    "concat_ws": _joined,
    "contains": _as("(position({0}, {1}) > 0)"),
    "icu_sort_key": _as("{0}"),  # ORDER BY has the collation beside it
    "left": _named("leftUTF8"),
    "length": _named("lengthUTF8"),
    "lower": _as("lowerUTF8(replaceAll({0}, 'İ', 'i'))"),  # of which it would make two characters
    "md5": _as("lower(hex(MD5({0})))"),
    "printf": _printed,
    "regexp_full_match": _as("match({0}, concat('^(?:', {1}, ')$'))"),
    "regexp_matches": _named("match"),
    "regexp_replace": _replaced,
    "replace": _named("replaceAll"),
    "right": _named("rightUTF8"),
    "starts_with": _named("startsWith"),
    "string_split": _as("splitByString({1}, {0})"),
    "translate": _named("translateUTF8"),
    "trim": _named("trimBoth"),
    # Lists
    "array_to_string": _named("arrayStringConcat"),
    "flatten": _named("arrayFlatten"),
    "generate_subscripts": _as("arrayEnumerate({0})"),
    "len": _named("length"),
    "list": _named("groupArray"),
    "list_concat": _named("arrayConcat"),
    "list_contains": _named("has"),
    "list_distinct": _as("arrayDistinct(arrayFilter(_one -> _one IS NOT NULL, {0}))"),
    "list_extract": _named("arrayElement"),
    "list_has_any": _named("hasAny"),
    "list_sort": _named("arraySort"),
    "range": _named("range"),
    "unnest": _named("arrayJoin"),
    # Days
    "month": _named("toMonth"),
    "quarter": _named("toQuarter"),
    "strftime": _named("formatDateTime"),
    "year": _named("toYear"),
    # Numbers and choices
    "coalesce": _named("coalesce"),
    "floor": _named("floor"),
    "greatest": _named("greatest"),
    "hash": _as("cityHash64(tuple({all}))"),
    "least": _named("least"),
    "log10": _named("log10"),
    "nullif": _named("nullIf"),
    "round": _named("round"),
    # Sums
    "bool_or": _named("max"),
    "count": _named("count"),
    "max": _named("max"),
    "min": _named("min"),
    "row_number": _named("row_number"),
    "sum": _named("sum"),
}

PREDICATES = frozenset(
    ("contains", "list_contains", "list_has_any", "regexp_full_match", "regexp_matches", "starts_with", "bool_or")
)
"""Those that say yes or no, which ClickHouse tells as 1 or 0."""
