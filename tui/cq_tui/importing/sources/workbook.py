"""XLSX workbooks, read by openpyxl (the extra ``import``): bounded, with merged cells filled and formats heeded."""

import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from cq_tui.files.text import FileFault, check_size, unreadable
from cq_tui.importing.errors import ImportProblem
from cq_tui.importing.sources import MOST_COLUMNS
from cq_tui.importing.sources.nested import text_of
from cq_tui.language import _
from cq_tui.values.clean import clean_line

MOST_UNPACKED = 512 * 1024 * 1024
"""Bytes of all parts of a workbook together; a sheet of 100,000 rows has a tenth of that."""
_MERGED = re.compile(rb'<mergeCell [^>]*ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
_CURRENCY = re.compile(r'\[\$([^\]\-]+)(?:-[^\]]*)?\]|"([^"]*)"|([$€£¥])')


@dataclass(frozen=True, slots=True)
class Book:
    """The chosen sheet of a workbook as text cells, with what was merged, and the names of the other sheets."""

    name: str
    rows: list[list[str]]
    filled: frozenset[tuple[int, int]]
    others: tuple[str, ...]


def read(path: Path, name: str = "") -> Book:
    """Read one sheet: the named one, else the first visible one with more than one row. Raises ImportProblem."""
    shown = clean_line(str(path))
    try:
        import openpyxl
    except ImportError:
        message = _("{path}: reading .xlsx needs openpyxl: pip install 'cq-tui[import]', or save the sheet as .csv")
        raise ImportProblem(message.format(path=shown)) from None
    _check_size(path, shown)
    try:
        with ExitStack() as opened, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            values, formulas = (
                opened.enter_context(closing(openpyxl.load_workbook(path, read_only=True, data_only=cached)))
                for cached in (True, False)
            )
            titles = _titles(one.title for one in values.worksheets if one.sheet_state == "visible")
            for chosen in _candidates(name, list(titles), shown):
                title = titles[chosen]
                rows = list(_rows(values[title], formulas[title]))
                if len(rows) > 1:
                    break
            filled = _fill(rows, list(_merged_ranges(path, values[title])))
    except ImportProblem:
        raise
    except Exception:  # openpyxl raises whatever the broken part makes it stumble over
        raise ImportProblem(_("{path}: is not a workbook that can be read").format(path=shown)) from None
    return Book(chosen, rows, filled, tuple(other for other in titles if other != chosen))


def _titles(titles: Iterable[str]) -> dict[str, str]:
    """The titles by the names that MAP.toml, seeds and screens take: clean, and each another one."""
    found: dict[str, str] = {}
    for title in titles:
        name = clean_line(title).strip()
        number = 2
        while name in found:
            name = f"{clean_line(title).strip()} ({number})"
            number += 1
        found[name] = title
    return found


def _candidates(name: str, visible: Sequence[str], shown: str) -> Sequence[str]:
    if name and name not in visible:
        message = _("{path}: has no sheet {name}; there are: {known}")
        raise ImportProblem(message.format(path=shown, name=name, known=", ".join(visible)))
    if not visible:
        raise ImportProblem(_("{path}: has no sheet with cells").format(path=shown))
    return [name] if name else visible


def _check_size(path: Path, shown: str) -> None:
    """Refuse what unpacks to more than a list can hold, before anything is unpacked."""
    try:
        check_size(path)
        with zipfile.ZipFile(path) as packed:
            unpacked = sum(part.file_size for part in packed.infolist())
            documents = [part for part in packed.infolist() if part.filename.endswith((".xml", ".rels"))]
            declared = any(b"<!DOCTYPE" in _head(packed.open(part)) for part in documents)
    except FileFault as fault:
        raise ImportProblem(f"{shown}: {fault}") from None
    except OSError as error:
        raise ImportProblem(f"{shown}: {unreadable(error)}") from None
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, ValueError):
        raise ImportProblem(_("{path}: is not a workbook that can be read").format(path=shown)) from None
    if unpacked > MOST_UNPACKED or declared:
        message = _("{path}: unpacks to {size} MB, more than the {most} MB that are read; save the sheet as .csv")
        sizes = {"size": unpacked >> 20, "most": MOST_UNPACKED >> 20}
        raise ImportProblem(message.format(path=shown, **sizes))


def _head(part: IO[bytes]) -> bytes:
    with part:
        return part.read(4096)


def _rows(values: Any, formulas: Any) -> Iterator[list[str]]:
    """The rows as text; a formula whose value was not saved stands as the formula."""
    values.reset_dimensions()
    formulas.reset_dimensions()
    pairs = zip(values.iter_rows(max_col=MOST_COLUMNS + 1), formulas.iter_rows(max_col=MOST_COLUMNS + 1), strict=True)
    for row, twin in pairs:
        cells = [_text(cell, other.value) for cell, other in zip(row, twin, strict=True)]
        while cells and not cells[-1]:
            cells.pop()
        yield cells


def _text(cell: Any, formula: Any) -> str:
    value = cell.value
    if value is None:
        return str(formula) if isinstance(formula, str) and formula.startswith("=") else ""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return text_of(value).strip()
    form = cell.number_format or ""
    number = text_of(float(f"{value:.15g}"))
    if "%" in form:
        return text_of(float(f"{value * 100:.12g}")) + "%"
    mark = _CURRENCY.search(form)
    symbol = next(filter(None, mark.groups()), "").strip() if mark else ""
    return f"{symbol} {number}" if symbol else number


def _merged_ranges(path: Path, sheet: Any) -> Iterator[tuple[int, int, int, int]]:
    """The merged ranges (first row, first column, last row, last column), all from 1, found in the sheet's part."""
    from openpyxl.utils import column_index_from_string

    held = b""
    with zipfile.ZipFile(path) as packed, packed.open(sheet._worksheet_path.lstrip("/")) as part:
        while chunk := part.read(1 << 20):
            held += chunk
            for match in _MERGED.finditer(held):
                left, top, right, bottom = (one.decode() for one in match.groups())
                yield int(top), column_index_from_string(left), int(bottom), column_index_from_string(right)
            held = held[held.rfind(b"<") :] if b"<" in held[-200:] else b""


def _fill(rows: list[list[str]], merged: Sequence[tuple[int, int, int, int]]) -> frozenset[tuple[int, int]]:
    """Repeat a merged cell in the rows below that it covers; returns the (row, column) of those that only repeat.

    What is merged across columns is a heading, and stays in its first column.
    """
    filled: set[tuple[int, int]] = set()
    for top, left, bottom, _right in merged:
        text = rows[top - 1][left - 1] if top <= len(rows) and left <= len(rows[top - 1]) else ""
        for number in range(top + 1, min(bottom, len(rows)) + 1 if text else 0):
            cells = rows[number - 1]
            cells.extend([""] * (left - len(cells)))
            cells[left - 1] = text
            filled.add((number, left - 1))
    return frozenset(filled)
