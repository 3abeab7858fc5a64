"""A table of figures as a file, for a spreadsheet, a program or a text: CSV, JSON or Markdown."""

import json
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from cq_tui.export.export import encoded, write_pieces
from cq_tui.export.formats import usual_encoding
from cq_tui.files.write import Target
from cq_tui.store.store import Store
from cq_tui.store.views.overview_rows import Rows, Value
from cq_tui.values.amounts import plain
from cq_tui.values.csv_line import CsvLine
from cq_tui.values.formulas import Formulas

FORMATS = ("csv", "json", "md")


def rows_bytes(rows: Rows, format_: str, *, to_file: bool) -> Iterator[bytes]:
    """The bytes of a file."""
    return encoded(_WRITERS[format_](rows), usual_encoding(format_, to_file=to_file))


def write_rows(store: Store, rows: Rows, format_: str, target: Target, *, replace: bool = False) -> int:
    """Write the figures; returns how many rows. Raises WriteError."""
    write_pieces(store.archive, rows_bytes(rows, format_, to_file=True), target, replace=replace)
    return len(rows.rows)


def format_of(path: Path | None) -> str | None:
    """The format that the ending of a path names; None if none does."""
    ending = path.suffix.lower().removeprefix(".") if path else ""
    return ending if ending in FORMATS else None


def _csv(rows: Rows) -> Iterator[str]:
    yield CsvLine.line(rows.columns)
    for row in rows.rows:
        yield CsvLine.line([_cell(one) for one in row])


def _cell(value: Value) -> str:
    # A text could be a formula to a spreadsheet; a number never is.
    return Formulas.defused(value) if isinstance(value, str) else _text(value)


def _text(value: Value) -> str:
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).lower()
    return plain(value) if isinstance(value, Decimal) else str(value)


def _json(rows: Rows) -> Iterator[str]:
    mark = "\n"
    yield f'{{"{rows.name}": ['
    for row in rows.rows:
        cells = (f"{json.dumps(name)}: {_value(value)}" for name, value in zip(rows.columns, row, strict=True))
        yield mark + "{" + ", ".join(cells) + "}"
        mark = ",\n"
    yield "\n]}\n"


def _value(value: Value) -> str:
    """A value as JSON; a decimal in all its digits."""
    return plain(value) if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)


def _md(rows: Rows) -> Iterator[str]:
    from cq_tui.export.formats.md import escaped

    def line(cells: Sequence[str]) -> str:
        return f"| {' | '.join(cells)} |\n"

    yield line(rows.columns)
    numbers = [any(isinstance(row[place], (int, Decimal)) for row in rows.rows) for place in range(len(rows.columns))]
    yield line(["---:" if number else "---" for number in numbers])
    for row in rows.rows:
        yield line([escaped(_text(one)) for one in row])


_WRITERS: dict[str, Callable[[Rows], Iterator[str]]] = {"csv": _csv, "json": _json, "md": _md}
