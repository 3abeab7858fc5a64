"""Amounts of which a column said the unit or the currency, once it does so no more."""

from collections.abc import Collection
from dataclasses import replace

from cq_tui.importing.recognise.answers.mapping_edits import with_fields
from cq_tui.importing.recognise.maps.mapping import FieldMap, Mapping
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.prepare import Prepared
from cq_tui.importing.recognise.proposing.complete import completed_field
from cq_tui.schema.field import Field

_OF_COLUMNS = (Evidence.CURRENCY_COLUMN, Evidence.UNIT_COLUMN)


def with_freed_amounts(prepared: Prepared, before: Mapping, left: Collection[str]) -> Prepared:
    """The list with what amounts tell themselves of what they are counted in, or with a question for it.

    ``before``: the mapping in which the columns ``left`` still said it; what was answered stays.
    """
    for one in prepared.kind.fields:
        now = prepared.proposal.mapping
        gone = set(_measures(before, one)) & set(left) - set(_measures(now, one))
        mapped = now.fields.get(one.name)
        if not one.type.is_money or not gone or mapped is None or len(mapped.column) != 1:
            continue
        proposal, rows = prepared.proposal, prepared.first_rows()
        found, draft = completed_field(prepared.kind, now, prepared.listed.header, rows, one, {*now.columns, *left})
        new = draft.evidence.get(one.name, ())
        kept = (why for why in proposal.evidence.get(one.name, ()) if not any(map(why.is_, _OF_COLUMNS)))
        told = tuple(dict.fromkeys((*kept, *new)))
        questions = (*proposal.questions, *draft.questions)
        prepared = with_fields(prepared, {**now.fields, one.name: found}, questions, {one.name: told})
        likely = prepared.proposal.likely | proposal.likely & {one.name}
        prepared = replace(prepared, proposal=replace(prepared.proposal, likely=likely))
    return prepared


def _measures(mapping: Mapping, one: Field) -> tuple[str, ...]:
    """The columns that say row by row what a field's amounts are counted in."""
    mapped, currency = (mapping.fields.get(name, FieldMap()) for name in (one.name, one.shown.currency or ""))
    return (*currency.column, *filter(None, (mapped.unit_column,)))
