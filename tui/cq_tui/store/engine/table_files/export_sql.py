"""SQL of an export: the lines of a CSV file, the columns of a Parquet file, cleaned on the way."""

from collections.abc import Sequence

from cq_tui.query.sql import column
from cq_tui.schema.field import Field
from cq_tui.values.formulas import Formulas
from cq_tui.values.sql import Sql, literal

CsvColumn = tuple[Field, int]
"""A column of a flat table: a field, and which of its columns."""

_MUST_BE_QUOTED = literal('[",\n]')


def csv_line(columns: Sequence[CsvColumn], *, raw: bool) -> Sql:
    """One line of CSV without its end. However often a column is named, its cell is spelt once."""
    once = {(field.name, place): _cell(field, place, raw) for field, place in columns}
    cells = list(once.values())
    if len(columns) == 1:  # an empty line would be no row
        return f"CASE WHEN {cells[0]} = '' THEN '\"\"' ELSE {cells[0]} END"
    if len(once) < len(columns):
        numbers = {name: str(number) for number, name in enumerate(once, 1)}
        chosen = ", ".join(numbers[field.name, place] for field, place in columns)
        return f"array_to_string(list_select([{', '.join(cells)}], [{chosen}]), ',')"
    # One call and not a chain of ||: that nests, and the parser stops at a depth of 1000.
    comma = ", ',', "
    return f"concat({comma.join(cells)})"


def _cell(field: Field, place: int, raw: bool) -> Sql:
    cell = f"({field.type.sql_spell(column(field))[place]})"
    if not field.type.is_free:
        return cell
    text = cell if raw else f"({Formulas.sql_defused(cell)})"
    doubled = f"'\"' || replace({text}, '\"', '\"\"') || '\"'"
    return f"CASE WHEN regexp_matches({text}, {_MUST_BE_QUOTED}) THEN {doubled} ELSE {text} END"


def parquet_columns(fields: Sequence[Field]) -> Sql:
    """The columns of a Parquet file, of the types of the kind's table."""
    return ", ".join(f"{one.type.sql_clean(column(one))}::{one.type.sql_type} AS {column(one)}" for one in fields)
