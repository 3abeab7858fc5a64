"""Reads a row whose quoted cells hold marks that are not doubled, by the number of cells that it must have.

``""Jodel" in the hall, 21 May, Saal",1500`` ends at the mark that leaves as many cells as the other rows have.
"""

import re

_LONGEST = 10_000
"""Characters of a row that is looked at."""
_MOST_WAYS = 200
"""Ends of cells that are tried: a row of many marks is not guessed."""


def of_width(text: str, delimiter: str, width: int) -> list[str]:
    """The cells of a row; empty where it has ``width`` cells in no way, or in several."""
    text = text.rstrip("\r\n")
    if len(text) > _LONGEST:
        return []
    found: list[list[str]] = []
    ways: list[tuple[int, list[str]]] = [(0, [])]
    tried = 0
    while ways and len(found) < 2:
        position, cells = ways.pop()
        tried += 1
        if tried > _MOST_WAYS:
            return []
        if position > len(text):
            found += [cells] if len(cells) == width else []
        elif len(cells) < width:
            ways += [(end, [*cells, cell]) for cell, end in _cells_at(text, position, delimiter)]
    return found[0] if len(found) == 1 else []


def _cells_at(text: str, position: int, delimiter: str) -> list[tuple[str, int]]:
    """The cells that can begin at a place, each with the place behind its delimiter."""
    mark = re.escape(delimiter)
    start = re.compile(r' *"').match(text, position)
    if not start:
        end = text.find(delimiter, position)
        end = end if end >= 0 else len(text)
        return [(text[position:end].lstrip(" "), end + 1)]
    closing, sure = re.compile(rf'" *(?={mark}|\Z)'), re.compile(rf'" *{mark} *"')
    found = []
    for one in closing.finditer(text, start.end()):
        found.append((_inner(text[start.end() : one.start()]), one.end() + 1))
        if sure.match(text, one.start()):
            break  # between two marks a delimiter parts cells
    return found


def _inner(text: str) -> str:
    """What stands in a cell; doubled marks are one where all are doubled."""
    alone = re.sub('""', "", text)
    return text if '"' in alone else text.replace('""', '"')
