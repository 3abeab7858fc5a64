"""What a header means that ends, or begins, in a known word with other words beside it."""

import re
from dataclasses import replace

from cq_tui.importing.recognise.words.attribute_words import is_attribute, is_of_another
from cq_tui.importing.recognise.words.done_to import turned_round
from cq_tui.importing.recognise.words.exact_words import exact_word
from cq_tui.importing.recognise.words.header_terms import BARE, BEHIND, COMMON_ROLE, HEADS, OBJECTS
from cq_tui.importing.recognise.words.known_words import key_of
from cq_tui.importing.recognise.words.word import ENDING, WEAK, Word
from cq_tui.schema.kind import Kind


def is_progress(kind: Kind, word: Word) -> bool:
    """Whether a word says how far a record has come: ``Stato opera``, ``Status of works``."""
    return word.field is not None and kind.money is not None and word.field.name == kind.money.progress


def from_head(words: list[str]) -> list[str]:
    """Words without the one before a head, which says of which table it is: ``bando_IMPORTO_LOTTO``."""
    return words[1:] if len(words) > 2 and key_of(words[1]) in HEADS and key_of(words[0]) not in HEADS else words


def without_behind(text: str) -> str:
    """A text without the words at its end that only say which one it is."""
    words = re.split(r"[\s_]+", text.strip())
    while len(words) > 1 and key_of(words[-1]) in BEHIND:
        words.pop()
    return " ".join(words) if len(words) < len(re.split(r"[\s_]+", text.strip())) else text


def ending_of(kind: Kind, word: Word, before: str, last: str) -> Word | None:
    """What a header means that ends in a known word, ``last``, with other words before it."""
    word = turned_round(word, before)
    if word.is_unit or word.part not in ("", "year"):
        return None
    first = exact_word(kind, before.replace("_", " ").strip()) if word.field is kind.heading else None
    if first and first.field and (first.field.type.is_day or first.field.type.is_money):
        return replace(first, certainty=min(first.certainty, ENDING))  # ``Startdatum Projekt``
    if first and first.field and is_progress(kind, first):
        return replace(first, certainty=min(first.certainty, ENDING))  # ``Stato progetto``
    day = exact_word(kind, before.replace("_", " ").strip()) if word.field and word.field.type.is_money else None
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
    about = about_of_words(kind, before)
    if about and word.field and not (word.field.type.is_day or word.field.parts or word.field.is_list):
        return None  # ``Company size`` tells nothing of the deal
    role = about if about and word.role == COMMON_ROLE else word.role  # ``Contractor company``
    return replace(word, certainty=min(word.certainty, WEAK if word.part else ENDING), part="", about=about, role=role)


def _object(kind: Kind, words: str) -> Word | None:
    """The title, where words begin with one that says what something is about, and not what it is called."""
    first = key_of(re.split(r"[\s_]+", words.strip())[0])
    word = exact_word(kind, first) if first in OBJECTS else None
    return replace(word, certainty=ENDING) if word and word.field is kind.heading else None


def about_of_words(kind: Kind, words: str) -> str:
    """The role that words before or behind a known word name."""
    left = re.sub(r"(?i)^\s*(?:of|by|for|du|de la|de|des|der|del|della)?\s*(?:the\s+)?", "", words.replace("_", " "))
    word = exact_word(kind, left.strip())
    return word.role if word else ""
