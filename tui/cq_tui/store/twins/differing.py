"""What two tellings of a deal say otherwise, field by field, each in its own words: never an average."""

from typing import NamedTuple

from cq_tui.language import _
from cq_tui.schema.cells import absent_in, marked_line
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.store.store import Store
from cq_tui.values.types.base import is_absent

_NOT_TOLD = ("id", "cites", "note")


class Compared(NamedTuple):
    """A field as both say it; ``differs`` where they say something else, and not only one of them anything."""

    field: Field
    one: str
    other: str
    differs: bool
    only_one: bool = False


def compared(store: Store, kind: Kind, one: Record, other: Record) -> list[Compared]:
    """The fields that one of two records has, in the order of the kind."""
    found = []
    for field in kind.fields:
        if field.name in _NOT_TOLD or field.name in kind.qualifiers or field.shown.kept_in:
            continue
        if field.default is not None and getattr(one, field.name) == getattr(other, field.name) == field.default:
            continue
        values = kind.value(one, field), kind.value(other, field)
        absent = [is_absent(value) for value in values]
        words = [words_of(store, field, record) for record in (one, other)]
        if not all(absent) and (words[0] or words[1]):
            differs = words[0] != words[1] and not any(absent)
            found.append(Compared(field, words[0], words[1], differs, any(absent)))
    return found


def words_of(store: Store, field: Field, record: Record) -> str:
    """A value in words, with what it qualifies; what is not there in words, too."""
    if is_absent(getattr(record, field.name)):
        written = absent_in(field, record)
        return written if field.type.is_money else _("not stated")
    return marked_line(field, record, store.name)
