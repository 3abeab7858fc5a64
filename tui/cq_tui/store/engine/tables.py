"""The DuckDB tables of the kinds, derived from their fields."""

from cq_tui.query.columns import (
    DECLARED,
    FOLDED,
    HEARD,
    KEYS,
    NAMES,
    POSITION,
    declared_text,
    folded_names,
    heard_text,
    names_text,
    text_of,
)
from cq_tui.schema.kind import Kind
from cq_tui.values.sql import literal

BAD = "_bad"
_KEPT_NAMES = f"{FOLDED} VARCHAR USING COMPRESSION uncompressed"
"""The names of a record in a prepared file, in lower case. A word is looked for in all of them as it is typed: put
together from their columns, and unpacked, they take twice as long to read as to search."""


def columns(kind: Kind) -> dict[str, str]:
    """The columns of a kind's table, and of its Parquet files, with their types."""
    return {field.name: field.type.sql_type for field in kind.fields}


def row_type(kind: Kind) -> str:
    """The struct that holds one row of the kind's table."""
    return "STRUCT(" + ", ".join(f'"{name}" {type_}' for name, type_ in columns(kind).items()) + ")"


def table(kind: Kind) -> str:
    """The table that holds the rows of a kind; what is asked is the view of the kind's own name over it."""
    return f'"_of_{kind.name}"'


ATTACHED = "prepared"
"""What the prepared file is called in a connection in which it is open."""


def attached(name: str) -> str:
    """A table of the prepared file."""
    return f"{ATTACHED}.main.{name}"


def create_table(kind: Kind, *, heard: bool = False) -> str:
    """SQL that makes the table; ``BAD`` marks the rows of table files that are no records.

    ``heard``: with the folded names of each record and the sounds of what it says, as a prepared file has them.
    """
    own = ", ".join(f'"{name}" {type_}' for name, type_ in columns(kind).items())
    declared = f", {DECLARED} VARCHAR" if declared_text(kind) else ""
    sounds = f", {_KEPT_NAMES}, {HEARD} HUGEINT" if heard else ""
    return f"CREATE TABLE {table(kind)} ({own}, {BAD} BOOLEAN{declared}{sounds})"


def insert_rows(kind: Kind, rows: str, *, heard: bool = False) -> str:
    """SQL that puts rows into the table; ``rows`` gives the columns of all fields, then ``BAD``."""
    declared = f", {text}" if (text := declared_text(kind)) else ""
    if not heard:
        return f"INSERT INTO {table(kind)} SELECT *{declared} FROM ({rows})"
    from cq_tui.query.heard import sql_classes, sql_heard  # for who prepares an archive alone

    # In two steps: the classes of all characters are looked up once, and asked for twice.
    names, classes = folded_names(kind), sql_classes(heard_text(kind))
    found = f"SELECT *{declared}, {names} AS {FOLDED}, {classes} AS {HEARD} FROM ({rows})"
    return f"INSERT INTO {table(kind)} SELECT * REPLACE ({sql_heard(HEARD)} AS {HEARD}) FROM ({found})"


def create_view(kind: Kind, rows: str, *, heard: bool = False) -> str:
    """SQL that makes the view over a table of rows: all fields, the record's position, its names, its identifiers."""
    own = ", ".join(f'"{name}"' for name in columns(kind))
    keys = f"concat_ws(chr(10), {', '.join(map(text_of, kind.keys)) or literal('')})"
    further = f"{DECLARED}, " * bool(declared_text(kind)) + f"{HEARD}, " * heard
    folded = FOLDED if heard else f"{folded_names(kind)} AS {FOLDED}"
    found = f"rowid AS {POSITION}, {names_text(kind)} AS {NAMES}, {folded}, {keys} AS {KEYS}, {further}{own}"
    return f'CREATE VIEW "{kind.name}" AS SELECT {found} FROM {rows}'
