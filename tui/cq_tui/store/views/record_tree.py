"""A record with its links and the passages it rests on, as the tree that JSON holds."""

from typing import Any

from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.schema.tree import tree
from cq_tui.store.store import Store
from cq_tui.store.views.links import backward, forward


def record_tree(store: Store, kind: Kind, record: Record) -> dict[str, Any]:
    """What the record says, what it refers to, what refers to it (the first of each kind), and its passages."""
    links = [
        {"field": link.field, "kind": link.kind, "id": link.id, "called": store.name(link.kind, link.id)}
        for link in forward(store, kind, record)
    ]
    back = [
        {
            "kind": group.kind,
            "field": group.field,
            "count": group.count,
            "first": [{"id": link.id, "called": link.words} for link in group.links],
        }
        for group in backward(store, kind, record)
    ]
    cited = (store.get("passages", one) for one in record.cites)
    passages = [tree(store.kind("passages"), one) for one in cited if one is not None]
    told = tree(kind, record)
    if kind.converted and (row := store.row(kind, record.id, kind.converted)) is not None:
        told |= tree(kind, row, kind.converted)
    return {"record": told, "links": links, "referred_to_by": back, "passages": passages}
