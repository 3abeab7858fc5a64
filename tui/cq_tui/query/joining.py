"""Conditions that people write with blanks inside: ``amount >= 10 亿``, ``date: 19 Nov 2025``, ``category:a, b``."""

import re
from contextlib import suppress
from functools import partial
from typing import NamedTuple

from cq_tui.query.terms import Span
from cq_tui.query.tokens import COMPARISON, FIELD_AND_OPERATOR, FIELD_NAME, TWINS, Token, tokens
from cq_tui.query.vocabulary import ASCENDING, DESCENDING, HAS, SORT, code_named, field_named, folded
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.values.expressions import later
from cq_tui.values.ranges import NotUnderstood
from cq_tui.values.types.base import Asked

_OPERATOR = later(r"[:=<>≥≧⩾≤≦⩽≠]|!=")
_LAST_VALUE = later(r".*(?:,|\.\.)", re.DOTALL)
_FIRST_VALUE = later(r"(?:(?!,|\.\.).)+", re.DOTALL)
_NEGATIVE = later(r"-[\d.]")
_LONGEST_NAME = 80
_LONGEST_VALUE = 60
"""Characters of one number or date; what is longer is none."""
_WORDS_OF_A_NAME, _TOKENS_OF_A_VALUE = 4, 6
_MOST_AT_ONCE = 3
"""Tokens that are tried together: ``Nov 2025`` after ``19``, where ``19 Nov`` alone is no date; names of codes."""


class _Head(NamedTuple):
    """How a condition on a field begins: the tokens of the name and its operator, and what stands behind that."""

    tokens: int
    name: str
    field: Field | None
    value: str


def conditions(text: str, kind: Kind) -> list[Token]:
    """The tokens of any text, those of one condition together. Takes time in proportion to the text."""
    left = list(tokens(text))
    texts = [_shortened(token.text.translate(TWINS)) for token in left]
    found: list[Token] = []
    start = 0
    while start < len(left):
        end = start + 1
        if head := _head(kind, texts, start):
            end = start + head.tokens
            while end < len(left) and (more := _goes_on(kind, head, texts, start, end)):
                end += more
        elif COMPARISON.fullmatch(texts[start]) and end < len(left) and is_compared(texts[end]):
            end += 1
        first, last = left[start].span.start, left[end - 1]
        found.append(Token(text[first : last.span.start] + last.text, Span(first, last.span.end)))
        start = end
    return found


def _shortened(text: str) -> str:
    """The begin and the end of a token: a name, an operator, and one value."""
    most = _LONGEST_NAME + _LONGEST_VALUE
    return text if len(text) <= 2 * most else text[:most] + text[-most:]


def _head(kind: Kind, texts: list[str], start: int) -> _Head | None:
    """The begin of a condition on a known field, whose name may have blanks as the headings of columns have."""
    so_far = texts[start].removeprefix("-")
    for end in range(start + 1, min(start + 2 + _WORDS_OF_A_NAME, len(texts) + 1)):
        if match := FIELD_AND_OPERATOR.match(so_far):
            name = match["name"]
            if so_far.endswith(":") and match.end() == len(so_far) and COMPARISON.match("".join(texts[end : end + 1])):
                so_far += texts[end]  # amount: >= 1
                continue
            known = _is_known(kind, name)
            return _Head(end - start, folded(name), field_named(kind, name), so_far[match.end() :]) if known else None
        if not FIELD_NAME.fullmatch(so_far) or end == len(texts):
            return None
        so_far += ("" if _OPERATOR.match(texts[end]) else " ") + texts[end]
    return None


def _is_known(kind: Kind, name: str) -> bool:
    return len(name) <= _LONGEST_NAME and (folded(name) in (*HAS, *SORT) or field_named(kind, name) is not None)


def _goes_on(kind: Kind, head: _Head, texts: list[str], start: int, end: int) -> int:
    """How many of the tokens from ``end`` on belong to the condition that begins at ``start``."""
    following, field = texts[end], head.field
    match = FIELD_AND_OPERATOR.match(following.removeprefix("-"))
    if match is not None and _is_known(kind, match["name"]):
        return 0
    counts = field is not None and field.type.asked is Asked.RANGES
    if following.startswith("-") and head.name not in SORT and not (counts and _NEGATIVE.match(following)):
        return 0
    values = [head.value, *texts[max(start + head.tokens, end - _TOKENS_OF_A_VALUE) : end]]
    value = " ".join(filter(None, values[-_TOKENS_OF_A_VALUE:]))
    if not value or value.endswith(",") or following.startswith(","):
        return 1
    if head.name in SORT and following.partition(",")[0].lower() in (*ASCENDING, *DESCENDING):
        return 1
    if head.name in (*SORT, *HAS):
        return _of_name(kind, value, texts[end : end + _MOST_AT_ONCE])
    if field is None or field.type.asked not in (Asked.RANGES, Asked.CODES):
        return 0
    return _of_value(kind, field, value, texts[end : end + _MOST_AT_ONCE])


def _of_name(kind: Kind, value: str, following: list[str]) -> int:
    """How many tokens go on with the name of a field, which may have blanks."""
    last = value.rpartition(",")[2].removeprefix("-")
    for count in range(len(following), 0, -1):
        *inner, head = following[:count]
        if field_named(kind, " ".join((last, *inner, head.partition(",")[0]))) is not None:
            return count
    return 0


def _of_value(kind: Kind, field: Field, value: str, following: list[str]) -> int:
    """How many tokens go on with a number, a date, or the name of a code."""
    last = _LAST_VALUE.sub("", value[-_LONGEST_VALUE:])
    if field.type.asked is Asked.RANGES and (value.endswith("..") or following[0].startswith("..")):
        return 1
    for count in range(len(following), 0, -1):
        *inner, head = following[:count]
        first = _FIRST_VALUE.match(head)
        whole = " ".join((last, *inner, first[0])) if first else ""
        if 0 < len(whole) <= _LONGEST_VALUE and _reads(kind, field, whole):
            return count
    return 0


def _reads(kind: Kind, field: Field, text: str) -> bool:
    if field.type.asked is Asked.CODES:
        return code_named(kind, field, text.strip()) is not None
    with suppress(NotUnderstood):
        field.type.read_range("", text, field)
        return True
    return False


def is_compared(text: str) -> bool:
    """Whether a text is something to compare with: an amount or a date."""
    # Read when it is asked: the expressions of all ways to write a number and a date would cost every start 2 ms.
    from cq_tui.values.day_ranges import days
    from cq_tui.values.number_ranges import amount

    for read in (partial(amount, None), days):
        with suppress(NotUnderstood):
            read(text)
            return True
    return False
