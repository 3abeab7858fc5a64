"""The rows that a table draws, made when they come into view."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from cq_tui.schema.cells import Cell, cell
from cq_tui.schema.field import Field
from cq_tui.store.engine.cancellation import Cancelled
from cq_tui.store.engine.errors import QueryError

if TYPE_CHECKING:
    from cq_tui.store.selection.records_at import Shown
    from cq_tui.store.selection.selection import Selection


class DrawnRow(NamedTuple):
    """A record's id and its cells, one a column."""

    id: str
    cells: tuple[Cell, ...]


class RowsInView:
    """Cells of the rows in view. Records and what their references are called come from the engine, once a row."""

    def __init__(self) -> None:
        """No rows yet."""
        self._selection: Selection | None = None
        self._fields: Sequence[Field] = ()
        self._rows: dict[int, DrawnRow] = {}
        self.failure = ""
        """Why rows could not be fetched; empty where they could."""

    def show(self, selection: "Selection", fields: Sequence[Field]) -> None:
        """Take rows from a selection, with these columns."""
        self._selection, self._fields = selection, fields
        self._rows = {}
        self.failure = ""

    def load(self, start: int, stop: int) -> bool:
        """Have the rows at these positions (``stop`` not included) and drop the others; whether any is new."""
        selection, before = self._selection, self._rows
        if selection is None:
            return False
        self.failure = ""
        try:
            self._rows = {
                position: before.get(position) or self._row(record)
                for position in range(max(0, start), min(stop, selection.reach))
                if (record := selection.at(position)) is not None
            }
        except (QueryError, Cancelled) as error:
            self.failure = str(error)
        return self._rows.keys() - before.keys() != set()

    def _row(self, record: "Shown") -> DrawnRow:
        assert self._selection is not None
        name = self._selection.store.name
        return DrawnRow(record.id, tuple(cell(field, record, name) for field in self._fields))

    def get(self, position: int) -> DrawnRow | None:
        """The row at a position; None where there is none, or it is out of view."""
        return self._rows.get(position)
