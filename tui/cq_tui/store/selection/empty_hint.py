"""What to say where words find nothing: how the same is asked so that it finds something."""

from collections.abc import Iterator

from cq_tui.language import _
from cq_tui.query.amount_phrase import compared_amount
from cq_tui.query.columns import is_note
from cq_tui.query.parse import parse
from cq_tui.query.spelling import with_code
from cq_tui.query.terms import Query, Term, Words
from cq_tui.query.vocabulary import code_named
from cq_tui.store.selection.selection import Selection
from cq_tui.values.clean import clean_line

_MOST = 3
"""Words that are tried one by one: each asks the engine again."""


def hint_where_empty(selection: Selection) -> str:
    """The condition that words without a field were probably meant as, where they find nothing; empty for none.

    An amount in words; a value of a field; a word that only sounds like something in a note. What would find nothing
    either is not offered, but for amounts, of which there may be none so large.
    """
    if selection.count:
        return ""
    bare = [one for one in selection.query.terms if _is_bare(one)]
    phrase = " ".join(_word(one) for one in bare)
    if condition := compared_amount(phrase, selection.kind):
        return _("{condition} asks for that").format(condition=condition)
    for condition in _values(selection, phrase, bare):
        return _("{condition} asks for that").format(condition=clean_line(condition))
    for term in bare[:_MOST]:
        if selection.store.widen(_word(term)).sounding and _is_in_notes(selection, term):
            message = _("the sound of “{word}” is not looked for in notes; note:{word} does")
            return message.format(word=clean_line(_word(term)))
    return ""


def _is_bare(term: Term) -> bool:
    return term.field is None and isinstance(term.test, Words) and not term.negated


def _word(term: Term) -> str:
    return term.test.any_of[0] if isinstance(term.test, Words) else ""


def _values(selection: Selection, phrase: str, bare: list[Term]) -> Iterator[str]:
    """Conditions on fields of which the words are a value, all together or one of them, that find something."""
    kind = selection.kind
    offered = [(phrase, bare), *((_word(one), [one]) for one in bare[:_MOST] if len(bare) > 1)]
    for words, terms in offered if bare else ():
        for field in kind.asked:
            code = code_named(kind, field, words) if field.codes and field.name not in kind.qualifiers else None
            if code is None:
                continue
            # As the union itself is meant by its own name, its members are: ``country:EU``.
            condition = with_code(kind, field, code).replace("=", ":", 1)
            if _finds(selection, terms, condition):
                yield condition


def _is_in_notes(selection: Selection, term: Term) -> bool:
    return any(map(is_note, selection.kind.fields)) and _finds(selection, [term], f"note:{_word(term)}")


def _finds(selection: Selection, terms: list[Term], condition: str) -> bool:
    """Whether something is found with a condition in the place of some terms."""
    others = tuple(one for one in selection.query.parts if one not in terms)
    asked = Query(selection.kind, (*others, *parse(condition, selection.kind).parts))
    return not asked.faults and selection.beside(asked).count > 0
