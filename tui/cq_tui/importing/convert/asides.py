"""Rows of a list that are no records: headings, notes, totals, the header once more."""

from collections.abc import Sequence

from cq_tui.importing.convert.header_again import HeaderAgain
from cq_tui.importing.convert.page_turning import may_turn_pages, turns_pages
from cq_tui.importing.errors import ASIDE, Refused
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.words.totals import BESIDE, COUNTED_IN, RUNNING, TOTAL, TOTAL_OF
from cq_tui.importing.sources.cells_sql import count_filled, count_of, first_filled
from cq_tui.importing.sources.import_table import ROW, ImportTable
from cq_tui.values.reasons import Reason
from cq_tui.values.sql import literal

WORDS = r"^\D*\pL\D*$"
"""A cell of words alone. A row of totals has none but its own, and what it counts in."""
_PAGE = r"(?i)^(page|seite|pagina|página|strona|第)\s*\d+\s*(页|頁|ページ|/|of|von|de|di|z)?\s*\d*$"
"""A page's number, of a list that was printed."""
_CELLS_OF_A_PAGE = 2
_SOMEWHERE = f"(?m){TOTAL}|{TOTAL_OF}"
"""What the cells of a row, a line each, hold where a word of totals stands in any of them."""
_LIKELY = "likely"
"""The table of rows that may be none of the list: what tells it surely is asked of these alone."""


def set_aside(table: ImportTable, header: Header, used: int, *, of_entries: bool = False) -> None:
    """Refuse the rows that are no records. ``used``: how many columns the fields take.

    ``of_entries``: whether each row is an entry of its file, as in JSON, of which none is a heading or a note.
    """
    again = HeaderAgain(table, header)
    page = f"regexp_matches(first, {literal(_PAGE)}) AND filled <= {_CELLS_OF_A_PAGE}"
    alone = "false" if of_entries else f"(filled = 1 OR ({page})) AND {used} > 1"
    somewhere = f"regexp_matches(concat_ws(chr(10), {', '.join(table.names)}, ''), {literal(_SOMEWHERE)})"
    # What is made of all cells is made once, in an inner query: the engine plans it anew wherever it stands.
    asked = (
        f"SELECT {ROW}, {called(table.names)} AS first, {count_filled(table.names)} AS filled, "
        f"({again.likely}) AS again, {somewhere} AS somewhere FROM cells"
    )
    table.run(
        f"CREATE TABLE {_LIKELY} AS SELECT {ROW}, first, filled, ({alone}) AS alone FROM ({asked}) WHERE alone "
        f"OR (somewhere AND filled < {table.width}) OR again OR ({may_turn_pages('first')})"
    )
    # Most lists have none: reading the many expressions below takes as long as all else of a short list.
    if table.ask(f"SELECT count(*) FROM {_LIKELY}")[0][0]:
        _refuse_likely(table, again)
    table.run(f"DROP TABLE {_LIKELY}")


def _refuse_likely(table: ImportTable, again: HeaderAgain) -> None:
    """Refuse those of the likely rows that are no records."""
    named = f"regexp_matches(first, {literal(TOTAL)})"
    # A company may be called Total: its row has words beside it.
    is_word, counts = (f"regexp_matches(cell, {literal(one)})" for one in (WORDS, COUNTED_IN))
    words = count_of(table.names, f"cell <> first AND {is_word} AND NOT {counts}")
    in_any, of_any = f"regexp_matches(cell, {literal(TOTAL)})", f"regexp_matches(cell || ' ', {literal(TOTAL_OF)})"
    beside = count_of(
        table.names, f"regexp_matches(cell, {literal(BESIDE)}) AND NOT {counts} AND NOT {in_any} AND NOT {of_any}"
    )
    totals, one_cell, header_again, pages = (
        literal(Reason.of(one).dump())
        for one in (Refused.TOTALS, Refused.ONE_CELL, Refused.REPEATS_HEADER, Refused.TURNS_PAGES)
    )
    judged = (
        f"SELECT {ROW}, filled, alone, {named} AS named, {words} AS words, {again.same} AS same, "
        f"{again.others} AS others, ({turns_pages(table.names, 'filled')}) AS turns, {beside} AS beside, "
        f"{count_of(table.names, in_any)} AS called, {count_of(table.names, of_any)} AS called_of "
        f"FROM {_LIKELY} JOIN cells USING ({ROW})"
    )
    is_total = (
        f"filled < {table.width} AND ((named AND words = 0) OR "
        "(called + called_of > 0 AND beside <= (called_of > 0)::INTEGER))"
    )
    table.run(
        f"INSERT INTO refusals SELECT {ROW}, -1, CASE WHEN {is_total} THEN {totals} WHEN alone THEN {one_cell} "
        f"WHEN turns THEN {pages} ELSE {header_again} END FROM ({judged}) "
        f"WHERE (turns OR alone OR ({is_total}) OR {again.enough}) "
        f"AND {ROW} NOT IN (SELECT {ROW} FROM refusals)"
    )


def keep_rows(table: ImportTable, kept: frozenset[int]) -> None:
    """Take rows back that only look like none of the list, where its owner says that they are."""
    if kept:
        looks = ", ".join(literal(Reason.of(one).dump()) for one in ASIDE)
        table.run(f"DELETE FROM refusals WHERE {ROW} IN (SELECT unnest(?)) AND reason IN ({looks})", [sorted(kept)])


def leave_rows(table: ImportTable, left: frozenset[int]) -> None:
    """Refuse the rows that are no records, as the list's owner says."""
    if left:
        reason = Reason.of(Refused.SAID_TO_BE_NONE).dump()
        table.run(f"INSERT INTO refusals SELECT {ROW}, -1, ? FROM cells WHERE {ROW} IN (SELECT unnest(?))",
                  [reason, sorted(left)])  # fmt: skip


def called(names: Sequence[str]) -> str:
    """SQL: the first cell that is filled, a running number in the first column passed over."""
    first = first_filled(names)
    if len(names) < 2:
        return first
    return f"CASE WHEN regexp_matches({names[0]}, {literal(RUNNING)}) THEN {first_filled(names[1:])} ELSE {first} END"
