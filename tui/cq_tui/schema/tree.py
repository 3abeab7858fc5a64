"""A record as the tree that JSON holds."""

from collections.abc import Iterable
from typing import Any

from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.schema.model import Model


def tree(kind: Kind, record: Model, fields: Iterable[Field] | None = None) -> dict[str, Any]:
    """Its fields, or some of them, by their names; what is not stated is None, and so is what qualifies it."""
    values = ((field, kind.value(record, field)) for field in (kind.fields if fields is None else fields))
    return {field.name: None if value is None else field.type.json(value) for field, value in values}
