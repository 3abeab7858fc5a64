"""Proposes a mapping from the header and the first rows, with its evidence, and questions for what can't be guessed."""

import re
from collections import defaultdict
from collections.abc import Mapping as Table
from collections.abc import Sequence

from cq_tui.importing.recognise.amounts.money import decimal_of, map_money
from cq_tui.importing.recognise.columns.bilingual import (
    Columns,
    are_in_both,
    language_of,
    pair_among,
    pair_of,
    repeated_codes,
    roles_of,
)
from cq_tui.importing.recognise.columns.code_columns import MOST_WORDS, map_code
from cq_tui.importing.recognise.columns.contracting import furthest_status, weigh_statuses
from cq_tui.importing.recognise.columns.currency_columns import currency_of
from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.id_headers import only_counts
from cq_tui.importing.recognise.columns.parts_of_union import weigh_parts_of_union
from cq_tui.importing.recognise.columns.previews import sum_of_others, sums
from cq_tui.importing.recognise.days.dates_of_list import map_date
from cq_tui.importing.recognise.days.over_the_years import take_history
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.maps.asked import Answer, Asked
from cq_tui.importing.recognise.maps.mapping import SKIP, FieldMap, Mapping, keys_of
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
from cq_tui.importing.recognise.proposing.measure_columns import find_measures
from cq_tui.importing.recognise.proposing.talks import take_titles_of_talks
from cq_tui.importing.recognise.proposing.unsure import ask_where_unsure
from cq_tui.importing.recognise.titles.called_by_others import call_by_others
from cq_tui.importing.recognise.titles.one_of_several import called_by
from cq_tui.importing.recognise.titles.staff import leave_staff
from cq_tui.importing.recognise.titles.title_answers import may_be_titles
from cq_tui.importing.recognise.titles.titles import compose_heading, rows_without, take_others_where_empty
from cq_tui.importing.recognise.titles.unsure_titles import longest_text
from cq_tui.importing.recognise.words.word import Word
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.schema.types import SLUG
from cq_tui.values.countries import COUNTRIES
from cq_tui.values.reasons import Reason


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
            _map(draft, one, columns)
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


def propose_field(
    kind: Kind, header: Header, rows: Sequence[Sequence[str]], one: Field, names: Sequence[str]
) -> tuple[FieldMap, Draft]:
    """How one field is read from columns that were chosen for it, and a draft with what is then known and open."""
    draft = Draft(kind, header, rows)
    find_measures(draft)
    if one.type.is_money and len(names) == 1:
        draft.currency_column = currency_of(draft, names[0])
    _map(draft, one, [(name, draft.words[name]) for name in names])
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


def take_currencies(draft: Draft, one: Field) -> None:
    """Take the column that says the currency of each row together with the amounts that it belongs to."""
    field, name = draft.kind.by_name.get(one.shown.currency or ""), draft.currency_column
    if field is not None and field.name not in draft.fields and name in draft.words:
        _map(draft, field, [(name, draft.words[name])])


def _map(draft: Draft, one: Field, columns: Columns) -> None:
    keys = keys_of(one)
    columns = _pair_alone(draft, one, columns) if "zh" in keys else columns
    names = tuple(name for name, _word in columns)
    draft.tell_word(one, names)
    if "roles" in keys:
        draft.fields[one.name] = FieldMap(roles=roles_of(draft.cells, columns))
    elif "join" in keys:
        _map_text(draft, one, columns)
    elif "zh" in keys and (pair := pair_of(draft.cells, columns)):
        draft.fields[one.name] = FieldMap(zh=pair.zh, en=pair.en)
    elif "year" in keys:
        if several := map_date(draft, one, columns):
            _ask_which(draft, one, several)
    elif one.is_list:
        draft.fields[one.name] = FieldMap(column=names)
    elif len(names) > 1:
        _map_several(draft, one, columns)
    else:
        _map_one(draft, one, *columns[0])
    if len(names) == 1:
        draft.tell_cells(one, names[0])


def _pair_alone(draft: Draft, one: Field, columns: Columns) -> Columns:
    """Columns without those beside a pair that says the same in two languages."""
    kept = pair_among(columns)
    for name in {name for name, _word in columns} - {name for name, _word in kept}:
        draft.set_aside[name] = Reason.of(Evidence.OTHER_IS_SURER, field=one.label, column=kept[0][0])
    return kept


def _map_several(draft: Draft, one: Field, columns: Columns) -> None:
    """Columns of which a field can take one only: asked for, unless all say the same."""
    names = [name for name, _word in columns]
    told = "codes" in keys_of(one) and one.codes is not COUNTRIES
    name = furthest_status(draft, one, names)
    if told and (name := name or repeated_codes(one, names, draft.header.names, draft.rows)):
        map_code(draft, one, name)
    else:
        _ask_which(draft, one, names)


def _map_one(draft: Draft, one: Field, name: str, word: Word) -> None:
    keys = keys_of(one)
    if "currency" in keys:
        map_money(draft, one, name, word)
    elif "decimal" in keys:
        unit = word.measure.unit if "unit" in keys else ""
        draft.fields[one.name] = FieldMap((name,), decimal=decimal_of(draft, one, name), unit=unit)
    elif "codes" in keys:
        map_code(draft, one, name)
    else:
        draft.fields[one.name] = FieldMap((name,))


def _are_ids_of_rows(draft: Draft, name: str) -> bool:
    """Whether a column has an id worth keeping in each row; one without it would be refused."""
    return all(map(_is_id, draft.cells[name])) and not any(rows_without(draft, (name,)))


def _is_id(cell: str) -> bool:
    """Whether a cell is an id that is worth keeping, and not a mere count of the rows."""
    return re.fullmatch(SLUG, cell) is not None and not cell.isdigit()


def _ask_which(draft: Draft, one: Field, names: Sequence[str]) -> None:
    """Ask which of several columns it is, each with its first cells, and amounts with what they add up to."""
    if one is draft.kind.heading:
        unsaid = [name for name in draft.header.names if draft.words[name].field is None and draft.cells[name]]
        names = [*names, *filter(None, [longest_text(draft, unsaid)])]
    counted = {name: draft.words[name].measure for name in names}
    shared = {counted[name] for name in names}
    if len(shared) == 1:
        draft.fields[one.name] = FieldMap(unit=counted[names[0]].unit, currency=counted[names[0]].currency)
    likely = sum_of_others(draft, names) if one.type.is_money else ""
    answers = []
    for name in names:
        profile, measure = draft.profiles[name], counted[name]
        told = sums(draft, name, measure) if one.type.is_money else ()
        answers.append(Answer("column", name, _first(profile.first), told, likely=name == likely))
        own = (("unit", measure.unit), ("currency", measure.currency)) if len(shared) > 1 else ()
        answers += [Answer(key, value) for key, value in own if value]
    draft.ask(one, Asked.WHICH_COLUMN, *answers, field=one.label, names=tuple(names))


def _first(cells: Sequence[str]) -> str:
    return ", ".join(cell[:40] for cell in cells)


def _map_text(draft: Draft, one: Field, columns: Columns) -> None:
    parts = {word.part: name for name, word in columns if word.part}
    whole = [(name, word) for name, word in columns if not word.part]
    if len(whole) == 1:
        draft.fields[one.name] = FieldMap(column=(whole[0][0],))
        return
    if not whole:
        names = tuple(parts[part] for part in ("first", "last") if part in parts)
        draft.fields[one.name] = FieldMap(column=names, join=" " if len(names) > 1 else "")
        return
    by_language: dict[str, list[str]] = defaultdict(list)
    for name, word in whole:
        by_language[word.language or language_of(draft.cells[name])].append(name)
    said = any(word.language for _name, word in whole)
    if len(by_language) == 2 and not said and not are_in_both(draft.cells, by_language["zh"][0], by_language["en"][0]):
        if name := called_by(draft, one, whole):
            draft.fields[one.name] = FieldMap(column=(name,))
        else:
            _ask_which(draft, one, [name for name, _word in whole])
    elif all(len(names) == 1 for names in by_language.values()):
        draft.fields[one.name] = FieldMap(zh=by_language.get("zh", [""])[0], en=by_language.get("en", [""])[0])
    else:
        fullest = sorted(whole, key=lambda pair: -draft.profiles[pair[0]].filled)
        _ask_which(draft, one, [name for name, _word in fullest])


def _ask_for(draft: Draft, one: Field) -> None:
    """Ask for a field that no column says, with the columns that could be it and their first cells."""
    codes = tuple(one.codes or ())
    remark = " ".join(codes) if len(codes) <= MOST_WORDS else ""
    used = {name for mapped in draft.fields.values() for name in mapped.columns}
    free = [name for name in draft.header.names if name not in used and draft.cells[name]]
    likely = ""
    if one is draft.kind.heading:
        free, likely = may_be_titles(draft, [name for name in free if name not in draft.private])
    columns = [
        Answer("column", name, _first(draft.profiles[name].first), likely=name == likely) for name in free[:MOST_WORDS]
    ]
    constants = [Answer("constant", codes[0] if codes else "", remark)] if codes or not columns else []
    draft.ask(
        one, Asked.NO_COLUMN, *(columns or [Answer("column", "")]), *constants, field=one.label, kind=draft.kind.one
    )
