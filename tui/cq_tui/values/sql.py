"""Small pieces of SQL text that the rules are written with."""

import re
from collections.abc import Iterable

Sql = str
"""An SQL expression. It never holds what a user typed: that goes to the engine as a parameter."""


def literal(text: str) -> Sql:
    """A text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def identifier(name: str) -> Sql:
    """A name as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def literals(texts: Iterable[str]) -> Sql:
    """Texts as an SQL list of literals."""
    return "[" + ", ".join(map(literal, texts)) + "]"


def struct(entries: Iterable[tuple[str, Sql]]) -> Sql:
    """A struct of named expressions."""
    return "{" + ", ".join(f"{literal(name)}: {value}" for name, value in entries) + "}"


def any_of(conditions: Iterable[Sql]) -> Sql:
    """True where one of the conditions is; a condition that is NULL counts as false."""
    return " OR ".join(f"coalesce({one}, false)" for one in conditions) or "false"


def one_of(characters: Iterable[str]) -> str:
    """A regular expression (RE2) of one of these characters."""
    return "[" + "".join(f"\\x{{{ord(one):x}}}" for one in characters) + "]"


def full_match(text: Sql, pattern: str) -> Sql:
    """Whether the whole text matches a pattern of Python's re that has ``^`` and ``$`` only at its ends."""
    inner = re.sub(r"^\^|\$$", "", pattern)
    return f"regexp_full_match({text}, {literal(inner)})"


def same_type(one: str, other: str) -> bool:
    """Whether two types of the engine's are one: names may be quoted, and blanks may stand behind commas."""
    return _spelt(one) == _spelt(other)


def _spelt(type_: str) -> str:
    return type_.replace('"', "").replace(", ", ",")
