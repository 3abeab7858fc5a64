"""What must be set before Textual is imported."""

import os
import sys

_UNUSED = ("ssl", "_ssl", "_hashlib")
"""Encryption, which asyncio would load where it can: 5 MB a session for what a terminal has no use for."""

_COLORS = {"16": "standard", "256": "256", "truecolor": "truecolor"}


def is_dumb() -> bool:
    """Whether the terminal can't place a cursor."""
    return os.environ.get("TERM", "dumb") in ("dumb", "unknown", "")


def prepare(color: str) -> None:
    """Set Textual's environment: no animation, no key protocol that garbles input methods, the colours.

    ``color`` is auto, none, 16, 256 or truecolor.
    """
    for name in _UNUSED:
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"
    if not os.environ.get("NO_COLOR"):  # empty is as good as unset; Textual takes it for set
        os.environ.pop("NO_COLOR", None)
    if color == "none":
        os.environ["NO_COLOR"] = "1"
    elif color != "auto":
        os.environ.pop("NO_COLOR", None)
        os.environ["TEXTUAL_COLOR_SYSTEM"] = _COLORS[color]
