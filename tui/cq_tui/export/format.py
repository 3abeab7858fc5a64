"""What a format of an export is: a way from a selection to text, or to bytes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cq_tui.schema.columns import Column
from cq_tui.store.selection.selection import Selection

if TYPE_CHECKING:
    from cq_tui.store.selection.records_at import Shown


@dataclass(frozen=True, slots=True)
class Request:
    """What is exported: the records of a selection, of each the columns.

    ``asked``: whether somebody named the columns; else they are all there are. ``raw``: text cells stay as they are,
    even if a spreadsheet would run them as formulas. ``as_shown``: cells as the screen shows them (``shown.py``).
    ``temporary`` gives a folder for temporary files; it may raise WriteError.
    """

    selection: Selection
    columns: Sequence[Column]
    asked: bool
    raw: bool
    as_shown: bool
    temporary: Callable[[], AbstractContextManager[Path]]

    @property
    def records(self) -> "Iterable[Shown]":
        """The records in their order, with what is not stored where a column asks for it."""
        derived = [column.field for column in self.columns if column.field.is_derived]
        return self.selection.rows_with((*self.selection.kind.fields, *derived)) if derived else self.selection


@dataclass(frozen=True, slots=True)
class Format:
    """One of ``text`` and ``data`` writes a request, piece by piece; either may raise WriteError.

    ``as_shown``: whether it can write cells as the screen shows them.
    ``file_encoding``: what a text format is encoded in where it goes into a file and nobody asks for another encoding.
    """

    text: Callable[[Request], Iterator[str]] | None = None
    data: Callable[[Request], Iterator[bytes]] | None = None
    file_encoding: str = "utf-8"
    as_shown: bool = False
