"""Rows of totals that are called by what they add up: "Grand total North", "Total roads", "Subtotal - 08".

A project or a company may be called so, too: such a row is as full as the others are, or has words beside its name.
"""

from collections.abc import Sequence

from cq_tui.importing.convert.asides import WORDS, called
from cq_tui.importing.errors import Refused
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.words.totals import COUNTED_IN, MAYBE_TOTAL_OF, TOTAL, TOTAL_OF
from cq_tui.importing.sources.cells_sql import count_filled, count_of
from cq_tui.importing.sources.import_table import ROW, ImportTable
from cq_tui.values.reasons import Reason
from cq_tui.values.sql import literal

_MOST = 50_000
"""Rows of a list that are looked at: one with more is a database's, and has no totals."""
_USUAL = 0.6
_CERTAIN = 2
"""Of the columns that most rows fill, how many are empty in a row of totals; one is told."""
_LEAST_ROWS = 2
_MOST_NAMES = 3


def leave_out_totals_of_parts(table: ImportTable, header: Header, kept: frozenset[int]) -> None:
    """Refuse such rows; ``kept``: those that are said to be records."""
    named = " OR ".join(f"regexp_matches(first, {literal(one)})" for one in (TOTAL, TOTAL_OF, MAYBE_TOTAL_OF))
    open_ = f"{ROW} NOT IN (SELECT {ROW} FROM refusals)"
    if table.ask("SELECT count(*) FROM cells")[0][0] > _MOST:
        return
    likely = f"SELECT {ROW}, first FROM (SELECT {ROW}, {called(table.names)} AS first FROM cells) WHERE {named}"
    found = [row for row, _first in table.ask(f"SELECT * FROM ({likely}) WHERE {open_}") if row not in kept]
    if not found:
        return
    numbers = ", ".join(map(str, found))
    others = f"FROM cells WHERE {open_} AND {ROW} NOT IN ({numbers})"
    usual, telling = _columns(table, others)
    is_word, counts = (f"regexp_matches(cell, {literal(one)})" for one in (WORDS, COUNTED_IN))
    words = count_of(telling, f"cell <> first AND {is_word} AND NOT {counts}")
    empty = ", ".join(f"{table.names[place]} = ''" for place in usual)
    asked = (
        f"SELECT {ROW}, regexp_matches(first, {literal(TOTAL_OF)}), [{empty}]::BOOLEAN[], {count_filled(table.names)} "
        f"FROM ({likely}) JOIN cells USING ({ROW}) WHERE {ROW} IN ({numbers}) AND {words} = 0 ORDER BY {ROW}"
    )
    reasons = []
    for row, is_certain, gaps, filled in table.ask(asked):
        missing = [header.names[place] for place, is_empty in zip(usual, gaps, strict=True) if is_empty]
        if missing or (is_certain and filled < table.width):
            reasons.append((str(row), "-1", _reason(row, missing, is_certain=is_certain).dump()))
    if reasons:
        table.insert("refusals", list(zip(*reasons, strict=True)))


def _reason(row: int, missing: Sequence[str], *, is_certain: bool) -> Reason:
    if is_certain or len(missing) >= _CERTAIN:
        return Reason.of(Refused.TOTALS)
    return Reason.of(Refused.CALLED_TOTAL, names=", ".join(missing[:_MOST_NAMES]), setting=f"--set rows.keep={row}")


def _columns(table: ImportTable, others: str) -> tuple[list[int], list[str]]:
    """The columns that most other rows fill, and those that don't say the same in every row."""
    each = ", ".join(f"count(nullif({one}, '')), count(DISTINCT nullif({one}, ''))" for one in table.names)
    count, *told = table.ask(f"SELECT count(*), {each} {others}")[0]
    filled, different = told[::2], told[1::2]
    usual = [place for place, rows in enumerate(filled) if count >= _LEAST_ROWS and rows >= _USUAL * count]
    same = {place for place in usual if different[place] == 1}
    return usual, [name for place, name in enumerate(table.names) if place not in same]
