"""Links between records, both ways, derived from the reference annotations."""

from collections.abc import Iterator
from dataclasses import dataclass

from tui.archive.references import targets
from tui.kinds import kinds
from tui.model.cells import is_judged, part_words
from tui.model.field import Field, Shape
from tui.model.record import Kind, Record
from tui.query.sql import POSITION, column, ids_of
from tui.store.store import Store


@dataclass(frozen=True, slots=True)
class Link:
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
        for position, (_path, target) in enumerate(targets(record, field.name, part.name if part else None)):
            name = part_words(field, values[position], store.name) if part else store.name(to, target)
            yield Link(str(field.label), to, target, name, field.name, judged)


def backward(store: Store, kind: Kind, record: Record) -> Iterator[Link]:
    """The links that other records make to this one, kind by kind."""
    for other in kinds().values():
        for field, part in other.references:
            mark = (part or field).shown
            if mark.to == kind.name and mark.back:
                for one in _referring(store, other, field, record.id):
                    yield Link(str(mark.back), other.name, one, store.name(other.name, one), field.name)


def _referring(store: Store, other: Kind, field: Field, target: str) -> list[str]:
    test = f"{column(field)} = ?" if field.shape is Shape.LINK else f"list_contains({ids_of(field)}, ?)"
    rows = store.ask(f'SELECT id FROM "{other.name}" WHERE {test} ORDER BY {POSITION}', [target])
    return [row[0] for row in rows]
