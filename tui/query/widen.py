"""A word as a regular expression that meets all its written forms (RE2 and Python alike)."""

import re
import unicodedata

LONGEST_WORD = 200
"""Characters of a word that are looked at; more would only make the expression wide."""


def expression(word: str) -> str:
    """The expression of one word: letter case and full width are one."""
    return "".join(_class(character) for character in unicodedata.normalize("NFKC", word)[:LONGEST_WORD])


def _class(character: str) -> str:
    forms = {character, character.lower(), character.upper()}
    forms |= {wide for form in forms if (wide := _full_width(form))}
    single = sorted(form for form in forms if len(form) == 1)
    if len(single) == 1:
        return _escaped(single[0])
    return "[" + "".join(_escaped(form) for form in single) + "]"


def _full_width(character: str) -> str:
    if character == " ":
        return "\u3000"
    return chr(ord(character) + 0xFEE0) if "!" <= character <= "~" else ""


def _escaped(character: str) -> str:
    return re.escape(character) if character.isascii() else character
