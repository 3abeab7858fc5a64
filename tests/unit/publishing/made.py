"""Publications made for tests, and what other programs make of them."""

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb
from cq_tui.files.folder import FolderTarget
from cq_tui.publishing.publish import publish
from cq_tui.publishing.request import Request
from cq_tui.query.parse import parse
from cq_tui.store.selection.extent import Extent
from cq_tui.store.store import Store


def extent(store: Store, text: str | None = None, kind: str = "deals") -> Extent:
    """The whole archive, or what a filter finds with all that it needs."""
    query = None if text is None else parse(text, store.kind(kind))
    assert query is None or query.faults == ()
    return Extent(store, query)


def published(folder: Path, store: Store, text: str | None = None, kind: str = "deals", **how: Any) -> Path:
    """A Data Package in a new folder."""
    publish(Request(extent(store, text, kind), **how), "datapackage", FolderTarget(folder))
    return folder


def faults(folder: Path) -> list[tuple[str, str, str]]:
    """What the frictionless framework finds wrong with a package: tables, types of errors and messages."""
    from frictionless import Package, system

    with system.use_context(trusted=True):  # it takes a path with blanks or Chinese for an unsafe one otherwise
        report = Package(str(folder / "datapackage.json")).validate()
    found = [(task.place, error.type, error.message) for task in report.tasks for error in task.errors]
    return [*(("", error.type, error.message) for error in report.errors), *found]


def described(folder: Path) -> dict[str, Any]:
    """The descriptor."""
    tree: dict[str, Any] = json.loads((folder / "datapackage.json").read_text("utf-8"))
    return tree


def resource(folder: Path, name: str) -> dict[str, Any]:
    """The descriptor of one table."""
    found: dict[str, Any] = next(one for one in described(folder)["resources"] if one["name"] == name)
    return found


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    """A table as the standard library reads it."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


_TYPES = {"integer": "BIGINT", "number": "DECIMAL(38, 4)", "date": "DATE", "boolean": "BOOLEAN", "time": "TIME"}


def loaded(folder: Path) -> duckdb.DuckDBPyConnection:
    """All tables in an engine, typed as the descriptor says."""
    engine = duckdb.connect()
    for one in described(folder)["resources"]:
        if one.get("type") == "table":
            types = {field["name"]: _TYPES.get(field["type"], "VARCHAR") for field in one["schema"]["fields"]}
            told = ", ".join(f"'{name}': '{type_}'" for name, type_ in types.items())
            path = str(folder / one["path"]).replace("'", "''")
            read = f"read_csv('{path}', header = true, delim = ',', quote = '\"', escape = '\"', columns = {{{told}}})"
            engine.execute(f'CREATE TABLE "{one["name"]}" AS SELECT * FROM {read}')
    return engine


def dangling(folder: Path) -> list[tuple[str, str, str]]:
    """Foreign keys that lead nowhere, looked for by hand: table, columns, id."""
    found = []
    for one in described(folder)["resources"]:
        for key in one.get("schema", {}).get("foreignKeys", ()):
            (column,), target = key["fields"], key["reference"]["resource"]
            known = {row["id"] for row in rows(folder, target)}
            cells: Sequence[str] = [row[column] for row in rows(folder, one["name"])]
            found += [(one["name"], column, cell) for cell in cells if cell and cell not in known]
    return found
