"""Records into tables, with the text that bare words look in."""

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from tui.archive.read import Archive
from tui.archive.references import targets
from tui.kinds import kinds
from tui.model.field import Field, Shape
from tui.model.record import Kind, Record
from tui.model.text import Text
from tui.query.sql import NAMES, POSITION, TEXT
from tui.query.vocabulary import code_spellings

_NAMING = ("title", "name", "aliases", "anchor")


Naming = dict[tuple[str, str], list[str]]
"""From a record's kind and id to everything it is called."""


def naming(archive: Archive) -> Naming:
    """What every record of an archive is called: names, titles and aliases."""
    return {
        (name, entry.record.id): _names(entry.record) for name in kinds() for entry in archive.entries.get(name, [])
    }


def rows(kind: Kind, records: Iterable[Record], names: Naming) -> Iterator[dict[str, Any]]:
    """The rows of the kind's table."""
    for position, record in enumerate(records):
        row = {field.name: _value(kind.value(record, field)) for field in kind.fields}
        row[NAMES] = "\n".join((record.id, *names[kind.name, record.id]))
        row[TEXT] = "\n".join(dict.fromkeys(_all_text(kind, record, names)))
        row[POSITION] = position
        yield row


def _value(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return {name: _value(getattr(value, name)) for name in type(value).model_fields}
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    return str(value) if isinstance(value, str) else value


def _names(record: Record) -> list[str]:
    return [text for name in _NAMING for text in _texts(getattr(record, name, None))]


def _all_text(kind: Kind, record: Record, names: Naming) -> Iterator[str]:
    """Its own words, its codes' words, and the names of all it refers to but the passages it cites."""
    yield record.id
    for field in kind.fields:
        if field.name not in kind.qualifiers:
            yield from _field_text(field, getattr(record, field.name))
    for field, part in kind.references:
        to = (part or field).shown.to or ""
        if to != "passages":
            for _path, target in targets(record, field.name, part.name if part else None):
                yield from names.get((to, target), [])


def _field_text(field: Field, value: Any) -> Iterator[str]:
    if field.shape in (Shape.TEXT, Shape.TEXTS, Shape.STRING, Shape.STRINGS):
        yield from _texts(value)
    elif field.codes is not None and value is not None:
        for code in value if field.is_list else (value,):
            yield from code_spellings(field, code)
    for part in field.parts:
        for item in value:
            yield from _field_text(part, getattr(item, part.name))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, Text):
        yield from filter(None, (value.zh, value.en))
    elif isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
