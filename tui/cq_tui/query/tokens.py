"""Cutting a filter's text into tokens: blanks part them, quotes and slashes hold them together."""

from collections.abc import Iterator
from dataclasses import dataclass

from cq_tui.query.terms import Span

TWINS = str.maketrans("：＞＜＝－，“”„″＂（）／～＊．", ':><=-,"""""()/~*.')
"""Full-width punctuation, and the ASCII that it stands for while an input method is on."""

_BLANKS = " \t\n\r\u3000\u00a0"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text without blanks around it."""

    text: str
    span: Span


def tokens(text: str) -> Iterator[Token]:
    """The tokens of any text; an unclosed quote or slash runs to the end."""
    start: int | None = None
    holding = ""
    for place, character in enumerate(text):
        mark = character.translate(TWINS)
        if start is None:
            if character in _BLANKS:
                continue
            start = place
        if holding:
            if mark == holding and not (holding == "/" and text[place - 1] == "\\"):
                holding = ""
        elif mark == '"' or (mark == "/" and _opens_pattern(text, start, place)):
            holding = mark
        elif character in _BLANKS:
            yield Token(text[start:place], Span(start, place))
            start = None
    if start is not None:
        yield Token(text[start:].rstrip(_BLANKS) or text[start:], Span(start, len(text)))


def _opens_pattern(text: str, start: int, place: int) -> bool:
    """A slash opens a pattern at the start of a token, after its ``-``, or after ``field:``."""
    before = text[start:place].translate(TWINS)
    return before in ("", "-") or before.endswith((":", ":="))
