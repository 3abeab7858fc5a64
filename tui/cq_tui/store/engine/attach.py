"""Taking the tables of an archive from a prepared file."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from cq_tui.language import _
from cq_tui.query.columns import FOLDED, HEARD
from cq_tui.schema.schema import Schema
from cq_tui.store.engine.duckdb_module import duckdb
from cq_tui.store.engine.tables import ATTACHED, BAD, attached, columns, table
from cq_tui.store.prepared.basis import why_stale
from cq_tui.store.prepared.lookup import BASIS, Prepared, damaged
from cq_tui.values.sql import identifier, literal

HEADER = "_header"
"""The table of a prepared file that tells what it is: key and value. It is written last."""
ANSWER = "_answer_"
"""How a table is called that holds the answer to a statement; the header tells, under its name, to which."""


def attach(
    connection: Any, error: type[Exception], prepared: Prepared, schema: Schema, heard: frozenset[str]
) -> tuple[dict[str, str], str]:
    """Open a prepared file for reading only. Returns its header, and why it can't be used.

    ``error`` is the engine's own, ``heard`` the kinds whose tables tell the sounds of their records.
    """
    try:
        connection.execute(f"ATTACH {literal(str(prepared.path))} AS {ATTACHED} (READ_ONLY, TYPE duckdb)")
        header = dict(connection.execute(f"SELECT key, value FROM {attached(HEADER)}").fetchall())
        why = why_not(header.get(BASIS, ""), prepared.basis)
        if not why:
            there = connection.execute(
                f"SELECT table_name, column_name FROM duckdb_columns() WHERE database_name = '{ATTACHED}'"
            ).fetchall()
            tables = {name for name, _column in there}
            if not (_wanted(schema, heard).issubset(there) and _answer_tables(header).issubset(tables)):
                why = damaged()
    except error:
        return {}, damaged()
    return header, why


def read_header(path: Path) -> dict[str, str]:
    """The header of a prepared file, empty where it has none or can't be read."""
    engine = duckdb()
    config = {"threads": 1, "autoinstall_known_extensions": False}
    with suppress(engine.Error):
        connection = engine.connect(str(path), read_only=True, config=config)
        try:
            return dict(connection.execute(f"SELECT key, value FROM main.{HEADER}").fetchall())
        finally:
            connection.close()
    return {}


def _wanted(schema: Schema, heard: frozenset[str]) -> set[tuple[str, str]]:
    """The columns of the tables that must be there: the engine says of what is not only when it is asked."""
    found = {(table(kind).strip('"'), name) for kind in schema.values() for name in [*columns(kind), BAD]}
    found |= {(table(schema[name]).strip('"'), column) for name in heard for column in (HEARD, FOLDED)}
    return found


def why_not(found: str, wanted: str) -> str:
    """Why a file that rests on ``found`` is no ready form of what is ``wanted``; empty where it is."""
    if found == wanted:
        return ""
    try:
        key = why_stale(found, wanted)
    except (ValueError, AttributeError):
        return damaged()
    if key in ("format", "program", "rules", ""):
        return _("it was made by another version of the program")
    return _("{file} was changed since").format(file=key)


def answers(header: Mapping[str, str]) -> dict[str, str]:
    """By statement: the table of a prepared file that holds its answer."""
    return {header[name]: attached(identifier(name)) for name in _answer_tables(header)}


def _answer_tables(header: Mapping[str, str]) -> set[str]:
    return {name for name in header if name.startswith(ANSWER)}


def header_statements(header: dict[str, str]) -> list[tuple[str, list[str]]]:
    """SQL and its values that write the header of a prepared file."""
    rows = [(f"INSERT INTO {HEADER} VALUES (?, ?)", [key, value]) for key, value in header.items()]
    return [(f"CREATE TABLE {HEADER} (key VARCHAR, value VARCHAR)", []), *rows]
