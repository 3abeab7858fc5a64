"""The store: an archive's records, and the engine that selects among them."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from cq_tui.archive.check import InTables
from cq_tui.archive.originals import Original
from cq_tui.archive.problem import Problem
from cq_tui.archive.read import DEALS, Archive
from cq_tui.archive.reconcile import Itemised, tallied
from cq_tui.archive.references import wanted
from cq_tui.query.columns import NAMES, POSITION, column
from cq_tui.schema.field import Field
from cq_tui.schema.kind import EVENTS, Kind
from cq_tui.schema.record import Record
from cq_tui.schema.stored import of_stored, present
from cq_tui.store.by_id import ById
from cq_tui.store.engine.background import Background
from cq_tui.store.engine.cancellation import Cancellation, Cancelled
from cq_tui.store.engine.copy_form import CopyForm
from cq_tui.store.engine.errors import QueryError
from cq_tui.store.engine.facts import empty_fields
from cq_tui.store.engine.loading import Loading
from cq_tui.store.engine.tables import BAD, table
from cq_tui.store.of_all import by_event, only_currencies, told_of
from cq_tui.store.prepared.lookup import RECORDS, Prepared, damaged
from cq_tui.store.tally import tally
from cq_tui.values.sql import identifier, literal

if TYPE_CHECKING:
    from cq_tui.query.widen import Widener
    from cq_tui.schema.rows import Row
    from cq_tui.store.engine.door import Door

_KEPT_NAMES = 4096

__all__ = ["Cancelled", "QueryError", "Store"]


class Store:
    """Tables of all kinds. Safe to ask from several threads."""

    def __init__(
        self,
        archive: Archive,
        originals: Mapping[str, Original] | None = None,
        *,
        into: Path | None = None,
        prepared: Prepared | None = None,
        unprepared: str = "",
        door: "Callable[[], Door] | None" = None,
    ) -> None:
        """Put the records of an archive into tables; ``originals`` are the sources' texts, if at hand.

        ``into``: a new file that the tables are made in. ``prepared``: one that may hold them already, and the records
        (``take_prepared``); ``unprepared``: why the one that is there is not used. ``door``: another engine than the
        process's own, which has the tables.
        """
        self.archive = archive
        self.schema = archive.schema
        self.originals = originals or {}
        self.loading = Loading()
        self.unprepared = unprepared
        """Why the prepared file that is there is not used; empty where it is, or where there is none."""
        self._into, self._prepared = into, prepared
        self.is_elsewhere = door is not None
        """Whether a server is asked, which may take long to answer anything."""
        self._begun = False
        """Whether the tables are made before they are asked for, so that no question waits for one."""
        self._engine: Background[Door] = Background(door or self._make_engine)
        by_id = ById(archive, lambda: self.schema, self.has_table, lambda sql, values: self.ask(sql, values))
        self.get, self.fetch, self.records, self.largest = by_id.get, by_id.fetch, by_id.first, by_id.largest
        self.names = lru_cache(_KEPT_NAMES)(self._names)
        self.only_currencies = cache(lambda kind: only_currencies(self.schema[kind], self.ask_of_all))

    def _make_engine(self) -> "Door":
        # Imported in the thread that makes it, while the screens show what needs no engine.
        from cq_tui.store.engine.engine import Engine

        archive, loading = self.archive, self.loading
        return Engine(archive, loading, prepared=self._prepared, into=self._into, at_once=self._begun)

    def take_prepared(self) -> str:
        """Take the records that stand beside the tables in the prepared file; waits until it is open.

        Returns why the file can't be used; then this store has no table and no record.
        """
        engine = self._engine.value
        if engine.unprepared:
            return engine.unprepared
        from cq_tui.archive.kept import take_kept  # for archives that are prepared

        return "" if take_kept(self.archive, engine.header.get(RECORDS, "")) else damaged()

    def close_file(self, header: dict[str, str]) -> None:
        """Finish the file that the tables were made in; nothing can be asked any more. Raises QueryError."""
        from cq_tui.archive.kept import kept

        self._engine.value.close_file({**header, RECORDS: kept(self.archive)})

    @cached_property
    def widen(self) -> "Widener":
        """Widens words to the forms that stand in this archive."""
        from cq_tui.query.widen import Widener

        return Widener(lambda: self._engine.value.characters, lambda: self._engine.value.has_wide)

    def take_kinds(self, kinds: Sequence[Kind]) -> None:
        """Take these in the place of the kinds of their names: what they store is the same, what is asked is not."""
        self.schema = self.schema.with_kinds_as(kinds)

    def begin(self) -> Thread:
        """Let the tables be made beside what goes on; the first question waits for them."""
        self._begun = True
        return self._engine.begin()

    @property
    def in_tables(self) -> InTables | None:
        """What is wrong with the table files, and what else has to be known of them to check the rest."""
        if not self.archive.tables:
            return None
        ids = {kind: self._known(kind, found) for kind, found in wanted(self.archive).items() if self.has_table(kind)}
        return InTables(self._engine.value.problems, ids, self.itemised)

    def _known(self, kind: str, ids: set[str]) -> set[str]:
        from cq_tui.store.engine.table_files.relations import known

        return {row[0] for row in self.ask(*known(self.schema[kind], sorted(ids)))}

    def place(self, kind: Kind, position: int, message: str, field: str) -> Problem:
        """What is to be said of a record, by its position, with the file and the line where it stands."""
        entries = self.archive.entries.get(kind.name, [])
        if position < len(entries):
            path = (int(step) if step.isdecimal() else step for step in field.split("."))
            return entries[position].problem(tuple(path), message)
        place = self._engine.value.place
        return place(kind, position, message, field) if place else Problem("", 0, field, message)

    @cached_property
    def in_files(self) -> frozenset[str]:
        """The kinds of which records stand in a table file."""
        return frozenset(file.kind.name for file in self.archive.tables)

    @property
    def may_wait(self) -> bool:
        """Whether to look up a record may take a while: a server is asked, or tables, which may be large."""
        return self.is_elsewhere or bool(self.archive.tables)

    def has_table(self, kind: str) -> bool:
        """Whether records of a kind stand in a table file, which only the engine reads."""
        return kind in self.in_files

    @cached_property
    def itemised(self) -> list[Itemised]:
        """The deals that count, those that have event, category, instrument and currency in common together."""
        return [one for one in self._tallied if one.excluded is None]

    @property
    def left_out(self) -> list[Itemised]:
        """The deals that no sum counts, in the same way, each with the reason why."""
        return [one for one in self._tallied if one.excluded is not None]

    @cached_property
    def _tallied(self) -> list[Itemised]:
        if not self.has_table(DEALS):
            return tallied(self.archive)
        deals = self.schema[DEALS]
        return tally(deals, f"FROM {table(deals)} WHERE NOT {BAD}", self.ask_of_all)

    @cached_property
    def belonging(self) -> dict[str, dict[str, int]]:
        """How many records of each kind belong to each event that has any: by the event's id, then by kind."""
        return by_event(
            (kind.name, self._of_events(kind, kind.event)) for kind in self.schema.values() if kind.event is not None
        )

    def _of_events(self, kind: Kind, event: Field) -> list[tuple[Any, ...]]:
        """How many records of a kind belong to each event, and to none."""
        if kind.name == DEALS and self._prepared is not None:
            return [(one.event, one.count) for one in self._tallied]
        if self.has_table(kind.name):
            return self.ask_of_all(f'SELECT {column(event)}, count(*) FROM "{kind.name}" GROUP BY 1')
        return list(Counter(getattr(one, event.name) for one in self.archive.records(kind.name)).items())

    @property
    def is_clean(self) -> bool:
        """Whether no text of the tables has to be cleaned, as far as that is known."""
        return self._engine.value.is_clean

    @cached_property
    def empty_fields(self) -> Mapping[str, Sequence[str]]:
        """By kind: the fields that no record of it has, as far as a prepared file tells."""
        return empty_fields(self._engine.value.header)

    def is_heard(self, kind: Kind) -> bool:
        """Whether the table of a kind tells which sounds stand beside each other in its records."""
        return kind.name in self._engine.value.heard

    @property
    def is_asked_in_parts(self) -> bool:
        """Whether a table of few groups of rows is searched sooner in parts."""
        return self._engine.value.by_groups

    @cached_property
    def told_events(self) -> Sequence[Record]:
        """The events that the archive tells of, the latest first: others are only mentioned in it."""
        return told_of(self.records(EVENTS), self.belonging)

    def is_of_several_events(self, kind: Kind) -> bool:
        """Whether the records of a kind belong to more than one event."""
        return sum(kind.name in counts for counts in self.belonging.values()) > 1

    def ask(
        self, sql: str, values: Sequence[Any] = (), cancellation: Cancellation | None = None
    ) -> list[tuple[Any, ...]]:
        """Run one statement, which ``cancellation`` can interrupt; the first one waits until the tables are there.

        Raises QueryError if it can't be answered, Cancelled if it was interrupted.
        """
        return self._engine.value.ask(sql, values, cancellation)

    def ask_of_all(self, sql: str, cancellation: Cancellation | None = None) -> list[tuple[Any, ...]]:
        """Ask something of all records of the archive; a prepared file holds the answers to what sessions ask first.

        Where that file is being made, it holds the answer from now on.
        """
        engine = self._engine.value
        if self._into and sql not in engine.answers:
            engine.keep(sql)
        held = engine.answers.get(sql)
        return engine.ask(f"FROM {held} ORDER BY rowid" if held else sql, (), cancellation)

    def stream(self, sql: str, cancellation: Cancellation) -> Iterator[list[tuple[Any, ...]]]:
        """The rows of one statement by the batch; raises as ``ask`` does."""
        return self._engine.value.stream(sql, cancellation)

    def copy(self, sql: str, form: CopyForm, cancellation: Cancellation) -> Iterator[bytes]:
        """The rows of one statement as the bytes of a file; raises as ``ask`` does."""
        return self._engine.value.copy(sql, form, cancellation)

    def relation(self, sql: str) -> Any:
        """A query as a relation of the engine, for who takes tables out of it."""
        return self._engine.value.relation(sql)

    def kind(self, name: str) -> Kind:
        """The kind of a name."""
        return self.schema[name]

    def ids(self, kind: str) -> list[str]:
        """All ids of a kind, in the order of the files."""
        if not self.has_table(kind):
            return [one.id for one in self.archive.records(kind)]
        return [row[0] for row in self.ask(f'SELECT id FROM "{kind}" ORDER BY {POSITION}')]

    def drop(self, table: str) -> None:
        """Drop a table of matches that nobody asks any more."""
        self._engine.value.drop(table)

    def total(self, kind: str) -> int:
        """How many records of a kind there are."""
        return self.totals[kind]

    @cached_property
    def totals(self) -> dict[str, int]:
        """How many records there are of each kind."""
        counts = {kind: len(self.archive.entries.get(kind, [])) for kind in self.schema}
        for file in self.archive.tables:
            counts[file.kind.name] = self.ask(f'SELECT count(*) FROM "{file.kind.name}"')[0][0]
        return counts

    def record(self, kind: Kind, row: Sequence[Any]) -> Record:
        """The record of a row that holds all fields of the kind in their order."""
        return of_stored(kind.model, present(kind.fields, row))

    def row(self, kind: Kind, record_id: str, fields: Sequence[Field]) -> "Row | None":
        """Some fields of a record, what is not stored among them."""
        from cq_tui.schema.rows import fields_of_row, names_of_row, row_model

        names = names_of_row(kind, fields) or frozenset(field.name for field in kind.fields)
        asked = fields_of_row(kind, names)
        found = self.ask(f'SELECT {", ".join(map(column, asked))} FROM "{kind.name}" WHERE id = ?', [record_id])
        return of_stored(row_model(kind, names), present(asked, found[0])) if found else None

    def _names(self, kind: str, record_id: str) -> str:
        """All that a record is called, as words are looked for in it; empty where there is none. Asked once."""
        rows = self.ask_of_all(f"SELECT {NAMES} FROM {identifier(kind)} WHERE id = {literal(record_id)}")
        return rows[0][0] if rows else ""

    def name(self, kind: str, record_id: str) -> str:
        """What a record is called, in the language in force; its id if there is no such record."""
        record = self.get(kind, record_id)
        return record.called if record else record_id
