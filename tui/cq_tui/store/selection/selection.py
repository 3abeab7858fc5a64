"""A selection: kind, filter and order, answered by the store. Table, footer, commands and exports all take one."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from cq_tui.archive.reconcile import Itemised
from cq_tui.query.columns import column
from cq_tui.query.terms import Order, Query
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.engine.copy_form import CopyForm
from cq_tui.store.selection.groups import Largest, distinct, grouped, summed
from cq_tui.store.selection.matches import Matches
from cq_tui.store.selection.pages import Pages
from cq_tui.store.selection.records_at import RecordsAt
from cq_tui.store.selection.row_order import PAGE, RowOrder
from cq_tui.store.selection.sums import Facet, LeftOut, Sums
from cq_tui.store.selection.sums_in_memory import sums_in_memory
from cq_tui.store.store import Store
from cq_tui.store.tally import tally
from cq_tui.values.clean import known_clean
from cq_tui.values.sql import identifier

if TYPE_CHECKING:
    from cq_tui.store.engine.table_files.export_sql import CsvColumn
    from cq_tui.store.selection.by_progress import Progressed
    from cq_tui.store.selection.converted_sums import ConvertedSum
    from cq_tui.store.selection.digests import Digested
    from cq_tui.store.selection.field_sums import FieldSum, FieldTotals
    from cq_tui.store.selection.records_at import Shown

_BATCH = 10_000
"""Records built at once while all are walked through: a statement costs as much as building some hundred records."""


class Selection:
    """Records of a kind that answer a query, in an order. Nothing is fetched until it is asked for."""

    def __init__(
        self,
        store: Store,
        query: Query,
        orders: Sequence[Order] = (),
        cancellation: Cancellation | None = None,
        before: "Selection | None" = None,
    ) -> None:
        """Select from a store; ``orders`` replaces what the query itself asks for.

        ``before``: the selection that was shown before. Where it holds all that can match, only its records are asked.
        """
        self._store = store
        self.query = query
        self.orders = tuple(orders) or query.orders
        self._cancellation = cancellation or Cancellation()
        self._matches: Matches = Matches(store, query, self._cancellation, before._matches if before else None)
        self._row_order = RowOrder(store, query, self.orders, self._matches, self._cancellation)
        self._records = RecordsAt(store, query, self.orders, self._cancellation)
        self._pages = Pages(store, query.kind, self._records, self._row_order)
        self._count: int | None = None

    @property
    def store(self) -> Store:
        """The store that answers."""
        return self._store

    def beside(self, query: Query) -> "Selection":
        """Another selection for the same question: it is cancelled with this one."""
        return Selection(self._store, query, cancellation=self._cancellation)

    def cancel(self) -> None:
        """Interrupt what runs for the selection, from any thread; it raises Cancelled, now and for later questions."""
        self._cancellation.cancel()

    @property
    def kind(self) -> Kind:
        """The kind of the records."""
        return self.query.kind

    @property
    def count(self) -> int:
        """How many records there are."""
        if self._count is None:
            self._count = self._matches.count if self.query.terms else self.of_all
        return self._count

    @property
    def counted(self) -> bool:
        """Whether it is known how many records there are."""
        return self._count is not None

    @property
    def reach(self) -> int:
        """How many records can be looked at without waiting: all once they are counted, before that a first page."""
        return self._pages.reach if self._count is None else self._count

    def first_page(self, record_id: str | None) -> int | None:
        """Fetch the first page before the others are found; returns the row of a record on it, or else 0.

        None where nothing is gained, or where the record may stand on another page.
        """
        first = self._row_order.first(PAGE, record_id)
        if first is None:
            return None
        self._pages.first = first[0]
        self.page(0)
        return first[1]

    @cached_property
    def of_all(self) -> int:
        """How many records of the kind there are without the filter."""
        return self._store.total(self.kind.name)

    @cached_property
    def sums(self) -> Sums | None:
        """Sums by kind of money; None where the kind has no amounts."""
        money = self.kind.money
        if money is None:
            return None
        if self._records.in_memory is not None:
            return sums_in_memory(self.kind, money, self._records.in_memory)
        if self._matches.is_none:
            return Sums((), 0, 0, 0)
        why = money.sql_exclusion
        groups = grouped(self.kind, why, self._matches.records, self._ask, counted="true")
        found = {group.value: group for group in groups}
        counted = found.get(None, Facet(None, 0))
        left_out = [
            LeftOut(one, found[position].count, found[position].sums)
            for position, one in enumerate(money.excluded)
            if position in found
        ]
        without_amount = counted.count - sum(one.count for one in counted.sums)
        return Sums(counted.sums, counted.count, without_amount, self._field_totals.without_progress, tuple(left_out))

    @cached_property
    def field_sums(self) -> "list[FieldSum]":
        """What the kind's further fields add up to that say they are summed."""
        return self._field_totals.sums

    @cached_property
    def _field_totals(self) -> "FieldTotals":
        from cq_tui.store.selection.field_sums import FieldTotals, field_totals, summed_fields

        if self._records.in_memory is not None and not any(summed_fields(self.kind)):
            return FieldTotals(self.sums.without_progress if self.sums else 0, [])
        if self._matches.is_none:
            return FieldTotals(0, [])
        return field_totals(self.kind, self._matches.records, self._ask, self._only_currency)

    def field_sums_of(self, largest: Largest) -> "dict[Any, list[FieldSum]]":
        """The same of the largest groups, by their values."""
        records = self._matches.records
        from cq_tui.store.selection.field_sums import sums_by

        return sums_by(self.kind, largest.value, records, self._ask, self._only_currency, only=largest.only)

    def _only_currency(self, field: Field) -> str | None:
        return self._store.only_currencies(self.kind.name).get(field.name)

    def distinct(self, value: str) -> int:
        """How many different values an SQL expression over the kind's columns has."""
        return distinct(value, self._matches.records, self._ask)

    def largest(self, value: str, most: int) -> Largest:
        """The ``most`` largest groups that an SQL expression makes of the records."""
        return Largest(self._store, value, self._matches, most, self._cancellation)

    def sums_of(self, largest: Largest) -> list[Facet]:
        """These groups with the sums of their records; what no sum counts is in the counts alone."""
        return summed(largest, self.kind, self._matches.records, self._ask)

    def groups(self, value: str, most: int) -> list[Facet]:
        """The ``most`` largest groups with their sums."""
        return self.sums_of(self.largest(value, most))

    def progress_of(self, largest: Largest, silent: str = "NULL") -> "list[Progressed]":
        """How far the records of these groups have come, with their amounts; ``silent``: what parts them further."""
        records = self._matches.records
        from cq_tui.store.selection.by_progress import by_progress

        return by_progress(self.kind, largest.value, records, self._ask, only=largest.only, silent=silent)

    def progress_by(self, value: str, silent: str = "NULL") -> "list[Progressed]":
        """The same of all groups, for an expression of not many values."""
        from cq_tui.store.selection.by_progress import by_progress

        return by_progress(self.kind, value, self._matches.records, self._ask, silent=silent)

    def converted_sums(self, value: str) -> "list[ConvertedSum]":
        """What counts, added up by an SQL expression for its amount in one currency, kinds of money apart."""
        from cq_tui.store.selection.converted_sums import converted_sums  # asked for where a currency is

        return converted_sums(self.kind, value, self._matches.records, self._ask)

    def tally(self) -> list[Itemised]:
        """The deals of the selection added up by event, year, category, type and currency; for deals alone."""
        return tally(self.kind, self._matches.records, self._ask)

    def hold(self, fields: Iterable[Field]) -> None:
        """Have pages hold these fields of their records, and what qualifies them; without that they are whole.

        An archive may declare two hundred fields, of which a list shows ten. What pages hold already they keep.
        """
        self._pages.hold(fields)

    def rows(self, start: int, stop: int) -> list[Record]:
        """The records of the rows from ``start`` to ``stop``, the latter not included."""
        return self._records.whole(self._row_order.positions(start, stop))

    def rows_with(self, fields: Iterable[Field], start: int = 0, stop: int | None = None) -> Iterator["Shown"]:
        """The records of these rows, or all, in order; each with these fields and what qualifies them at least."""
        names = self._records.names(fields)
        end = self.count if stop is None else min(stop, self.count)
        for begin in range(start, end, _BATCH):
            yield from self._records.shown(self._row_order.positions(begin, min(begin + _BATCH, end)), names)

    def page(self, number: int) -> "Sequence[Shown]":
        """The records of a page, from 0, with the fields that pages hold; those that were asked for last are kept."""
        return self._pages.page(number)

    def is_here(self, rows: range) -> bool:
        """Whether rows can be had without asking a server."""
        return self._pages.are_here(range(rows.start, min(rows.stop, self.reach)))

    def fetch(self, rows: range) -> None:
        """Have rows here, whose pages are kept then."""
        self._pages.fetch(range(rows.start, min(rows.stop, self.reach)))

    def at(self, row: int) -> "Shown | None":
        """The record of a row, its page fetched where that was not done yet; None where there is none in reach."""
        return self.page(row // PAGE)[row % PAGE] if 0 <= row < self.reach else None

    def whole(self, shown: "Shown | None") -> Record | None:
        """The whole record of a row of a page."""
        return shown if shown is None or isinstance(shown, Record) else self._store.get(self.kind.name, shown.id)

    def position(self, record_id: str) -> int | None:
        """The row of a record in the selection, from 0; None if it is not in it."""
        if self._records.in_memory is not None:
            return next((row for row, record in enumerate(self._records.in_memory) if record.id == record_id), None)
        return self._row_order.row_of(record_id)

    def __iter__(self) -> Iterator[Record]:
        for start in range(0, self.count, _BATCH):
            yield from self.rows(start, start + _BATCH)

    def ids(self) -> list[str]:
        """The ids of all records, in the order of the ids."""
        return [row[0] for row in self._ask(f"SELECT id {self._matches.records} ORDER BY id")]

    def digests(self) -> "dict[str, Digested]":
        """What each record says, as a digest, and what it is called; by the ids, in their order."""
        from cq_tui.store.selection.digests import digested

        return digested(self.kind, self._matches.records, self._ask)

    def csv(self, columns: "Sequence[CsvColumn]", *, raw: bool) -> Iterator[bytes]:
        """All records as the bytes of a CSV file without a header; made by the engine."""
        from cq_tui.store.engine.table_files.export_sql import csv_cells  # nothing that is shown needs it

        with known_clean(self._store.is_clean):
            cells = csv_cells(columns, self._all, raw=raw)
        yield from self._store.copy(cells, CopyForm.CSV, self._cancellation)

    def parquet(self, fields: Sequence[Field]) -> Iterator[bytes]:
        """All records as the bytes of a Parquet file with these fields."""
        from cq_tui.store.engine.table_files.export_sql import parquet_columns

        # Cleaned whatever is known: the engine packs columns that it reads straight from a file otherwise.
        yield from self._store.copy(self._all(parquet_columns(fields)), CopyForm.PARQUET, self._cancellation)

    def relation(self) -> Any:
        """All records as a relation of the engine, a column a field; it holds as long as this selection does."""
        names = ", ".join(f"{column(field)} AS {identifier(field.name)}" for field in self.kind.fields)
        return self._store.relation(self._all(names))

    def _all(self, columns: str) -> str:
        """SQL: columns of all records in their order."""
        order = f" ORDER BY {self._row_order.order_by}" if self._row_order.order_by else ""
        return f"SELECT {columns} {self._matches.records}{order}"

    def _ask(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        if not self.query.terms and not values:
            return self._store.ask_of_all(sql, self._cancellation)
        return self._store.ask(sql, values, self._cancellation)
