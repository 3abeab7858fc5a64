"""Normalises raw cells to text; ``n/a`` and its kin become empty."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from cq_tui.importing.errors import CellProblem
from cq_tui.values.clean import clean_line
from cq_tui.values.languages import is_chinese
from cq_tui.values.nothing import is_nothing
from cq_tui.values.reasons import reason_of

Cells = tuple[str, ...]

_SHORT = 100
"""Characters of a cell that is kept once it was looked at."""
_LIST = re.compile(r"\s*[;；、\n]\s*")


def read_at(position: int, read: Callable[[str], Any], cell: str, *others: int) -> Any:
    """Read one of a rule's cells. Raises CellProblem with its position among them.

    ``others``: the positions of cells that say the same, which are not read without it.
    """
    try:
        return read(cell)
    except ValueError as error:
        raise CellProblem(reason_of(error), position, (position, *others)) from None


def cell_text(cell: str) -> str:
    """The clean text of a cell on one line; empty where it is a word for nothing, such as ``n/a``."""
    return _short_text(cell) if len(cell) <= _SHORT else _text(cell)


def _text(cell: str) -> str:
    if is_nothing(cell):
        return ""
    return (cell if cell.isascii() and cell.isprintable() else clean_line(cell)).strip()


_short_text = lru_cache(16_384)(_text)  # the type of a column is looked for in the cells that are converted then


def cell_lines(cell: str) -> str:
    """As ``cell_text``, with the lines that the cell has."""
    return "\n".join(map(cell_text, cell.splitlines())).strip() if "\n" in cell else cell_text(cell)


def text_in(text: str) -> dict[str, str]:
    """A bilingual text of one language: Chinese if there is any Chinese character in it, else English."""
    return {"zh" if is_chinese(text) else "en": text}


def entries(cells: Sequence[str]) -> list[str]:
    """The entries of cells that hold lists."""
    return [entry for cell in cells if cell_text(cell) for entry in _LIST.split(cell) if entry]
