"""Rows of JSON that are arrays and not objects: a table whose first row may be its header, as a sheet's may.

Where names for the columns stand beside the rows, as ``{"columns": ["a", "b"], "data": [[1, 2], [3, 4]]}`` has them,
these are the header.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_DEEPEST = 4
"""Objects within objects in which rows, or names of their columns, are looked for."""
_LEAST_ROWS, _LEAST_CELLS = 2, 2
_NAMED_BY = ("name", "title", "label", "header", "fieldName", "field")
"""What objects that describe columns call the name of each."""


@dataclass(frozen=True, slots=True)
class ArrayRows:
    """Rows of cells as JSON has them; ``names``: of the columns, where they stand beside the rows."""

    rows: list[Sequence[Any]]
    names: tuple[str, ...] = ()


def rows_of_arrays(tree: Any) -> ArrayRows | None:
    """The rows of a tree of JSON that are arrays; None where its records are objects, or it holds no table."""
    if isinstance(tree, list):
        return ArrayRows(tree) if _are_rows(tree) else None
    if not isinstance(tree, Mapping):
        return None
    found = list(_lists(tree, 1))
    rows = max((one for one in found if _are_rows(one)), key=len, default=None)
    records = max((len(one) for one in found if all(isinstance(each, dict) for each in one)), default=0)
    if rows is None:
        return None
    width = max(map(len, rows))
    names = next((told for one in found if one is not rows and (told := _names(one, width))), ())
    # Points of a shape are rows of numbers, too: they stand within a record, and nothing names their columns.
    is_table = names or (len(rows) > records and any(_is_text(cell) for row in rows for cell in row))
    return ArrayRows(rows, names) if is_table else None


def _lists(tree: Mapping[str, Any], depth: int) -> Iterator[list[Any]]:
    for value in tree.values():
        if isinstance(value, list) and value:
            yield value
        elif isinstance(value, Mapping) and depth < _DEEPEST:
            yield from _lists(value, depth + 1)


def _are_rows(found: Sequence[Any]) -> bool:
    """Whether values are rows of several cells, of which hardly any is a table itself."""
    if len(found) < _LEAST_ROWS or not all(isinstance(row, list) for row in found):
        return False
    return max(map(len, found)) >= _LEAST_CELLS and not any(
        isinstance(cell, list) and any(isinstance(inner, list | dict) for inner in cell)
        for row in found
        for cell in row
    )


def _is_text(cell: Any) -> bool:
    return isinstance(cell, str) and any(map(str.isalpha, cell))


def _names(found: Sequence[Any], width: int) -> tuple[str, ...]:
    """The names that a list has for as many columns; empty where it is something else."""
    if len(found) != width:
        return ()
    if all(isinstance(one, str) for one in found):
        return tuple(found)
    if all(isinstance(one, Mapping) for one in found):
        keys = (key for key in _NAMED_BY if all(isinstance(one.get(key), str) for one in found))
        if key := next(keys, ""):
            return tuple(one[key] for one in found)
    return ()
