"""A difference as the tree that JSON holds."""

from typing import Any

from cq_tui.diff.difference import Changed, KindDifference, MoneyChanged, Pair
from cq_tui.schema.field import Field
from cq_tui.schema.record import Record
from cq_tui.schema.tree import tree
from cq_tui.store.selection.sums_tree import amount_tree


def difference_tree(difference: KindDifference) -> dict[str, Any]:
    """Whole records that came in or went, of changed ones the fields, how many are the same, and the sums of both."""
    return {
        "added": [_stated(difference, 1, record) for record in difference.added()],
        "gone": [_stated(difference, 0, record) for record in difference.gone()],
        "changed": [
            {"id": one.records.new.id, "fields": {field.name: _both(difference, one, field) for field in one.fields}}
            for one in difference.changed()
        ],
        "same": difference.same,
        "sums": [_sums(difference, one) for one in difference.money()],
    }


def _stated(difference: KindDifference, side: int, record: Record) -> dict[str, Any]:
    """All that a record says; what it does not say is left out."""
    values = tree(difference.kinds[side], record)
    return {name: value for name, value in values.items() if value not in (None, [])}


def _both(difference: KindDifference, changed: Changed, field: Field) -> dict[str, Any]:
    found = {}
    for side, name in enumerate(Pair._fields):
        value = difference.value(side, changed.records[side], field.name)
        found[name] = None if value is None else difference.kinds[side].by_name[field.name].type.json(value)
    return found


def _sums(difference: KindDifference, one: MoneyChanged) -> dict[str, Any]:
    kind = difference.kind
    sums = {name: each and amount_tree(kind, each) for name, each in zip(Pair._fields, one.sums, strict=True)}
    return {"money": one.apart, "currency": one.currency, **sums}
