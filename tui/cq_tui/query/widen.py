"""A word as a regular expression that meets all its written forms; the query is widened, never the data.

One expression serves the engine (RE2: no backtracking, so it can't run away) and the highlighting (Python's re).
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from cq_tui.query.chinese import chinese
from cq_tui.query.classes import character_class, escaped
from cq_tui.query.pinyin import LONGEST, Readings

LONGEST_WORD = 200
"""Characters of a word that are looked at; more would only make the expression wide."""

_SHORT = 2
_PINYIN = re.compile(r"[a-zü]{2,}")


class Widened(NamedTuple):
    """A word's expression; ``literal`` leaves out what only sounds like it.

    ``plain`` is the word itself where it has one form only, and needs no expression.
    """

    literal: str
    sounding: str = ""
    plain: str = ""
    is_short: bool = False
    """Whether it is of so few letters that its sound is looked for in names alone."""

    @property
    def pattern(self) -> str:
        """The whole expression."""
        return f"(?:{self.literal}|{self.sounding})" if self.sounding else self.literal

    @property
    def in_text(self) -> "Widened":
        """As it is looked for in running text: the sound of two letters is that of far too many words there."""
        return self._replace(sounding="") if self.is_short else self


class Widener:
    """Widens words. ``in_use`` gives the characters of the archive, asked for at the first pinyin word."""

    def __init__(self, in_use: Callable[[], frozenset[str] | None] = lambda: None) -> None:
        """Widen over the characters in use; None for all that the tables know."""
        self._in_use = in_use
        self._known: dict[str, Widened] = {}

    @cached_property
    def _readings(self) -> Readings:
        return Readings(self._in_use())

    def __call__(self, word: str) -> Widened:
        """The expressions of a word: letter case, width, simplified and traditional are one; pinyin is read."""
        if word not in self._known:
            if len(self._known) > 1000:
                self._known.clear()
            plain = unicodedata.normalize("NFKC", word)[:LONGEST_WORD]
            literal = "".join(_class(character) for character in plain)
            sounds = _PINYIN.fullmatch(plain) and len(plain) <= LONGEST
            only = plain if all(_class(character) == character for character in plain) else ""
            short = len(plain) <= _SHORT
            self._known[word] = Widened(literal, self._readings.expression(plain) if sounds else "", only, short)
        return self._known[word]


def _class(character: str) -> str:
    if character == " ":
        return "[ \u3000\u00a0]"
    forms = {character, character.lower(), character.upper()}
    if character > "\u2e7f":
        forms.update(chinese().forms.get(character, ""))
    single = {form for form in forms if len(form) == 1}
    single |= {wide for form in single if (wide := _full_width(form))}
    return character_class(single) if len(single) > 1 else escaped(character)


def _full_width(character: str) -> str:
    return chr(ord(character) + 0xFEE0) if "!" <= character <= "~" else ""
