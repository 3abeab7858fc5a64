"""JSON, JSON Lines and Parquet as a plain table: tables inside a record become columns such as ``title_zh``."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from itertools import chain
from pathlib import Path
from typing import Any

from cq_tui.files.text import FileFault, read_text
from cq_tui.importing.errors import ImportProblem
from cq_tui.importing.sources import ocds
from cq_tui.language import _
from cq_tui.store.engine.parquet import ParquetError, parquet_records
from cq_tui.values.amounts import plain
from cq_tui.values.clean import clean_line
from cq_tui.values.reasons import Reason

_MOST_DIGITS = 40
_WATCHED = 1_000


def json_rows(path: Path) -> tuple[list[list[str]], tuple[Reason, ...]]:
    """The header and a row for each object of a JSON array, of the one array of an object, or of JSON Lines.

    Packages of contracting data have a row for each contract. With it comes what is told of the file.
    """
    shown = clean_line(str(path))
    by_line = path.suffix.lower() != ".json"
    try:
        text = read_text(path)
    except FileFault as fault:
        raise ImportProblem(f"{shown}: {fault}") from None
    records = list(_records(text, shown, by_line=by_line))
    noticed: tuple[Reason, ...] = ()
    if releases := ocds.releases_of(records):
        records, noticed = ocds.rows(releases)
    return _table([_flat(record) for record in records]), noticed


def parquet_rows(path: Path, watch: Callable[[int], None] = lambda _rows: None) -> list[list[str]]:
    """The header and the rows of a Parquet file. ``watch`` is given the rows read now and then, and may raise."""
    flat: list[dict[str, str]] = []
    try:
        for record in parquet_records(path):
            if len(flat) % _WATCHED == 0:
                watch(len(flat))
            flat.append(_flat(record))
        return _table(flat)
    except ParquetError as error:
        raise ImportProblem(f"{clean_line(str(path))}: {error}") from None


def _records(text: str, shown: str, *, by_line: bool) -> Iterator[dict[str, Any]]:
    try:
        tree = json.loads(text, parse_float=_written, parse_int=str)
        found = tree if isinstance(tree, list) else [tree] if by_line else _array_of(tree)
    except ValueError:
        found = list(_lines(text, shown))
    except RecursionError:
        raise ImportProblem(_("{path}: is nested too deep").format(path=shown)) from None
    for number, record in enumerate(found, 1):
        if not isinstance(record, dict):
            message = _("{path}: entry {number} is not an object with names and values")
            raise ImportProblem(message.format(path=shown, number=number))
        yield record


def _written(number: str) -> str:
    """A number of JSON without an exponent, up to 40 digits; a longer one stays as written."""
    found = Decimal(number)
    return plain(found) if abs(found.adjusted()) < _MOST_DIGITS else number


def _array_of(tree: Any) -> list[Any]:
    """The records of an object that wraps them; a list of texts or numbers is a value of the one record it is."""
    if ocds.releases_of(tree):
        return [tree]
    values = list(tree.values()) if isinstance(tree, dict) else []
    arrays = [one for one in values if isinstance(one, list) and (one or len(values) == 1)]
    lists = [one for one in arrays if all(isinstance(entry, dict) for entry in one)]
    return lists[0] if len(lists) == 1 else [tree]


def _lines(text: str, shown: str) -> Iterator[Any]:
    # Not splitlines: inside of a text JSON allows what that takes for the end of a line, such as U+2028.
    for number, line in enumerate(text.replace("\r", "\n").split("\n"), 1):
        if line.strip():
            try:
                yield json.loads(line, parse_float=_written, parse_int=str)
            except (ValueError, RecursionError):
                message = _("{path}: line {number} is not JSON")
                raise ImportProblem(message.format(path=shown, number=number)) from None


def _table(records: Iterable[dict[str, str]]) -> list[list[str]]:
    found = list(records)
    header = list(dict.fromkeys(chain.from_iterable(found)))
    return [header, *([record.get(name, "") for name in header] for record in found)]


def _flat(record: Mapping[str, Any], before: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for name, value in record.items():
        if isinstance(value, Mapping) and not before:
            flat |= _flat(value, f"{name}_")
        else:
            flat[f"{before}{name}"] = text_of(value)
    return flat


def text_of(value: Any) -> str:
    """A typed value as the text that a cell would hold."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return plain(value)
        case float():
            return plain(Decimal(repr(value))) if value == value and abs(value) != float("inf") else ""
        case datetime():
            return value.date().isoformat() if value.time() == value.min.time() else value.isoformat(" ")
        case date():
            return value.isoformat()
        case list() | tuple():
            return "; ".join(text_of(item) for item in value)
        case Mapping():
            return ":".join(text_of(item) for item in value.values())
        case _:
            return str(value)
