"""Changing a filter's text by its terms: what a facet or a key does."""

from collections.abc import Iterable

from cq_tui.query.joining import conditions
from cq_tui.query.terms import Query, Sorting, Term
from cq_tui.schema.field import Field
from cq_tui.values.ranges import QUOTES


def without_field(query: Query, field: Field) -> str:
    """The filter without its terms of a field."""
    return _together(query, [part.text for part in query.parts if not _is_of(part, field)])


def with_term(query: Query, field: Field, text: str) -> str:
    """The filter with other terms of a field: where the first of them stood, else before what only sorts."""
    texts = [None if _is_of(part, field) else part.text for part in query.parts]
    if None in texts:
        at = texts.index(None)
    else:
        at = next((n for n, part in enumerate(query.parts) if isinstance(part, Sorting)), len(texts))
    return _together(query, filter(None, (*texts[:at], text, *texts[at:])))


def without_last(query: Query) -> str:
    """The filter without the last of its conditions."""
    last = max((n for n, part in enumerate(query.parts) if not isinstance(part, Sorting)), default=-1)
    return _together(query, (part.text for n, part in enumerate(query.parts) if n != last))


def _together(query: Query, texts: Iterable[str]) -> str:
    """The texts as one filter. A word that would become part of a condition beside which it now stands gets quotes.

    Without ``title:x`` between them, ``type:credit line`` would be one condition.
    """
    given = list(texts)
    read = {token.text for token in conditions(" ".join(given), query.kind)}
    words = {part.text for part in query.parts if isinstance(part, Term) and part.field is None and not part.negated}
    return " ".join(f'"{one}"' if one in words - read and not set(one) & set(QUOTES) else one for one in given)


def _is_of(part: object, field: Field) -> bool:
    if not isinstance(part, Term) or part.field is None:
        return False
    return (part.field.name, part.field.follows) == (field.name, field.follows)
