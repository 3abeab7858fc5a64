"""The one place that makes foreign text harmless.

``clean`` is for showing: what could steer a terminal, or is invisible, becomes visible as U+FFFD. ``normalise`` is for
data: invisible noise and the ends of lines of other systems are taken for what people mean, then all else is cleaned.
Each says below the same in SQL, and a property test holds the two together.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any

from cq_tui.values.expressions import later
from cq_tui.values.sql import Sql, literal

Ranges = tuple[tuple[int, int], ...]
"""Characters, each range from its first to its last."""

_KEPT_LINES = "\n\t"
NOISE: Ranges = ((0xAD, 0xAD), (0x200B, 0x200B), (0x2060, 0x2060), (0xFEFF, 0xFEFF))
"""Soft hyphen, zero-width space, word joiner, byte-order mark: they say nothing and come with copied text."""
_PARTING = "(?<=[0-9])\xad+(?=[0-9])|(?<= )\xad+(?= )"
"""Soft hyphens between digits part two numbers, as a hyphen does: 17-19 is not 1719. Between blanks one is a dash."""
JOINERS: Ranges = ((0x200C, 0x200D),)
"""They are a part of the text between characters that join, and noise everywhere else."""
JOINING: Ranges = (
    (0x600, 0x61B), (0x61D, 0xDFF), (0xF00, 0x109F), (0x1780, 0x180D), (0x180F, 0x18AF), (0xA840, 0xA87F),
    (0xFB50, 0xFDFF), (0xFE70, 0xFEFC), (0x11000, 0x11FFF), (0x1E900, 0x1E95F),  # Arabic, Indic and their like
    (0x2190, 0x21FF), (0x2300, 0x2BFF), (0xFE0E, 0xFE0F), (0x1F000, 0x1FAFF),  # emoji and what varies them
)  # fmt: skip
CONTROLS: Ranges = (
    (0x00, 0x08), (0x0B, 0x1F), (0x7F, 0x9F), (0xAD, 0xAD), (0x61C, 0x61C), (0x180E, 0x180E), (0x200B, 0x200B),
    (0x200E, 0x200F), (0x2028, 0x202E), (0x2060, 0x206F), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB), (0xD800, 0xDFFF),
    (0xE0000, 0xE0FFF),
)  # fmt: skip
"""The characters that are made visible; so is a joiner that joins nothing."""


def _set_of(ranges: Ranges) -> str:
    return "[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges) + "]"


_LONE = f"(?<!{_set_of(JOINING)}){_set_of(JOINERS)}|{_set_of(JOINERS)}(?!{_set_of(JOINING)})"
_SPECIAL = later(_set_of((*CONTROLS, *JOINERS)))
"""The characters that need a closer look. Hardly a text has one, so that what looks closer is made when one has."""
_BREAKS = str.maketrans(dict.fromkeys(_KEPT_LINES, " "))
_SEPARATORS: Ranges = ((0x2028, 0x2029),)
"""What parts lines and paragraphs in texts of the web."""
_LINE_ENDS = str.maketrans("\r\u2028\u2029", "\n\n\n")
REPLACEMENT = "\ufffd"


@cache
def _made(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


def whole(text: str) -> str:
    """U+FFFD for halves of surrogate pairs: what an argument that is not UTF-8 holds, and nothing can write."""
    return _made("[\ud800-\udfff]").sub(REPLACEMENT, text)


def clean(text: str) -> str:
    """Make control, bidirectional, zero-width and surrogate characters visible as U+FFFD.

    Line feeds and tabs stay: a note may have lines. So do joiners where they join, as in many emoji and in Persian.
    """
    return _made(f"{_set_of(CONTROLS)}|{_LONE}").sub(REPLACEMENT, text) if _SPECIAL.search(text) else text


def normalise(text: str) -> str:
    """A text of a data file as it is kept: lines end with LF, invisible noise is gone, the rest is as ``clean`` says.

    Noise goes first, so that nothing hides behind it: what it parted is then judged as it stands.
    """
    if not _SPECIAL.search(text):
        return text
    text = _made(_PARTING).sub("-", text)
    text = _made(_set_of(NOISE)).sub("", text).replace("\r\n", "\n").translate(_LINE_ENDS)
    return _made(_LONE).sub("", _made(_set_of(CONTROLS)).sub(REPLACEMENT, text))


def normalised_row(cells: Sequence[str]) -> list[str]:
    """As ``normalise``, of the cells of a row: one look tells that none of them has anything special."""
    return [normalise(cell) for cell in cells] if _SPECIAL.search("".join(cells)) else list(cells)


def clean_line(text: str) -> str:
    """As ``clean``, on one line: what is safe to stand in a terminal's cell."""
    return clean(text).translate(_BREAKS)


def clean_tree(value: Any) -> Any:
    """``normalise`` every string in a tree of tables and lists, keys included."""
    if isinstance(value, str):
        return normalise(value)
    if isinstance(value, dict):
        return {normalise(key): clean_tree(child) for key, child in value.items()}
    if isinstance(value, list):
        return [clean_tree(child) for child in value]
    return value


# The same in SQL

_SURROGATES = 0xD800
"""A file that the engine reads holds no halves of surrogate pairs, and RE2 knows none."""


def _sql_set_of(ranges: Ranges, *, negated: bool = False) -> str:
    """A regular expression (RE2) of one character of some ranges, or of none of them."""
    found = "".join(f"\\x{{{first:x}}}-\\x{{{last:x}}}" for first, last in ranges if first != _SURROGATES)
    return f"[{'^' if negated else ''}{found}]"


SPECIAL = _sql_set_of((*CONTROLS, *JOINERS))
"""A regular expression (RE2) of a character that ``normalise`` may touch."""


_are_clean = ContextVar("are_clean", default=False)


@contextmanager
def known_clean(are_clean: bool) -> Iterator[None]:
    """While a statement is made: whether the texts that it names are known to hold nothing that ``clean`` touches."""
    before = _are_clean.set(are_clean)
    try:
        yield
    finally:
        _are_clean.reset(before)


def sql_cleaned(text: Sql) -> Sql:
    """As ``clean``, of what is normalised already but for controls; a text that is known to be clean as it is."""
    if _are_clean.get():
        return text
    return f"regexp_replace({text}, {literal(_sql_set_of(CONTROLS))}, {literal(REPLACEMENT)}, 'g')"


def sql_normalised(text: Sql) -> Sql:
    """As ``normalise``. Most texts hold nothing special, which one look tells."""
    return f"CASE WHEN regexp_matches({text}, {literal(SPECIAL)}) THEN {normalisation(text)} ELSE {text} END"


def normalisation(text: Sql) -> Sql:
    """As ``sql_normalised``, for texts that are known to need it."""
    joiner, other = _sql_set_of(JOINERS), _sql_set_of(JOINING, negated=True)
    for _time in range(2):  # a digit between two of them ends one match and begins the next
        text = f"regexp_replace({text}, '([0-9])\\x{{ad}}+([0-9])', '\\1-\\2', 'g')"
        text = f"regexp_replace({text}, ' \\x{{ad}}+ ', ' - ', 'g')"
    text = f"regexp_replace({text}, {literal(_sql_set_of(NOISE))}, '', 'g')"
    text = f"replace(replace({text}, chr(13) || chr(10), chr(10)), chr(13), chr(10))"
    text = f"regexp_replace({text}, {literal(_sql_set_of(_SEPARATORS))}, chr(10), 'g')"
    text = sql_cleaned(text)
    # RE2 can't look around: joiners in a row join nothing, then those go that have no joining character on one side.
    text = f"regexp_replace({text}, '{joiner}{{2,}}', '', 'g')"
    text = f"regexp_replace({text}, '(^|{other}){joiner}', '\\1', 'g')"
    return f"regexp_replace({text}, '{joiner}({other}|$)', '\\1', 'g')"
