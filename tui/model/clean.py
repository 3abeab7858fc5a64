"""The one place that makes foreign text harmless."""

import re
from typing import Any

_KEPT_LINES = "\n\t"
_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
_HALVES = re.compile("[\ud800-\udfff]")
_BREAKS = str.maketrans(dict.fromkeys(_KEPT_LINES, " "))
REPLACEMENT = "\ufffd"


def whole(text: str) -> str:
    """U+FFFD for halves of surrogate pairs: what an argument that is not UTF-8 holds, and nothing can write."""
    return _HALVES.sub(REPLACEMENT, text)


def clean(text: str) -> str:
    """Make control, bidirectional, zero-width and surrogate characters visible as U+FFFD.

    Line feeds and tabs stay: a note may have lines.
    """
    return _CONTROLS.sub(REPLACEMENT, text)


def clean_line(text: str) -> str:
    """As ``clean``, on one line: what is safe to stand in a terminal's cell."""
    return clean(text).translate(_BREAKS)


def clean_tree(value: Any) -> Any:
    """``clean`` every string in a tree of tables and lists, keys included."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {clean(key): clean_tree(child) for key, child in value.items()}
    if isinstance(value, list):
        return [clean_tree(child) for child in value]
    return value
