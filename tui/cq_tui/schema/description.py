"""Kinds described for other programs: JSON Schema of their data files, Table Schema of their CSV files."""

from collections.abc import Sequence
from typing import Any

from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(kinds: Sequence[Kind]) -> dict[str, Any]:
    """A schema whose properties are the kinds' arrays; fields carry their labels in both languages."""
    return {
        "$schema": _DIALECT,
        "type": "object",
        "properties": {kind.name: _array(kind) for kind in kinds},
        "additionalProperties": False,
    }


def _array(kind: Kind) -> dict[str, Any]:
    record = {
        "type": "object",
        "title": kind.model.__name__,
        "description": kind.model.__doc__,
        "properties": {field.name: _property(field) for field in kind.fields},
        "required": [field.name for field in kind.fields if field.required],
        "additionalProperties": False,
    }
    return {"type": "array", "title": kind.label.en, "description": kind.label.zh, "items": record}


def _property(field: Field) -> dict[str, Any]:
    """A field; what is absent may be left out, or be null as an export to JSON has it."""
    found = field.type.json_schema()
    if not field.required and field.default is None:
        found = {"anyOf": [found, {"type": "null"}], "default": None}
    elif not field.required:
        found |= {"default": field.type.json(field.default)}
    return found | {"title": field.label.en, "description": field.label.zh}


def table_schema(kind: Kind) -> dict[str, Any]:
    """The columns of a kind's CSV file; an empty cell is absent."""
    links = [field for field in kind.fields if field.type.refers_to and not (field.is_list or field.parts)]
    return {
        "fields": [column_schema(field, name) for field in kind.fields for name in field.column_names],
        "missingValues": [""],
        "primaryKey": ["id"],
        "foreignKeys": [
            {"fields": [field.name], "reference": {"resource": field.type.refers_to, "fields": ["id"]}}
            for field in links
        ],
    }


def column_schema(field: Field, name: str) -> dict[str, Any]:
    """A column of a CSV file."""
    found = {"name": name, "title": field.label.en, "description": field.label.zh, **field.type.table_schema()}
    if field.required and len(field.column_names) == 1:
        found["constraints"] = {"required": True, **found.get("constraints", {})}
    return found
