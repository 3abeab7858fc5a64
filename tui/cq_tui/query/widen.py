"""A word as a regular expression that meets all its written forms; the query is widened, never the data.

One expression serves the engine (RE2: no backtracking, so it can't run away) and the highlighting (Python's re).
"""

import unicodedata
from collections.abc import Callable
from functools import cached_property
from itertools import product
from math import prod
from typing import NamedTuple

from cq_tui.query.chinese import chinese
from cq_tui.query.classes import character_class
from cq_tui.query.heard import masks
from cq_tui.query.pinyin import LONGEST, Reading, Readings
from cq_tui.values.expressions import later

LONGEST_WORD = 200
"""Characters of a word that are looked at; more would only make the expression wide."""

_SHORT = 2
_MOST_FORMS = 4
"""Written forms that are looked for one by one; an expression of so many takes the engine longer than each of them."""
_LETTERS = later(r"[A-Za-z0-9]+")
_SAME_CASE = {"k": "\u212a", "s": "\u017f", "i": "\u0130"}
"""Signs that are a letter's other case to whoever ignores case: that of Kelvin, the long s, the dotted I of Turkish."""
_PINYIN = later(r"[a-zü]{2,}")


class Widened(NamedTuple):
    """A word's expression; ``literal`` leaves out what only sounds like it.

    ``forms`` are all its written forms where they are few; they need no expression. ``folded`` is one that ignores case
    alone, for texts in which no letter or digit has another width: the engine finds by it at a quarter of the cost.
    """

    literal: str
    sounding: str = ""
    forms: tuple[str, ...] = ()
    folded: str = ""
    is_short: bool = False
    """Whether it is of so few letters that its sound is looked for in names alone."""
    heard: tuple[int, ...] = ()
    """Of which pairs of sounds a text must have all of one number to sound so (``heard.py``); none: any text may."""
    is_whole: bool = True
    """Whether all ways to read it are in the expression, as far as there is any."""
    in_lower: bool = False
    """Whether all of this meets a text in lower case just where it meets the text as it is written."""
    lower: str = ""
    """How it stands in a text in lower case in which no letter or digit has another width; empty for several ways."""

    @property
    def pattern(self) -> str:
        """The whole expression."""
        return f"(?:{self.literal}|{self.sounding})" if self.sounding else self.literal

    @property
    def as_written(self) -> "Widened":
        """Without what only sounds like it, as it is looked for in running text."""
        return self._replace(sounding="") if self.sounding else self


class Widener:
    """Widens words. ``in_use`` gives the characters of the archive, asked for at the first pinyin word."""

    def __init__(
        self,
        in_use: Callable[[], frozenset[str] | None] = lambda: None,
        has_wide: Callable[[], bool] = lambda: True,
    ) -> None:
        """Widen over the characters in use; None for all that the tables know.

        ``has_wide``: whether the archive may have letters or digits of full width; asked at the first word of letters.
        """
        self._in_use, self._has_wide = in_use, has_wide
        self._known: dict[str, Widened] = {}

    @cached_property
    def _readings(self) -> Readings:
        return Readings(self._in_use())

    def __call__(self, word: str) -> Widened:
        """The expressions of a word: letter case, width, simplified and traditional are one; pinyin is read."""
        if word not in self._known:
            if len(self._known) > 1000:
                self._known.clear()
            letters = plain(word)
            written = [forms_of(character) for character in letters]
            literal = "".join(map(character_class, written))
            sounds = _PINYIN.fullmatch(letters) and len(letters) <= LONGEST
            narrow = _LETTERS.fullmatch(letters) and not self._has_wide()
            few = prod(map(len, written)) <= _MOST_FORMS
            if narrow and letters.isdecimal():
                forms: tuple[str, ...] = (letters,)
            else:
                forms = tuple(map("".join, product(*map(sorted, written)))) if few else ()
            folded = f"(?i){letters}" if narrow else ""
            read = self._readings.reading(letters) if sounds else Reading("")
            self._known[word] = Widened(
                literal,
                sounding=read.expression,
                forms=forms,
                folded=folded,
                is_short=len(letters) <= _SHORT,
                heard=masks(read.ways),
                is_whole=read.whole,
                in_lower=all(map(_lower_is_plain, letters)),
                lower=letters.lower() if narrow else "",
            )
        return self._known[word]


def plain(word: str) -> str:
    """A word as its letters are compared: compatibility forms are their letters, and what is far too long is cut."""
    return unicodedata.normalize("NFKC", word)[:LONGEST_WORD]


def _lower_is_plain(character: str) -> bool:
    """Whether a character's forms stay among themselves in lower case: those of letters of other scripts may not, to
    whoever knows more of their cases (σ and ς).
    """
    return character.isascii() or character.lower() == character.upper()


def forms_of(character: str) -> set[str]:
    """The characters that are one with a character, itself included."""
    if character == " ":
        return {" ", "\u3000", "\u00a0"}
    forms = {character, character.lower(), character.upper()}
    if character > "\u2e7f":
        forms.update(chinese().forms.get(character, ""))
    single = {form for form in forms if len(form) == 1}
    single |= {wide for form in single if (wide := _full_width(form))}
    return single | {same for form in single if (same := _SAME_CASE.get(form))}


def _full_width(character: str) -> str:
    return chr(ord(character) + 0xFEE0) if "!" <= character <= "~" else ""
