"""Rows of a file as rows of the kind's table: defaults filled in, qualifiers of absent values left out."""

from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.values.sql import Sql, identifier


def stored(kind: Kind) -> list[Sql]:
    """The values of all fields in their order, as ``Kind.value`` gives them for a record."""
    return [_stored(kind, field) for field in kind.fields]


def _stored(kind: Kind, field: Field) -> Sql:
    value = identifier(field.name)
    if field.default is not None:
        value = f"coalesce({value}, {field.type.sql_literal(field.default)})"
    about = kind.qualified.get(field.name)
    if about is None:
        return value
    return f"CASE WHEN {about.type.sql_present(identifier(about.name))} THEN {value} END"
