"""SQL of an export: the lines of a CSV file, the columns of a Parquet file, cleaned on the way."""

from collections.abc import Sequence

from cq_tui.query.sql import column
from cq_tui.schema.field import Field
from cq_tui.values.csv_line import CsvLine
from cq_tui.values.sql import Sql

CsvColumn = tuple[Field, int]
"""A column of a flat table: a field, and which of its columns."""


def csv_line(columns: Sequence[CsvColumn], *, raw: bool) -> Sql:
    """One line of CSV without its end. However often a column is named, its cell is spelt once."""
    once = {(field.name, place): _cell(field, place, raw) for field, place in columns}
    names = list(once)
    return CsvLine.sql_line(list(once.values()), [names.index((field.name, place)) for field, place in columns])


def _cell(field: Field, place: int, raw: bool) -> Sql:
    return field.type.sql_export_cell(f"({field.type.sql_spell(column(field))[place]})", raw=raw)


def parquet_columns(fields: Sequence[Field]) -> Sql:
    """The columns of a Parquet file, of the types of the kind's table."""
    return ", ".join(f"{one.type.sql_clean(column(one))}::{one.type.sql_type} AS {column(one)}" for one in fields)
