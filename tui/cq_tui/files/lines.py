"""Line numbers of tables and keys in a TOML text. tomllib gives none, so the text is scanned for them."""

import re
from dataclasses import dataclass, field

from cq_tui.values.expressions import later

Path = tuple[str | int, ...]
"""A place in parsed TOML: keys and list positions, as pydantic gives them."""

_HEADER = later(r"^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = later(r"""^\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_KEY_PART = later(r"""[\w-]+|"[^"]*"|'[^']*'""")
_MARKS = later(r"\"\"\"|'''|\\.|[\"'#\[\]{}]", re.DOTALL)


@dataclass
class Lines:
    """Line numbers, from 1, of the tables and keys of one TOML text."""

    places: dict[Path, int] = field(default_factory=dict)

    def of(self, path: Path) -> int:
        """The line of a place, or of the nearest thing around it; 0 if nothing is known."""
        while path:
            if path in self.places:
                return self.places[path]
            path = path[:-1]
        return 0


def scan(text: str) -> Lines:
    """Find the line of every table header and key that starts a line."""
    lines = Lines()
    counts: dict[Path, int] = {}
    table: Path = ()
    open_string, depth = "", 0
    for number, line in enumerate(text.split("\n"), 1):
        if not open_string and depth == 0:
            if header := _HEADER.match(line):
                table = _enter(_keys(header[2]), header[1] == "[[", counts)
                if isinstance(table[-1], int):
                    lines.places.setdefault(table[:-1], number)
                lines.places.setdefault(table, number)
                continue
            if key := _KEY.match(line):
                lines.places.setdefault((*table, *_keys(key[1])), number)
        open_string, depth = _follow(line, open_string, depth)
    return lines


def _keys(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _KEY_PART.findall(dotted))


def _enter(keys: tuple[str, ...], repeated: bool, counts: dict[Path, int]) -> Path:
    """The place of a table header; every list on the way stands at its latest entry."""
    path: Path = ()
    for key in keys[:-1]:
        path = (*path, key)
        if path in counts:
            path = (*path, counts[path] - 1)
    path = (*path, keys[-1])
    if repeated:
        counts[path] = counts.get(path, 0) + 1
        path = (*path, counts[path] - 1)
    return path


def _follow(line: str, open_string: str, depth: int) -> tuple[str, int]:
    """What is still open at the end of a line: a string's delimiter, and brackets."""
    for match in _MARKS.finditer(line):
        mark = match[0]
        if open_string:
            if mark == open_string:
                open_string = ""
        elif mark == "#":
            break
        elif mark in ('"', "'", '"""', "'''"):
            open_string = mark
        elif mark in "[{":
            depth += 1
        elif mark in "]}":
            depth = max(0, depth - 1)
    return (open_string if len(open_string) == 3 else ""), depth
