"""Records in memory as the rows of their kind's table."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from cq_tui.query.vocabulary import names_of_code
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.schema.model import Model
from cq_tui.schema.record import Record


class CodeWord(NamedTuple):
    """A row of the table in which bare words are looked up: one thing that a code of a field is called.

    ``part`` is the part of the field that has codes; empty where the field itself has. ``folded``: the word in lower
    case.
    """

    kind: str
    field: str
    part: str
    code: str
    word: str
    folded: str


def rows(kind: Kind, records: Iterable[Record]) -> Iterator[dict[str, Any]]:
    """The rows of the kind's table."""
    for record in records:
        yield {field.name: _value(kind.value(record, field)) for field in kind.fields}


def _value(value: Any) -> Any:
    if isinstance(value, Model):
        return {name: _value(getattr(value, name)) for name in type(value).model_fields}
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    return str(value) if isinstance(value, str) else value


def code_words(kind: Kind) -> Iterator[CodeWord]:
    """What the codes of a kind are called."""
    for field in kind.fields:
        if field.name not in kind.qualifiers and not field.type.is_key:
            yield from _called(kind, field, field, "")
            for part in field.parts if field.type.codes_are_words else ():
                yield from _called(kind, field, part, part.name)


def _called(kind: Kind, field: Field, coded: Field, part: str) -> Iterator[CodeWord]:
    for code in coded.codes or ():
        for word in names_of_code(coded, code):
            yield CodeWord(kind.name, field.name, part, code, word, word.lower())
