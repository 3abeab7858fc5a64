"""What a server keeps of an archive beside its records: by what rules they were read, and whether all are there.

A small table of keys and values. ``complete`` is the last that is written: without it a load was broken off.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import NamedTuple

from cq_tui.archive.problem import ArchiveError
from cq_tui.archive.schema import Rules, schema_by
from cq_tui.language import _
from cq_tui.query import folding, heard
from cq_tui.schema.schema import Schema
from cq_tui.store.engine.clickhouse.connection import Connection, ServerError
from cq_tui.store.engine.clickhouse.rows import rows
from cq_tui.store.engine.clickhouse.schema import column_types
from cq_tui.store.server.address import Address
from cq_tui.values.clean import clean_line

ABOUT = "_archive"
_COLUMNS = ("key", "value")
_FORMAT = "4"
"""Of the tables themselves; raised with whatever changes in them."""
_UNKNOWN_TABLE = 60
_WIDE = {"yes": True, "no": False}


class About(NamedTuple):
    """What is kept."""

    program: str
    rules: Rules
    views: str
    """The views for its readers, as a file of them says it."""
    records: str
    """The records of kinds of few, as JSON: screens look them up at every step."""
    answers: Mapping[str, str] = {}
    """By statement, what the server answers to what every session asks first."""
    wide: bool | None = None
    """Whether a text has letters of full width; None where nobody has looked."""
    indexed: bool = False
    """Whether what records say is, by the rules of this program: they change with the tables of characters."""
    heard: bool = False
    """Whether the sounds that stand beside each other are told by the rules of this program."""


def tell(connection: Connection, sql: str) -> list[tuple[object, ...]]:
    """The rows of a statement in the server's own spelling. Raises ServerError."""
    with connection.lines(sql, {}, "about") as lines:
        return list(rows(lines))


def _fingerprint(rules: bytes) -> str:
    return hashlib.sha256(rules).hexdigest()


def begin(connection: Connection, about_: About, schema: Schema, beside: str) -> None:
    """Make the table, and tell in it how the records were read, not yet that they are there.

    ``beside``: what its name ends with until it is put in its place.
    """
    columns = "key String, value String"
    tell(connection, f"CREATE TABLE {ABOUT}{beside} ({columns}) ENGINE = MergeTree ORDER BY key")
    told = {"format": _FORMAT, "program": about_.program, "rules": json.dumps(about_.rules)}
    told |= {"columns": _columns(schema), "views": about_.views, "records": about_.records}
    told |= {"sounds": _fingerprint(heard.rules())}
    if about_.indexed:
        told["index"] = _fingerprint(folding.rules())
    _write(connection, told, beside)


def complete(connection: Connection, beside: str = "") -> None:
    """Say that all records are there."""
    _write(connection, {"complete": "yes"}, beside)


def keep_answers(connection: Connection, answers: Mapping[str, str], wide: bool | None) -> None:
    """Keep what the tables that stand there answer. Raises ServerError."""
    told = {"answers": json.dumps(answers)}
    if wide is not None:
        told["wide"] = "yes" if wide else "no"
    _write(connection, told, "")


def _answers(told: Mapping[str, str]) -> dict[str, str]:
    return {str(sql): str(text) for sql, text in json.loads(told.get("answers", "{}")).items()}


def has_same_columns(connection: Connection, schema: Schema) -> bool:
    """Whether all of an archive is there whose tables have the columns of a schema."""
    told = _told(connection) or {}
    wanted = {"complete": "yes", "format": _FORMAT, "columns": _columns(schema)}
    return all(told.get(key) == value for key, value in wanted.items())


def _write(connection: Connection, told: dict[str, str], beside: str) -> None:
    lines = (json.dumps(dict(zip(_COLUMNS, pair, strict=True))).encode() + b"\n" for pair in told.items())
    connection.insert(ABOUT + beside, _COLUMNS, lines)


def is_complete(connection: Connection) -> bool | None:
    """Whether all of an archive is there; None where nothing of one is. Raises ServerError."""
    told = _told(connection)
    return None if told is None else "complete" in told


def _told(connection: Connection) -> dict[str, str] | None:
    """All that is kept, in one question; None where nothing is."""
    try:
        return {str(key): str(value) for key, value in tell(connection, f"SELECT key, value FROM {ABOUT}")}
    except ServerError as error:
        if error.code == _UNKNOWN_TABLE:
            return None
        raise


def about(connection: Connection, address: Address) -> tuple[About, Schema]:
    """What is kept of the archive, and its schema. Raises ArchiveError where that can't be opened, and ServerError."""
    told = _told(connection)
    if told is None:
        message = _("{address}: holds no archive; cq-tui publish --to puts one there")
        raise ArchiveError(message.format(address=address))
    if "complete" not in told:
        message = _("{address}: holds half an archive; cq-tui publish --to was broken off, and loads it when run again")
        raise ArchiveError(message.format(address=address))
    try:
        texts, archives, history, kept = json.loads(told["rules"])
        rules = Rules(tuple((str(name), str(text)) for name, text in texts), int(archives), bool(history), str(kept))
        kept_ = About(
            told["program"],
            rules,
            told["views"],
            told["records"],
            _answers(told),
            _WIDE.get(told.get("wide", "")),
            indexed=told.get("index") == _fingerprint(folding.rules()),
            heard=told.get("sounds") == _fingerprint(heard.rules()),
        )
        is_known, columns = told["format"] == _FORMAT, told["columns"]
    except (KeyError, ValueError, TypeError, AttributeError):
        raise ArchiveError(of_another_program(address, told.get("program", "?"))) from None
    if not is_known:
        raise ArchiveError(of_another_program(address, kept_.program))
    schema = schema_by(rules)
    if columns != _columns(schema):
        raise ArchiveError(of_another_program(address, kept_.program))
    return kept_, schema


def _columns(schema: Schema) -> str:
    return json.dumps({kind.name: column_types(kind) for kind in schema.values()})


def of_another_program(address: Address, program: str) -> str:
    """What is said of tables that this program did not make."""
    message = _("{address}: was loaded by cq-tui {program}, whose tables are other ones; load it again with this one")
    return message.format(address=address, program=clean_line(program))
