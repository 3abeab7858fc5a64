"""The positions of a selection's records in their order: sorted once, then a page is a piece of a table."""

from functools import cached_property
from threading import RLock

from cq_tui.query.sql import POSITION, order_by
from cq_tui.query.terms import Order, Query
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.hits import Hits, kept
from cq_tui.store.store import Store

PAGE = 64
"""Records of a page: more than a screen has lines, and few enough to be made within a blink.

So many of the first are found without sorting the rest.
"""


class Places:
    """Where the records of a query stand. Nothing is sorted until it is asked for."""

    def __init__(
        self, store: Store, query: Query, orders: tuple[Order, ...], hits: Hits, cancellation: Cancellation
    ) -> None:
        """Of what ``hits`` finds; without ``orders`` what holds the words as typed comes before what only sounds so."""
        self._store = store
        self._kind = query.kind.name
        self._filtered = bool(query.terms)
        self._orders = orders
        self._hits = hits
        self._cancellation = cancellation
        self._lock = RLock()
        self._sorted = False

    @property
    def order(self) -> str | None:
        """The ORDER BY list over the hits; None where it is the order of the files."""
        if self._orders:
            return order_by(self._orders, self._store.schema)
        return f"literal DESC, {POSITION}" if self._filtered else None

    def between(self, start: int, stop: int) -> list[int]:
        """The positions from ``start`` to ``stop``, the latter not included."""
        if not self._orders and not self._filtered:
            return list(range(start, min(stop, self._store.total(self._kind))))
        if self._orders and not self._sorted and stop <= PAGE:
            first = f"SELECT {POSITION} {self._hits.records} ORDER BY {self.order} LIMIT ?"
            return [row[0] for row in self._store.ask(first, [stop], self._cancellation)][start:]
        page = f"SELECT {POSITION} FROM {self._table} WHERE rowid >= ? AND rowid < ? ORDER BY rowid"
        return [row[0] for row in self._store.ask(page, [start, stop], self._cancellation)]

    def first(self, most: int, record_id: str | None) -> tuple[list[int], int] | None:
        """The first positions without waiting for the others, and where among them a record stands, or else 0.

        None where that takes as long as finding all of them, or where the record may stand further on.
        """
        if self._orders or not self._filtered or (found := self._hits.first(most)) is None:
            return None
        place = self._position(record_id) if record_id else None
        if place is None or place in found:
            return found, 0 if place is None else found.index(place)
        return None if len(found) == most and place > found[-1] else (found, 0)

    def _position(self, record_id: str) -> int | None:
        found = self._store.ask(f'SELECT {POSITION} FROM "{self._kind}" WHERE id = ?', [record_id], self._cancellation)
        return int(found[0][0]) if found else None

    def of(self, record_id: str) -> int | None:
        """Where a record stands, from 0; None if it is not among them."""
        place = self._position(record_id)
        if place is None or not (self._orders or self._filtered):
            return place
        found = self._store.ask(f"SELECT rowid FROM {self._table} WHERE {POSITION} = ?", [place], self._cancellation)
        return int(found[0][0]) if found else None

    @property
    def _table(self) -> str:
        with self._lock:
            return self._in_order if self._orders else self._hits.table

    @cached_property
    def _in_order(self) -> str:
        positions = f"SELECT {POSITION} {self._hits.records} ORDER BY {self.order}"
        name = kept(self, self._store, positions, [], self._cancellation)
        self._sorted = True
        return name
