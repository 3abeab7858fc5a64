"""The order of a selection's rows: sorted once, then a page is a slice of a table."""

from functools import cached_property
from threading import RLock

from cq_tui.query.columns import POSITION, RANK
from cq_tui.query.sql import order_by
from cq_tui.query.terms import Order, Query
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.selection.matches import Matches, kept_position, materialise
from cq_tui.store.store import Store

PAGE = 64
"""Records of a page: more than a screen has lines, and few enough to be built within a keystroke.

The first page is found without sorting the rest.
"""


class RowOrder:
    """The positions of a query's matches in their order. Nothing is sorted until it is asked for."""

    def __init__(
        self, store: Store, query: Query, orders: tuple[Order, ...], matches: Matches, cancellation: Cancellation
    ) -> None:
        """Order the matches. Without an explicit sort, names come first where words may only sound alike."""
        self._store = store
        self._kind = query.kind.name
        self._filtered = bool(query.terms)
        self._orders = orders
        self._matches = matches
        self._cancellation = cancellation
        # As in Matches: a worker and the screens' thread ask for pages, and only one of them sorts.
        self._lock = RLock()
        self._sorted = False

    @property
    def order_by(self) -> str | None:
        """The ORDER BY list over the matches; None where it is the order of the files."""
        if self._orders:
            return order_by(self._orders, self._store.schema)
        return f"{RANK} DESC, {POSITION}" if self._filtered else None

    def positions(self, start: int, stop: int) -> list[int]:
        """The positions of the rows from ``start`` to ``stop``, the latter not included."""
        if not self._orders and not self._filtered:
            return list(range(start, min(stop, self._store.total(self._kind))))
        if self._filtered and self._matches.is_none:
            return []
        if self._orders and not self._sorted and stop <= PAGE:
            # The engine keeps the first rows of a sort in a heap; that is shown while the rest is still unsorted.
            first = f"SELECT {POSITION} {self._matches.records} ORDER BY {self.order_by} LIMIT ?"
            return [row[0] for row in self._store.ask(first, [stop], self._cancellation)][start:]
        page = f"SELECT {POSITION} FROM {self._table} WHERE rowid >= ? AND rowid < ? ORDER BY rowid"
        return [row[0] for row in self._store.ask(page, [start, stop], self._cancellation)]

    def first(self, most: int, record_id: str | None) -> tuple[list[int], int] | None:
        """The first ``most`` positions before the others are found, and the row of a record among them, or else 0.

        None where that takes as long as finding all of them, or where the record may stand further on.
        """
        if self._orders or not self._filtered or (found := self._matches.first(most)) is None:
            return None
        position = self._position(record_id) if record_id and found else None
        if position is None or position in found:
            return found, 0 if position is None else found.index(position)
        return None if len(found) == most and position > found[-1] else (found, 0)

    def _position(self, record_id: str) -> int | None:
        found = self._store.ask(f'SELECT {POSITION} FROM "{self._kind}" WHERE id = ?', [record_id], self._cancellation)
        return int(found[0][0]) if found else None

    def row_of(self, record_id: str) -> int | None:
        """The row of a record, from 0; None if it does not match."""
        if self._filtered and self._matches.is_none:
            return None
        position = self._position(record_id)
        if position is None or not (self._orders or self._filtered):
            return position
        found = self._store.ask(f"SELECT rowid FROM {self._table} WHERE {POSITION} = ?", [position], self._cancellation)
        return int(found[0][0]) if found else None

    @property
    def _table(self) -> str:
        with self._lock:
            return self._in_order if self._orders else self._matches.table

    @cached_property
    def _in_order(self) -> str:
        positions = f"SELECT {kept_position(self._store, self._kind)} {self._matches.records} ORDER BY {self.order_by}"
        name = materialise(self, self._store, positions, [], self._cancellation)
        self._sorted = True
        return name
