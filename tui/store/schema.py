"""The DuckDB tables of the kinds, derived from their fields."""

from tui.model.field import Field, Shape
from tui.model.record import Kind
from tui.query.sql import NAMES, POSITION, TEXT

_TEXT = "STRUCT(zh VARCHAR, en VARCHAR)"
_TYPES = {
    Shape.TEXT: _TEXT,
    Shape.TEXTS: f"{_TEXT}[]",
    Shape.STRING: "VARCHAR",
    Shape.STRINGS: "VARCHAR[]",
    Shape.CODE: "VARCHAR",
    Shape.CODES: "VARCHAR[]",
    Shape.LINK: "VARCHAR",
    Shape.LINKS: "VARCHAR[]",
    Shape.MONEY: "DECIMAL(38, 4)",
    Shape.NUMBER: "DECIMAL(38, 4)",
    Shape.COUNT: "BIGINT",
    Shape.DATE: "DATE",
    Shape.TIME: "TIME",
    Shape.FLAG: "BOOLEAN",
}


def sql_type(field: Field) -> str:
    """The DuckDB type of a field."""
    if field.shape is Shape.PARTS:
        return "STRUCT(" + ", ".join(f'"{part.name}" {sql_type(part)}' for part in field.parts) + ")[]"
    return _TYPES[field.shape]


def columns(kind: Kind) -> dict[str, str]:
    """All columns of the kind's table with their types; the store's own come last."""
    own = {field.name: sql_type(field) for field in kind.fields}
    return own | {NAMES: "VARCHAR", TEXT: "VARCHAR", POSITION: "BIGINT"}


def row_type(kind: Kind) -> str:
    """The struct that holds one row of the kind's table."""
    return "STRUCT(" + ", ".join(f'"{name}" {type_}' for name, type_ in columns(kind).items()) + ")"
