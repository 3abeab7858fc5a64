"""Links between records, both ways, derived from the reference annotations."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from cq_tui.archive.references import targets
from cq_tui.query.columns import POSITION, ids_of
from cq_tui.schema.cells import is_judged
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.store.store import Store

MOST_EACH = 20
"""Links of one relation that are listed; the rest is counted, and leads to the list of its kind."""


class Link(NamedTuple):
    """One step from a record to another: what relates them, where it leads, and how it reads."""

    relation: str
    kind: str
    id: str
    words: str
    field: str
    judged: bool = False


def forward(store: Store, kind: Kind, record: Record) -> Iterator[Link]:
    """The links that the record's own fields make, in reading order."""
    for field, part in kind.references:
        to = (part or field).shown.to or ""
        judged = is_judged(field, record)
        values = getattr(record, field.name)
        for path, target in targets(record, field.name, part.name if part else None):
            several = part is not None and not part.is_list
            name = field.type.entry_words(values[path[1]], record, store.name) if several else store.name(to, target)
            yield Link(str(field.label), to, target, name, field.name, judged)


@dataclass(frozen=True, slots=True)
class Group:
    """The links that records of one kind make to a record by one field: how many, and the first of them."""

    relation: str
    kind: str
    field: str
    target: str
    count: int
    links: tuple[Link, ...]

    @property
    def filter(self) -> str:
        """The filter that lists them all."""
        return f"{self.field}={self.target}"


def backward(store: Store, kind: Kind, record: Record) -> Iterator[Group]:
    """The links that other records make to this one, by kind and relation."""
    for other in store.schema.values():
        for field, part in other.references:
            mark = (part or field).shown
            if mark.to == kind.name and mark.back:
                count, found = _referring(store, other, field, record.id)
                relation = str(mark.back)
                links = tuple(
                    Link(relation, other.name, one, store.name(other.name, one), field.name, judged)
                    for one, judged in found
                )
                if links:
                    yield Group(relation, other.name, field.name, record.id, count, links)


def _referring(store: Store, other: Kind, field: Field, target: str) -> tuple[int, list[tuple[str, bool]]]:
    """How many records refer to one, and the first of them, each with whether that it does is our judgement."""
    test = f"list_contains({ids_of(field)}, ?)" if field.is_list else f"{ids_of(field)} = ?"
    judged = f"coalesce(\"{field.shown.basis}\" = 'inferred', false)" if field.shown.basis else "false"
    found = (
        f'SELECT id, {judged}, count(*) OVER () FROM "{other.name}" WHERE {test} ORDER BY {POSITION} LIMIT {MOST_EACH}'
    )
    rows = store.ask(found, [target])
    return (rows[0][2] if rows else 0), [(row[0], row[1]) for row in rows]


def referred(store: Store, kind: Kind) -> dict[str, dict[Kind, int]]:
    """How many records of each other kind refer to each record of a kind: by the record's id, then by kind."""
    counts: dict[str, dict[Kind, int]] = {}
    for other in store.schema.values():
        for field, part in other.references:
            if (part or field).shown.to != kind.name or other is kind:
                continue
            target = f"unnest({ids_of(field)})" if field.is_list else ids_of(field)
            asked = f'SELECT {target} AS target, count(*) FROM "{other.name}" GROUP BY 1'
            for record, count in store.ask(asked):
                if record is not None:
                    of_kind = counts.setdefault(record, {})
                    of_kind[other] = of_kind.get(other, 0) + count
    return counts
