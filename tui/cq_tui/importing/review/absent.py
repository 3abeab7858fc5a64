"""The fields that a list does not fill, and the columns that could fill them."""

from collections.abc import Iterator

from cq_tui.importing.recognise.answers.mapping_rows import mapping_rows
from cq_tui.importing.recognise.prepare import Prepared
from cq_tui.importing.recognise.words.word import EXACT
from cq_tui.schema.field import Field
from cq_tui.schema.history import FIELD
from cq_tui.values.types.base import Asked


def absent_fields(prepared: Prepared) -> tuple[Field, ...]:
    """The fields of the shipped kind that no column says, in reading order."""
    rows = mapping_rows(prepared)
    there = {row.field.name for row in rows if not row.is_open} | {"id", "note"}
    if FIELD in prepared.proposal.mapping.fields and prepared.kind.money:
        there.add(prepared.kind.money.progress or "")  # it follows from the history
    fields = {row.field.name: row.field for row in rows if row.field.name not in there and not _goes_without(row.field)}
    return tuple(fields.values())


def left_out(prepared: Prepared) -> Iterator[tuple[Field, str]]:
    """The fields that a given map leaves out although the header of a column says them, and that column."""
    mapping = prepared.proposal.mapping
    used = {name for mapped in mapping.fields.values() for name in mapped.columns} | mapping.columns.keys()
    header = prepared.listed.header
    for name, word in zip(header.names, header.words, strict=True):
        known = word.field is not None and word.certainty == EXACT
        if prepared.given and known and name not in used and word.field and word.field.name not in mapping.fields:
            yield word.field, name


def _goes_without(field: Field) -> bool:
    """Whether nobody asks why a list does not say it: a mark that few records have, a field of the archive's own."""
    return field.shown.own or field.type.asked is Asked.YES_OR_NO
