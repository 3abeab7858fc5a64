"""Rows that repeat the header, as in lists that were printed page by page; and those that change what it says."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from cq_tui.importing.errors import Noticed, Refused
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.words.header_cells import counted_in, is_value
from cq_tui.importing.recognise.words.header_grammar import measure_of
from cq_tui.importing.sources.import_table import ROW, ImportTable
from cq_tui.query.chinese import chinese
from cq_tui.values.clean import clean_line
from cq_tui.values.measures import UNTOLD, Measure
from cq_tui.values.reasons import Reason
from cq_tui.values.sql import Sql, literal
from cq_tui.values.units import UNITS
from cq_tui.values.year_spans import is_span

_FIRST_COLUMNS = 4
"""One of these holds a word of the header in a row that repeats it: few rows are looked at wholly."""
_MOST_WORDS = 10
"""Words of a line that says what amounts are counted in; more are a note or a piece of a text."""
_BARE = r"[-+]?[0-9][0-9.,' ]*"
"""A number that says nothing of what it is counted in."""
_VALUE = r"\s*(?:[A-Z]{0,3}\s*\p{Sc}|[A-Z]{3})?\s*[-+(]?[0-9][-0-9.,:/' ]*\)?\s*(?:\p{Sc}|[A-Z]{3})?\s*"
"""An amount or a day: marks and digits, and a currency maybe."""
_ADDRESS = re.compile(r"(?i)://|\bwww\.|\S@\S")
_WIDTH = {ord(wide): plain for wide, plain in zip("（）【】：％", "()[]:%", strict=True)}


class HeaderAgain:
    """SQL that tells the rows which repeat a header: its names stand there in their columns, and no other number."""

    def __init__(self, table: ImportTable, header: Header) -> None:
        """``table``: with the rows below it."""
        columns = [(cell, texts) for cell, texts in zip(table.names, header.texts, strict=False) if texts]
        letters = {letter for _cell, texts in columns for text in texts for letter in _plain(text)}
        found = {old: new for old, new in {**_simplified(), **_WIDTH}.items() if new in letters}
        # A name that goes over lines is one with blanks in the header.
        breaks = "\n" if " " in letters else ""
        self._from, self._to = "".join(map(chr, found)) + breaks, "".join(found.values()) + " " * len(breaks)
        first = [(cell, texts) for cell, texts in columns if cell in table.names[:_FIRST_COLUMNS]]
        self.likely = " OR ".join(self._known(cell, *_named(texts)) for cell, texts in first) or "false"
        """Whether a row may be one: cheap, for all rows."""
        self._cells = f"[{', '.join(cell for cell, _texts in columns)}]"
        named = [_named(texts) for _cell, texts in columns]
        longest = max((length for _names, length in named), default=0)
        # One list of all columns: of 2,000 expressions the engine plans each apart.
        of_column = f"[{', '.join(f'[{names}]' for names, _length in named)}][place]"
        is_known = (
            f"CASE WHEN length(cell) > {longest} THEN false "
            f"ELSE list_contains({of_column}, {self._as_plain('cell')}) END"
        )
        self.same = self._count(is_known) if columns else "0"
        """How many cells are those of the header in their columns."""
        is_other = f"regexp_full_match(cell, {literal(_VALUE)}) AND NOT ({is_known})"
        self.others = self._count(is_other) if columns else "0"
        """How many cells are numbers or days where the header has something else, as those of a record are."""
        share = 1 if any(_is_of_a_record(text) for texts in header.texts for text in texts) else 2
        self.enough = f"(same >= 2 AND same * {share} >= filled AND others = 0)"
        """Whether a row is one, by ``same``, ``others`` and how many cells are ``filled``.

        Half of them are enough, for what amounts are counted in may differ; but not where the header has a number or a
        day in it: it may be a record, and others share its values.
        """

    def _known(self, cell: Sql, names: Sql, longest: int) -> Sql:
        # Most cells are longer; no letter is shorter once it is small.
        return f"CASE WHEN length({cell}) > {longest} THEN false ELSE {self._as_plain(cell)} IN ({names}) END"

    def _count(self, condition: Sql) -> Sql:
        return f"len(list_filter({self._cells}, lambda cell, place: {condition}))"

    def _as_plain(self, cell: Sql) -> Sql:
        plain = f"lower({cell})"
        return f"translate({plain}, {literal(self._from)}, {literal(self._to)})" if self._from else plain


def _is_of_a_record(text: str) -> bool:
    """Whether a cell of a header holds a number or a day, and no year, which columns are called by."""
    return not is_span(text) and not text.strip().isdigit() and is_value(text)


def _named(texts: frozenset[str]) -> tuple[Sql, int]:
    """The names of a column in SQL, and the length of the longest."""
    plain = sorted(map(_plain, texts))
    return ", ".join(map(literal, plain)), max(map(len, plain))


def _plain(text: str) -> str:
    return text.lower().translate(chinese().simplified).translate(_WIDTH)


@cache
def _simplified() -> dict[int, str]:
    return {old: new for old, new in chinese().simplified.items() if len(new) == 1}


@dataclass(frozen=True, slots=True)
class _Change:
    """A row from which on amounts are counted as its ``cell`` says, which is empty where that is as at first.

    ``measures``: what the amounts of each column are counted in then; None where the cell does not say all of it.
    """

    row: int
    cell: str
    measures: Mapping[int, Measure] | None = None


def count_as_told_below(table: ImportTable, header: Header) -> tuple[Reason, ...]:
    """Have the amounts below a line that counts in something else say so themselves: ``3`` becomes ``3 m EUR``.

    Such a line is a header that stands there again, or a note of units between rows. Where it leaves open what the
    amounts are counted in the rows below it are refused. Returns what is to be told.
    """
    told = []
    changes = list(_changes(table, header))
    for number, change in enumerate(changes):
        if not change.cell:
            continue
        below = changes[number + 1].row if number + 1 < len(changes) else None
        rows = f"{ROW} > {change.row} {'' if below is None else f'AND {ROW} < {below}'}"
        rows += f" AND {ROW} NOT IN (SELECT {ROW} FROM refusals)"
        about = {"row": f"{change.row}", "cell": clean_line(change.cell)}
        if change.measures is None:
            reason = Reason.of(Refused.COUNTED_OTHERWISE, **about).dump()
            table.run(f"INSERT INTO refusals SELECT {ROW}, -1, ? FROM cells WHERE {rows}", [reason])
            continue
        count = sum(_count_in(table, place, measure, rows) for place, measure in change.measures.items())
        if count:
            told.append(Reason.of(Noticed.COUNTED_BELOW, **about, count=f"{count:,}"))
    return tuple(told)


def _count_in(table: ImportTable, place: int, measure: Measure, rows: str) -> int:
    """Write a measure behind the bare numbers of a column in some rows; returns behind how many."""
    cell, words = table.names[place], " ".join(filter(None, (measure.unit, measure.currency)))
    bare = f"{rows} AND regexp_full_match({cell}, {literal(_BARE)})"
    count: int = table.ask(f"SELECT count(*) FROM cells WHERE {bare}")[0][0]
    if count and words:
        table.run(f"UPDATE cells SET {cell} = {cell} || {literal(f' {words}')} WHERE {bare}")
    return count


def _changes(table: ImportTable, header: Header) -> Iterator[_Change]:
    """The rows that say what amounts below them are counted in."""
    money = {place: word.measure for place, word in enumerate(header.words) if word.field and word.field.type.is_money}
    above = _all_of(measure for measure, _cell in header.counted)
    again, alone = (literal(Reason.of(one).dump()) for one in (Refused.REPEATS_HEADER, Refused.ONE_CELL))
    every = ", ".join(table.names)
    rows = table.ask(
        f"SELECT {ROW}, reason = {again}, {every} FROM cells JOIN (SELECT {ROW}, reason FROM refusals "
        f"WHERE reason IN ({again}, {alone})) USING ({ROW}) "
        f"WHERE {ROW} < (SELECT max({ROW}) FROM cells WHERE {ROW} NOT IN (SELECT {ROW} FROM refusals)) ORDER BY {ROW}"
    )
    for row, is_header, *cells in rows if money else ():
        if is_header:
            said = {place: measure_of(cells[place]) for place in money}
            differ = [place for place, stated in money.items() if _says_otherwise(said[place], stated)]
            # A header without a unit counts single units.
            whole = {place: Measure(said[place].unit or "ones", said[place].currency) for place in differ}
            yield _Change(row, cells[differ[0]] if differ else "", whole)
            continue
        cell = next(filter(None, cells), "")
        if told := _all_of(counted_in(cell)) if _may_be_of_units(cell) else UNTOLD:
            stated = {place: _all_of((one, above)) for place, one in money.items()}
            differs = any(_differ(told, one) for one in stated.values())
            is_whole = bool(told.unit) or not any(one.unit for one in stated.values())
            yield _Change(row, cell if differs else "", dict.fromkeys(money, told) if is_whole else None)


def _may_be_of_units(cell: str) -> bool:
    """Whether a cell that stands alone is short enough for a line of units: no sentence, no text with an address."""
    return len(cell.split()) <= _MOST_WORDS and not _ADDRESS.search(cell) and "\n" not in cell.strip()


def _all_of(measures: Iterable[Measure]) -> Measure:
    """What several say together, the first of each."""
    found = UNTOLD
    for one in measures:
        found = Measure(found.unit or one.unit, found.currency or one.currency)
    return found


def _says_otherwise(told: Measure, stated: Measure) -> bool:
    """Whether a header that stands there again says another measure; one that says a currency alone says no unit."""
    return bool(told) and (UNITS[told.unit] != UNITS[stated.unit] or _differ(told, stated))


def _differ(told: Measure, stated: Measure) -> bool:
    if told.unit and UNITS[told.unit] != UNITS[stated.unit]:
        return True
    return bool(told.currency and stated.currency and told.currency != stated.currency)
