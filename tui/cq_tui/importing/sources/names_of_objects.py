"""What an object of JSON is called: by a name of its own, in a language, or by first and last name."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from cq_tui.importing.sources.named_persons import first_and_last

_NAMES = ("name", "full_name", "fullname", "display_name", "displayname", "title", "label")
_LANGUAGE = re.compile(
    r"(?:zh|en|ja|ko|vi|th|ms|de|fr|es|it|pt|nl|pl|cs|sk|sl|hr|sr|bg|ru|uk|el|tr|sv|da|nb|nn|fi|et|lv|lt|hu|ro|ca|eu|"
    r"gl|ar|he|fa|hi|tw|cn|jp)(?:[-_][a-z]{2,4}){0,2}"
)
"""Keys of languages; not ``id`` and ``no``, which say other things."""
_PARTS = (("first", "last"), ("given", "family"), ("first", "family"), ("given", "last"))
_BEFORE = ("zh", "en")
"""The languages whose names come before those in others."""
Record = Mapping[str, Any]


def name_of(one: Record) -> str:
    """The name of an object; empty where it has none. In languages it is that of the first which has one.

    ``{"name": "Ann"}``, ``{"en": {"name": "Ann"}}``, ``{"name": {"en": "Ann"}}``, ``{"name_en": "Ann"}``.
    """
    folded = {key.casefold(): value for key, value in one.items()}
    plain = (_text(folded.get(each)) for each in _NAMES)
    if found := next(filter(None, plain), "") or _first_and_last(one):
        return found
    names = (folded[each] for each in _NAMES if each in folded)
    within = (_of_parts(value) for value in names if isinstance(value, Mapping))
    beside = (_in_languages(_by_language(folded, each)) for each in _NAMES)
    by_language = (name_of(value) for value in _in_order(folded) if isinstance(value, Mapping))
    return next((found for every in (within, beside, by_language) for found in every if found), "")


def _of_parts(value: Record) -> str:
    """The name that an object of languages, or of first and last name, says."""
    folded = {key.casefold(): one for key, one in value.items()}
    if found := _in_languages(folded) or _first_and_last(value):
        return found
    pairs = (f"{_text(folded.get(first))} {_text(folded.get(last))}".strip() for first, last in _PARTS)
    return max(pairs, key=len)


def _in_languages(folded: Record) -> str:
    return next(filter(None, map(_text, _in_order(folded))), "")


def _in_order(folded: Record) -> Iterator[Any]:
    """The values of keys that are languages, the usual ones first."""
    languages = [key for key in folded if _LANGUAGE.fullmatch(key)]
    for key in sorted(languages, key=lambda key: [key[:2] != each for each in _BEFORE]):
        yield folded[key]


def _by_language(folded: Record, name: str) -> dict[str, Any]:
    """What keys such as ``name_en`` say, by their languages."""
    return {key[len(name) + 1 :]: one for key, one in folded.items() if re.match(rf"{name}[_-]", key)}


def _first_and_last(one: Record) -> str:
    pairs = first_and_last(key for key, value in one.items() if isinstance(value, str))
    return next((f"{one[first]} {one[last]}".strip() for first, last in pairs), "")


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
