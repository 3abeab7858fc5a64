"""Matches a column's header with a field: by the kind's own names, and by what lists call it."""

import re
from dataclasses import replace
from functools import lru_cache

from cq_tui.importing.recognise.words.day_headers import (
    is_application,
    is_closing,
    is_other_day,
    is_planned,
    is_publication,
    is_start,
)
from cq_tui.importing.recognise.words.exact_words import exact_word
from cq_tui.importing.recognise.words.glued_words import is_glued
from cq_tui.importing.recognise.words.header_endings import (
    about_of_words,
    ending_of,
    from_head,
    is_progress,
    without_behind,
)
from cq_tui.importing.recognise.words.header_grammar import (
    HeaderParts,
    begins_with_word,
    halves,
    measure_alone,
    take_apart,
    without_language,
    without_measure,
    without_number,
    without_tax,
    without_year,
)
from cq_tui.importing.recognise.words.header_terms import (
    AREA,
    ARTICLE,
    BETWEEN_LANGUAGES,
    COMPOUND_ENDINGS,
    COUNTED,
    HEADS,
    JOINED_NAME,
    JOINT,
    NAME_AND_MORE,
    NAME_OF,
    NAMES,
    OF_A_REVIEW,
    OTHER_COMPOUNDS,
    PARTS,
    RUNNER_UP,
    TENDER_AGENT,
)
from cq_tui.importing.recognise.words.known_words import key_of
from cq_tui.importing.recognise.words.owner_type_headers import is_owner_type
from cq_tui.importing.recognise.words.persons_or_bodies import one_who_acts
from cq_tui.importing.recognise.words.place_headers import is_of_no_place
from cq_tui.importing.recognise.words.signing_days import is_signed, is_signing
from cq_tui.importing.recognise.words.status_headers import is_other_status
from cq_tui.importing.recognise.words.word import ENDING, EXACT, WEAK, Word
from cq_tui.query.vocabulary import folded
from cq_tui.schema.kind import Kind
from cq_tui.values.countries import COUNTRIES

_REGISTERS = re.compile(r"(?i)огрн(?:ип)?")
"""Numbers of registers that end as the name of a currency does."""
_HOW_CHOSEN = re.compile(
    r"(?i)(?<![^\W_])(?:scelta|choix|s[ée]lection|selecci[óo]n?|sele[çc][ãa]o|selec[țt]i[ae]|selection|choice|wyb[óo]r|výb[ěe]r|"
    r"auswahl)(?:[\s_]+(?:del?|dell[ao]|du|des|do|da|of|the)|[\s_]+d['’])*[\s_]*(?=[A-Z\s_])[\s_]*[^\W\d_]{6,}"
)
"""How somebody was chosen, and not who: ``sceltaContraente``, ``selección del contratista``."""
_OF_DEALS = ("instrument", "category")
"""Fields that say what a deal is, and not what a party of it is."""


def part_of_day(header: str) -> tuple[str, str]:
    """What a header has before a word for a part of a day, and which part; empty where it ends in none."""
    *before, last = re.split(r"[\s_]+", take_apart(header).name)
    return " ".join(before), next((part for part, words in PARTS.items() if key_of(last) in words), "")


@lru_cache(16_384)  # each stage of the recognition asks it of every column: 2,500 of them, in a few rows
def read_word(kind: Kind, header: str) -> Word:
    """Match a header; the Word has no field where nothing is recognised."""
    if AREA.search(header) or _REGISTERS.fullmatch(header.strip()) or _HOW_CHOSEN.search(header):
        return Word()
    parts = without_tax(take_apart(header))
    word = _of_countries(kind, parts) or _read_word(kind, parts)
    if word.certainty == EXACT and is_glued(header):
        word = replace(word, certainty=ENDING)
    if word.certainty < EXACT and (told := _of_two_languages(kind, header)):
        word = max((word, told), key=lambda one: one.certainty if one.field else 0)
    if word.certainty <= WEAK and (one := _one_of_several(kind, parts)):
        return one
    shorter = without_year(parts)
    if word.field is None and shorter.name and shorter != parts:
        of_a_year = _read_word(kind, shorter)
        is_money = of_a_year.field is not None and of_a_year.field.type.is_money
        return replace(of_a_year, certainty=min(of_a_year.certainty, ENDING)) if is_money else word
    return word


def _one_of_several(kind: Kind, parts: HeaderParts) -> Word | None:
    """The parties that a numbered column names, ``Supplier 2``; None for all else."""
    shorter = without_number(parts)
    found = _read_word(kind, shorter) if shorter.name and shorter != parts else None
    if (
        found is None
        or found.field is None
        or not (found.field.parts and found.field.type.refers_to == "organisations")
    ):
        return None
    return replace(found, certainty=min(found.certainty, ENDING))


def _of_countries(kind: Kind, parts: HeaderParts) -> Word | None:
    """Countries, where brackets say that they are what a column has of something: ``Headquarters (Country)``."""
    if len(parts.brackets) != 1 or not parts.name:
        return None
    told = exact_word(kind, parts.brackets[0])
    if told is None or told.field is None or told.field.codes is not COUNTRIES:
        return None
    word = _read_word(kind, replace(parts, name=f"{parts.name} {parts.brackets[0]}", brackets=()))
    return word if word.field is told.field else replace(told, certainty=min(told.certainty, ENDING))


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
        if named and named.field and named.field.type.is_day and is_other_day(parts.name):
            named = None  # the end of something, which is a currency too: ``Data fim``
        if named and (found is None or named.certainty >= found.certainty):
            return _surer(named)
    if found:
        return _surer(found)
    if told := measure_alone(parts.name):
        amount = next((one for one in kind.fields if one.type.is_money), None)
        parts = parts.with_measure(told, parts.name)
        return replace(_said_by(parts), field=amount, certainty=ENDING if amount else 0)
    is_word = shorter and begins_with_word(shorter.said, before=parts.name.endswith(shorter.name))
    said = _said_by(parts if is_word or not shorter else shorter)
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


@lru_cache(4_096)  # a header without its language, or without an ending, is mostly the same words once more
def _named(kind: Kind, base: str) -> Word | None:
    """The field that a header means; of a header in two languages either half may say it."""
    if word := exact_word(kind, base):
        return word
    if (day := _day_of_signing(kind, base)) is not None:
        return day
    parted = [half for half in BETWEEN_LANGUAGES.split(base) if half.strip()]
    each = [half for half in (*(parted or [base]), *halves(base)) if half.strip()]
    found = _of_halves([word for half in each if (word := _one_language(kind, half))])
    found = _without_others(kind, base, found)
    if any(told(base) for told in (is_start, is_publication, is_application, is_closing, is_planned)):
        days = (word.field is not None and word.field.type.is_day for word in found)
        found = [replace(word, certainty=WEAK) if is_day else word for word, is_day in zip(found, days, strict=True)]
    return max(found, key=lambda word: word.certainty, default=None)


def _of_halves(found: list[Word]) -> list[Word]:
    """What the halves of a header say: ``Purpose/Beneficiary`` names somebody in some of its cells at most."""
    if len({word.field.name for word in found if word.field}) < 2:
        return found
    return [replace(word, certainty=WEAK) if word.field and word.field.parts else word for word in found]


def _without_others(kind: Kind, base: str, found: list[Word]) -> list[Word]:
    """Words without those of fields that a header as a whole says it is not, whatever its last word is."""
    if COUNTED.search(base.strip()):  # also where a word for a sum stands behind: ``Antal anbud, summa``
        found = [word for word in found if word.field is None or not word.field.type.is_money]
    if OF_A_REVIEW.search(base):
        progress = kind.money.progress if kind.money else ""
        found = [word for word in found if word.field is None or word.field.name != progress]
    if TENDER_AGENT.search(base.strip()) or RUNNER_UP.search(base):
        found = [word for word in found if word.field is None or not word.field.parts]
    if is_other_day(base):
        found = [word for word in found if word.field is None or not word.field.type.is_day]
    if is_other_status(base):
        found = [word for word in found if word.field is None or word.field.name != "stage"]
    if is_owner_type(base):
        found = [word for word in found if word.field is None or word.field.name not in _OF_DEALS]
    if is_of_no_place(base):
        found = [word for word in found if word.field is None or word.field.name != "place"]
    return found


def _day_of_signing(kind: Kind, base: str) -> Word | None:
    """The kind's day, where a header says that something was signed on it and not that it began, ended or was told."""
    day = next((one for one in kind.fields if one.type.is_day), None)
    if day is None or is_other_day(base) or is_start(base) or is_publication(base) or is_planned(base):
        return None
    if is_signing(base):
        return Word(day, EXACT)
    return Word(day, ENDING) if is_signed(base) else None


def _one_language(kind: Kind, text: str) -> Word | None:
    if word := exact_word(kind, text):
        return word
    if COUNTED.search(text.strip()):
        return None
    head, *rest = JOINT.split(text.strip(), maxsplit=1)
    if rest and key_of(head.split()[-1] if head.split() else "") in NAMES:
        word = exact_word(kind, head)
        return _one_language(kind, rest[0]) or (replace(word, certainty=WEAK) if word else None)
    if rest and (word := exact_word(kind, head)):
        about = about_of_words(kind, rest[0])
        field = word.field  # ``Date of assignment`` is a day, but of what?
        is_narrower = bool(about) or (field is not None and (field.codes is not None or field.type.is_day))
        return replace(word, certainty=min(word.certainty, ENDING), about=about) if is_narrower else word
    if (plain := without_behind(head)) != head and (word := exact_word(kind, plain)):
        return replace(word, certainty=min(word.certainty, ENDING))
    name = folded(plain)
    for start in range(1, len(name)):
        ending = name[start:].removeprefix("_")
        is_compound = ending in COMPOUND_ENDINGS and name.rpartition("_")[2] not in OTHER_COMPOUNDS
        whole = name[start - 1] == "_" or not ending.isascii() or is_compound
        if whole and len(ending) > 1 and (word := exact_word(kind, ending.replace("_", " "))):
            return ending_of(kind, word, name[:start], ending)
    first, *behind = from_head(re.split(r"[\s_]+", text.strip()))
    word = exact_word(kind, first) if behind else None
    if word is None or word.field is None or word.part:
        return None
    is_head = word.field.type.is_day or key_of(first) in HEADS or is_progress(kind, word)
    return replace(word, certainty=WEAK) if is_head else None
