"""SQL of an export: the lines of a CSV file, the columns of a Parquet file, cleaned on the way."""

from collections.abc import Sequence

from cq_tui.query.columns import column
from cq_tui.schema.field import Field
from cq_tui.values.csv_line import CsvLine
from cq_tui.values.sql import Sql, identifier

OWNER, PLACE = "_owner", "_place"
"""The id of the record that an entry of a list is in, and where it stands there. No field can be called so."""

CsvColumn = tuple[Field, int]
"""A column of a flat table: a field, and which of its columns."""


def csv_line(columns: Sequence[CsvColumn], *, raw: bool) -> Sql:
    """One line of CSV without its end. However often a column is named, its cell is spelt once."""
    once = {(field.name, place): _cell(field, place, raw) for field, place in columns}
    names = list(once)
    return CsvLine.sql_line(list(once.values()), [names.index((field.name, place)) for field, place in columns])


def _cell(field: Field, place: int, raw: bool) -> Sql:
    return field.type.sql_export_cell(f"({field.type.sql_spell(column(field))[place]})", raw=raw)


def entry_line(entries: Sequence[Field], *, raw: bool) -> Sql:
    """One line of CSV of an entry of a list: the id of its record, its place from 1, its own cells.

    ``entries``: the fields of the entry, over the columns that ``entries_of`` gives.
    """
    cells = [f"{field.type.sql_export_cell(f'({cell})', raw=raw)}" for field in entries
             for cell in field.type.sql_spell(column(field))]  # fmt: skip
    line = [identifier(OWNER), f"CAST({identifier(PLACE)} AS VARCHAR)", *cells]
    return CsvLine.sql_line(line, range(len(line)))


def entries_of(field: Field, entries: Sequence[Field], records: Sql) -> Sql:
    """SQL: a row an entry of a list: the id of its record and its place, then its fields by their names.

    ``records``: FROM the records. What is no list is an entry alone where it is there.
    """
    value = column(field)
    listed = value if field.is_list else f"CASE WHEN {value} IS NULL THEN [] ELSE [{value}] END"
    parts = [f"_entry.{column(one)} AS {column(one)}" if field.parts else f"_entry AS {column(one)}" for one in entries]
    places = f"SELECT id AS {identifier(OWNER)}, unnest({listed}) AS _entry, "
    places += f"generate_subscripts({listed}, 1) AS {identifier(PLACE)} {records}"
    return f"SELECT {identifier(OWNER)}, {identifier(PLACE)}, {', '.join(parts)} FROM ({places})"


def parquet_columns(fields: Sequence[Field]) -> Sql:
    """The columns of a Parquet file, of the types of the kind's table."""
    return ", ".join(
        f"{one.type.sql_clean(column(one))}::{one.type.sql_type} AS {identifier(one.name)}" for one in fields
    )
