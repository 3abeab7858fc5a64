"""What a record has by what it refers to: the countries of its organisations."""

from collections.abc import Iterator

from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.schema.rows import Row
from cq_tui.store.store import Store
from cq_tui.values.types.base import is_absent


def through_links(store: Store, kind: Kind, record: Record) -> Iterator[tuple[Field, Row]]:
    """The fields whose value the engine finds through links, each with a row that holds it; absent ones left out."""
    fields = [one for one in kind.asked if one.through and one.name not in kind.qualifiers]
    row = store.row(kind, record.id, fields) if fields else None
    if row is not None:
        yield from ((one, row) for one in fields if not is_absent(getattr(row, one.name)))
