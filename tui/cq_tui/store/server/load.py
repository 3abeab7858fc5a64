"""Records of a store into the tables of a server, in batches."""

import json
from collections.abc import Callable, Iterator

from cq_tui.query.columns import POSITION, WORDS
from cq_tui.schema.kind import Kind
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.engine.clickhouse.connection import Connection
from cq_tui.store.engine.clickhouse.schema import column_types
from cq_tui.store.engine.copy_form import CopyForm
from cq_tui.store.engine.memory_rows import CodeWord, code_words
from cq_tui.store.store import Store
from cq_tui.values.sql import Sql, identifier

BATCH = 100_000
"""Rows of one insert."""
Told = Callable[[Kind, int], None]
"""Hears how many rows of a kind are there by now."""


def load(
    store: Store, connection: Connection, cancellation: Cancellation, told: Told = lambda _kind, _rows: None
) -> None:
    """Fill the tables with all records of a store, and with what codes are called.

    Raises QueryError and Cancelled of the store, ServerError of the connection.
    """
    for kind in store.schema.values():
        for begin in range(0, store.total(kind.name), BATCH):
            rows = store.copy(_rows(kind, begin), CopyForm.JSON, cancellation)
            connection.insert(kind.name, list(column_types(kind)), rows)
            told(kind, min(begin + BATCH, store.total(kind.name)))
    connection.insert(WORDS, CodeWord._fields, _words(store))


def _rows(kind: Kind, begin: int) -> Sql:
    """SQL of the store's own engine: a batch of a kind, in the columns of the server's table."""
    names = ", ".join(map(identifier, column_types(kind)))
    span = f"{POSITION} >= {begin} AND {POSITION} < {begin + BATCH}"
    return f"SELECT {names} FROM {identifier(kind.name)} WHERE {span} ORDER BY {POSITION}"


def _words(store: Store) -> Iterator[bytes]:
    for kind in store.schema.values():
        for word in code_words(kind):
            yield json.dumps(word._asdict()).encode() + b"\n"
