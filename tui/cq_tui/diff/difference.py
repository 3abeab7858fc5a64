"""What two editions of an archive differ in.

The engine finds the records whose digests differ, and only those are read, to tell the fields. Values differ where CSV
spells them differently: a code that became a text of the same letters, and the order of the files, are no difference.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from cq_tui.query.columns import POSITION, column
from cq_tui.query.parse import parse
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.schema.schema import Schema
from cq_tui.store.selection.digests import digest
from cq_tui.store.selection.selection import Selection
from cq_tui.store.selection.sums import Sum
from cq_tui.store.store import Store

_READ_AT_ONCE = 5000
"""Records fetched by one statement."""


class Pair(NamedTuple):
    """Something of the old edition and of the new one; None in the edition that has no such thing."""

    old: Any
    new: Any


@dataclass(frozen=True)
class Changed:
    """A record of each edition, and the fields that differ."""

    records: Pair
    fields: list[Field]


@dataclass(frozen=True)
class MoneyChanged:
    """One kind of money in one currency, and its ``Sum`` in each edition."""

    apart: str | None
    currency: str
    sums: Pair

    @property
    def differs(self) -> bool:
        """Whether amount, number of records or exactness changed."""
        return bool(self.sums.old != self.sums.new)


class KindDifference:
    """The records of one kind that came in, went or changed, each in the order of its edition's files."""

    def __init__(self, name: str, editions: Pair, without: Container[str] = ()) -> None:
        """Compare the records of a kind of two stores, one of which may not know the kind.

        ``without``: names of fields that don't matter.
        """
        self._without = without
        self.kinds = Pair(*(store.schema.get(name) for store in editions))
        self._editions = editions
        digests = Pair(*(self._digests(store, kind) for store, kind in zip(editions, self.kinds, strict=True)))
        self._gone = [id_ for id_ in digests.old if id_ not in digests.new]
        self._added = [id_ for id_ in digests.new if id_ not in digests.old]
        common = [id_ for id_ in digests.new if id_ in digests.old]
        self._changed = [id_ for id_ in common if digests.old[id_] != digests.new[id_]]
        self.same = len(common) - len(self._changed)
        """How many records are in both editions and say the same."""

    @property
    def kind(self) -> Kind:
        """The kind as the new edition has it, or else as the old one did."""
        found: Kind = self.kinds.new or self.kinds.old
        return found

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many records came in, went, changed."""
        return len(self._added), len(self._gone), len(self._changed)

    @property
    def is_empty(self) -> bool:
        """Whether no record differs."""
        return not any(self.counts)

    @cached_property
    def fields(self) -> dict[str, Field]:
        """The fields of both editions by their names; where both have one, the new one's."""
        every = [field for kind in self.kinds if kind for field in kind.fields]
        return {field.name: field for field in every if field.name not in self._without}

    def added(self) -> Iterator[Record]:
        """The records that only the new edition has."""
        return self._records(1, self._added)

    def gone(self) -> Iterator[Record]:
        """The records that only the old edition has."""
        return self._records(0, self._gone)

    def changed(self) -> Iterator[Changed]:
        """The records that differ, with what differs."""
        both = zip(self._records(0, self._changed), self._records(1, self._changed), strict=True)
        for records in map(Pair._make, both):
            yield Changed(records, [field for name, field in self.fields.items() if self._differs(name, records)])

    def value(self, side: int, record: Record, name: str) -> Any:
        """What a record of the old (0) or the new edition (1) says in a field; None where it has nothing to say."""
        kind = self.kinds[side]
        field = kind.by_name.get(name)
        value = kind.value(record, field) if field else None
        return None if value == () else value

    def _differs(self, name: str, records: Pair) -> bool:
        old, new = (self.spelt(side, records[side], name) for side in (0, 1))
        return bool(old != new)

    def spelt(self, side: int, record: Record, name: str) -> tuple[str, ...]:
        """The same as the cells of CSV spell it; no cell where there is nothing."""
        value = self.value(side, record, name)
        return () if value is None else self.kinds[side].by_name[name].type.spell(value)

    @cached_property
    def sums(self) -> Pair:
        """The ``Sums`` of the kind in each edition; None where it has no amounts."""
        pairs = zip(self._editions, self.kinds, strict=True)
        return Pair(*(Selection(store, parse("", kind)).sums if kind else None for store, kind in pairs))

    def money(self) -> list[MoneyChanged]:
        """What the kind adds up to in each edition, kinds of money and currencies apart."""
        found: list[dict[tuple[str | None, str], Sum]] = [
            {(one.apart, one.currency): one for one in (sums.by_kind if sums else ())} for sums in self.sums
        ]
        keys = sorted({*found[0], *found[1]}, key=str)
        return [MoneyChanged(*key, Pair(found[0].get(key), found[1].get(key))) for key in keys]

    def _digests(self, store: Store, kind: Kind | None) -> dict[str, str]:
        """A digest of all that a record says, by its id, in the order of the files."""
        if kind is None:
            return {}
        rows = store.ask(f'SELECT id, {digest(kind, self._without)} FROM "{kind.name}" ORDER BY {POSITION}')
        return dict(rows)

    def _records(self, side: int, ids: Sequence[str]) -> Iterator[Record]:
        """Records of an edition by their ids, in the order of these."""
        store, kind = self._editions[side], self.kinds[side]
        for begin in range(0, len(ids), _READ_AT_ONCE):
            some = list(ids[begin : begin + _READ_AT_ONCE])
            names = ", ".join(map(column, kind.fields))
            rows = store.ask(f'SELECT {names} FROM "{kind.name}" WHERE id IN (SELECT unnest(?::VARCHAR[]))', [some])
            found = {record.id: record for record in (store.record(kind, row) for row in rows)}
            yield from (found[id_] for id_ in some)


def differences(old: Store, new: Store, kind: str | None = None) -> list[KindDifference]:
    """Two editions compared kind by kind, or in one kind alone. Raises QueryError where the engine can't answer."""
    names = [kind] if kind else list(_both(new.schema, old.schema))
    return [KindDifference(name, Pair(old, new)) for name in names]


def _both(new: Schema, old: Schema) -> dict[str, None]:
    """The names of the kinds of both editions, each once."""
    return dict.fromkeys((*new, *old))
