"""Takes columns for what their cells are, where their headers say nothing of it, or the list has no header at all."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from cq_tui.importing.recognise.amounts.no_money import are_no_money, are_years, is_length
from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.id_headers import numbers_things
from cq_tui.importing.recognise.columns.profile import ColumnProfile, currency_in, mostly
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.parties.named_by_cells import take_companies
from cq_tui.importing.recognise.proposing.proven_values import leave_unproven
from cq_tui.importing.recognise.proposing.unfit import LARGE, TEXTS
from cq_tui.importing.recognise.titles.stories import is_path
from cq_tui.importing.recognise.words.company_headers import is_capital
from cq_tui.importing.recognise.words.day_headers import is_other_day, is_start, says_done
from cq_tui.importing.recognise.words.header_grammar import take_apart
from cq_tui.importing.recognise.words.unit_prices import is_price_of_one
from cq_tui.importing.recognise.words.word import EXACT, WEAK, Word
from cq_tui.schema.field import Field
from cq_tui.values import days_of_column, numbers
from cq_tui.values.countries import COUNTRIES
from cq_tui.values.reasons import Reason

Found = dict[str, list[tuple[str, Word]]]
"""The columns of each field, by its name."""
_HALF = 0.5
_FEW = 0.2
_CODE = 3
"""Letters of a code."""
_THOUSAND = 1000
"""A number from which on a column without a name is one of amounts rather than of counts."""


def take_by_cells(draft: Draft, found: Found) -> None:
    """Add to what the headers say the columns that a field takes for their cells; each is only likely."""
    money = next((one for one in draft.kind.fields if one.type.is_money), None)
    day = next((one for one in draft.kind.fields if one.type.is_day), None)
    if money is not None and found.get(money.name):
        _take_texts_for_titles(draft, found, money)
        leave_unproven(draft, found, money)
    if draft.header.nameless:
        _take_of_nameless(draft, found, money, day)
        return
    if money is not None and not found.get(money.name):
        for name in _unsaid(draft):
            profile = draft.profiles[name]
            if any(map(_names_currency, profile.first)) and mostly(profile.share(_names_currency)):
                _take(draft, found, money, name)
        if not found.get(money.name):
            for name in filter(partial(_is_of_large_numbers, draft), [*_unsaid(draft), *_too_large(draft)]):
                draft.set_aside.pop(name, None)
                _take(draft, found, money, name)
    take_companies(draft, found, _unsaid(draft))
    if day is not None and not found.get(day.name):
        days = [name for name in _unsaid(draft) if _may_be_its_day(draft, name) and _is_of_days(draft.profiles[name])]
        columns = found.get(money.name, []) if money is not None else []
        no_money = [name for name, _word in columns if are_years(draft.profiles[name])]
        no_money = no_money if len(no_money) < len(columns) else []
        years = [one for one in (*_unsaid(draft), *no_money) if _may_be_its_day(draft, one)]
        years = [one for one in years if _are_its_years(draft, one)]
        if len(days) == 1 or (not days and len(years) == 1):
            name = (days or years)[0]
            columns[:] = [one for one in columns if one[0] != name]
            _take(draft, found, day, name)


def _are_its_years(draft: Draft, name: str) -> bool:
    """Whether a column is of the years in which deals were made: ``funded``, ``Year awarded``."""
    profile = draft.profiles[name]
    return profile.filled >= _HALF and are_years(profile) and says_done(take_apart(name).name)


def _unsaid(draft: Draft) -> list[str]:
    """The columns whose headers say nothing, and that have cells."""
    used = {draft.unit_column, draft.currency_column}
    free = [name for name, word in draft.words.items() if word.field is None and draft.cells[name] and name not in used]
    return [name for name in free if not is_capital(name) and not is_price_of_one(name)]


def _too_large(draft: Draft) -> list[str]:
    """The columns that were set aside as shares because their numbers are too large for it."""
    return [name for name, why in draft.set_aside.items() if dict(why.parameters).get("what") == LARGE]


def _is_of_large_numbers(draft: Draft, name: str) -> bool:
    """Whether a column may be of amounts by its numbers alone: large ones, with the decimals that money has."""
    profile = draft.profiles[name]
    written = profile.share(lambda cell: re.search(r"\d[.,]\d{1,2}$", cell) is not None)
    return mostly(profile.bare_numbers) and not mostly(profile.dates) and written >= _HALF and _is_large(profile)


def _take(draft: Draft, found: Found, field: Field, name: str) -> None:
    draft.words[name] = replace(draft.words[name], field=field, certainty=WEAK, by_cells=True)
    found[field.name].append((name, draft.words[name]))


def _may_be_its_day(draft: Draft, header: str) -> bool:
    """Whether a header does not speak against days; below one that says a number only whole ones are any."""
    name = take_apart(header).name
    if numbers_things(header) and not all(map(days_of_column.is_whole, draft.cells[header])):
        return False
    return not is_other_day(name) and not is_start(name)


def _is_of_days(profile: ColumnProfile) -> bool:
    """Whether a column is of days, and most rows have one; bare numbers may be years, and codes as well."""
    return profile.filled >= _HALF and mostly(profile.dates) and not mostly(profile.bare_numbers)


def _names_currency(cell: str) -> bool:
    return not is_length(cell) and any(map(str.isdigit, cell)) and bool(currency_in(cell)) and numbers.is_amount(cell)


def _take_texts_for_titles(draft: Draft, found: Found, money: Field) -> None:
    """Where one column is of amounts, another whose cells are texts is none, whatever it is called: ``Grant``."""
    columns = found[money.name]
    if not any(draft.profiles[name].amounts >= _HALF for name, _word in columns):
        return
    texts = [
        (name, word)
        for name, word in columns
        if word.certainty == EXACT and draft.cells[name] and draft.profiles[name].amounts < _FEW
    ]
    heading = draft.kind.heading
    for name, word in texts:
        columns.remove((name, word))
        draft.set_aside[name] = Reason.of(Evidence.CELLS_ARE, field=money.label, what=TEXTS)
    if len(texts) == 1 and not found.get(heading.name) and draft.profiles[texts[0][0]].different >= _HALF:
        name = texts[0][0]
        del draft.set_aside[name]
        _take(draft, found, heading, name)


def _take_of_nameless(draft: Draft, found: Found, money: Field | None, day: Field | None) -> None:
    """The columns of a list without a header: days, amounts, and the texts that differ most as its titles."""
    for name in _unsaid(draft):
        profile = draft.profiles[name]
        if day is not None and _is_of_days(profile):
            _take(draft, found, day, name)
        elif money is not None and _may_be_money(profile):
            _take(draft, found, money, name)
    years = [
        name for name in _unsaid(draft) if are_years(draft.profiles[name]) and draft.profiles[name].filled >= _HALF
    ]
    if day is not None and not found.get(day.name) and len(years) == 1:
        _take(draft, found, day, years[0])
    countries = next((one for one in draft.kind.fields if one.codes is COUNTRIES), None)
    places = [name for name in _unsaid(draft) if _is_of_countries(draft, name)]
    if countries is not None and len(places) == 1:
        _take(draft, found, countries, places[0])
    texts = [name for name in _unsaid(draft) if _is_of_texts(draft.profiles[name])]
    take_companies(draft, found, texts)
    texts = [name for name in texts if not mostly(draft.profiles[name].share(is_path))]
    if texts:
        titles = [name for name in _unsaid(draft) if name in texts] or texts
        _take(draft, found, draft.kind.heading, max(titles, key=lambda name: draft.profiles[name].different))


def _may_be_money(profile: ColumnProfile) -> bool:
    is_large = mostly(profile.amounts) and _is_large(profile)
    return is_large and not _only_counts(profile.cells) and not are_no_money(profile)


def _is_large(profile: ColumnProfile) -> bool:
    return bool(profile.cells) and profile.total >= _THOUSAND * len(profile.cells)


def _is_of_texts(profile: ColumnProfile) -> bool:
    """Whether most cells are words that no other field takes."""
    return profile.filled >= _HALF and not any(
        map(mostly, (profile.amounts, profile.bare_numbers, profile.dates, profile.links, profile.currencies))
    )


def _is_of_countries(draft: Draft, name: str) -> bool:
    """Whether cells are names of countries, headings left out; codes of two or three letters may be of anything."""
    place = draft.header.names.index(name)
    cells = [row[place] for row in draft.rows if place < len(row) and row[place].strip() and sum(map(bool, row)) > 1]
    profile = ColumnProfile(cells, len(draft.rows))
    return mostly(profile.countries) and mostly(profile.share(lambda cell: len(cell.strip()) > _CODE))


def _only_counts(cells: Sequence[str]) -> bool:
    """Whether cells number the rows: whole numbers, each larger than the one before."""
    if not all(re.fullmatch(r"\d{1,9}", cell) for cell in cells):
        return False
    counts = [int(cell) for cell in cells]
    return all(one < other for one, other in pairwise(counts))
