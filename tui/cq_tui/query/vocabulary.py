"""The words of the filter language, taken from the kinds' annotations and nowhere else."""

import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind

HAS = ("has", "有")
SORT = ("sort", "排序")
ASCENDING, DESCENDING = ("asc", "ascending", "升序"), ("desc", "descending", "降序", "倒序")
"""What may stand behind the field of an order."""
_KEPT = 64
"""Kinds whose words are kept; an archive that is read again has kinds of its own."""
_LONGEST_COMPARED = 100
_MOST_COMPARED = 1_000


def folded(name: str) -> str:
    """Without regard to case, width, and the ways to part words."""
    return "_".join(unicodedata.normalize("NFKC", name).casefold().replace("-", "_").split())


@lru_cache(_KEPT)
def spellings(kind: Kind) -> dict[str, Field]:
    """Every name of a kind's fields, folded, with its field."""
    return _spelt(kind.fields)


@lru_cache(_KEPT)
def _asked(kind: Kind) -> dict[str, Field]:
    """The names of all that a filter of a kind may ask."""
    return _spelt(kind.asked)


def _spelt(fields: Iterable[Field]) -> dict[str, Field]:
    found: dict[str, Field] = {}
    for field in fields:
        for name in (field.name, field.label.en, field.label.zh, *field.shown.aliases):
            found.setdefault(folded(name), field)
    return found


def field_named(kind: Kind, name: str) -> Field | None:
    """The field that a name in any of its spellings means."""
    return _asked(kind).get(folded(name))


def nearest_field(kind: Kind, name: str) -> str | None:
    """The known name closest to a misspelt one, in the spelling of the files if it is one."""
    return _nearest(folded(name), list(_asked(kind)))


def code_spellings(field: Field, code: str) -> list[str]:
    """Everything that means a code where one is expected: what it is called, and how lists spell it."""
    called = (field.codes or {}).get(code)
    return [*names_of_code(field, code), *(called.spellings if called else ())]


def names_of_code(field: Field, code: str) -> list[str]:
    """What a code is called: itself, in Chinese, in English, and its aliases."""
    called = (field.codes or {}).get(code)
    return [code, *filter(None, (called.label.zh, called.label.en, *called.aliases))] if called else [code]


@lru_cache(_KEPT)
def code_names(kind: Kind, field_name: str) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Every code of a field to what it is called, each name folded and as it is; how lists spell it is not offered.

    Kept, for folding the names of a long list takes longer than a keystroke may.
    """
    field = kind.asked_by_name[field_name]
    return {code: tuple((folded(name), name) for name in names_of_code(field, code)) for code in field.codes or ()}


@lru_cache(_KEPT)
def _codes(kind: Kind, field_name: str) -> dict[str, str]:
    found: dict[str, str] = {}
    field = kind.asked_by_name[field_name]
    for code in field.codes or ():
        for name in code_spellings(field, code):
            found.setdefault(folded(name), code)
    return found


def code_named(kind: Kind, field: Field, name: str) -> str | None:
    """The code that a name in any of its spellings means."""
    return _codes(kind, field.name).get(folded(name))


def nearest_code(kind: Kind, field: Field, name: str) -> str | None:
    """The known code word closest to a misspelt one, as it is written: Germany, and not how it is looked up."""
    codes = _codes(kind, field.name)
    near = _nearest(folded(name), list(codes))
    written = names_of_code(field, codes[near]) if near else ()
    return next((one for one in written if folded(one) == near), near)


def _nearest(name: str, known: list[str]) -> str | None:
    starting = next((candidate for candidate in known if name and candidate.startswith(name)), None)
    if starting is not None or len(name) > _LONGEST_COMPARED:
        return starting
    # Telling how close two words are takes some 20 µs; a list of a hundred thousand codes would stop the typing.
    alike = [one for one in known if len(one) <= 3 * len(name) and len(name) <= 3 * len(one)][:_MOST_COMPARED]
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, alike, n=1, cutoff=0.5)), None)
