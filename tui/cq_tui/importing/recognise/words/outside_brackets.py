"""Parts a cell at marks that stand in no brackets: a part never opens a bracket that it does not close."""

import re

_CLOSED = re.compile(r"[(（\[［【〔][^()（）\[\]［］【】〔〕]*[)）\]］】〕]")
_INSIDE = "\ue000"
"""Stands in place of each character between brackets: nothing that parts names matches it."""


def cut(marks: re.Pattern[str], text: str) -> tuple[list[str], list[str]]:
    """The pieces between marks, and the marks: of ``Aa (Bb / Cc) / Dd`` two and one."""
    pieces, found, start = [], [], 0
    for match in marks.finditer(without_brackets(text)):
        pieces.append(text[start : match.start()])
        found.append(text[match.start() : match.end()])
        start = match.end()
    return [*pieces, text[start:]], found


def pieces(marks: re.Pattern[str], text: str) -> list[str]:
    """The pieces alone, those that say anything, without blanks around them."""
    return [piece.strip() for piece in cut(marks, text)[0] if piece.strip()]


def closes_one_above(line: str, below: str) -> bool:
    """Whether a line opens a bracket that the one below it closes."""
    return _open(_CLOSED.sub("", line), "(（[［【〔") and _open(_CLOSED.sub("", below), ")）]］】〕")


def _open(text: str, brackets: str) -> bool:
    return any(bracket in text for bracket in brackets)


def without_brackets(text: str) -> str:
    """A text as long as it is, of which nothing can be read that stands in brackets, also in those within others."""
    while (plain := _CLOSED.sub(lambda found: _INSIDE * len(found[0]), text)) != text:
        text = plain
    return text
