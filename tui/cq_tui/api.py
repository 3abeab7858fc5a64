"""The interface for scripts and notebooks: open an archive, select records, take them, their sums, or a table of them.

What is selected is what the same filter selects on the screen and on the command line. Nothing is ever written.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, overload

from cq_tui.archive.problem import ArchiveError, Problem
from cq_tui.archive.read import usual
from cq_tui.files.named import root_named
from cq_tui.query.parse import orders, parse
from cq_tui.query.terms import Fault
from cq_tui.schema.record import Record
from cq_tui.schema.schema import Schema
from cq_tui.store.open_archive import open_archive as _open
from cq_tui.store.selection.selection import Selection
from cq_tui.store.selection.sums import Sums
from cq_tui.store.store import QueryError, Store

if TYPE_CHECKING:
    from duckdb import DuckDBPyRelation

__all__ = ["Archive", "ArchiveError", "FilterError", "ProblemsError", "QueryError", "Records", "open_archive"]


class FilterError(ValueError):
    """A kind, a filter or an order is not understood; the text says what, and what is near it."""


class ProblemsError(ArchiveError):
    """An archive has problems, so that its figures can't be relied on. ``problems`` are all of them."""

    def __init__(self, problems: list[Problem]) -> None:
        """Keep the problems; the text is the first one."""
        super().__init__(str(problems[0]))
        self.problems = problems


class Records(Sequence[Record]):
    """The records of one kind that a filter leaves, in an order; fetched from the engine as they are asked for.

    A record never changes: its fields are attributes, ``model_dump()`` makes a dictionary of it.
    """

    def __init__(self, selection: Selection, kept: list[Selection]) -> None:
        """Made by ``Archive.select``; ``kept`` is where selections stay whose tables are asked later."""
        self._selection, self._kept = selection, kept

    def __len__(self) -> int:
        return self._selection.count

    def __iter__(self) -> Iterator[Record]:
        return iter(self._selection)

    @overload
    def __getitem__(self, row: int) -> Record: ...
    @overload
    def __getitem__(self, row: slice) -> list[Record]: ...
    def __getitem__(self, row: int | slice) -> Record | list[Record]:
        """A record by its row from 0, or several; raises IndexError past the last."""
        if isinstance(row, slice):
            return [self[one] for one in range(*row.indices(len(self)))]
        place = row + len(self) if row < 0 else row
        if not 0 <= place < len(self):
            raise IndexError(row)
        return self._selection.rows(place, place + 1)[0]

    @property
    def sums(self) -> Sums | None:
        """What the records add up to, kinds of money and currencies apart, and what no sum counts; None for a kind
        without amounts. Amounts are ``Decimal`` in single units of their currency.
        """
        return self._selection.sums

    def relation(self) -> "DuckDBPyRelation":
        """The records as a relation of DuckDB, which Arrow, Polars and pandas take without copying it through Python.

        A column a field, by its name; texts are structs of ``zh`` and ``en``. It holds as long as the archive does.
        """
        self._kept.append(self._selection)
        found: DuckDBPyRelation = self._selection.relation()
        return found


class Archive:
    """An archive that was read and checked. Any number of threads may ask it."""

    def __init__(self, store: Store) -> None:
        """Made by ``open_archive``."""
        self._store = store
        self._kept: list[Selection] = []

    @property
    def schema(self) -> Schema:
        """The kinds of the archive by their names, with their fields and code lists, its own among them."""
        return self._store.schema

    def select(self, kind: str, filter: str = "", sort: str = "") -> Records:
        """The records of a kind that a filter leaves: ``select("deals", "country:DE amount>=1亿", "amount-desc")``.

        Raises FilterError for what is not understood.
        """
        if kind not in self.schema:
            raise FilterError(f"no kind {kind}; there are {', '.join(self.schema)}")
        query = parse(filter, self.schema[kind])
        if query.faults:
            raise FilterError(f"{query.faults[0].text}: {query.faults[0].message}")
        sorting = orders(sort, self.schema[kind]) if sort else None
        if isinstance(sorting, Fault):
            raise FilterError(f"{sorting.text}: {sorting.message}")
        return Records(Selection(self._store, query, sorting.orders if sorting else ()), self._kept)

    def get(self, kind: str, id: str) -> Record | None:
        """A record by its id; None if there is none."""
        return self._store.get(kind, id)


def open_archive(*folders: str | Path) -> Archive:
    """Open an archive, or several as one; the shipped event where none is named.

    Raises ArchiveError for what can't be read, and ProblemsError for what ``cq-tui check`` would list.
    """
    opened = _open(*(map(root_named, map(str, folders)) if folders else usual()))
    if opened.problems:
        raise ProblemsError(opened.problems)
    return Archive(opened.store)
