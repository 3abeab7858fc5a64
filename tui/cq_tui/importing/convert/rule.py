"""What a rule is: some columns of a list, and what is made of their cells."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cq_tui.importing.convert.cell_text import Cells
from cq_tui.importing.convert.references import Learn
from cq_tui.importing.convert.sql_fast_path import FastPath
from cq_tui.importing.errors import CellProblem

Convert = Callable[[Cells], dict[str, Any]]


@dataclass(frozen=True)
class Rule:
    """Some columns (from 0) and what is made of their cells; ``fields`` are those it may fill, the main one first.

    ``convert`` raises CellProblem. ``needed``: a record can't be without it. ``written`` is what is kept of cells that
    can't be read.
    ``fast_path`` is what the engine may answer itself, the same as ``convert`` would, of the first column; any other
    one is read only where that says nothing.
    ``per_column``: rules of some of the columns each; their lists put together are what ``read`` gives.
    ``context``: how many of the columns, the last ones, only say what the others mean.
    ``learn`` must be given all cells before any is converted.
    """

    fields: tuple[str, ...]
    columns: tuple[int, ...]
    convert: Convert
    needed: bool = True
    written: Convert = lambda _cells: {}
    quantity: bool = False
    fast_path: FastPath | None = None
    per_column: tuple["Rule", ...] = ()
    learn: Learn | None = None
    context: int = 0

    @property
    def own_columns(self) -> tuple[int, ...]:
        """The columns that the values come from."""
        return self.columns[: len(self.columns) - self.context]

    def read(self, cells: Cells) -> tuple[dict[str, Any], list[CellProblem]]:
        """The values of cells, without those that can't be read, and why not. Raises CellProblem if it is needed."""
        problems: list[CellProblem] = []
        left = cells
        while True:
            try:
                return self.convert(left), problems
            except CellProblem as problem:
                if self.needed:
                    raise
                problems.append(problem)
                out = range(len(cells)) if problem.left_out is None else problem.left_out
                if problem.instead is not None:
                    left = tuple(problem.instead if at == problem.position else cell for at, cell in enumerate(left))
                    continue
                fewer = tuple("" if position in out else cell for position, cell in enumerate(left))
                if fewer == left or not any(fewer):
                    return self.written(cells), problems
                left = fewer
