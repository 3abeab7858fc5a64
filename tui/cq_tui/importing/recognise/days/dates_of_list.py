"""How a list writes its days: one column or parts of a day in several, and which of day and month comes first."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from cq_tui.importing.recognise.amounts.likely_currencies import likely_currencies
from cq_tui.importing.recognise.columns.bilingual import Columns
from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.maps.asked import Answer, Asked, Made
from cq_tui.importing.recognise.maps.mapping import FieldMap
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.words.day_headers import is_other_day, is_publication, is_start
from cq_tui.importing.recognise.words.header_match import part_of_day
from cq_tui.importing.recognise.words.word import ENDING, WEAK
from cq_tui.schema.field import Field
from cq_tui.values import dates, days_of_column
from cq_tui.values.eras import ROC
from cq_tui.values.fiscal_years import fiscal_year, is_fiscal_year
from cq_tui.values.year_spans import SPAN, first_year, is_span

_SHOWN = 2


def join_parts_of_days(draft: Draft) -> None:
    """Where a day stands in columns such as ``deal_year``, ``deal_month``, ``deal_day``, take these and no other parts.

    Of several such days the one with most parts; where two have as many, all stays as the headers say.
    """
    day = next((one for one in draft.kind.fields if one.type.is_day), None)
    groups: dict[str, dict[str, str]] = {}
    for name in draft.header.names:
        before, part = part_of_day(name)
        if before and part and not is_other_day(before):
            groups.setdefault(before, {}).setdefault(part, name)
    whole = {before: group for before, group in groups.items() if {"year", "month"} <= group.keys()}
    most = max(map(len, whole.values()), default=0)
    chosen = [before for before, group in whole.items() if len(group) == most]
    if day is None or len(chosen) != 1:
        return
    certainty = WEAK if is_start(chosen[0]) or is_publication(chosen[0]) else ENDING
    for name, word in draft.words.items():
        if word.field is day and word.part:
            draft.words[name] = replace(word, field=None)
    for part, name in whole[chosen[0]].items():
        draft.words[name] = replace(draft.words[name], field=day, part=part, certainty=certainty)


def map_date(draft: Draft, one: Field, columns: Columns) -> Sequence[str]:
    """Map the columns of a field of days; returns those of which one must be chosen."""
    parts = {word.part: name for name, word in columns if word.part}
    whole = [name for name, word in columns if not word.part]
    if len(whole) > 1:
        return whole
    if whole:
        _map_whole(draft, one, whole[0])
    elif "year" in parts:
        draft.fields[one.name] = FieldMap(year=parts["year"], month=parts.get("month", ""), day=parts.get("day", ""))
        _tell_fiscal_years(draft, one, parts["year"])
    return ()


def _map_whole(draft: Draft, one: Field, name: str) -> None:
    cells = draft.cells[name]
    if draft.profiles[name].are_year_spans:
        _map_spans(draft, one, name)
        return
    profile = draft.profiles[name]
    if profile.are_of_the_republic or (profile.of_the_republic and not profile.dates):
        _map_of_the_republic(draft, one, name)
        return
    order = days_of_column.order_of(cells)
    draft.fields[one.name] = FieldMap(column=(name,), order=order)
    _tell_fiscal_years(draft, one, name)
    unclear = list(dict.fromkeys(cell for cell in cells if dates.is_unclear(cell)))
    if unclear and not order:
        answers = (Answer("order", one_way, makes=made_of_days(unclear, one_way)) for one_way in ("dmy", "mdy"))
        draft.ask(one, Asked.DAY_OR_MONTH, *answers, column=name, value=unclear[0])


def _tell_fiscal_years(draft: Draft, one: Field, name: str) -> None:
    """Years of budgets may begin in another one: they are only likely the record's."""
    if (first := next(filter(is_fiscal_year, draft.cells[name]), "")) and (year := fiscal_year(first)):
        draft.tell(one, Evidence.FISCAL_YEARS, cell=first, year=f"{year}")
        draft.likely.add(one.name)


def _map_spans(draft: Draft, one: Field, name: str) -> None:
    """Spans of years: the first year of each is the day on which it begins, which is only likely the record's."""
    draft.fields[one.name] = FieldMap(column=(name,), order=SPAN)
    first = next(cell for cell in draft.cells[name] if is_span(cell))
    draft.tell(one, Evidence.SPANS_OF_YEARS, cell=first, year=first_year(first))
    draft.likely.add(one.name)


def _map_of_the_republic(draft: Draft, one: Field, name: str) -> None:
    """Days whose years count from 1912: taken for them in a list as Taiwan writes it, asked for in others."""
    cells = draft.cells[name]
    traditional = "TWD" in likely_currencies(draft.header.names, ())
    clear = traditional and days_of_column.has_years_of_three_digits(cells)
    draft.fields[one.name] = FieldMap(column=(name,), order=ROC if clear else "")
    first = [cell for cell in dict.fromkeys(cells) if dates.is_date(cell, ROC)][:_SHOWN]
    makes = tuple(_made(cell, ROC) for cell in first)
    if clear:
        draft.tell(one, Evidence.OF_THE_REPUBLIC, cell=makes[0].cell, day=makes[0].words)
        draft.likely.add(one.name)
    else:
        draft.ask(one, Asked.OF_THE_REPUBLIC, Answer("order", ROC, makes=makes), column=name, value=first[0])


def _made(cell: str, order: str) -> Made:
    year, month, day = dates.read_date(cell, order)
    return Made(cell, date(year, month or 1, day or 1))


def made_of_days(cells: Sequence[str], order: str) -> tuple[Made, ...]:
    """What the first cells become that can be read two ways, when they are read so."""
    unclear = dict.fromkeys(filter(dates.is_unclear, cells))
    return tuple(_made(cell, order) for cell in [cell for cell in unclear if dates.is_date(cell, order)][:_SHOWN])
