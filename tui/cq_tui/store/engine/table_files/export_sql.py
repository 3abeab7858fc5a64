"""SQL of an export: the cells of a CSV file, the columns of a Parquet file, cleaned on the way."""

from collections.abc import Callable, Sequence

from cq_tui.query.columns import column
from cq_tui.schema.field import Field
from cq_tui.values.sql import Sql, identifier

OWNER, PLACE = "_owner", "_place"
"""The id of the record that an entry of a list is in, and where it stands there. No field can be called so."""

CsvColumn = tuple[Field, int]
"""A column of a flat table: a field, and which of its columns."""


def csv_cells(columns: Sequence[CsvColumn], select: Callable[[Sql], Sql], *, raw: bool) -> Sql:
    """The cells of all lines, which the engine's own COPY writes. However often a column is named, it is spelt once.

    ``select`` makes the statement of the cells of a line.
    """
    once = {(field.name, place): field for field, place in columns}
    spelt = select(", ".join(f"{field.type.sql_spell(column(field))[at]} AS _{n}"
                             for n, ((_, at), field) in enumerate(once.items())))  # fmt: skip
    # In a statement within: what a cell is made of is named several times, and would be spelt as often.
    cells = [field.type.sql_export_cell(f"_{n}", raw=raw) for n, field in enumerate(once.values())]
    names = list(once)
    written = [cells[names.index((field.name, place))] for field, place in columns]
    # The engine quotes what is empty, unless it is NULL. An only cell has to be quoted: an empty line would be no row.
    shown = written if len(written) == 1 else map(_or_nothing, written)
    return f"SELECT {', '.join(shown)} FROM ({spelt})"


def _or_nothing(cell: Sql) -> Sql:
    return f"nullif({cell}, '')"


def entries_csv(entries: Sequence[Field], listed: Sql, *, raw: bool) -> Sql:
    """The cells of the entries of a list, in their order: the id of the record, the place from 1, their own.

    ``entries``: the fields of the entry, over the columns that ``entries_of`` gives, which made ``listed``.
    """
    own = [(field, cell) for field in entries for cell in field.type.sql_spell(column(field))]
    spelt = ", ".join((OWNER, PLACE, *(f"{cell} AS _{n}" for n, (_field, cell) in enumerate(own))))
    cells = (_or_nothing(field.type.sql_export_cell(f"_{n}", raw=raw)) for n, (field, _cell) in enumerate(own))
    ordered = f"SELECT {spelt} FROM ({listed}) ORDER BY {OWNER}, {PLACE}"
    return f"SELECT {', '.join((OWNER, PLACE, *cells))} FROM ({ordered})"


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
