"""The codes that records have of a list which archives declare, where theirs declares none yet."""

from collections.abc import Iterator

from cq_tui.query.columns import column
from cq_tui.schema.field import Field
from cq_tui.store.store import Store
from cq_tui.values.sql import identifier


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
    if field.type.list_name == list_name:
        yield f"unnest({several})"
    for part in field.parts:
        if part.type.list_name == list_name:
            yield f"unnest([_x.{identifier(part.name)} FOR _x IN {several}])"
