"""The field that a text names as a whole: by the kind's own names, and by what lists call it."""

from functools import lru_cache

from cq_tui.importing.recognise.words.header_terms import COMMON_ROLES, PARTS
from cq_tui.importing.recognise.words.known_words import KnownWord, key_of, known_word
from cq_tui.importing.recognise.words.word import EXACT, WEAK, Word
from cq_tui.query.vocabulary import code_spellings, folded, spellings
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind


def exact_word(kind: Kind, text: str) -> Word | None:
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
