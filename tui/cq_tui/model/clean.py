"""The one place that makes foreign text harmless."""

import re
from typing import Any

_KEPT_LINES = "\n\t"
CONTROLS = (
    (0x00, 0x08), (0x0B, 0x1F), (0x7F, 0x9F), (0xAD, 0xAD), (0x61C, 0x61C), (0x180E, 0x180E), (0x200B, 0x200F),
    (0x2028, 0x202E), (0x2060, 0x206F), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB), (0xD800, 0xDFFF), (0xE0000, 0xE0FFF),
)  # fmt: skip
"""The characters that are made visible, from first to last."""
_CONTROLS = re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in CONTROLS) + "]")
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
