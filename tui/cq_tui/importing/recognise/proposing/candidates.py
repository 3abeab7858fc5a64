"""Which columns a field may come from: those whose headers say so and whose cells do not say otherwise."""

import re
from collections import defaultdict
from dataclasses import replace
from shlex import quote

from cq_tui.importing.recognise.columns.best_columns import keep_best
from cq_tui.importing.recognise.columns.country_headers import countries_of_places, leave_origins
from cq_tui.importing.recognise.columns.currency_columns import currency_of
from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.id_headers import are_ids, may_number_somebody, number_somebody
from cq_tui.importing.recognise.columns.money_headers import is_code_alone
from cq_tui.importing.recognise.columns.profile import ColumnProfile, mostly
from cq_tui.importing.recognise.days.closing_days import prefer_other_days
from cq_tui.importing.recognise.days.dates_of_list import join_parts_of_days
from cq_tui.importing.recognise.days.full_days import prefer_decisions, prefer_full_days
from cq_tui.importing.recognise.maps.mapping import KINDS_OF_NAMES, RESERVED
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.parties.body_cells import is_body
from cq_tui.importing.recognise.parties.contacts import leave_contacts
from cq_tui.importing.recognise.parties.names_in_two_languages import join_languages
from cq_tui.importing.recognise.parties.not_a_name import are_numbers_of_somebody, attribute_step, is_attribute_beside
from cq_tui.importing.recognise.parties.owner_kinds import hold_a_kind
from cq_tui.importing.recognise.parties.party_roles import tell_roles
from cq_tui.importing.recognise.parties.persons import is_identity, take_persons
from cq_tui.importing.recognise.parties.short_names import join_short_names
from cq_tui.importing.recognise.proposing.by_cells import take_by_cells
from cq_tui.importing.recognise.proposing.named_bodies import take_named_bodies
from cq_tui.importing.recognise.proposing.proven_parties import no_names, prove_parties, says_name
from cq_tui.importing.recognise.proposing.proven_values import unproven
from cq_tui.importing.recognise.proposing.times_of_programme import BEGINS
from cq_tui.importing.recognise.proposing.unfit import CLASSES, DAYS, IDS, SPANS, TEXTS, unfit
from cq_tui.importing.recognise.titles.full_names import prefer_full_names
from cq_tui.importing.recognise.titles.names_of_others import take_names_for_parties
from cq_tui.importing.recognise.words.company_headers import is_capital
from cq_tui.importing.recognise.words.day_headers import is_end, is_start
from cq_tui.importing.recognise.words.header_grammar import take_apart
from cq_tui.importing.recognise.words.header_terms import ARABIC, LAND
from cq_tui.importing.recognise.words.known_words import known_word
from cq_tui.importing.recognise.words.spans_of_time import is_shorter_than_years
from cq_tui.importing.recognise.words.unit_prices import is_price_of_one
from cq_tui.importing.recognise.words.who_may_apply import is_of_a_call, names_nobody
from cq_tui.importing.recognise.words.word import ENDING, Word
from cq_tui.importing.sources.named_persons import parts_of_persons
from cq_tui.language import Label
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.values.countries import COUNTRIES
from cq_tui.values.reasons import Reason

_YEAR = re.compile(r"\s*(?:19|20)\d\d\s*")
_HALF, _TWO_THIRDS = 0.5, 0.66
_GIVERS = frozenset({"funder", "lender", "investor"})  # few of them give to many
_ACQUIRERS = frozenset({"investor", "buyer"})
"""Roles of those who take over a target."""


def columns_by_field(draft: Draft) -> dict[str, list[tuple[str, Word]]]:
    """The columns of each field; where some are surer than others, those alone, but lists take all that are sure."""
    found: dict[str, list[tuple[str, Word]]] = defaultdict(list)
    join_parts_of_days(draft)
    _leave_identities(draft)
    _leave_capital(draft)
    _leave_objects(draft)
    _leave_ends(draft)
    for name, word in draft.words.items():
        if (placed := _placed(draft, name, word)) and placed.field:
            found[placed.field.name].append((name, placed))
    take_by_cells(draft, found)
    take_names_for_parties(draft, found, _placed)
    take_named_bodies(draft, found)
    take_persons(draft, found)
    if columns := found.get(draft.kind.heading.name):
        columns[:] = prefer_full_names(draft, _without_persons(draft, columns))
    prefer_full_days(draft, found)
    prefer_decisions(draft, found)
    prefer_other_days(draft, found)
    for name, columns in [(name, columns) for name, columns in found.items() if columns]:
        leave_origins(draft, draft.kind.by_name[name], columns)
        keep_best(draft, columns)
    for one in draft.kind.fields:
        if one.parts and one.type.refers_to == "organisations" and (parties := found.get(one.name)):
            prove_parties(draft, parties)
            leave_contacts(draft, one, parties)
            join_short_names(draft, parties)
            join_languages(draft, parties)
            tell_roles(draft, parties)
    _take_currencies(draft, found)
    return {name: columns for name, columns in found.items() if columns}


def _without_persons(draft: Draft, columns: list[tuple[str, Word]]) -> list[tuple[str, Word]]:
    """The columns of titles without first and last names of persons, where a deal has others."""
    persons = parts_of_persons(draft.header.names) if draft.kind.name not in KINDS_OF_NAMES else set[str]()
    return [one for one in columns if one[0] not in persons] or columns


def _take_currencies(draft: Draft, found: dict[str, list[tuple[str, Word]]]) -> None:
    """Say which column the currencies are from: that of the amounts, where these are of one column."""
    for one in draft.kind.fields:
        if one.shown.currency and not found.get(one.name):
            found.pop(one.shown.currency, None)  # no record has a currency without an amount
        elif one.shown.currency and (named := found.get(one.shown.currency)):
            draft.currency_column = draft.currency_column or named[0][0]
            own = currency_of(draft, found[one.name][0][0]) if len(found[one.name]) == 1 else ""
            if len(found[one.name]) == 1 and not own:
                found.pop(one.shown.currency)  # the header of the amounts says it, and the column is of others
                draft.currency_column = ""
            elif own in [name for name, _word in named]:
                draft.currency_column, named[:] = own, [each for each in named if each[0] == own]


def _leave_identities(draft: Draft) -> None:
    """Leave numbers of identity cards out of everything: they are nobody's business."""
    draft.private = frozenset(
        name for name in draft.header.names if draft.cells[name] and is_identity(name, draft.profiles[name])
    )
    for name in draft.private:
        draft.words[name] = Word()
        draft.set_aside[name] = Reason.of(Evidence.IDENTITY, setting=f"{name}=string")


def _leave_capital(draft: Draft) -> None:
    """Leave the capital of companies and what one of several costs out of amounts: no deal is of it."""
    for name, word in draft.words.items():
        if word.field is None or not word.field.type.is_money:
            continue
        if is_capital(name) or is_price_of_one(name):
            why = Evidence.CAPITAL if is_capital(name) else Evidence.PRICE_OF_ONE
            setting = quote(f"{word.field.name}.column={name}")
            draft.set_aside[name] = Reason.of(why, field=word.field.label, setting=setting)
            draft.words[name] = Word()


def _leave_objects(draft: Draft) -> None:
    """Leave columns of lists of objects out of fields of one value each: such a cell is a table, and names nobody."""
    for place, inner in draft.header.objects.items():
        name = draft.header.names[place]
        one = draft.words[name].field
        if one is None or not (one.type.is_money or one.type.is_day or one.type.refers_to or one is draft.kind.heading):
            continue
        setting = f"--sheet {quote(inner)}"
        draft.set_aside[name] = (
            Reason.of(Evidence.OBJECTS_OF_LIST, setting=setting) if inner else Reason.of(Evidence.OBJECTS)
        )
        draft.words[name] = Word()


def _leave_ends(draft: Draft) -> None:
    """Leave times at which something ends out of when it begins: 종료시간 has the word for a time, too."""
    for name, word in draft.words.items():
        if word.field is not None and word.field.name in BEGINS and is_end(name):
            draft.words[name] = Word()


def _placed(draft: Draft, name: str, word: Word) -> Word | None:
    """What a column means by its header and its cells; None if it is no field's."""
    profile = draft.profiles
    currency = _currencies(draft.kind)
    if name == draft.unit_column:
        return None
    if name == draft.currency_column:
        named = next(one for one in draft.kind.fields if one.name in currency)
        return replace(word, field=named, certainty=max(word.certainty, ENDING))
    if word.field is None or (word.field.name in RESERVED and not word.field.required):
        return None  # such a field of an archive is taken from its column as its own
    if not draft.cells[name]:
        # Of a list that goes on a column may be filled further below; what a record can't be without is not there.
        goes_on = draft.goes_on or not draft.rows
        needed = word.field.required or word.field.name in ("id", *currency)
        return word if goes_on and not (needed and draft.rows) else None
    if word.field.parts and _are_countries(profile[name]) and (field := _countries(draft.kind)):
        return replace(word, field=field, certainty=ENDING, role="")
    if (other := countries_of_places(draft, name, word) or _money_of_parties(draft, name, word)) is not None:
        draft.words[name] = other
        return other
    if _is_a_word_too(name, word.field, profile[name]):
        draft.words[name] = Word()
        return None
    if why := _set_aside(draft, name, word):
        if not (word.field.type.is_day and ARABIC.search(name)):  # ``entity_ar``: no word of its header says a day
            draft.set_aside[name] = why
        return None
    return word


def _currencies(kind: Kind) -> set[str | None]:
    return {one.shown.currency for one in kind.fields}


def _set_aside(draft: Draft, name: str, word: Word) -> Reason | None:
    """Why a column is not what its header says; None where its cells may be."""
    field, profile = word.field, draft.profiles[name]
    assert field is not None
    what = TEXTS if _is_of_a_call(draft, name, field) else _other_than_said(name, word, profile)
    what = what or unfit(word, profile, is_currency=field.name in _currencies(draft.kind))
    if what and not (what is CLASSES and _are_few_givers(name, word, profile)):
        return Reason.of(Evidence.CELLS_ARE, field=field.label, what=what)
    # texts under a word for amounts may be titles: ``Grant``
    return None if field.type.is_money else unproven(draft, word, profile)


def _are_few_givers(name: str, word: Word, profile: ColumnProfile) -> bool:
    """Whether small words again and again may be names: of those who give, or where the header says a name."""
    return (word.role in _GIVERS or says_name(name)) and not hold_a_kind(profile)


def _are_countries(profile: ColumnProfile) -> bool:
    """Whether nearly all cells are countries, or most are and no other is the name of a body: ``Regional, Asia``."""
    return mostly(profile.countries) or (profile.countries >= _TWO_THIRDS and not profile.share(is_body))


def _is_a_word_too(name: str, field: Field, profile: ColumnProfile) -> bool:
    """Whether cells say that a header is another word of the same letters: no leu or peso, no country but ground."""
    if field.type.is_money:
        return is_code_alone(name) and profile.amounts < _HALF
    return field.codes is COUNTRIES and LAND.search(name.strip()) is not None and profile.countries < _HALF


def _other_than_said(name: str, word: Word, profile: ColumnProfile) -> Label | None:
    """What the cells of a column are by more words of its header: days on which something ends, ids, descriptions."""
    field = word.field
    assert field is not None
    if (
        field.type.is_money
        and not word.measure.currency
        and may_number_somebody(name)
        and number_somebody(profile.cells)
    ):
        return IDS
    if field.type.is_money and (is_end(name) or is_start(name)):
        return DAYS if profile.is_mostly(lambda cell: _YEAR.fullmatch(cell) is not None) else None
    if field.name.endswith("_years") and is_shorter_than_years(name):
        return SPANS
    if field.type.refers_to != "organisations":
        return None
    if are_ids(name, profile) or are_numbers_of_somebody(profile):
        return IDS
    is_of_another = names_nobody(name) or attribute_step(name) or is_attribute_beside(name, profile)
    return TEXTS if is_of_another else no_names(word, profile)


def _is_of_a_call(draft: Draft, name: str, field: Field) -> bool:
    """Whether a header that may name a party says whom a call is for: it stands beside a deadline, and no acquirer."""
    if not (field.parts and field.type.refers_to == "organisations"):
        return False
    others = [other for other in draft.header.names if other != name and draft.cells[other]]
    acquirers = any(draft.words[other].role in _ACQUIRERS for other in others)
    return not acquirers and is_of_a_call(name, others)


def _money_of_parties(draft: Draft, name: str, word: Word) -> Word | None:
    """Numbers whose header names a currency or an amount beside a party: what it got; ``Granted organisation EUR``."""
    money = next((one for one in draft.kind.fields if one.type.is_money), None)
    if money is None or word.field is None or word.field.type.refers_to != "organisations":
        return None
    told = (known_word(draft.kind.name, one) for one in take_apart(name).name.split())
    is_said = bool(word.measure.currency) or any(one is not None and one.field == money.name for one in told)
    if not is_said or not mostly(draft.profiles[name].bare_numbers):
        return None
    return replace(word, field=money, certainty=ENDING, role="", about="")


def _countries(kind: Kind) -> Field | None:
    return next((one for one in kind.fields if one.codes is COUNTRIES), None)
