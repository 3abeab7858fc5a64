"""Takes a column for a field only where its cells prove it: if hardly any reads as what it needs, it stays free.

A field that is free for the next column is better than one with a remark in each row, whatever the header says.
"""

from cq_tui.importing.recognise.columns.draft import AMOUNTS, Draft
from cq_tui.importing.recognise.columns.profile import ColumnProfile
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.proposing.unfit import LINKS
from cq_tui.importing.recognise.words.code_lookup import code_lookup
from cq_tui.importing.recognise.words.word import Word
from cq_tui.language import Label
from cq_tui.schema.field import Field
from cq_tui.values.countries import COUNTRIES
from cq_tui.values.numbers import quantity
from cq_tui.values.reasons import Reason, ReasonError, Unread
from cq_tui.values.several_amounts import several_amounts

_HARDLY = 0.1
"""The share of cells below which a column is none of what its header says."""
_LEAST = 3
"""Cells from which on that may be said."""
_HALF = 0.5
_DIGITS = 0.2
"""The share of cells with a digit from which on they may be amounts in a form that is told: ranges, several in one."""


def unproven(draft: Draft, word: Word, profile: ColumnProfile) -> Reason | None:
    """Why the cells of a column do not prove what its header says; None where they do, or none need to."""
    field = word.field
    assert field is not None
    if field.required or word.part or len(profile.cells) < _LEAST:
        return None
    if field.type.is_money and _are_ranges(profile):
        return _hardly_read(field, profile, profile.stated, AMOUNTS)
    if field.type.is_address:
        return None if profile.addresses else _hardly_read(field, profile, 0.0, LINKS)
    found = draft.read_as(field, profile)
    if found is None or found[0] >= _HARDLY or _may_still_be(draft, field, profile):
        return None
    return _hardly_read(field, profile, *found)


def _hardly_read(field: Field, profile: ColumnProfile, share: float, what: Label) -> Reason:
    """Says how few cells are what a field holds."""
    read, filled = profile.whole.counted(share)
    if not read:
        return Reason.of(Evidence.NONE_READ, field=field.label, filled=f"{filled:,}", what=what)
    return Reason.of(Evidence.HARDLY_READ, field=field.label, read=f"{read:,}", filled=f"{filled:,}", what=what)


def leave_unproven(draft: Draft, found: dict[str, list[tuple[str, Word]]], field: Field) -> None:
    """Leave the columns that do not prove it out of those of a field."""
    for name, word in list(found[field.name]):
        if why := unproven(draft, word, draft.profiles[name]):
            draft.set_aside[name] = why
            found[field.name].remove((name, word))
    if not found[field.name]:
        del found[field.name]


def _are_ranges(profile: ColumnProfile) -> bool:
    """Whether no cell says one amount, and most are ranges: bands of money, or numbers of decrees, ``n.4 - 1 / 2024``.

    Several amounts in a cell, each with its currency, are asked for.
    """
    return not profile.whole.stated and profile.share(_is_range) >= _HALF


def _is_range(cell: str) -> bool:
    try:
        quantity(cell)
    except ReasonError as error:
        return error.reason.is_(Unread.A_RANGE) and not several_amounts(cell)
    return False


def _may_still_be(draft: Draft, field: Field, profile: ColumnProfile) -> bool:
    """Whether cells that do not read as a whole say it in part, or in a way that is asked for or must be told."""
    if field.type.is_day:
        return profile.of_the_republic >= _HARDLY
    if field.codes is COUNTRIES:
        lookup = code_lookup(field)
        return profile.share(lambda cell: lookup.known_of(cell) is not None) >= _HARDLY
    if field.codes:
        return not profile.codes(field) or _leaves_out(draft, field, profile)  # none known: asked what they mean
    if field.type.is_money and profile.whole.stated:
        return True  # an amount that one row has is never given up
    return profile.share(lambda cell: any(map(str.isdigit, cell))) >= _DIGITS


def _leaves_out(draft: Draft, field: Field, profile: ColumnProfile) -> bool:
    """Whether a cell says a code by which no sum counts its record: what was cancelled would count without it."""
    lookup = code_lookup(field)
    excluded = {one.value for one in (draft.kind.money.excluded if draft.kind.money else ()) if one.field == field.name}
    return any(not lookup.unknown(cell, several=False) and lookup.code(cell) in excluded for cell in set(profile.cells))
