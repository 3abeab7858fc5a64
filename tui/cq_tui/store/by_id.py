"""Records by their ids, and the first ones of a kind. Those of tables are asked for once, and kept for a while.

Screens look records up while they lay lines out. What they will need is asked for before that, in the background
(``fetch``, or by laying the same lines out there once): then they find it here, and wait for no engine.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import islice
from threading import Lock
from typing import Any, NamedTuple

from cq_tui.archive.read import Archive
from cq_tui.query.columns import POSITION, column
from cq_tui.schema.record import Record
from cq_tui.schema.schema import Schema
from cq_tui.schema.stored import of_stored, present
from cq_tui.values.sql import Sql, identifier

_KEPT_RECORDS = 4096
_MOST_AT_ONCE = 10_000
_MOST_OF_LISTS = 20_000
"""Records of all lists that are kept; the one asked for last stays in any case."""


def _are(equal: Mapping[str, str]) -> Sql:
    """A condition, in parameters, that fields have these values."""
    return " AND ".join(f"{identifier(name)} = ?" for name in equal) or "true"


class _List(NamedTuple):
    """Records in the order of the files."""

    records: Sequence[Record]
    by_id: Mapping[str, Record]


class ById:
    """See above. Safe to ask from several threads."""

    def __init__(
        self,
        archive: Archive,
        schema: Callable[[], Schema],
        has_table: Callable[[str], bool],
        ask: Callable[[Sql, Sequence[Any]], list[tuple[Any, ...]]],
    ) -> None:
        """``has_table``: whether records of a kind stand in a table, which ``ask`` asks."""
        self._archive, self._schema, self._has_table, self._ask = archive, schema, has_table, ask
        self._lists: dict[tuple[Any, ...], _List] = {}
        """By what was asked for; the list asked for last at the end."""
        self._fetched: dict[tuple[str, str], Record] = {}
        self._lock = Lock()
        self.get = lru_cache(_KEPT_RECORDS)(self._get)

    @cached_property
    def _in_memory(self) -> dict[str, dict[str, Record]]:
        """The records that the archive holds in memory anyway."""
        entries = self._archive.entries
        return {kind: {one.record.id: one.record for one in found} for kind, found in entries.items()}

    def first(self, kind: str, most: int = _MOST_AT_ONCE, **equal: str) -> list[Record]:
        """The first records of a kind in the order of the files, those whose fields have these values."""
        if not self._has_table(kind):
            every = self._archive.records(kind)
            return list(islice((one for one in every if all(getattr(one, k) == v for k, v in equal.items())), most))
        return self._list(kind, f"{_are(equal)} LIMIT {most}", list(equal.values()))

    def largest(self, kind: str, amount: str, most: int, **equal: str) -> list[Record]:
        """Of the first records of a kind with these values those with the largest amounts, the largest first.

        Of a long list the first ones: to find the largest of all would keep the first frame waiting.
        """

        def size(record: Record) -> Any:
            return -(getattr(record, amount) or -1)

        if not self._has_table(kind):
            return sorted(self.first(kind, _MOST_AT_ONCE, **equal), key=size)[:most]
        value = f"coalesce(nullif({identifier(amount)}, 0), -1)"
        rows = f'SELECT {POSITION}, {value} AS _size FROM "{kind}" WHERE {_are(equal)}'
        rows = f"{rows} ORDER BY {POSITION} LIMIT {_MOST_AT_ONCE}"
        largest = f"SELECT {POSITION} FROM ({rows}) ORDER BY _size DESC, {POSITION} LIMIT {most}"
        return sorted(self._list(kind, f"{POSITION} IN ({largest})", list(equal.values())), key=size)

    def _list(self, kind: str, condition: Sql, values: list[str]) -> list[Record]:
        """Records of a table, in the order of the files; what was asked for before is here."""
        key = kind, condition, *values
        with self._lock:
            if (kept := self._lists.pop(key, None)) is not None:
                self._lists[key] = kept
                return list(kept.records)
        found = list(self._asked(kind, condition, values))
        with self._lock:
            self._lists[key] = _List(found, {one.id: one for one in found})
            while len(self._lists) > 1 and sum(len(one.records) for one in self._lists.values()) > _MOST_OF_LISTS:
                del self._lists[next(iter(self._lists))]
        return found

    def fetch(self, wanted: Iterable[tuple[str, str]]) -> None:
        """Have records here that are going to be looked up, by their kinds and ids: a question for each kind."""
        missing: dict[str, set[str]] = {}
        for kind, id_ in wanted:
            if self._has_table(kind) and self._kept(kind, id_) is None:
                missing.setdefault(kind, set()).add(id_)
        for kind, ids in missing.items():
            found = list(self._asked(kind, "id IN (SELECT unnest(?::VARCHAR[]))", [sorted(ids)]))
            with self._lock:
                self._fetched |= {(kind, one.id): one for one in found}
                for key in list(islice(self._fetched, max(0, len(self._fetched) - _KEPT_RECORDS))):
                    del self._fetched[key]

    def _asked(self, kind: str, condition: Sql, values: Sequence[Any]) -> Iterator[Record]:
        of = self._schema()[kind]
        names = ", ".join(map(column, of.fields))
        for row in self._ask(f'SELECT {names} FROM "{kind}" WHERE {condition}', values):
            yield of_stored(of.model, present(of.fields, row))

    def _kept(self, kind: str, record_id: str) -> Record | None:
        with self._lock:
            if (found := self._fetched.get((kind, record_id))) is not None:
                return found
            of_kind = (kept.by_id for (name, *_more), kept in self._lists.items() if name == kind)
            return next((by_id[record_id] for by_id in of_kind if record_id in by_id), None)

    def _get(self, kind: str, record_id: str) -> Record | None:
        if kind not in self._schema():  # of a place that was looked at before the files were read again
            return None
        found = self._in_memory.get(kind, {}).get(record_id) or self._kept(kind, record_id)
        if found is not None or not self._has_table(kind):
            return found
        return next(self._asked(kind, "id = ?", [record_id]), None)
