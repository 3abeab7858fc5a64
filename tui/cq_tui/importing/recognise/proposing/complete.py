"""A mapping that was given, with what it leaves open taken from the list: units, currencies, decimal marks, the order.

A map that somebody wrote, or that an earlier version did, names columns; that it says nothing of a unit does not mean
that the header says nothing. What can't be told is asked, as without a map.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from cq_tui.importing.recognise.amounts.money import decimal_of, map_money
from cq_tui.importing.recognise.columns.currency_columns import currency_of
from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.days.dates_of_list import map_date
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.maps.asked import Question
from cq_tui.importing.recognise.maps.mapping import FieldMap, Mapping, keys_of
from cq_tui.importing.recognise.maps.proposal import Proposal
from cq_tui.importing.recognise.proposing.map_field import take_currencies
from cq_tui.importing.recognise.proposing.measure_columns import find_measures
from cq_tui.importing.recognise.proposing.propose import ask_for_missing, proposal_of
from cq_tui.importing.recognise.titles.titles import take_others_where_empty
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind


def completed(kind: Kind, mapping: Mapping, header: Header, rows: Sequence[Sequence[str]]) -> Proposal:
    """The mapping with what its columns tell of themselves, and questions for what it needs and does not say."""
    draft = Draft(kind, header, rows)
    find_measures(draft)
    used = {name for mapped in mapping.fields.values() for name in mapped.columns}
    draft.unit_column = "" if draft.unit_column in {*used, *mapping.columns} else draft.unit_column
    draft.currency_column = _currency_of(kind, mapping) or _not_said(draft, mapping)
    draft.fields = dict(mapping.fields)
    for name in _amounts(draft, mapping):
        take_currencies(draft, kind.by_name[name])
    mapping = replace(mapping, fields=draft.fields)
    draft.fields = dict(mapping.fields)
    fields = {name: _completed(draft, kind.by_name[name], mapped) for name, mapped in mapping.fields.items()}
    draft.fields = fields
    if not fields.get(kind.heading.name, FieldMap()).instead:
        take_others_where_empty(draft)
    ask_for_missing(draft)
    return proposal_of(draft, replace(mapping, fields=draft.fields))


def completed_field(
    kind: Kind, mapping: Mapping, header: Header, rows: Sequence[Sequence[str]], one: Field, left: Collection[str]
) -> tuple[FieldMap, Draft]:
    """A field with what its column tells of itself, and a draft with what is then known and open.

    ``left``: columns that tell nothing of it.
    """
    draft = Draft(kind, header, rows)
    draft.leave_out(name for name in left if name in draft.words and name not in mapping.fields[one.name].columns)
    find_measures(draft)
    draft.currency_column = _currency_of(kind, mapping)
    draft.fields = dict(mapping.fields)
    return _completed(draft, one, mapping.fields[one.name]), draft


def _currency_of(kind: Kind, mapping: Mapping) -> str:
    """What a mapping takes currencies from beside the amounts: a column, or the same for all rows."""
    named = (mapping.fields.get(one.shown.currency or "") for one in kind.fields)
    return next((" ".join(one.column) or one.constant for one in named if one), "")


def _not_said(draft: Draft, mapping: Mapping) -> str:
    """The column of currencies that belongs to the amounts of a mapping which says nothing of their currency."""
    money = next((mapping.fields[one.name] for one in draft.kind.fields if one.name in _amounts(draft, mapping)), None)
    if money is None or money.currency or money.constant or len(money.column) != 1:
        return ""
    used = {name for mapped in mapping.fields.values() for name in (*mapped.columns, mapped.unit_column)}
    found = currency_of(draft, money.column[0]) if money.column[0] in draft.words else ""
    return "" if found in used or found in mapping.columns else found


def _amounts(draft: Draft, mapping: Mapping) -> set[str]:
    """The fields of amounts of the kind that a mapping says something of."""
    return {one.name for one in draft.kind.fields if one.type.is_money and one.shown.currency} & mapping.fields.keys()


def _completed(draft: Draft, one: Field, mapped: FieldMap) -> FieldMap:
    name = mapped.column[0] if len(mapped.column) == 1 else ""
    keys = keys_of(one)
    if name not in draft.words or mapped.constant:
        return mapped
    asked = len(draft.questions)
    if "currency" in keys:
        map_money(draft, one, name, draft.words[name])
    elif "decimal" in keys:
        draft.fields[one.name] = FieldMap((name,), decimal=decimal_of(draft, one, name))
    elif "order" in keys:
        map_date(draft, one, [(name, draft.words[name])])
    else:
        return mapped
    draft.questions[asked:] = [one for one in draft.questions[asked:] if not _is_answered(one, mapped)]
    found = draft.fields[one.name]
    by_column = bool(mapped.unit_column)
    return replace(
        mapped,
        unit=mapped.unit or ("" if by_column else found.unit),
        unit_column=mapped.unit_column or ("" if mapped.unit else found.unit_column),
        currency=mapped.currency or found.currency,
        decimal=mapped.decimal or found.decimal,
        order=mapped.order or found.order,
    )


def _is_answered(question: Question, mapped: FieldMap) -> bool:
    """Whether the mapping says itself what a question asks."""
    return any(getattr(mapped, answer.key, "") for answer in question.answers)
