"""The type of a column that no field takes, inferred from all of its cells: one that reads every one of them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import islice

from cq_tui.importing.convert import plain_types
from cq_tui.importing.convert.cell_text import cell_text
from cq_tui.importing.convert.column_hints import ColumnHints, Told
from cq_tui.importing.convert.mostly_plain import Rows, few_are_other, mostly_plain
from cq_tui.importing.convert.plain_types import PERCENT, ColumnType
from cq_tui.importing.recognise.amounts.no_money import is_length
from cq_tui.importing.recognise.columns.id_headers import number_somebody
from cq_tui.importing.recognise.words.code_lookup import MOST_CODES
from cq_tui.importing.sources.import_table import ROW, ImportTable
from cq_tui.query.name_keys import slug
from cq_tui.schema.declared import folded
from cq_tui.values import days_of_column, numbers
from cq_tui.values.codes import Bound
from cq_tui.values.currencies import DOLLAR_SIGN, UNCLEAR, may_be
from cq_tui.values.dotted_months import are_dotted_months
from cq_tui.values.eras import ROC
from cq_tui.values.identifiers import is_rounded
from cq_tui.values.measures import Measure
from cq_tui.values.sql import literal
from cq_tui.values.units import UNITS
from cq_tui.values.unstated import is_unstated
from cq_tui.values.usual_amounts import UsualAmounts

_LONGEST_CODE, _LONGEST_STRING = 40, 200
_MOST_WORDS = 4
_ENDS = (".", "。", "!", "！", "?", "？", "；")
_CLAUSE = re.compile("[，；。]")
_URL = re.compile(r"(?i)https?://\S+")
_PLAIN_AMOUNT = r"([$€£] ?)?(0|[1-9][0-9]{0,11})(\.[0-9]{1,2})?"
"""Amounts of which nothing has to be decided: where all are such, the engine tells it, and no cell is read here."""
_LARGEST_PLAIN = 10**6
"""Such an amount, counted in this or less, is not too large."""
NO_HINTS = ColumnHints()
_ROWS = f"cells WHERE {ROW} NOT IN (SELECT {ROW} FROM refusals)"


_LEAST_AMOUNT = 100
"""What the largest number of a column is at least that is taken for amounts as another column is."""
_FEWEST_DAYS = 3
"""Different cells such as 20250926 that are days where the list has another column of days, and no header says it."""
_ONE_UNREAD_OF = 5
"""Different cells of amounts, of which one may be a word."""
_LOOKED_AT = 2_000
"""Cells that are looked at for numbers of registers."""
_MOST_OTHER = 100
"""Different cells that are none, before they are too many where more are none than are."""


def type_of_column(table: ImportTable, position: int, hints: ColumnHints = NO_HINTS) -> ColumnType | None:
    """The narrowest type that reads all cells of a column; None for one that is empty or only numbers its rows."""
    if hints.may_number_somebody and _number_somebody(table, position):
        hints = hints.of_no_money
    found = _type_of_column(table, position, hints)
    likely = found and found.word == "money" and hints.likely_of
    if likely and (_is_of_small_numbers(table, position) or are_dotted_months(list(_values(table, position)))):
        return _type_of_column(table, position, hints.without_likely)
    return found


def _number_somebody(table: ImportTable, position: int) -> bool:
    """Whether the first cells of a column are numbers as registers give them."""
    cell = table.names[position]
    rows = table.ask(f"SELECT {cell} FROM {_ROWS} AND {cell} <> '' LIMIT {_LOOKED_AT}")
    return number_somebody([text for (text,) in rows])


def _type_of_column(table: ImportTable, position: int, hints: ColumnHints) -> ColumnType | None:
    counted, told, dollars = hints.counted, hints.told, hints.dollars
    cell = table.names[position]
    filled, different, longest, broken, plain, signed, dollar = table.ask(
        f"SELECT count(*), count(DISTINCT {cell}), coalesce(max(length({cell})), 0), "
        f"coalesce(bool_or(contains({cell}, chr(10))), false), "
        f"bool_and(regexp_full_match({cell}, {literal(_PLAIN_AMOUNT)})), bool_and({UsualAmounts.sql_has_sign(cell)}), "
        f"coalesce(bool_or(contains({cell}, '$')), false) "
        f"FROM {_ROWS} AND {cell} <> ''"
    )[0]
    if not filled or _only_numbers_rows(table, cell, filled, different, anyhow=hints.numbers_rows):
        return None
    dollars = dollars if dollar and told is not Told.CURRENCY_BESIDE else ""
    by_sign = signed and (not dollar or may_be(DOLLAR_SIGN, counted.currency or dollars))
    by_header = _is_currency(counted.currency) and (not dollar or may_be(DOLLAR_SIGN, counted.currency))
    if plain and UNITS[counted.unit] <= _LARGEST_PLAIN and (by_sign or by_header):
        return ColumnType("money", counted=_with_dollars(counted, dollars))
    values = _Once(_values(table, position))
    if not any(values):
        return None
    if hints.is_id and (rounded := next(filter(is_rounded, values), "")):
        return ColumnType("string", rounded=rounded)
    rows = partial(_rows, table, position)
    if found := _money(values, hints, dollars, filled, rows):
        return replace(found, counted=_with_dollars(counted, dollars))
    if longest <= _LONGEST_CODE and (found := _plain(values, hints, different)):
        return found
    if found := mostly_plain(values, hints, filled, rows):
        return found
    if _are_addresses(values, filled, rows):
        return ColumnType("url")
    few = different <= MOST_CODES and filled >= 2 * different and longest <= _LONGEST_CODE and not broken
    if few and not any(map(_is_sentence, values)):
        return _code(iter(values))
    return ColumnType("text" if longest > _LONGEST_STRING or broken else "string")


def _plain(values: Iterable[str], hints: ColumnHints, different: int) -> ColumnType | None:
    """The type of which all cells are."""
    if found := _compact_days(values, hints, different):
        return found
    if not hints.is_id and are_dotted_months(values, is_said=hints.is_day):
        return plain_types.day(lambda: iter(values))
    number = partial(plain_types.number, is_clear=hints.is_clear)
    for infer in (plain_types.flag, plain_types.year, plain_types.count, number, plain_types.day):
        found = infer(lambda: iter(values))
        if found and not (hints.is_id and found.word == "date" and found.precision):  # ``3/2025`` is a number there
            return found
    return None


def _compact_days(values: Iterable[str], hints: ColumnHints, different: int) -> ColumnType | None:
    """Days without marks, which are numbers as well, where a header or another column speaks for days."""
    if hints.is_day_of_the_republic and days_of_column.are_compact_of_the_republic(values):
        return ColumnType("date", order=ROC)
    is_said = hints.is_day or (hints.beside_days and different >= _FEWEST_DAYS)
    return ColumnType("date") if is_said and days_of_column.are_compact(values) else None


_YEARS = (1900, 2100)


def _is_of_small_numbers(table: ImportTable, position: int) -> bool:
    """Whether no number of a column is as large as amounts are, or all are years: they may be scores."""
    cell = table.names[position]
    number = f"TRY_CAST(replace({cell}, ',', '') AS DOUBLE)"
    asked = f"SELECT min({number}), max({number}), count({number}), bool_and({number} % 1 = 0)"
    least, largest, read, whole = table.ask(f"{asked} FROM {_ROWS} AND {cell} <> ''")[0]
    return bool(read) and (largest < _LEAST_AMOUNT or (whole and _YEARS[0] <= least and largest <= _YEARS[1]))


def typed(table: ImportTable, position: int, word: str, hints: ColumnHints = NO_HINTS) -> ColumnType:
    """A column that is to be read as a given type, whatever its cells are."""
    cells = list(_values(table, position))
    match word:
        case "code":
            return _code(cells)
        case "date":
            return ColumnType(word, order=_order_of(cells), precision=True)
        case "number":
            mark = _mark_of(cells)
            return ColumnType(word, decimal=mark, places=plain_types.fine_places(cells, mark or "."))
        case "money":
            counted = _with_dollars(hints.counted, hints.dollars if any(DOLLAR_SIGN in cell for cell in cells) else "")
            return ColumnType(word, decimal=_mark_of(cells), bound=True, counted=counted)
    return ColumnType(word)


def _order_of(cells: Iterable[str]) -> str:
    """How days are written that are days for sure: in which order, or with years that count from 1912."""
    cells = list(cells)
    of_the_republic = days_of_column.are_of_the_republic(cells) and days_of_column.has_years_of_three_digits(cells)
    return (
        ROC if of_the_republic or days_of_column.are_compact_of_the_republic(cells) else days_of_column.order_of(cells)
    )


def _mark_of(cells: Iterable[str]) -> str:
    return "," if numbers.decimal_mark(cells) == "," else ""


def is_empty(table: ImportTable, position: int) -> bool:
    """Whether no cell of a column says anything; a dash does not."""
    return not any(_values(table, position))


def _values(table: ImportTable, position: int) -> Iterator[str]:
    """The different cells that say something, without blanks around them."""
    for (cell,) in table.distinct([position], f"{ROW} NOT IN (SELECT {ROW} FROM refusals)"):
        if text := cell_text(cell):
            yield text


class _Once:
    """Values that are fetched once, as far as anybody looks, however often they are gone through."""

    def __init__(self, source: Iterator[str]) -> None:
        self._source = source
        self._met: list[str] = []

    def __iter__(self) -> Iterator[str]:
        yield from self._met
        for one in self._source:
            self._met.append(one)
            yield one


def _only_numbers_rows(table: ImportTable, cell: str, filled: int, different: int, *, anyhow: bool) -> bool:
    """Whether cells count the rows; ``anyhow``: also with gaps, of a column that is called so."""
    if filled != different:
        return False
    first, last, numbered = table.ask(
        f"SELECT min(n), max(n), count(n) FROM (SELECT TRY_CAST(CASE WHEN regexp_full_match({cell}, '[0-9]+') "
        f"THEN {cell} END AS BIGINT) AS n FROM {_ROWS} AND {cell} <> '')"
    )[0]
    return numbered == filled and (anyhow or (first in (0, 1) and last - first + 1 == filled))


def _with_dollars(counted: Measure, dollars: str) -> Measure:
    return Measure(counted.unit, counted.currency or dollars)


def _rows(table: ImportTable, position: int, cells: Iterable[str]) -> int:
    """In how many rows any of some cells stands."""
    cell = table.names[position]
    asked = f"SELECT count(*) FROM {_ROWS} AND trim({cell}) IN (SELECT unnest(?))"
    found: int = table.ask(asked, [list(cells)])[0][0]
    return found


def _are_addresses(values: Iterable[str], filled: int, rows: Rows) -> bool:
    if not any(map(_URL.fullmatch, islice(values, _ONE_UNREAD_OF))):
        return False
    other = [one for one in values if not _URL.fullmatch(one)]
    return few_are_other(other, filled, rows, is_said=True)


def _money(values: Iterable[str], hints: ColumnHints, dollars: str, filled: int, rows: Rows) -> ColumnType | None:
    """Amounts whose currency is told, by each cell, by the header or by a column.

    A few cells may be something else, more of them where the header says an amount; what says that none is stated is
    no other thing. One cell that could be read two ways is read as the others are.
    """
    counted, told = hints.counted, hints.told
    beside = told is Told.CURRENCY_BESIDE
    first = list(islice(values, _ONE_UNREAD_OF))
    if not hints.says_money and not counted.currency and sum(map(is_length, first)) * 2 > len(first):
        return None
    if not any(_amount(one, mark, counted, beside, dollars) for one in first for mark in ".,"):
        return None  # as in ``number``
    decided = numbers.decimal_mark(values) or ("." if hints.is_clear else "")
    unclear = not decided or numbers.has_both_marks(values)
    decimal, bound = "," if decided == "," else "", False
    read = 0
    other: list[str] = []
    for text in values:
        if unclear and ("." in text or hints.commas or decided) and numbers.is_unclear(text):
            return None
        if found := _amount(text, decimal or ".", counted, beside, dollars):
            read += 1
            bound = bound or found.bound is not Bound.EXACT
        elif not is_unstated(text):
            other.append(text)
            if len(other) > _MOST_OTHER and len(other) > read:
                return None
    is_enough = len(other) * _ONE_UNREAD_OF <= read + len(other)
    if not (few_are_other(other, filled, rows) if told is Told.NOTHING else is_enough):
        return None
    return ColumnType("money", decimal=decimal, bound=bound, counted=counted)


def _amount(text: str, mark: str, counted: Measure, beside: bool, dollars: str) -> numbers.Quantity | None:
    """What a cell says, if that is an amount whose currency is told, by a cell ``beside`` it or otherwise."""
    try:
        found = numbers.quantity(text, mark)
        numbers.scaled(found, counted.unit)
    except ValueError:
        return None
    if found.currency in UNCLEAR:
        told = beside or may_be(found.currency, counted.currency or dollars)
    else:
        told = bool(found.currency) or _is_currency(counted.currency) or (beside and not counted.currency)
    return found if told and not text.endswith(PERCENT) else None


def _is_currency(currency: str) -> bool:
    return bool(currency) and currency not in UNCLEAR


def _is_sentence(text: str) -> bool:
    """Whether a cell says something in words that no list of codes has."""
    return len(text.split()) > _MOST_WORDS or text.endswith(_ENDS) or len(_CLAUSE.findall(text)) > 1


def _code(values: Iterator[str] | list[str]) -> ColumnType:
    """Each word as a code; two that differ in case or width alone are one."""
    codes: dict[str, str] = {}
    by_word: dict[str, str] = {}
    for word in values:
        code = by_word.get(folded(word))
        if code is None:
            code = made = slug(word)[:_LONGEST_CODE].strip("-") or f"code-{len(by_word) + 1}"
            number = 1
            while code in by_word.values():
                number += 1
                code = f"{made}-{number}"
            by_word[folded(word)] = code
        codes[word] = code
    return ColumnType("code", codes=codes)
