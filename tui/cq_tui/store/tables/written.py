"""What leaves a table for a file, cleaned on the way: lines of CSV as ``export`` spells them, columns of Parquet."""

from collections.abc import Sequence

from cq_tui.model.field import Field, Shape
from cq_tui.query.sql import column
from cq_tui.store.schema import sql_type
from cq_tui.store.tables.spelling import cells_of, defused
from cq_tui.store.tables.sql import cleaned, quoted

Place = tuple[Field, int]
"""A column of a flat table: a field, and which of its columns."""

_FREE = (Shape.TEXT, Shape.TEXTS, Shape.STRING, Shape.STRINGS, Shape.PARTS)
"""What may hold any character; all else is known to hold nothing that must be guarded."""
_GUARDED = quoted('[",\n]')


def csv_line(places: Sequence[Place], *, raw: bool) -> str:
    """SQL: one line of CSV without its end."""
    cells = [_cell(field, place, raw) for field, place in places]
    if len(cells) == 1:  # an empty line would be no row
        return f"CASE WHEN {cells[0]} = '' THEN '\"\"' ELSE {cells[0]} END"
    return " || ',' || ".join(cells)


def _cell(field: Field, place: int, raw: bool) -> str:
    cell = f"({cells_of(field, column(field))[place]})"
    if field.shape not in _FREE:
        return cell
    text = cell if raw else f"({defused(cell)})"
    doubled = f"'\"' || replace({text}, '\"', '\"\"') || '\"'"
    return f"CASE WHEN regexp_matches({text}, {_GUARDED}) THEN {doubled} ELSE {text} END"


def parquet_columns(fields: Sequence[Field]) -> str:
    """SQL: the columns of a Parquet file, of the types of the kind's table."""
    return ", ".join(f"{_clean(field)}::{sql_type(field)} AS {column(field)}" for field in fields)


def _clean(field: Field) -> str:
    value = column(field)
    match field.shape:
        case Shape.TEXT:
            return f"CASE WHEN {value} IS NOT NULL THEN {_clean_text(value)} END"
        case Shape.TEXTS:
            return f"[{_clean_text('x')} FOR x IN {value}]"
        case Shape.STRING:
            return f"({cleaned(value)})"
        case Shape.STRINGS:
            return f"[{cleaned('x')} FOR x IN {value}]"
        case _:
            return value


def _clean_text(value: str) -> str:
    return f"{{'zh': {cleaned(f'{value}.zh')}, 'en': {cleaned(f'{value}.en')}}}"
