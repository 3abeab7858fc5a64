"""Values of table files that SQL can't judge wholly, as check digits: each different one is asked once."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.store.engine.table_files.source import Ask
from cq_tui.store.engine.tables import BAD, table
from cq_tui.values.sql import identifier, literal, struct

_REFUSED = '"_refused"'
_AT_ONCE = 1000


def mark_refused(kind: Kind, start: int, ask: Ask) -> None:
    """Mark the rows from a position on that hold a value which the models refuse."""
    for field in kind.fields:
        if field.type.is_judged_apart:
            _mark(kind, field, start, ask)


def _mark(kind: Kind, field: Field, start: int, ask: Ask) -> None:
    value = field.type.sql_each(identifier(field.name))
    each = f"SELECT rowid AS row, {value} AS one FROM {table(kind)} WHERE rowid >= {start} AND NOT {BAD}"
    different = (row[0] for row in ask(f"SELECT DISTINCT one FROM ({each}) WHERE one IS NOT NULL"))
    refused = (one for one in different if field.type.refuses(one))
    made = False
    while some := list(islice(refused, _AT_ONCE)):
        if not made:
            ask(f"CREATE TEMP TABLE {_REFUSED} AS SELECT one FROM ({each}) LIMIT 0")
            made = True
        ask(f"INSERT INTO {_REFUSED} VALUES {', '.join(_rows(some))}")
    if made:
        rows = f"SELECT row FROM ({each}) SEMI JOIN {_REFUSED} USING (one)"
        ask(f"UPDATE {table(kind)} SET {BAD} = true WHERE rowid IN ({rows})")
        ask(f"DROP TABLE {_REFUSED}")


def _rows(values: Sequence[dict[str, Any]]) -> Iterator[str]:
    return (f"({struct((name, literal(text)) for name, text in one.items())})" for one in values)
