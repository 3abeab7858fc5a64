"""Matches a column's header with a field: by the kind's own names, and by what lists call it."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from cq_tui.importing.recognise.words.attribute_words import is_attribute, is_of_another
from cq_tui.importing.recognise.words.day_headers import is_application, is_other_day, is_publication, is_start
from cq_tui.importing.recognise.words.header_grammar import (
    HeaderParts,
    begins_with_word,
    halves,
    measure_alone,
    take_apart,
    without_language,
    without_measure,
    without_tax,
    without_year,
)
from cq_tui.importing.recognise.words.header_terms import (
    AREA,
    ARTICLE,
    BARE,
    BEHIND,
    BETWEEN_LANGUAGES,
    COMMON_ROLE,
    COMMON_ROLES,
    COMPOUND_ENDINGS,
    COUNTED,
    HEADS,
    JOINED_NAME,
    JOINT,
    NAME_AND_MORE,
    NAME_OF,
    NAMES,
    OBJECTS,
    OF_A_REVIEW,
    PARTS,
)
from cq_tui.importing.recognise.words.known_words import KnownWord, key_of, known_word
from cq_tui.importing.recognise.words.owner_type_headers import is_owner_type
from cq_tui.importing.recognise.words.persons_or_bodies import one_who_acts
from cq_tui.importing.recognise.words.place_headers import is_of_no_place
from cq_tui.importing.recognise.words.signing_days import is_signed, is_signing
from cq_tui.importing.recognise.words.status_headers import is_other_status
from cq_tui.query.vocabulary import code_spellings, folded, spellings
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.values.measures import UNTOLD, Measure

EXACT = 3
ENDING = 2
WEAK = 1
"""How surely a header means a field: all of it is the field's name; it ends in it; only the cells can say so."""


_OF_DEALS = ("instrument", "category")
"""Fields that say what a deal is, and not what a party of it is."""


def part_of_day(header: str) -> tuple[str, str]:
    """What a header has before a word for a part of a day, and which part; empty where it ends in none."""
    *before, last = re.split(r"[\s_]+", take_apart(header).name)
    return " ".join(before), next((part for part, words in PARTS.items() if key_of(last) in words), "")


@dataclass(frozen=True, slots=True)
class Word:
    """A matched header. ``part``: a part of a date or a name. ``role``: a code of the list of parts that it fills.

    ``said``: the words that tell the measure. ``brackets``: what stands in brackets and was not understood.
    ``about``: the role whose companies the column tells something of, as ``Investor country``.
    """

    field: Field | None = None
    certainty: int = 0
    language: str = ""
    part: str = ""
    role: str = ""
    measure: Measure = UNTOLD
    said: str = ""
    brackets: tuple[str, ...] = ()
    is_percent: bool = False
    about: str = ""
    is_unit: bool = False
    by_cells: bool = False
    """Whether the cells alone say what the column is, and no word of its header does."""
    full: str = ""
    """The column with the full names of those that this one names in short."""


@lru_cache(16_384)  # each stage of the recognition asks it of every column: 2,500 of them, in a few rows
def read_word(kind: Kind, header: str) -> Word:
    """Match a header; the Word has no field where nothing is recognised."""
    if AREA.search(header):
        return Word()
    parts = without_tax(take_apart(header))
    word = _read_word(kind, parts)
    if word.certainty < EXACT and (told := _of_two_languages(kind, header)):
        word = max((word, told), key=lambda one: one.certainty if one.field else 0)
    shorter = without_year(parts)
    if word.field is None and shorter.name and shorter != parts:
        of_a_year = _read_word(kind, shorter)
        is_money = of_a_year.field is not None and of_a_year.field.type.is_money
        return replace(of_a_year, certainty=min(of_a_year.certainty, ENDING)) if is_money else word
    return word


def _of_two_languages(kind: Kind, header: str) -> Word | None:
    """What both halves of a header say: ``Amount awarded:Montant décerné``; None where they say two things."""
    halves_ = header.split(":")
    if len(halves_) != 2 or not all(len(one.split()) > 1 for one in halves_):
        return None
    found = [_read_word(kind, without_tax(take_apart(one))) for one in halves_]
    if found[0].field is None or found[0].field is not found[1].field:
        return None
    best = max(found, key=lambda word: word.certainty)
    return replace(best, certainty=min(best.certainty, ENDING))


def _read_word(kind: Kind, parts: HeaderParts) -> Word:
    found = _best(kind, parts)
    shorter = without_measure(parts)
    if shorter and (found is None or found.certainty < EXACT or not parts.measure):
        named = _best(kind, shorter)
        if named and (found is None or named.certainty >= found.certainty):
            return _surer(named)
    if found:
        return _surer(found)
    if told := measure_alone(parts.name):
        amount = next((one for one in kind.fields if one.type.is_money), None)
        parts = parts.with_measure(told, parts.name)
        return replace(_said_by(parts), field=amount, certainty=ENDING if amount else 0)
    said = _said_by(parts if shorter and begins_with_word(shorter.said) else shorter or parts)
    amount = next((one for one in kind.fields if one.type.is_money), None)
    return replace(said, field=amount, certainty=WEAK) if amount and said.measure.currency else said


def _surer(word: Word) -> Word:
    """A word that could be an amount is one if its currency stands with it: ``Investment (USD)``."""
    is_money = word.field is not None and word.field.type.is_money
    return replace(word, certainty=max(word.certainty, ENDING)) if is_money and word.measure.currency else word


def _said_by(parts: HeaderParts) -> Word:
    return Word(
        language=parts.language,
        measure=parts.measure,
        said=parts.said,
        brackets=parts.brackets,
        is_percent=parts.is_percent,
    )


def _best(kind: Kind, parts: HeaderParts) -> Word | None:
    """The surest reading of a name: with and without its language, in full and without an ending such as ``name``."""
    plain = without_language(parts)
    whose = one_who_acts(parts)
    if whose and (acts := _best(kind, replace(parts, name=whose, brackets=()))) and acts.field and acts.field.parts:
        return acts
    found: Word | None = None
    names = (
        ARTICLE.sub("", parts.name),
        NAME_OF.sub("", parts.name),
        JOINED_NAME.sub("", parts.name),
        NAME_AND_MORE.sub("", parts.name),
    )
    for one in (parts, plain, *(replace(plain, name=name) for name in dict.fromkeys(names)), _nameless(plain)):
        named = _named(kind, one.name) if one.name else None
        if named and (found is None or named.certainty > found.certainty):
            found = replace(
                _said_by(one),
                field=named.field,
                certainty=named.certainty,
                part=named.part,
                role=named.role,
                about=named.about,
                is_unit=named.is_unit,
            )
    return found


def _nameless(parts: HeaderParts) -> HeaderParts:
    """``英文名`` names the record itself: 名 is left of it, which is 名称."""
    shorter = without_language(replace(parts, name=NAME_OF.sub("", parts.name)))
    return replace(shorter, name="名称" if parts.name == "名" else shorter.name)


def stem(header: str) -> str:
    """A header, folded, without the language that it names and without an ending such as ``name``."""
    parts = take_apart(header)
    return folded(without_language(replace(parts, name=NAME_OF.sub("", parts.name))).name)


@lru_cache(4_096)  # a header without its language, or without an ending, is mostly the same words once more
def _named(kind: Kind, base: str) -> Word | None:
    """The field that a header means; of a header in two languages either half may say it."""
    if word := _exact(kind, base):
        return word
    if (day := _day_of_signing(kind, base)) is not None:
        return day
    parted = [half for half in BETWEEN_LANGUAGES.split(base) if half.strip()]
    each = [half for half in (*(parted or [base]), *halves(base)) if half.strip()]
    found = [word for half in each if (word := _one_language(kind, half))]
    if OF_A_REVIEW.search(base):
        progress = kind.money.progress if kind.money else ""
        found = [word for word in found if word.field is None or word.field.name != progress]
    if is_other_day(base):
        found = [word for word in found if word.field is None or not word.field.type.is_day]
    if is_other_status(base):
        found = [word for word in found if word.field is None or word.field.name != "stage"]
    if is_owner_type(base):
        found = [word for word in found if word.field is None or word.field.name not in _OF_DEALS]
    if is_of_no_place(base):
        found = [word for word in found if word.field is None or word.field.name != "place"]
    if is_start(base) or is_publication(base) or is_application(base):
        days = (word.field is not None and word.field.type.is_day for word in found)
        found = [replace(word, certainty=WEAK) if is_day else word for word, is_day in zip(found, days, strict=True)]
    return max(found, key=lambda word: word.certainty, default=None)


def _day_of_signing(kind: Kind, base: str) -> Word | None:
    """The kind's day, where a header says that something was signed on it and not that it began, ended or was told."""
    day = next((one for one in kind.fields if one.type.is_day), None)
    if day is None or is_other_day(base) or is_start(base) or is_publication(base):
        return None
    if is_signing(base):
        return Word(day, EXACT)
    return Word(day, ENDING) if is_signed(base) else None


def _one_language(kind: Kind, text: str) -> Word | None:
    if word := _exact(kind, text):
        return word
    if COUNTED.search(text.strip()):
        return None
    head, *rest = JOINT.split(text.strip(), maxsplit=1)
    if rest and key_of(head.split()[-1] if head.split() else "") in NAMES:
        word = _exact(kind, head)
        return _one_language(kind, rest[0]) or (replace(word, certainty=WEAK) if word else None)
    if rest and (word := _exact(kind, head)):
        about = _about(kind, rest[0])
        field = word.field  # ``Date of assignment`` is a day, but of what?
        is_narrower = bool(about) or (field is not None and (field.codes is not None or field.type.is_day))
        return replace(word, certainty=min(word.certainty, ENDING), about=about) if is_narrower else word
    if (plain := _without_behind(head)) != head and (word := _exact(kind, plain)):
        return replace(word, certainty=min(word.certainty, ENDING))
    name = folded(plain)
    for start in range(1, len(name)):
        ending = name[start:].removeprefix("_")
        whole = name[start - 1] == "_" or not ending.isascii() or ending in COMPOUND_ENDINGS
        if whole and len(ending) > 1 and (word := _exact(kind, ending.replace("_", " "))):
            return _ending(kind, word, name[:start], ending)
    first, *behind = _from_head(re.split(r"[\s_]+", text.strip()))
    word = _exact(kind, first) if behind else None
    if word is None or word.field is None or word.part:
        return None
    return replace(word, certainty=WEAK) if word.field.type.is_day or key_of(first) in HEADS else None


def _from_head(words: list[str]) -> list[str]:
    """Words without the one before a head, which says of which table it is: ``bando_IMPORTO_LOTTO``."""
    return words[1:] if len(words) > 2 and key_of(words[1]) in HEADS and key_of(words[0]) not in HEADS else words


def _without_behind(text: str) -> str:
    """A text without the words at its end that only say which one it is."""
    words = re.split(r"[\s_]+", text.strip())
    while len(words) > 1 and key_of(words[-1]) in BEHIND:
        words.pop()
    return " ".join(words) if len(words) < len(re.split(r"[\s_]+", text.strip())) else text


def _ending(kind: Kind, word: Word, before: str, last: str) -> Word | None:
    """What a header means that ends in a known word, ``last``, with other words before it."""
    if word.is_unit or word.part not in ("", "year"):
        return None
    first = _exact(kind, before.replace("_", " ").strip()) if word.field is kind.heading else None
    if first and first.field and (first.field.type.is_day or first.field.type.is_money):
        return replace(first, certainty=min(first.certainty, ENDING))  # ``Startdatum Projekt``
    day = _exact(kind, before.replace("_", " ").strip()) if word.field and word.field.type.is_money else None
    if day and day.field and day.field.type.is_day and not day.part:
        return replace(day, certainty=min(day.certainty, ENDING))  # ``data finanziamento``
    if word.field is kind.heading and key_of(last) in BARE:
        if first and first.field and first.field is not kind.heading:
            return replace(first, certainty=min(first.certainty, ENDING))  # ``Region name``
        word = replace(word, certainty=WEAK)  # the name of something unknown
    if word.field and word.field.parts and (what := _object(kind, before)):
        return what  # ``Objeto Contrato Firma``: what was signed
    if word.field and word.field.parts and (is_attribute(before) or is_of_another(before)):
        return None  # ``Adres gever`` is no giver
    about = _about(kind, before)
    if about and word.field and not (word.field.type.is_day or word.field.parts or word.field.is_list):
        return None  # ``Company size`` tells nothing of the deal
    role = about if about and word.role == COMMON_ROLE else word.role  # ``Contractor company``
    return replace(word, certainty=min(word.certainty, WEAK if word.part else ENDING), part="", about=about, role=role)


def _object(kind: Kind, words: str) -> Word | None:
    """The title, where words begin with one that says what something is about, and not what it is called."""
    first = key_of(re.split(r"[\s_]+", words.strip())[0])
    word = _exact(kind, first) if first in OBJECTS else None
    return replace(word, certainty=ENDING) if word and word.field is kind.heading else None


def _about(kind: Kind, words: str) -> str:
    """The role that words before or behind a known word name."""
    left = re.sub(r"(?i)^\s*(?:of|by|for|du|de la|de|des|der|del|della)?\s*(?:the\s+)?", "", words.replace("_", " "))
    word = _exact(kind, left.strip())
    return word.role if word else ""


def _exact(kind: Kind, text: str) -> Word | None:
    """The field that a text names as a whole."""
    plain = folded(text)
    names = tuple(dict.fromkeys((plain, plain.removesuffix("s"))))
    for name in names:
        if role := _roles(kind).get(name):
            return Word(role[0], EXACT, role=role[1])
    key = key_of(text)
    listed = known_word(kind.name, text)
    for name in names:
        if field := spellings(kind).get(name):
            if field.parts:
                told = (listed.role,) if listed and listed.field == field.name else COMMON_ROLES
                role_ = next((code for code in told if code in _codes(field)), "")
                return Word(field, EXACT, role=role_) if role_ else None
            is_weak = listed is not None and listed.weak and listed.field == field.name
            return Word(field, WEAK if is_weak else EXACT)
    if listed:
        return _listed(kind, listed)
    day = next((one for one in kind.fields if one.type.is_day), None)
    part = next((part for part, words in PARTS.items() if key in words), "")
    return Word(day, EXACT, part=part) if day and part else None


def _listed(kind: Kind, word: KnownWord) -> Word | None:
    """The meaning of a word of ``header_words.txt``, if the kind has the field and the role."""
    certainty = WEAK if word.weak else EXACT
    field = kind.by_name.get(word.field)
    if field is None:
        return Word(None, certainty, is_unit=True) if word.field == "unit" else None
    if field.parts:
        return Word(field, certainty, role=word.role) if word.role in _codes(field) else None
    return Word(field, certainty, part=word.role)


@lru_cache
def _roles(kind: Kind) -> dict[str, tuple[Field, str]]:
    """What the parts of a kind's small tables can be, by every name: the field and the code."""
    return {
        folded(name): (field, code)
        for field in kind.fields
        if field.type.codes_are_words
        for part in field.parts
        for code in part.codes or ()
        for name in code_spellings(part, code)
    }


def _codes(field: Field) -> set[str]:
    return {code for part in field.parts for code in part.codes or ()}
