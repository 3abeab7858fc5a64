"""What an agent may ask an archive: each question is a function of plain values that gives what JSON holds.

The selections and limits are the screen's. What can't be is an AnswerError of one clear line. Nothing is ever written.
"""

from collections.abc import Sequence
from typing import Any

from cq_tui.query.parse import orders, parse
from cq_tui.query.terms import Fault, Query
from cq_tui.query.vocabulary import field_named
from cq_tui.schema.description import json_schema
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.schema.tree import tree
from cq_tui.store.selection.facets import facet_values, has_values
from cq_tui.store.selection.selection import Selection
from cq_tui.store.selection.sums_tree import sums_tree
from cq_tui.store.store import Store
from cq_tui.store.views.record_tree import record_tree

MOST = 200
"""Records that one answer holds at most; ``offset`` leads on to the others."""
_FEW = 5
"""Records of each kind that a search names; the others are counted."""


class AnswerError(Exception):
    """A question can't be answered as it was asked; the text says why in one line, and what there is instead."""


class Answers:
    """The questions, asked of one archive."""

    def __init__(self, store: Store) -> None:
        """Answer from a store."""
        self._store = store

    def kinds(self) -> dict[str, Any]:
        """The kinds of records: what each is called, how many there are, and the names of its fields."""
        return {
            kind.name: {
                "called": {"zh": kind.label.zh, "en": kind.label.en},
                "count": self._store.total(kind.name),
                "fields": [field.name for field in kind.asked],
            }
            for kind in self._store.schema.values()
        }

    def schema(self, kind: str) -> dict[str, Any]:
        """The JSON Schema of a kind's records, with its code lists."""
        return json_schema([self._kind(kind)])

    def records(
        self, kind: str, filter: str = "", sort: str = "", limit: int = 20, offset: int = 0, fields: Sequence[str] = ()
    ) -> dict[str, Any]:
        """Records in their order from ``offset`` on, how many there are in all, and what all of them add up to."""
        found = self._kind(kind)
        selection = self._selection(found, filter, sort)
        chosen = [self._field(found, name) for name in fields] or found.fields
        start, stop = max(0, offset), max(0, offset) + max(0, min(limit, MOST))
        return {
            "count": selection.count,
            "of": selection.of_all,
            "records": [tree(found, record, chosen) for record in selection.rows_with(chosen, start, stop)],
            **sums_tree(found, selection.sums),
        }

    def record(self, kind: str, id: str) -> dict[str, Any]:
        """One record with its links both ways and the passages it rests on, each with its source."""
        found = self._kind(kind)
        record = self._store.get(kind, id)
        if record is None:
            raise AnswerError(f"There is no {id} in {kind}.")
        return record_tree(self._store, found, record)

    def values(self, kind: str, field: str, filter: str = "", limit: int = 50) -> dict[str, Any]:
        """The values of a field, how many records have each and what those sum to, the most frequent first."""
        found = self._kind(kind)
        asked = self._field(found, field)
        if not has_values(asked):
            raise AnswerError(f"The values of {field} can't be counted.")
        facets = facet_values(self._selection(found, filter), asked)
        return {
            "distinct": facets.distinct,
            "values": [
                {"value": one.words, "count": one.count, "sums": list(one.sums), "filter": one.term}
                for one in facets.values[: max(0, min(limit, MOST))]
            ],
        }

    def search(self, words: str) -> dict[str, Any]:
        """Words looked for in all kinds: of each how many records hold them, and the first ones by id and name."""
        found: dict[str, Any] = {}
        for kind in self._store.schema.values():
            query = parse(words, kind)
            if query.faults or not query.terms:  # a field that this kind does not have
                continue
            selection = Selection(self._store, query)
            if selection.count:
                first = [{"id": one.id, "called": one.called} for one in selection.rows(0, _FEW)]
                found[kind.name] = {"count": selection.count, "first": first}
        return found

    def _kind(self, name: str) -> Kind:
        kind = self._store.schema.get(name)
        if kind is None:
            raise AnswerError(f"There is no kind {name}; there are {', '.join(self._store.schema)}.")
        return kind

    def _field(self, kind: Kind, name: str) -> Field:
        field = field_named(kind, name)
        if field is None:
            raise AnswerError(
                f"{kind.name} have no field {name}; there are {', '.join(one.name for one in kind.asked)}."
            )
        return field

    def _selection(self, kind: Kind, filter: str, sort: str = "") -> Selection:
        query: Query = parse(filter, kind)
        if query.faults:
            raise AnswerError(f"{query.faults[0].text}: {query.faults[0].message}")
        sorting = orders(sort, kind) if sort else None
        if isinstance(sorting, Fault):
            raise AnswerError(f"{sorting.text}: {sorting.message}")
        return Selection(self._store, query, sorting.orders if sorting else ())
