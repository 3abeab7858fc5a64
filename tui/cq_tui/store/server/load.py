"""Records of an extent into the tables of a server, in batches."""

import json
from collections.abc import Callable, Iterator

from cq_tui.query.columns import HEARD, POSITION, WORDS, heard_text
from cq_tui.query.heard import sql_classes, sql_heard
from cq_tui.schema.kind import Kind
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.engine.clickhouse.connection import Connection
from cq_tui.store.engine.clickhouse.schema import column_types
from cq_tui.store.engine.copy_form import CopyForm
from cq_tui.store.engine.memory_rows import CodeWord, code_words
from cq_tui.store.selection.extent import Extent
from cq_tui.store.store import Store
from cq_tui.values.sql import Sql, identifier

BATCH = 100_000
"""Rows of one insert."""
Told = Callable[[Kind, int], None]
"""Hears how many rows of a kind are there by now."""


def load(
    extent: Extent,
    connection: Connection,
    cancellation: Cancellation,
    told: Told = lambda _kind, _rows: None,
    beside: str = "",
) -> None:
    """Fill the tables with all records that are meant, and with what codes are called.

    ``beside``: what the tables' names end with. Raises QueryError and Cancelled of the store, ServerError of the
    connection.
    """
    store = extent.store
    for kind in store.schema.values():
        count = extent.count(kind)
        for begin in range(0, count, BATCH):
            rows = store.copy(_rows(extent, kind, begin), CopyForm.JSON, cancellation)
            connection.insert(kind.name + beside, list(column_types(kind)), rows)
            told(kind, min(begin + BATCH, count))
    connection.insert(WORDS + beside, CodeWord._fields, _words(store))


def _rows(extent: Extent, kind: Kind, begin: int) -> Sql:
    """SQL of the store's own engine: a batch of a kind, in the columns of the server's table."""
    names = ", ".join(map(identifier, column_types(kind)))
    span = f"{POSITION} >= {begin} AND {POSITION} < {begin + BATCH}"
    rows = f"{extent.numbered(kind)} WHERE {span}"
    if not extent.store.is_heard(kind):  # no prepared file tells the sounds: looked up here, in two steps as for one
        rows = f"(SELECT *, {sql_classes(heard_text(kind))} AS {HEARD} FROM {rows})"
        rows = f"(SELECT * REPLACE ({sql_heard(HEARD)} AS {HEARD}) FROM {rows})"
    return f"SELECT {names} FROM {rows} ORDER BY {POSITION}"


def _words(store: Store) -> Iterator[bytes]:
    for kind in store.schema.values():
        for word in code_words(kind):
            yield json.dumps(word._asdict()).encode() + b"\n"
