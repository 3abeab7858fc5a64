"""The order of matches that may only sound like a word: names as typed, names by their sound, then the rest."""

from typing import NamedTuple

from cq_tui.query.columns import FOLDED
from cq_tui.query.looks import Condition, key_looks, looks_of, names_hold_any
from cq_tui.query.sql import Asking, all_of, anywhere, condition_of, matching, sounds_of
from cq_tui.query.terms import Query, Term, Words
from cq_tui.query.widen import Widened, Widener
from cq_tui.schema.kind import Kind


class Ranks(NamedTuple):
    """What puts matches in order where words may only sound alike: whether all these words are typed so in names, or
    are in names at all. What else matches comes last; ``others`` are the conditions beside them.
    """

    typed: Condition
    named: Condition
    others: Condition

    @property
    def sql(self) -> Condition:
        """The rank of a match: 2, 1 or 0."""
        values = [*self.typed[1], *self.named[1]]
        return f"CASE WHEN {self.typed[0]} THEN 2 WHEN {self.named[0]} THEN 1 ELSE 0 END", values

    @property
    def first(self) -> tuple[Condition, Condition]:
        """Conditions of the matches of the first two ranks, each; they ask no text but what they must."""
        (typed, words), (named, more), (others, rest) = self
        by_sound = f"CASE WHEN {typed} THEN false WHEN {named} THEN {others} ELSE false END"
        return (f"CASE WHEN {typed} THEN {others} ELSE false END", [*words, *rest]), (by_sound, [*words, *more, *rest])


def ranks(query: Query, asking: Asking) -> Ranks | None:
    """How the matches are ranked by their names; None where no word may match by its sound alone.

    A word with a field is looked for in that field alone; all its matches are in it.
    """
    typed, named, others = [], [], []
    for term in query.terms:
        words = _by_sound(term, asking.widen)
        if not words or not isinstance(term.test, Words):
            others.append(condition_of(query.kind, term, asking))
            continue
        typed.append(_in_names(query.kind, term, term.test, [word.as_written for word in words], asking))
        by_name = term.field is None
        named.append(
            _in_names(query.kind, term, term.test, words, asking) if by_name else condition_of(query.kind, term, asking)
        )
    return Ranks(all_of(typed), all_of(named), all_of(others)) if typed else None


def _by_sound(term: Term, widen: Widener) -> list[Widened]:
    """The words of a condition of which one may match by its sound; none for all other conditions."""
    if not isinstance(term.test, Words) or term.negated or term.ids is not None:
        return []
    words = [widen(word) for word in term.test.any_of]
    return words if any(word.sounding for word in words) else []


def _in_names(kind: Kind, term: Term, test: Words, words: list[Widened], asking: Asking) -> Condition:
    """Whether words stand in what the record and those that it refers to are called, or in the field of the term."""
    looks = [look for word in words for look in looks_of(word, test.whole)]
    if term.field is not None:
        keys = key_looks(test.any_of, asking.widen, whole=test.whole)
        return matching(kind, term.field, looks, keys, asking.look_up)
    if asking.heard and not test.whole:
        written = [look for word in words for look in looks_of(word.as_written)]
        own = [names_hold_any(written), *(sounds_of(FOLDED, word) for word in words if word.sounding)]
    else:
        own = [names_hold_any(looks)]
    return anywhere(kind, own, looks, [], asking, in_codes=False)
