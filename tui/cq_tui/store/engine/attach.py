"""Taking the tables of an archive from a prepared file."""

from contextlib import suppress
from pathlib import Path
from typing import Any

from cq_tui.archive.read import DEALS
from cq_tui.language import _
from cq_tui.schema.schema import Schema
from cq_tui.store.engine.duckdb_module import duckdb
from cq_tui.store.engine.tables import create_view, table
from cq_tui.store.prepared.basis import why_stale
from cq_tui.store.prepared.lookup import BASIS, Prepared, damaged
from cq_tui.store.tally import TALLY
from cq_tui.values.sql import literal

HEADER = "_header"
"""The table of a prepared file that tells what it is: key and value. It is written last."""
WIDE, YES, NO = "wide", "yes", "no"
"""Whether the tables may hold letters or digits of full width: finding that out takes as long as a search."""

_ATTACHED = "prepared"


def attach(connection: Any, error: type[Exception], prepared: Prepared, schema: Schema, heard: frozenset[str]) -> str:
    """Lay views over the tables of a prepared file, which is opened for reading only.

    Returns why the file can't be used; then the connection is of no use either. ``error`` is the engine's own,
    ``heard`` the kinds whose tables tell the sounds of their records.
    """
    try:
        connection.execute(f"ATTACH {literal(str(prepared.path))} AS {_ATTACHED} (READ_ONLY, TYPE duckdb)")
    except error:
        return damaged()
    try:
        found = connection.execute(f"SELECT value FROM {_ATTACHED}.main.{HEADER} WHERE key = ?", [BASIS]).fetchone()
        why = why_not(found[0] if found else "", prepared.basis)
        if not why:
            for statement in _views(schema, heard):
                connection.execute(statement)
            return ""
    except error:
        why = damaged()
    return why


def read_attached(connection: Any) -> dict[str, str]:
    """The header of the file that is attached."""
    return dict(connection.execute(f"SELECT key, value FROM {_ATTACHED}.main.{HEADER}").fetchall())


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


def _views(schema: Schema, heard: frozenset[str]) -> list[str]:
    found = []
    for kind in schema.values():
        rows = f"{_ATTACHED}.main.{table(kind)}"
        found += [f"CREATE VIEW {table(kind)} AS FROM {rows}", create_view(kind, rows, heard=kind.name in heard)]
    if DEALS in heard:
        found.append(f"CREATE VIEW {TALLY} AS FROM {_ATTACHED}.main.{TALLY}")
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


def header_statements(header: dict[str, str]) -> list[tuple[str, list[str]]]:
    """SQL and its values that write the header of a prepared file."""
    rows = [(f"INSERT INTO {HEADER} VALUES (?, ?)", [key, value]) for key, value in header.items()]
    return [(f"CREATE TABLE {HEADER} (key VARCHAR, value VARCHAR)", []), *rows]
