"""What a kind's table holds of a row of typed values: defaults filled in, what qualifies nothing left out."""

from cq_tui.model.field import Field
from cq_tui.model.record import Kind
from cq_tui.store.schema import sql_type
from cq_tui.store.tables.sql import named, quoted


def stored(kind: Kind) -> list[str]:
    """SQL: the values of all fields in their order, as ``Kind.value`` gives them for a record."""
    return [_stored(kind, field) for field in kind.fields]


def _stored(kind: Kind, field: Field) -> str:
    value = named(field.name)
    if field.is_list:
        return f"coalesce({value}, [])"
    if field.default is not None:
        value = f"coalesce({value}, {_literal(field)})"
    about = kind.qualified.get(field.name)
    if about is None:
        return value
    present = f"len({named(about.name)}) > 0" if about.is_list else f"{named(about.name)} IS NOT NULL"
    return f"CASE WHEN {present} THEN {value} END"


def _literal(field: Field) -> str:
    text = str(field.default)
    return f"CAST({quoted(text)} AS {sql_type(field)})"
