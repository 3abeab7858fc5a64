"""Characters that a web page wrote by their names, ``&amp;``, and that stand so in cells, in any case or doubled."""

import re
from html import unescape
from html.entities import html5

ENTITY = re.compile(rb"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});")
LONGEST = 10
"""Bytes that such a character takes at most."""
_IN_TEXT = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});")
_DOUBLED = 3
"""How often a page may have written the sign before a name by its own name: ``&amp;amp;``."""


def without_entities(cell: str) -> str:
    """A cell with the characters themselves; what is no name of one stays as it is."""
    for _again in range(_DOUBLED):
        found = _IN_TEXT.sub(_character, cell) if "&" in cell else cell
        if found == cell:
            break
        cell = found
    return cell


def _character(match: re.Match[str]) -> str:
    name = match[0][1:]
    if name in html5 or name.startswith("#"):
        return unescape(match[0])
    return html5.get(name.lower(), match[0]) if name[:-1].isupper() else match[0]
