"""Maps columns of codes: what its words mean, and what becomes of those that mean none."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from cq_tui.importing.recognise.columns.acquisitions import AGREED, agreed_words
from cq_tui.importing.recognise.columns.contracting import contracting_codes
from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.open_words import open_words
from cq_tui.importing.recognise.maps.asked import Answer, Asked
from cq_tui.importing.recognise.maps.mapping import FieldMap
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.words.code_lookup import code_lookup
from cq_tui.importing.recognise.words.flow_words import are_flows
from cq_tui.schema.field import Field
from cq_tui.values.countries import COUNTRIES
from cq_tui.values.currencies import currency_named
from cq_tui.values.reasons import Reason

MOST_WORDS = 12
"""Words, or columns, that are offered in a question."""
_LONG, _HALF = 50, 0.5
"""Cells from which on a column is one of a long list; the share of them that must say a code there."""
_PLAIN_WORD = re.compile(r"(?=.*(?:[^\W\d_A-Z]))[^\d_]{2,40}")
"""Words in small letters or without any, and no digit."""


def map_code(draft: Draft, one: Field, name: str) -> None:
    """Map a column of codes if any of its words is known, or none needs to be; unknown ones become a hint."""
    if one.name in {mark.shown.currency for mark in draft.kind.fields}:
        if any(currency_named(cell) for cell in draft.cells[name]):
            draft.fields[one.name] = FieldMap((name,))
        return
    contracting = contracting_codes(draft, one, name)
    known, unknown = _words_of(draft, one, name, contracting)
    answer = Answer("codes", tuple((word, "") for word in unknown[:MOST_WORDS]), " ".join(one.codes or ()))
    agreed, left_open = agreed_words(draft, one, unknown), open_words(draft, one, unknown)
    silent = _count(draft, name, (*agreed, *left_open))
    if one.shown.unknown_is_absent and unknown and not known and not agreed:
        draft.set_aside[name] = Reason.of(Evidence.NO_WORD_KNOWN, field=one.label)
    elif one.shown.expected and _are_few(draft, one, known, len(draft.cells[name]) - silent):
        draft.set_aside[name] = Reason.of(Evidence.FEW_WORDS_KNOWN, field=one.label)
    elif known or not draft.cells[name] or one.shown.unknown_is_absent:
        codes = {**dict.fromkeys(agreed, AGREED), **dict.fromkeys(left_open, ""), **contracting}
        draft.fields[one.name] = FieldMap((name,), codes=codes)
        _tell_words(draft, one, agreed, contracting)
        if left_open:
            draft.tell(one, Evidence.OPEN_WORDS, words=", ".join(f'"{word}"' for word in left_open))
        unknown = [word for word in unknown if word not in (*agreed, *left_open)]
        answer = Answer("codes", tuple((word, "") for word in unknown[:MOST_WORDS]), " ".join(one.codes or ()))
        if unknown and one.codes is not COUNTRIES:
            draft.hints[one.name] = (answer.line,)
    elif not one.required and (are_flows(name, unknown) or not _may_be_answered(unknown)):
        draft.set_aside[name] = Reason.of(Evidence.NO_WORD_KNOWN, field=one.label)
    elif one.required or one.shown.expected:
        draft.fields[one.name] = FieldMap((name,))
        draft.ask(one, Asked.NO_KNOWN_WORD, answer, column=name)


def _tell_words(draft: Draft, one: Field, agreed: Collection[str], contracting: Mapping[str, str]) -> None:
    """Tell which words mean a code in such a list alone: that makes the field likely."""
    if contracting:
        words = ", ".join(f'"{word}": {code}' for word, code in contracting.items())
        draft.tell(one, Evidence.CONTRACTING_WORDS, words=words)
    if agreed:
        words = ", ".join(f'"{word}"' for word in agreed)
        draft.tell(one, Evidence.AGREED_WORDS, words=words, code=AGREED)
    draft.likely |= {one.name} if contracting or agreed else set()


def _count(draft: Draft, name: str, words: Collection[str]) -> int:
    return sum(cell.strip() in words for cell in draft.cells[name])


def _words_of(draft: Draft, one: Field, name: str, own: Mapping[str, str]) -> tuple[Counter[str], list[str]]:
    """How many cells of a column say each code, and the words that say none."""
    choices = code_lookup(one, own)
    known: Counter[str] = Counter()
    unknown: dict[str, None] = {}
    for cell in draft.cells[name]:
        try:
            known[choices.code(cell)] += 1
        except ValueError:
            unknown[cell.strip()] = None
    return known, list(unknown)


def _are_few(draft: Draft, one: Field, known: Mapping[str, int], cells: int) -> bool:
    """Whether so few cells of a long list say a code that the column is better kept as it is than with remarks.

    A code by which no sum counts a record is never given up: what was cancelled would count.
    """
    excluded = {
        each.value for each in (draft.kind.money.excluded if draft.kind.money else ()) if each.field == one.name
    }
    return cells >= _LONG and sum(known.values()) < _HALF * cells and excluded.isdisjoint(known)


def _may_be_answered(words: Iterable[str]) -> bool:
    """Whether words are so few and plain that each may mean a code: no numbered classes, no codes of somebody's own."""
    every = list(words)
    return len(every) <= MOST_WORDS and all(map(_PLAIN_WORD.fullmatch, every))
