"""Where in a record a filter's words were found: the field, and the text round them."""

from collections.abc import Iterator
from typing import NamedTuple

from cq_tui.query.highlight import Highlighter, Span
from cq_tui.query.vocabulary import names_of_code
from cq_tui.schema.cells import is_judged, line
from cq_tui.schema.field import Field
from cq_tui.schema.flat import cells_of
from cq_tui.schema.kind import Kind
from cq_tui.schema.model import Model
from cq_tui.schema.record import Record
from cq_tui.store.store import Store
from cq_tui.store.views.through_links import through_links
from cq_tui.values.clean import clean_line
from cq_tui.values.types.base import is_absent

_STRETCH, _OVERLAP = 500, 60
"""Characters of a text that are looked through at once, and how many of them again with the next."""


class FoundIn(NamedTuple):
    """The field, its text in the form that was found, and where the words stand in it."""

    label: str
    text: str
    spans: list[Span]
    judged: bool


def found_in(store: Store, kind: Kind, record: Record, highlighter: Highlighter) -> FoundIn | None:
    """The first field in reading order that holds a word, what the record has through its links last but for its id.

    None where the word is in none of its own words, nor in the names of what it refers to.
    """
    for field, holder in _fields(store, kind, record):
        for text in dict.fromkeys(map(clean_line, _forms(store, field, getattr(holder, field.name), holder))):
            if spans := _spans(text, field, highlighter):
                return FoundIn(str(field.label), text, spans, is_judged(field, holder))
    return None


def _fields(store: Store, kind: Kind, record: Record) -> Iterator[tuple[Field, Model]]:
    """The fields that words are looked for in and that have a value, each with what holds it."""
    several = store.is_of_several_events(kind)
    for field in kind.fields:
        if field.name in kind.qualifiers or field.name in ("id", "cites") or (field is kind.event and not several):
            continue
        if not is_absent(kind.value(record, field)):
            yield field, record
    yield from through_links(store, kind, record)
    yield kind.by_name["id"], record  # that is for programs


def _forms(store: Store, field: Field, value: object, holder: Model) -> Iterator[str]:
    """A value as it is shown, what it refers to by all its names, and as files spell it in both languages."""
    yield line(field, holder, store.name)
    for coded in (field, *field.parts):
        for one in _entries(field, coded, value) if coded.codes else ():
            yield from names_of_code(coded, one)
        to = coded.shown.to
        for one in _entries(field, coded, value) if to else ():
            if to and (there := store.get(to, one)) is not None:
                yield from cells_of(store.kind(to).heading, getattr(there, store.kind(to).heading.name))
                yield from getattr(there, "aliases", ())
    yield from cells_of(field, value)


def _entries(field: Field, coded: Field, value: object) -> list[str]:
    """The codes or ids that a value holds: itself, its entries, or a part of each."""
    entries = list(value) if field.is_list and isinstance(value, tuple) else [value]
    if coded is not field:
        entries = [getattr(one, coded.name) for one in entries]
    return [str(one) for one in entries if one is not None]


def _spans(text: str, field: Field, highlighter: Highlighter) -> list[Span]:
    """Where words stand in the first stretch of a text that has any."""
    for start in range(0, len(text), _STRETCH - _OVERLAP):
        if spans := highlighter.spans(text[start : start + _STRETCH], field):
            return [(low + start, high + start) for low, high in spans]
    return []
