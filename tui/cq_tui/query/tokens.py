"""Cutting a filter's text into tokens: blanks part them, quotes and slashes hold them together."""

from collections.abc import Iterator
from typing import NamedTuple

from cq_tui.query.terms import Span
from cq_tui.values.expressions import later
from cq_tui.values.ranges import QUOTES

TWINS = str.maketrans("：＞＜＝－，“”„″＂（）／～＊．！＠", ':><=-,"""""()/~*.!@')
"""Full-width punctuation, and the ASCII that it stands for while an input method is on."""

FIELD_NAME = later(r"[^\W\d][\w-]*(?:\s+[\w-]+){0,3}")
"""Up to four words: the heading of a column may have blanks."""
COMPARISON = later(r":?\s*(?:>=|=>|<=|=<|[≥≧⩾≤≦⩽]|!=|<>|≠|==|>|<|=)")
_AT = r"(?:@(?P<at>\d[\dQq./年月日-]*))?"
FIELD_AND_OPERATOR = later(rf"(?P<name>{FIELD_NAME.pattern}){_AT}\s*(?P<operator>{COMPARISON.pattern}|:)\s*")
"""With ASCII punctuation; blanks may stand around the operator. ``stage@2024``: a field as it was at some time."""
WORD_AT = later(rf"(?P<name>{FIELD_NAME.pattern}){_AT}")
"""A word that is a whole condition, as ``overdue@2024``."""
_SAME = {
    "=>": ">=",
    "=<": "<=",
    "==": "=",
    "<>": "!=",
    "≠": "!=",
    **dict.fromkeys("≥≧⩾", ">="),
    **dict.fromkeys("≤≦⩽", "<="),
}

_BLANKS = " \t\n\r\u3000\u00a0"
_TELLING = later(rf"[{_BLANKS}{QUOTES}/／]")
"""The characters that end a token or begin what holds blanks; all others are passed over at once."""


class Token(NamedTuple):
    """A piece of the text without blanks around it."""

    text: str
    span: Span


def comparison(operator: str) -> str:
    """How an operator compares, however it is written: ``>=``, ``=``, ``!=``, or empty for ``:``."""
    sign = operator.removeprefix(":").strip()
    return _SAME.get(sign, sign)


def tokens(text: str) -> Iterator[Token]:
    """The tokens of any text; an unclosed quote or slash runs to the end."""
    start: int | None = None
    holding = ""
    at = 0
    while at < len(text):
        if start is None and text[at] in _BLANKS:
            at += 1
            continue
        start = at if start is None else start
        found = _TELLING.search(text, at)
        if found is None:
            break
        at = found.start()
        mark = text[at].translate(TWINS)
        if holding:
            if mark == holding and not (holding == "/" and text[at - 1] == "\\"):
                holding = ""
        elif mark == '"' or (mark == "/" and _opens_pattern(text, start, at)):
            holding = mark
        elif text[at] in _BLANKS:
            yield Token(text[start:at], Span(start, at))
            start = None
        at += 1
    if start is not None:
        yield Token(text[start:].rstrip(_BLANKS) or text[start:], Span(start, len(text)))


def _opens_pattern(text: str, start: int, at: int) -> bool:
    """A slash opens a pattern at the start of a token, after its ``-``, or after ``field:``."""
    before = text[max(start, at - 2) : at].translate(TWINS)
    return start == at or (before == "-" and start == at - 1) or before.endswith((":", ":="))
