"""Sets of characters as classes that RE2 and Python's re read alike."""

import re
from collections.abc import Iterable


def character_class(characters: Iterable[str]) -> str:
    """One character or a class with its runs as ranges; empty for none."""
    codes = sorted({ord(character) for character in characters})
    if not codes:
        return ""
    if len(codes) == 1:
        return escaped(chr(codes[0]))
    pieces = []
    start = last = codes[0]
    for code in [*codes[1:], -1]:
        if code == last + 1:
            last = code
            continue
        pieces.append(_run(start, last))
        start = last = code
    return f"[{''.join(pieces)}]"


def _run(start: int, last: int) -> str:
    if last - start < 2:
        return "".join(escaped(chr(code)) for code in range(start, last + 1))
    return f"{escaped(chr(start))}-{escaped(chr(last))}"


def escaped(character: str) -> str:
    """A character that stands for itself, inside a class and outside."""
    return re.escape(character) if character.isascii() else character
