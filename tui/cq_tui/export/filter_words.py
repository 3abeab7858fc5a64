"""A filter as words of a file's name, in which no sign of a comparison can stand."""

from cq_tui.language import _
from cq_tui.query.terms import Query, Term
from cq_tui.query.tokens import FIELD_AND_OPERATOR, TWINS, comparison
from cq_tui.values.ranges import Ranges


def filter_words(query: Query) -> str:
    """What is understood of a filter; two filters that differ in how they compare differ in their words, too."""
    parts = query.applied.parts
    return " ".join(_words(part) if isinstance(part, Term) else part.text for part in parts)


def _words(term: Term) -> str:
    text = term.text[1:] if term.negated else term.text
    match = FIELD_AND_OPERATOR.match(text.translate(TWINS))
    if match is not None and term.field is not None and isinstance(term.test, Ranges):
        text = f"{match['name']} {_compared(comparison(match['operator']), text[match.end() :].strip())}"
    return _("not {condition}").format(condition=text) if term.negated else text


def _compared(sign: str, value: str) -> str:
    """How a value is compared with."""
    low, dots, high = value.partition("..")
    if dots and not sign:
        if "*" not in (low, high):
            return _("{low} to {high}").format(low=low, high=high)
        sign, value = (">=", low) if high == "*" else ("<=", high)
    words = {">": _("over {value}"), "<": _("under {value}"), ">=": _("at least {value}"), "<=": _("at most {value}")}
    return words[sign].format(value=value) if sign in words else value
