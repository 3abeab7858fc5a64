"""Which records of each kind are meant together: all of an archive, or what a query finds and all that this needs."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from cq_tui.query.columns import POSITION, column
from cq_tui.query.terms import Query
from cq_tui.schema.field import Field
from cq_tui.schema.kind import EVENTS, Kind
from cq_tui.schema.record import Record
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.engine.copy_form import CopyForm
from cq_tui.store.engine.table_files.export_sql import CsvColumn, csv_cells, entries_csv, entries_of
from cq_tui.store.selection.matches import materialise
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from cq_tui.values.sql import Sql, identifier


class Extent:
    """Records of all kinds, closed under references: whatever one of them refers to is among them.

    A query for events means the records that belong to those events, too. Nothing is asked before it is needed; all
    questions end with the cancellation.
    """

    def __init__(self, store: Store, query: Query | None = None, cancellation: Cancellation | None = None) -> None:
        """``query``: what is meant; None for the whole archive."""
        self.store = store
        self.query = query
        self._cancellation = cancellation or Cancellation()

    def cancel(self) -> None:
        """Give up what runs, from any thread; it raises Cancelled, now and later."""
        self._cancellation.cancel()

    # Which records

    @cached_property
    def found(self) -> frozenset[str]:
        """The ids that the query itself finds; none where the whole archive is meant."""
        if self.query is None:
            return frozenset()
        return frozenset(Selection(self.store, self.query, cancellation=self._cancellation).ids())

    @cached_property
    def _ids(self) -> dict[str, set[str]]:
        """By kind: what the query finds, and all that this refers to, and so on."""
        reached: dict[str, set[str]] = {kind: set() for kind in self.store.schema}
        waiting = {self.query.kind.name: set(self.found)} if self.query else {}
        if self.query and self.query.kind.name == EVENTS:
            for kind in self.store.schema.values():
                if kind.event is not None:
                    waiting.setdefault(kind.name, set()).update(self._belonging(kind, kind.event))
        while waiting:
            name, ids = waiting.popitem()
            new = ids - reached[name]
            reached[name] |= new
            for field, part in self.store.schema[name].references if new else ():
                to = (part or field).type.refers_to or ""
                waiting.setdefault(to, set()).update(self._targets(name, field, part, sorted(new)))
        return reached

    def _belonging(self, kind: Kind, event: Field) -> set[str]:
        asked = f"SELECT id FROM {identifier(kind.name)} WHERE {column(event)} IN (SELECT unnest(?::VARCHAR[]))"
        return {row[0] for row in self._ask(asked, [sorted(self.found)])}

    def _targets(self, kind: str, field: Field, part: Field | None, ids: list[str]) -> set[str]:
        entries = part or Field(field.name, field.type.entry_type, field.shown)
        among = f"FROM {identifier(kind)} WHERE id IN (SELECT unnest(?::VARCHAR[]))"
        target = f"unnest({column(entries)})" if entries.is_list else column(entries)
        asked = f"SELECT DISTINCT {target} FROM ({entries_of(field, [entries], among)})"
        return {row[0] for row in self._ask(asked, [ids]) if row[0] is not None}

    @cached_property
    def _kept(self) -> dict[str, str]:
        """The tables of the ids of each kind."""
        given = "SELECT unnest(?::VARCHAR[]) AS id"
        return {
            kind: materialise(self, self.store, given, [sorted(ids)], self._cancellation)
            for kind, ids in self._ids.items()
        }

    def _records(self, kind: Kind) -> str:
        """SQL: FROM the records of a kind."""
        records = f"FROM {identifier(kind.name)} AS records"
        return f"{records} WHERE id IN (SELECT id FROM {self._kept[kind.name]})" if self.query else records

    def numbered(self, kind: Kind) -> Sql:
        """SQL: the records of a kind as a table, in the order of the files and numbered anew from 0."""
        if self.query is None:
            return identifier(kind.name)
        place = f"row_number() OVER (ORDER BY {POSITION}) - 1 AS {POSITION}"
        return f"(SELECT * REPLACE ({place}) {self._records(kind)})"

    # What they hold, always in the order of the ids

    def count(self, kind: Kind) -> int:
        """How many records of a kind there are."""
        return len(self._ids[kind.name]) if self.query else self.store.total(kind.name)

    def count_entries(self, field: Field, kind: Kind) -> int:
        """How many entries a list has in all records of the kind together."""
        size = f"len({column(field)})" if field.is_list else f"({column(field)} IS NOT NULL)::BIGINT"
        return int(self._ask(f"SELECT coalesce(sum({size}), 0) {self._records(kind)}")[0][0])

    def records(self, kind: Kind) -> Iterator[Record]:
        """The records of a kind."""
        fields = ", ".join(column(field) for field in kind.fields)
        for batch in self._stream(f"SELECT {fields} {self._records(kind)} ORDER BY id"):
            yield from (self.store.record(kind, row) for row in batch)

    def csv(self, kind: Kind, columns: Sequence[CsvColumn], *, raw: bool) -> Iterator[bytes]:
        """The records of a kind as the bytes of a CSV file without a header."""

        def ordered(cells: Sql) -> Sql:
            return f"SELECT {cells} {self._records(kind)} ORDER BY id"

        return self._copy(csv_cells(columns, ordered, raw=raw))

    def entries_csv(self, kind: Kind, field: Field, entries: Sequence[Field], *, raw: bool) -> Iterator[bytes]:
        """The entries of a list in the same form: the record's id, the place in the list, the entry's own cells."""
        listed = entries_of(field, entries, self._records(kind))
        return self._copy(entries_csv(entries, listed, raw=raw))

    def _copy(self, sql: Sql) -> Iterator[bytes]:
        yield from self.store.copy(sql, CopyForm.CSV, self._cancellation)  # its tables live as long as it does

    def _ask(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        return self.store.ask(sql, values, self._cancellation)

    def _stream(self, sql: str) -> Iterator[list[tuple[Any, ...]]]:
        return self.store.stream(sql, self._cancellation)
