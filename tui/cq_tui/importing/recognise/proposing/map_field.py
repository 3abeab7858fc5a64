"""How one field is read from the columns whose headers say it, and what is to be asked of them."""

from collections import defaultdict
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
from cq_tui.importing.recognise.columns.code_columns import map_code
from cq_tui.importing.recognise.columns.contracting import furthest_status
from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.previews import sum_of_others, sums
from cq_tui.importing.recognise.days.dates_of_list import map_date
from cq_tui.importing.recognise.maps.asked import Answer, Asked
from cq_tui.importing.recognise.maps.mapping import FieldMap, keys_of
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.titles.one_of_several import called_by
from cq_tui.importing.recognise.titles.unsure_titles import longest_text
from cq_tui.importing.recognise.words.word import Word
from cq_tui.schema.field import Field
from cq_tui.values.countries import COUNTRIES
from cq_tui.values.reasons import Reason


def take_currencies(draft: Draft, one: Field) -> None:
    """Take the column that says the currency of each row together with the amounts that it belongs to."""
    field, name = draft.kind.by_name.get(one.shown.currency or ""), draft.currency_column
    if field is not None and field.name not in draft.fields and name in draft.words:
        map_field(draft, field, [(name, draft.words[name])])


def map_field(draft: Draft, one: Field, columns: Columns) -> None:
    """Say where a field comes from, given the columns whose headers say it; what is not clear is asked."""
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
        answers.append(Answer("column", name, first_cells(profile.first), told, likely=name == likely))
        own = (("unit", measure.unit), ("currency", measure.currency)) if len(shared) > 1 else ()
        answers += [Answer(key, value) for key, value in own if value]
    draft.ask(one, Asked.WHICH_COLUMN, *answers, field=one.label, names=tuple(names))


def first_cells(cells: Sequence[str]) -> str:
    """Some cells on one line, none of them long."""
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
