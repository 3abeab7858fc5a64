"""How one field is read from columns that somebody chose for it."""

from collections.abc import Iterable, Sequence
from collections.abc import Mapping as Table

from cq_tui.importing.recognise.columns.currency_columns import currency_of
from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.maps.mapping import FieldMap
from cq_tui.importing.recognise.parties.names_behind_commas import part_names
from cq_tui.importing.recognise.proposing.map_field import map_field, take_currencies
from cq_tui.importing.recognise.proposing.measure_columns import find_measures
from cq_tui.importing.recognise.titles.titles import take_others_where_empty
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind


def propose_field(
    kind: Kind,
    header: Header,
    rows: Sequence[Sequence[str]],
    one: Field,
    names: Sequence[str],
    left: Iterable[str] = (),
) -> tuple[FieldMap, Draft]:
    """How one field is read from columns that were chosen for it, and a draft with what is then known and open.

    ``left``: columns of which something else was said than that a field takes them.
    """
    draft = Draft(kind, header, rows)
    draft.leave_out(name for name in left if name in draft.words and name not in names)
    find_measures(draft)
    if one.type.is_money and len(names) == 1:
        draft.currency_column = currency_of(draft, names[0])
    map_field(draft, one, [(name, draft.words[name]) for name in names])
    take_currencies(draft, one)
    if one is kind.heading:
        take_others_where_empty(draft)
    return draft.fields.get(one.name, FieldMap(column=tuple(names))), draft


def propose_separators(
    kind: Kind, header: Header, rows: Sequence[Sequence[str]], one: Field, mapped: FieldMap
) -> tuple[FieldMap, Draft]:
    """What parts the names of the roles of a field that were chosen for columns, and a draft with what is then open."""
    draft = Draft(kind, header, rows)
    draft.fields[one.name] = mapped
    part_names(draft)
    return draft.fields[one.name], draft


def without_others_currencies(fields: Table[str, FieldMap], one: Field, draft: Draft) -> dict[str, FieldMap]:
    """The fields without a column of currencies that is of other amounts than those that ``one`` now comes from."""
    goes = one.shown.currency if one.type.is_money and not draft.currency_column else None
    return {name: mapped for name, mapped in fields.items() if name != goes or not mapped.column}
