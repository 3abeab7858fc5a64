"""Small pieces of SQL that the readers and the checks are made of."""

import re
from collections.abc import Iterable

from cq_tui.model.clean import CONTROLS, REPLACEMENT
from cq_tui.model.flat import BLANKS

_SURROGATES = 0xD800


def quoted(text: str) -> str:
    """A text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def named(name: str) -> str:
    """A name as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def listed(texts: list[str]) -> str:
    """Texts as an SQL list of literals."""
    return "[" + ", ".join(map(quoted, texts)) + "]"


def any_of(conditions: list[str]) -> str:
    """True where one of the conditions is; a condition that can't be told is not."""
    return " OR ".join(f"coalesce({one}, false)" for one in conditions) or "false"


def one_of(characters: Iterable[str]) -> str:
    """A regular expression (RE2) of one of these characters."""
    return "[" + "".join(f"\\x{{{ord(one):x}}}" for one in characters) + "]"


def cleaned(text: str) -> str:
    """SQL: ``model.clean.clean``."""
    ranges = "".join(f"\\x{{{first:x}}}-\\x{{{last:x}}}" for first, last in CONTROLS if first != _SURROGATES)
    return f"regexp_replace({text}, '[{ranges}]', {quoted(REPLACEMENT)}, 'g')"


def stripped(text: str) -> str:
    """SQL: a text without the blanks around it. Looking for them is much cheaper than taking them off."""
    blank = one_of(BLANKS)
    around = f"regexp_matches({text}, '^{blank}') OR regexp_matches({text}, '{blank}$')"
    return f"CASE WHEN {around} THEN trim({text}, {quoted(BLANKS)}) ELSE {text} END"


def matches(text: str, pattern: str) -> str:
    """SQL: whether the whole text matches a pattern of Python's re that has ``^`` and ``$`` only at its ends."""
    inner = re.sub(r"^\^|\$$", "", pattern)
    return f"regexp_full_match({text}, {quoted(inner)})"
