"""Cells of a table that hold objects as programs write them: their members are columns, as those of records in JSON.

``[{"name": "Aa Ltd", "id": "1"}, {"name": "Bb Ltd", "id": "2"}]`` below *Suppliers* is *Aa Ltd; Bb Ltd* below
*Suppliers_name*. What is no such cell, in a column of them, leaves the column as it is, with the members behind all.
"""

import ast
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from cq_tui.importing.errors import Noticed
from cq_tui.importing.sources.lists_in_records import single_objects
from cq_tui.importing.sources.nested import flat_cells, written_number
from cq_tui.values.reasons import Reason

_WITHIN = 60
"""Rows among which the first such cell is looked for."""
_MOSTLY = 0.9
"""The share of the cells of a column that are objects."""
_MOST = 16
"""Members that the objects of a column have in all, at most."""
_SHARED = 0.5
"""How many of the objects have a member that counts; of other members a column of such has fewer."""
_LONGEST = 100_000
_SHOWN = 6
Rows = Iterable[Sequence[str]]


@dataclass(frozen=True, slots=True)
class ObjectsOfTable:
    """The columns of objects of a table below the row ``header``, counted from 0, and the members of each.

    ``whole``: those whose cells are objects without exception; the first member stands in their place.
    """

    header: int
    members: Mapping[int, tuple[str, ...]]
    whole: frozenset[int]
    width: int
    told: tuple[Reason, ...]

    @property
    def more(self) -> int:
        """How many columns stand behind those of the table."""
        return sum(len(keys) - (at in self.whole) for at, keys in self.members.items())

    def spread(self, rows: Rows) -> Iterator[list[str]]:
        """The rows with the members of their objects as cells."""
        for place, row in enumerate(rows):
            if place < self.header:
                yield list(row)
                continue
            full = [*row, *[""] * (self.width - len(row))]
            behind: list[str] = []
            for at, keys in self.members.items():
                cells = tuple(full[at] + key for key in keys) if place == self.header else _cells(full[at], keys)
                if at in self.whole:
                    full[at], cells = cells[0], cells[1:]
                behind += cells
            yield [*full, *behind]


def objects_of_table(rows: Callable[[], Rows]) -> ObjectsOfTable | None:
    """The columns of objects of a table; None where it has none. Reads all rows only where the first ones have some."""
    first = [list(row) for row in islice(rows(), _WITHIN)]
    begins = next((place for place, row in enumerate(first) if any(_value(cell) is not None for cell in row)), 0)
    header = next((place for place in range(begins) if sum(map(bool, first[place])) > 1), None)
    if header is None:
        return None
    names = first[header]
    found = {at for row in first[header + 1 :] for at, cell in enumerate(row) if _value(cell) is not None}
    held: dict[int, list[Any]] = {at: [] for at in found if at < len(names) and names[at]}
    filled: Counter[int] = Counter()
    width = 0
    for row in islice(rows(), header, None):
        width = max(width, len(row))
        for at, values in held.items():
            if at < len(row) and row[at] and row[at] != names[at]:
                filled[at] += 1
                if (value := _value(row[at])) is not None:
                    values.append(value)
    members = {at: said for at, values in sorted(held.items())
               if len(values) >= filled[at] * _MOSTLY and (said := _members(values))}  # fmt: skip
    if not members:
        return None
    whole = frozenset(at for at in members if len(held[at]) == filled[at])
    told = tuple(
        Reason.of(Noticed.OBJECTS_IN_CELLS, column=names[at], names=tuple(names[at] + key for key in said[:_SHOWN]))
        for at, said in members.items()
    )
    return ObjectsOfTable(header, members, whole, max(width, len(names)), told)


def _members(values: Sequence[Any]) -> tuple[str, ...]:
    """What the columns end in that the members of some objects become; none where these are of no one make."""
    if any(isinstance(value, list) for value in values) and not single_objects({"": value} for value in values):
        return ()
    found = Counter(key for value in values for key in dict.fromkeys(flat_cells("", value)))
    shared = [key for key, count in found.items() if count > len(values) * _SHARED]
    if not 0 < len(found) <= _MOST or len(shared) * 2 < len(found):
        return ()
    return tuple(found)


def _cells(cell: str, keys: Sequence[str]) -> tuple[str, ...]:
    value = _value(cell)
    found = {} if value is None else flat_cells("", value)
    return tuple(found.get(key, "") for key in keys)


def _value(cell: str) -> Any:
    """The object or the objects that a cell holds; None where it holds something else."""
    text = cell.strip()
    if text[:1] not in ("[", "{") or text[-1:] not in ("]", "}") or "{" not in text[:40] or len(text) > _LONGEST:
        return None
    try:
        value = json.loads(text, parse_float=written_number, parse_int=str)
    except (ValueError, RecursionError):
        try:
            value = ast.literal_eval(text)
        except (ValueError, SyntaxError, RecursionError, MemoryError):
            return None
    if isinstance(value, dict):
        return value or None
    objects = isinstance(value, list) and value and all(isinstance(one, dict) and one for one in value)
    return value if objects else None
