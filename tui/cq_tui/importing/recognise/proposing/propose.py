"""Proposes a mapping from the header and the first rows, with its evidence, and questions for what can't be guessed."""

import re
from collections.abc import Sequence

from cq_tui.importing.recognise.columns.code_columns import MOST_WORDS
from cq_tui.importing.recognise.columns.contracting import weigh_statuses
from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.id_headers import only_counts
from cq_tui.importing.recognise.columns.parts_of_union import weigh_parts_of_union
from cq_tui.importing.recognise.days.over_the_years import take_history
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.maps.asked import Answer, Asked
from cq_tui.importing.recognise.maps.mapping import SKIP, FieldMap, Mapping
from cq_tui.importing.recognise.maps.proposal import Evidence, Proposal
from cq_tui.importing.recognise.parties.about_organisations import about_columns
from cq_tui.importing.recognise.parties.directions import tell_directions
from cq_tui.importing.recognise.parties.names_behind_commas import part_names
from cq_tui.importing.recognise.parties.names_in_two_languages import take_alias_in_another_language
from cq_tui.importing.recognise.parties.party_roles import tell_german_offices, tell_proposers
from cq_tui.importing.recognise.parties.publishers import tell_publishers
from cq_tui.importing.recognise.parties.short_words import tell_short_words
from cq_tui.importing.recognise.proposing.candidates import columns_by_field
from cq_tui.importing.recognise.proposing.givers_beside import tell_givers
from cq_tui.importing.recognise.proposing.map_field import first_cells, map_field
from cq_tui.importing.recognise.proposing.measure_columns import find_measures
from cq_tui.importing.recognise.proposing.talks import take_titles_of_talks
from cq_tui.importing.recognise.proposing.times_of_programme import hours_kept, is_in_order, rises, take_times
from cq_tui.importing.recognise.proposing.unsure import ask_where_unsure
from cq_tui.importing.recognise.titles.called_by_others import call_by_others
from cq_tui.importing.recognise.titles.staff import leave_staff
from cq_tui.importing.recognise.titles.title_answers import may_be_titles
from cq_tui.importing.recognise.titles.titles import compose_heading, rows_without, take_others_where_empty
from cq_tui.language import _
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.schema.types import SLUG


def propose(
    kind: Kind,
    header: Header,
    rows: Sequence[Sequence[str]],
    organisations: Kind,
    *,
    event: str = "",
    only_event: str = "",
    sheet: str = "",
) -> Proposal:
    """Propose a mapping. ``rows`` are rows of the list to learn from: the more, the surer.

    ``event``: what the list is said to belong to; ``only_event``: what it can only belong to if no column tells.
    ``organisations`` is the archive's kind of that name, which columns about parties go to.
    """
    draft = Draft(kind, header, rows)
    find_measures(draft)
    weigh_statuses(draft)
    weigh_parts_of_union(draft)
    leave_staff(draft)
    tell_short_words(draft)
    tell_german_offices(draft)
    tell_proposers(draft)
    tell_givers(draft)
    tell_publishers(draft)
    take_titles_of_talks(draft)
    tell_directions(draft)
    take_alias_in_another_language(draft)
    by_field = columns_by_field(draft)
    take_history(draft, by_field)
    by_field.pop("cites", None)  # a record of a list rests on its row
    if event and kind.event is not None:
        draft.fields[kind.event.name] = FieldMap(constant=event)
        by_field.pop(kind.event.name, None)
    if not all(_are_ids_of_rows(draft, name) for name, _word in by_field.get("id", ())):
        by_field.pop("id", None)
    for one in kind.fields:
        if columns := by_field.get(one.name):
            map_field(draft, one, columns)
    part_names(draft)
    call_by_others(draft)
    compose_heading(draft)
    take_others_where_empty(draft)
    if only_event:
        _take_only_event(draft, only_event)
    about = dict.fromkeys(sorted(draft.private, key=header.names.index), SKIP)
    told_of = {name: str(told) for name, told in about_columns(draft, organisations).items() if name not in about}
    about |= told_of
    draft.set_aside = {name: why for name, why in draft.set_aside.items() if name not in told_of}
    take_times(draft)
    about = hours_kept(draft) | about
    ask_where_unsure(draft, about)
    ask_for_missing(draft)
    ordered = {one.name: draft.fields[one.name] for one in kind.fields if one.name in draft.fields}
    return proposal_of(draft, Mapping(kind.name, ordered, sheet, header.row, columns=about))


def _take_only_event(draft: Draft, event: str) -> None:
    """Where no column says to which event records belong, and there is one alone: the browser takes it, too."""
    field = draft.kind.event
    if field is not None and field.required and field.name not in draft.fields and not draft.is_asked(field):
        draft.fields[field.name] = FieldMap(constant=event)
        draft.tell(field, Evidence.ONLY_EVENT)
        draft.likely.add(field.name)


def proposal_of(draft: Draft, mapping: Mapping) -> Proposal:
    """A mapping with what the draft holds beside it."""
    evidence = {name: tuple(found) for name, found in draft.evidence.items() if name in mapping.fields}
    return Proposal(
        mapping,
        tuple(draft.questions),
        _unused(draft, mapping),
        draft.hints,
        evidence,
        frozenset(draft.likely & mapping.fields.keys()),
        draft.set_aside,
    )


def ask_for_missing(draft: Draft) -> None:
    """Ask for what a record can't be without and no column says."""
    for one in draft.kind.fields:
        if one.required and one.name not in draft.fields and not draft.is_asked(one) and one.name != "id":
            _ask_for(draft, one)


def _unused(draft: Draft, mapping: Mapping) -> tuple[str, ...]:
    """The columns that are not empty, do not only number the rows, and belong to no field.

    Of a list that goes on an empty one may be filled further below: whether it is can be told once all rows are read.
    """
    used = {name for mapped in mapping.fields.values() for name in mapped.used_up}
    free = (name for name in draft.cells if name not in used and not only_counts(name))
    return tuple(name for name in free if draft.cells[name] or draft.goes_on)


def _are_ids_of_rows(draft: Draft, name: str) -> bool:
    """Whether a column has an id worth keeping in each row; one without it would be refused."""
    return all(map(_is_id, draft.cells[name])) and not any(rows_without(draft, (name,)))


def _is_id(cell: str) -> bool:
    """Whether a cell is an id that is worth keeping, and not a mere count of the rows."""
    return re.fullmatch(SLUG, cell) is not None and not cell.isdigit()


def _by_the_list(draft: Draft) -> list[Answer]:
    """The answer that an order is that of the rows, by the column that they are called by, where that is one."""
    called = draft.fields[draft.kind.heading.name].column if draft.kind.heading.name in draft.fields else ()
    return [Answer("column", called[0], _("the order of the rows in the list: 1, 2, 3"))] if len(called) == 1 else []


def _ask_for(draft: Draft, one: Field) -> None:
    """Ask for a field that no column says, with the columns that could be it and their first cells."""
    codes = tuple(one.codes or ())
    remark = " ".join(codes) if len(codes) <= MOST_WORDS else ""
    used = {name for mapped in draft.fields.values() for name in mapped.columns}
    free = [name for name in draft.header.names if name not in used and draft.cells[name]]
    likely = ""
    if one.type.is_place:
        free = [name for name in draft.header.names if is_in_order(draft, name)]
        likely = next((name for name in free if rises(draft.cells[name])), "")
    if one is draft.kind.heading:
        free, likely = may_be_titles(draft, [name for name in free if name not in draft.private])
    columns = [
        Answer("column", name, first_cells(draft.profiles[name].first), likely=name == likely)
        for name in free[:MOST_WORDS]
    ]
    if one.type.is_place:
        columns += _by_the_list(draft)
    constants = [Answer("constant", codes[0] if codes else "", remark)] if codes or not columns else []
    draft.ask(
        one, Asked.NO_COLUMN, *(columns or [Answer("column", "")]), *constants, field=one.label, kind=draft.kind.one
    )
