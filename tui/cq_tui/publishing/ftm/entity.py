"""An entity of FollowTheMoney: an id, a schema of its model, and properties with any number of values, all texts."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from cq_tui.language import Label
from cq_tui.schema.text import Text


@dataclass
class Entity:
    """One line of the file. Values are added in order, each once; what is absent adds nothing."""

    id: str
    schema: str
    properties: dict[str, list[str]] = field(default_factory=dict)

    def add(self, name: str, *values: Any) -> "Entity":
        """Add values to a property: texts in all their languages, labels in both, numbers plain."""
        found = self.properties.setdefault(name, [])
        found += [one for one in dict.fromkeys(_texts(values)) if one not in found]
        if not found:
            del self.properties[name]
        return self

    @property
    def line(self) -> str:
        """The entity as JSON."""
        return json.dumps(
            {"id": self.id, "schema": self.schema, "properties": self.properties}, ensure_ascii=False, sort_keys=True
        )


def _texts(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        if value is None or value == "":
            continue
        if isinstance(value, Text | Label):
            yield from (one for one in (value.zh, value.en) if one)
        elif isinstance(value, Decimal):
            yield f"{value.normalize():f}"
        else:
            yield str(value)


class Ids:
    """Ids that are the same for the same archive, and of no two things.

    A link's id names its field in capitals, which no record's id has.
    """

    def __init__(self, package: str) -> None:
        self._package = package

    def of(self, kind: str, record_id: str) -> str:
        """The id of what a record is."""
        return f"{self._package}-{kind}-{record_id}"

    def link(self, kind: str, record_id: str, field_name: str, position: int) -> str:
        """The id of a link that a record makes: the entry of that position, from 1, in a field."""
        return f"{self._package}-{kind}-{record_id}-{field_name.upper().replace('_', '-')}-{position}"
