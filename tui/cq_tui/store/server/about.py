"""What a server keeps of an archive beside its records: by what rules they were read, and whether all are there.

A small table of keys and values. ``complete`` is the last that is written: without it a load was broken off.
"""

import json
from typing import NamedTuple

from cq_tui.archive.problem import ArchiveError
from cq_tui.archive.schema import Rules, schema_by
from cq_tui.language import _
from cq_tui.schema.schema import Schema
from cq_tui.store.engine.clickhouse.connection import Connection, ServerError
from cq_tui.store.engine.clickhouse.rows import rows
from cq_tui.store.engine.clickhouse.schema import column_types
from cq_tui.store.server.address import Address
from cq_tui.values.clean import clean_line

ABOUT = "_archive"
_COLUMNS = ("key", "value")
_FORMAT = "1"
"""Of the tables themselves; raised with whatever changes in them."""
_UNKNOWN_TABLE = 60


class About(NamedTuple):
    """What is kept."""

    program: str
    rules: Rules
    counts: dict[str, int]
    views: str
    """The views for its readers, as a file of them says it."""


def tell(connection: Connection, sql: str) -> list[tuple[object, ...]]:
    """The rows of a statement in the server's own spelling. Raises ServerError."""
    with connection.lines(sql, {}, "about") as lines:
        return list(rows(lines))


def begin(connection: Connection, about_: About, schema: Schema, beside: str) -> None:
    """Make the table, and tell in it how the records were read, not yet that they are there.

    ``beside``: what its name ends with until it is put in its place.
    """
    columns = "key String, value String"
    tell(connection, f"CREATE TABLE {ABOUT}{beside} ({columns}) ENGINE = MergeTree ORDER BY key")
    told = {"format": _FORMAT, "program": about_.program, "rules": json.dumps(about_.rules)}
    told |= {"columns": _columns(schema), "counts": json.dumps(about_.counts), "views": about_.views}
    _write(connection, told, beside)


def complete(connection: Connection, beside: str = "") -> None:
    """Say that all records are there."""
    _write(connection, {"complete": "yes"}, beside)


def has_same_columns(connection: Connection, schema: Schema) -> bool:
    """Whether all of an archive is there whose tables have the columns of a schema."""
    if not is_complete(connection):
        return False
    told = {str(row[0]): str(row[1]) for row in tell(connection, f"SELECT key, value FROM {ABOUT}")}
    return (told.get("format"), told.get("columns")) == (_FORMAT, _columns(schema))


def _write(connection: Connection, told: dict[str, str], beside: str) -> None:
    lines = (json.dumps(dict(zip(_COLUMNS, pair, strict=True))).encode() + b"\n" for pair in told.items())
    connection.insert(ABOUT + beside, _COLUMNS, lines)


def is_complete(connection: Connection) -> bool | None:
    """Whether all of an archive is there; None where nothing of one is. Raises ServerError."""
    try:
        keys = {row[0] for row in tell(connection, f"SELECT key FROM {ABOUT}")}
    except ServerError as error:
        if error.code == _UNKNOWN_TABLE:
            return None
        raise
    return "complete" in keys


def about(connection: Connection, address: Address) -> tuple[About, Schema]:
    """What is kept of the archive, and its schema. Raises ArchiveError where that can't be opened, and ServerError."""
    whole = is_complete(connection)
    if whole is None:
        message = _("{address}: holds no archive; cq-tui publish --to puts one there")
        raise ArchiveError(message.format(address=address))
    if not whole:
        message = _("{address}: holds half an archive; cq-tui publish --to was broken off, and loads it when run again")
        raise ArchiveError(message.format(address=address))
    told = {str(row[0]): str(row[1]) for row in tell(connection, f"SELECT key, value FROM {ABOUT}")}
    try:
        texts, archives, history, kept = json.loads(told["rules"])
        rules = Rules(tuple((str(name), str(text)) for name, text in texts), int(archives), bool(history), str(kept))
        kept_ = About(told["program"], rules, json.loads(told["counts"]), told.get("views", ""))
        is_known, columns = told["format"] == _FORMAT, told["columns"]
    except (KeyError, ValueError, TypeError):
        raise ArchiveError(_other(address, told.get("program", "?"))) from None
    if not is_known:
        raise ArchiveError(_other(address, kept_.program))
    schema = schema_by(rules)
    if columns != _columns(schema):
        raise ArchiveError(_other(address, kept_.program))
    return kept_, schema


def _columns(schema: Schema) -> str:
    return json.dumps({kind.name: column_types(kind) for kind in schema.values()})


def _other(address: Address, program: str) -> str:
    message = _("{address}: was loaded by cq-tui {program}, whose tables are other ones; load it again with this one")
    return message.format(address=address, program=clean_line(program))
