"""Tables described as Table Schema: what a column holds, what its codes mean, what it is counted in, where it leads."""

from typing import Any

from cq_tui.publishing.tables import POSITION, KindTable, ListTable, Table
from cq_tui.schema.description import column_schema
from cq_tui.schema.description import table_schema as of_kind
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind

_ANCHOR = ("passages", "anchor", "http://www.w3.org/ns/oa#exact")
"""The column whose cells are the ``exact`` of a text quote selector, as ``annotations.json`` holds them."""


def table_schema(table: Table) -> dict[str, Any]:
    """The Table Schema of a table of the package."""
    return _of_kind(table) if isinstance(table, KindTable) else _of_list(table)


def _of_kind(table: KindTable) -> dict[str, Any]:
    """As ``cq-tui schema --table`` tells it, with what other programs have to know beside."""
    found = of_kind(table.kind)
    fields = [field for field in table.kind.fields for _name in field.column_names]
    for column, field in zip(found["fields"], fields, strict=True):
        column.update(_beside(field))
        if (table.kind.name, field.name) == _ANCHOR[:2]:
            column["rdfType"] = _ANCHOR[2]
    return found


def _of_list(table: ListTable) -> dict[str, Any]:
    owner = column_schema(table.kind.by_name["id"], table.owner)
    owner |= {"title": table.kind.one.en, "description": table.kind.one.zh}
    place: dict[str, Any] = {"name": POSITION, "title": "Position", "description": "次序", "type": "integer"}
    place |= {"constraints": {"required": True, "minimum": 1}}
    columns = [column_schema(field, name) | {"name": table.names[name]} | _beside(field)
               for field in table.entries for name in field.column_names]  # fmt: skip
    links = [(field.name, field.type.refers_to) for field in table.entries if field.type.refers_to]
    return {
        "fields": [owner, place, *columns],
        "missingValues": [""],
        "primaryKey": [table.owner, POSITION],
        "foreignKeys": [
            _foreign_key(table.owner, table.kind.name),
            *(_foreign_key(table.names[name], to) for name, to in links),
        ],
    }


def _foreign_key(column: str, to: str | None) -> dict[str, Any]:
    return {"fields": [column], "reference": {"resource": to, "fields": ["id"]}}


def _beside(field: Field) -> dict[str, Any]:
    """What Table Schema has no word for, or a newer word: codes with their labels, units, the columns that qualify.

    English stands in ``label``, Chinese in ``description``, as in ``title`` and ``description`` of a column.
    """
    found: dict[str, Any] = {}
    if field.codes and not field.is_list:
        found["categories"] = [
            {"value": code, "label": words.label.en or code, "description": words.label.zh or code}
            for code, words in field.codes.items()
        ]
    if field.unit:
        found["unit"] = field.unit
    shown = field.shown
    qualifiers = {"currency": shown.currency, "basis": shown.basis, "bound": shown.bound, "precision": shown.precision}
    return found | {f"{what}Field": name for what, name in qualifiers.items() if name}


def sums(kind: Kind) -> dict[str, Any]:
    """How the amounts of a kind add up: which column, apart by what, and which rows no sum counts."""
    money = kind.money
    if money is None:
        return {}
    apart = [money.apart] if money.apart else []
    return {
        "amount": money.amount,
        "apart": [*apart, money.currency],
        "leaveOut": [{"field": one.field, "value": one.value} for one in money.excluded],
    }
