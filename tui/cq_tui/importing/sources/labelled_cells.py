"""Cells that each say what they are, as tables taken from pages for telephones have them: ``NUMBER`` above ``2311``."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cq_tui.importing.errors import Noticed
from cq_tui.values.reasons import Reason

LOOKED_AT = 60
"""Rows by which it is decided."""
_LEAST_ROWS, _LEAST_COLUMNS = 3, 2
_LONGEST, _LOOKED_INTO = 60, 300
"""Characters of a label, and of a cell in which one is looked for."""
_MOSTLY, _NEARLY_ALL = 0.5, 0.95
"""Of the columns with cells how many are labelled; of a column's cells how many have its label."""
_SHOWN = 4
_LABEL = re.compile(r"([^\n:：]*[^\W\d_][^\n:：]*?)\s*(?:\r?\n|[:：]\s)\s*")


@dataclass(frozen=True, slots=True)
class Labels:
    """The label of each column, empty where it has none. ``numbered``: whether a row of numbers stands in its place."""

    names: tuple[str, ...]
    numbered: bool

    @property
    def told(self) -> Reason:
        """What is said of it, with the first labels."""
        return Reason.of(Noticed.LABELLED, names=tuple(list(filter(None, self.names))[:_SHOWN]))

    def taken_off(self, rows: Iterable[Sequence[str]]) -> Iterator[list[str]]:
        """The labels as a header, in place of the numbers where there are some, and the rows without them."""
        yield list(self.names)
        for at, row in enumerate(rows):
            if at or not self.numbered:
                named = zip(row, (*self.names, *[""] * len(row)), strict=False)
                yield [_without(cell, name) if name else cell for cell, name in named]


def labels_of(rows: Sequence[Sequence[str]]) -> Labels | None:
    """The labels of a list whose first row is one of its rows, or numbers the columns; None where cells have none."""
    numbered = bool(rows) and _counts(rows[0])
    body = [row for row in rows[numbered:] if any(row)]
    if len(body) < _LEAST_ROWS:
        return None
    width = max(map(len, body))
    columns = [[row[at] for row in body if at < len(row) and row[at].strip()] for at in range(width)]
    names = tuple(map(_label_of, columns))
    filled, labelled = sum(map(bool, columns)), sum(map(bool, names))
    first = sum(bool(name) and _begins(cell, name) for cell, name in zip(body[0], names, strict=False))
    if labelled < max(_LEAST_COLUMNS, filled * _MOSTLY) or first < labelled * _MOSTLY or len(set(names)) < labelled:
        return None
    return Labels(names, numbered)


def _label_of(cells: Sequence[str]) -> str:
    """What nearly all cells of a column begin with, and say something else behind."""
    match = next((found for cell in cells if (found := _begin(cell))), None)
    name = match[1].strip() if match else ""
    if not name or len(name) > _LONGEST or len(cells) < _LEAST_ROWS:
        return ""
    return name if sum(_begins(cell, name) for cell in cells) >= len(cells) * _NEARLY_ALL else ""


def _begin(cell: str) -> re.Match[str] | None:
    """The label at the beginning of a cell, if it has one; a long text is looked at no further."""
    return _LABEL.match(cell[:_LOOKED_INTO])


def _begins(cell: str, name: str) -> bool:
    match = _begin(cell)
    return cell.strip().rstrip(":：") == name or (match is not None and match[1].strip() == name)


def _without(cell: str, name: str) -> str:
    if not _begins(cell, name):
        return cell
    match = _begin(cell)
    return cell[match.end() :].strip() if match else ""


def _counts(row: Sequence[str]) -> bool:
    filled = [cell for cell in row if cell]
    return len(filled) > 1 and any(filled == [str(start + at) for at in range(len(filled))] for start in (0, 1))
