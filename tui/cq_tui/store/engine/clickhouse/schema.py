"""The tables of an archive in a server: one a kind, with what is asked of every record, and what codes are called."""

from collections.abc import Iterator
from zlib import crc32

from cq_tui.query.columns import (
    DECLARED,
    FOLDED,
    HEARD,
    KEYS,
    NAMES,
    POSITION,
    WORDS,
    called_rows,
    called_table,
    declared_text,
    own_text,
)
from cq_tui.schema.kind import Kind
from cq_tui.schema.schema import Schema
from cq_tui.store.engine.clickhouse.dialect import spelt
from cq_tui.store.engine.clickhouse.generator import ROW
from cq_tui.store.engine.clickhouse.text_index import SOUNDING, TEXT, index_of
from cq_tui.store.engine.clickhouse.types import clickhouse_type
from cq_tui.store.engine.memory_rows import CodeWord
from cq_tui.store.engine.tables import BAD, columns, table
from cq_tui.values.sql import Sql, identifier


def column_types(kind: Kind) -> dict[str, str]:
    """The columns of a kind's table with their types: all that DuckDB's view of the kind gives."""
    kept = {POSITION: "Int64", NAMES: "String", FOLDED: "String", KEYS: "String", HEARD: "Int128"}
    if declared_text(kind):
        kept[DECLARED] = "Nullable(String)"
    own = {name: "String" if name == "id" else clickhouse_type(type_) for name, type_ in columns(kind).items()}
    return kept | own


def kept_texts(kind: Kind) -> dict[Sql, str]:
    """What the server puts together of a record when it comes, in the store's own spelling, and its column.

    At each keystroke that took longer than to search it. The column is called after what stands in it, for the same
    statement may ask another kind something else.
    """
    return {text: f"{of}{crc32(text.encode()):08x}" for of, text in _texts(kind)}


def _texts(kind: Kind) -> Iterator[tuple[str, Sql]]:
    """What words are looked for in, as written and by their sound, with what the columns' names begin with."""
    yield TEXT, own_text(kind)
    if (sounding := own_text(kind, notes=False)) != own_text(kind):
        yield SOUNDING, sounding


def table_names(schema: Schema) -> list[str]:
    """What the tables are called: the kinds' names, and that of the words of codes."""
    return [*schema, WORDS]


def create_tables(schema: Schema, beside: str = "", *, indexed: bool) -> Iterator[Sql]:
    """Statements that make the tables, in the server's own spelling; ``beside``: what their names end with.

    ``indexed``: with an index of what the records say (``text_index.py``); not every version can make one.
    """
    for kind in schema.values():
        own = ", ".join(f"{identifier(name)} {type_}" for name, type_ in column_types(kind).items())
        for text, name in kept_texts(kind).items():
            own += f", {name} String DEFAULT {spelt(f'SELECT {text}', ()).sql.removeprefix('SELECT ')}"
            if indexed and name.startswith(TEXT):
                own += f", {index_of(name)}"
        yield f"CREATE TABLE {identifier(kind.name + beside)} ({own}) ENGINE = MergeTree ORDER BY {POSITION}"
    words = ", ".join(f"{name} String" for name in CodeWord._fields)
    yield f"CREATE TABLE {identifier(WORDS + beside)} ({words}) ENGINE = MergeTree ORDER BY (kind, field)"


def create_views(schema: Schema) -> Iterator[Sql]:
    """Statements that make what is asked in the place of the kinds' tables, or make it anew."""
    for kind in schema.values():
        rows = f"SELECT *, false AS {BAD}, {POSITION} AS {ROW} FROM {identifier(kind.name)}"
        yield f"CREATE OR REPLACE VIEW {table(kind)} AS {rows}"
    for kind in schema.values():
        yield f"CREATE OR REPLACE VIEW {called_table(kind)} AS {spelt(called_rows(kind, ()), ()).sql}"
