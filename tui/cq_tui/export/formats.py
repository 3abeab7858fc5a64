"""The formats of an export: from a selection to text, piece by piece."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import tomli_w

from cq_tui.export.columns import Column
from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.values.formulas import Formulas

Writer = Callable[[Kind, Sequence[Column], Iterable[Record], bool], Iterator[str]]
"""From a kind, its chosen columns, its records and whether cells stay raw, to pieces of text."""


def csv_text(kind: Kind, columns: Sequence[Column], records: Iterable[Record], raw: bool) -> Iterator[str]:  # noqa: ARG001
    """CSV with a header line; text cells that a spreadsheet would run as formulas get a leading ``'``."""
    yield _csv_line([column.name for column in columns])
    for record in records:
        cells = [(column, column.value(record)) for column in columns]
        yield _csv_line([text if raw or column.number else Formulas.defused(text) for column, text in cells])


def toml_text(kind: Kind, columns: Sequence[Column], records: Iterable[Record], raw: bool) -> Iterator[str]:  # noqa: ARG001
    """TOML as the data files hold it: what is absent or a default is left out."""
    chosen = {column.field.name for column in columns}
    found = False
    for record in records:
        said = [(one, getattr(record, one.name)) for one in kind.fields if one.name in chosen]
        tree = {one.name: one.type.toml(value) for one, value in said if value is not None and value != one.default}
        yield ("\n" if found else "") + _toml_table(kind.name, tree)
        found = True
    if not found:
        yield f"{kind.name} = []\n"


def json_text(kind: Kind, columns: Sequence[Column], records: Iterable[Record], raw: bool) -> Iterator[str]:  # noqa: ARG001
    """JSON with every chosen field; what is not stated is null."""
    chosen = {column.field.name for column in columns}
    opening = f'{{"{kind.name}": ['
    mark = "\n"
    yield opening
    for record in records:
        said = [(one, kind.value(record, one)) for one in kind.fields if one.name in chosen]
        tree = {one.name: None if value is None else one.type.json(value) for one, value in said}
        yield mark + json.dumps(tree, ensure_ascii=False, allow_nan=False)
        mark = ",\n"
    yield "\n]}\n"


TEXT: dict[str, Writer] = {"csv": csv_text, "toml": toml_text, "json": json_text}
"""The formats of text that records alone make, by their names, which are also their file endings."""
MARKDOWN = "md"
WORKBOOK = "xlsx"
BINARY = (WORKBOOK, "parquet")
FORMATS = (*TEXT, MARKDOWN, *BINARY)
"""The names of all formats."""


def _toml_table(name: str, tree: dict[str, Any]) -> str:
    """One table of an array, whatever its size: tomli-w alone would put a short one on the array's own line."""
    return f"[{tomli_w.dumps({name: tree}, multiline_strings=False).replace(']', ']]', 1)}"


def _csv_line(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()
