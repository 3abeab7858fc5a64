"""Whether all that answers a query answers an earlier one, too: then that one's matches alone are looked through."""

from cq_tui.query.terms import Query, Term, Words
from cq_tui.query.widen import Widened, Widener, plain
from cq_tui.values.types.identifier import key_in


def narrows(query: Query, earlier: Query, widen: Widener) -> bool:
    """Whether the query is sure to find nothing that the earlier one did not find: each of its conditions is there
    still, or there with a word that was typed on.
    """
    if query.kind is not earlier.kind or not earlier.terms:
        return False
    typed_on = [term for term in earlier.terms if term not in query.terms]
    return all(any(_typed_on(now, before, widen) for now in query.terms) for before in typed_on)


def _typed_on(now: Term, before: Term, widen: Widener) -> bool:
    """Whether a condition is another one with letters added to its word, and finds no more."""
    one, other = now.test, before.test
    if now.field != before.field or now.negated or before.negated or now.ids is not None or before.ids is not None:
        return False
    if not isinstance(one, Words) or not isinstance(other, Words) or one.whole or other.whole:
        return False
    if len(one.any_of) != 1 or len(other.any_of) != 1:
        return False
    word, start = one.any_of[0], other.any_of[0]
    return (
        plain(word).startswith(plain(start))
        and _sounds_no_more(widen(word), widen(start), anywhere=now.field is None)
        and _is_no_further_key(word, start)
    )


def _sounds_no_more(now: Widened, before: Widened, *, anywhere: bool) -> bool:
    """An expression that was cut, or is looked for in names alone, may leave out what a longer word sounds like."""
    return not now.sounding or bool(before.sounding and before.is_whole and not (anywhere and before.is_short))


def _is_no_further_key(now: str, before: str) -> bool:
    """A word without a digit is looked for in no identifier, and a short one is found only as the whole."""
    key, start = key_in(now), key_in(before)
    return key is None or (start is not None and not start[1] and key[0].startswith(start[0]))
