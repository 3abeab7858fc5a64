"""The columns of which nothing else is told: those that are empty, and those that only number the rows."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cq_tui.importing.convert.column_types import is_empty
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.prepare import Prepared
from cq_tui.importing.sources.import_table import ROW, ImportTable
from cq_tui.values.nothing import is_nothing

_AT_ONCE = 100
"""Columns that are looked at by one statement: the engine plans each apart."""

_ACCEPTED = f"FROM cells WHERE {ROW} NOT IN (SELECT {ROW} FROM refusals WHERE col = -1)"
_NUMBER, _NOTHING = r"^\W*([0-9]+)\W*$", r"[\s.–—-]*"
"""A number with nothing but marks around it, as ``12.``; cells that say nothing among others."""


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A column that no field takes: its least cell and its greatest; both are empty where it says nothing."""

    column: str
    first: str = ""
    last: str = ""


def not_taken(prepared: Prepared, table: ImportTable) -> tuple[NotTaken, ...]:
    """The columns that neither a field takes nor a line of the review names, in their order."""
    mapping, names = prepared.proposal.mapping, prepared.listed.header.names
    told = {name for mapped in mapping.fields.values() for name in mapped.columns}
    told |= {*mapping.columns, *prepared.proposal.unused}
    places = [place for place, name in enumerate(names) if name not in told]
    filled = zip(places, (bool(first) for first, _last in _ends(table, places)), strict=True)
    return tuple(NotTaken(names[at], *(_least_and_greatest(table, at) if some else ("", ""))) for at, some in filled)


def empty_columns(header: Header, columns: Iterable[str], table: ImportTable) -> frozenset[str]:
    """Those of some columns that say nothing in any row; the proposal saw the first rows alone."""
    places = [header.names.index(name) for name in columns]
    maybe = (place for place, (first, _last) in zip(places, _ends(table, places), strict=True) if not first)
    return frozenset(header.names[place] for place in maybe if is_empty(table, place))


def _least_and_greatest(table: ImportTable, place: int) -> tuple[str, str]:
    """By their numbers where all cells that say anything are numbers, else as texts are ordered."""
    cell = table.names[place]
    number = f"TRY_CAST(regexp_extract({cell}, '{_NUMBER}', 1) AS HUGEINT)"
    *ends, least, greatest, are_numbers = table.ask(
        f"SELECT arg_min({cell}, {number}), arg_max({cell}, {number}), min({cell}), max({cell}), "
        f"count({number}) = count(*) {_ACCEPTED} AND NOT regexp_full_match({cell}, '{_NOTHING}')"
    )[0]
    first, last = ends if are_numbers else (least, greatest)
    return first or "", last or ""


def _ends(table: ImportTable, places: Sequence[int]) -> Iterator[tuple[str, str]]:
    """The first and the last cell that says anything, of each column."""
    for first in range(0, len(places), _AT_ONCE):
        yield from _ends_at_once(table, places[first:][:_AT_ONCE])


def _ends_at_once(table: ImportTable, places: Sequence[int]) -> Iterator[tuple[str, str]]:
    each = []
    for cell in (table.names[place] for place in places):
        # No FILTER: to plan a hundred of them takes many times as long as to plan the functions of a value or NULL.
        each += [f"{end}(nullif({cell}, ''), {ROW})" for end in ("arg_min", "arg_max")]
    found = [cell or "" for cell in table.ask(f"SELECT {', '.join(each)} {_ACCEPTED}")[0]]
    for first, last in zip(found[::2], found[1::2], strict=True):
        yield ("", "") if is_nothing(first) and is_nothing(last) else (first, last)
