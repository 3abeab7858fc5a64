"""The codes that records have of a list which archives declare, where theirs declares none yet."""

from collections.abc import Iterator

from cq_tui.query.sql import column
from cq_tui.schema.field import Field
from cq_tui.store.store import Store
from cq_tui.values.sql import identifier
from cq_tui.values.types.base import FieldType
from cq_tui.values.types.lists import ListOf
from cq_tui.values.types.own_code import OwnCode


def codes_in_use(store: Store, list_name: str) -> list[str]:
    """All codes of the list that stand in records, sorted; none where the archive declares the list."""
    found: set[str] = set()
    for kind in store.schema.values():
        for field in kind.fields:
            for value in _values(field, list_name):
                asked = f'SELECT DISTINCT {value} FROM "{kind.name}"'
                found.update(row[0] for row in store.ask(asked) if row[0] is not None)
    return sorted(found)


def _values(field: Field, list_name: str) -> Iterator[str]:
    """SQL for each code of the list that the field holds."""
    several = column(field) if field.is_list else f"[{column(field)}]"
    if _is_of(field.type, list_name):
        yield f"unnest({several})"
    for part in field.parts:
        if _is_of(part.type, list_name):
            yield f"unnest([x.{identifier(part.name)} FOR x IN {several}])"


def _is_of(type_: FieldType, list_name: str) -> bool:
    one = type_.item if isinstance(type_, ListOf) else type_
    return isinstance(one, OwnCode) and one.list_name == list_name
