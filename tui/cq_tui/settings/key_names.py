"""The names of keys: as Textual calls them, as people write them, and their full-width twins."""

import string
import unicodedata
from functools import cache

from cq_tui.language import current
from cq_tui.values.expressions import later

_OTHERWISE = {
    "solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at", "hyphen_minus": "minus",
    "plus_sign": "plus", "low_line": "underscore",
}  # fmt: skip
_WRITTEN = {
    "enter": "Enter", "escape": "Esc", "space": "Space", "tab": "Tab", "backspace": "BS", "delete": "Del",
    "insert": "Ins", "up": "Up", "down": "Down", "left": "Left", "right": "Right", "pageup": "PgUp",
    "pagedown": "PgDn", "home": "Home", "end": "End",
}  # fmt: skip
_CHINESE = {"backspace": "退格", "up": "上箭头", "down": "下箭头", "left": "左箭头", "right": "右箭头"}
"""Keys that a Chinese keyboard, or its users, call otherwise than by a sign or an English word."""
_SHORT = {"esc": "escape", "return": "enter", "pgup": "pageup", "pgdn": "pagedown", "del": "delete", "ins": "insert"}
_FUNCTION = later(r"f([1-9]|1\d|2[0-4])")
_MODIFIERS = ("ctrl", "alt", "shift")


def _textual_name(character: str) -> str:
    """Textual's name of the key that types a character."""
    if character.isalnum():
        return character
    name = unicodedata.name(character).lower().replace("-", "_").replace(" ", "_")
    return _OTHERWISE.get(name, name)


@cache
def _characters() -> dict[str, str]:
    return {_textual_name(one): one for one in string.punctuation}


def normalised(key: str) -> str | None:
    """Textual's name of one key, which people write in several ways (``/``, ``slash``, ``^e``); None for no key."""
    key = key.strip()
    if len(key) > 1 and key.startswith("^"):
        key = f"ctrl+{key[1:]}"
    *modifiers, last = key.split("+") if len(key) > 1 and not key.endswith("+") else [key]
    if any(one.lower() not in _MODIFIERS for one in modifiers) or len(set(modifiers)) < len(modifiers):
        return None
    if len(last) == 1 and last.isprintable() and not last.isspace():
        last = unicodedata.normalize("NFKC", last)
        last = _textual_name(last.lower() if modifiers else last) if len(last) == 1 else ""
    else:
        last = _SHORT.get(last.lower(), last.lower())
        if last not in _WRITTEN and last not in _characters() and not _FUNCTION.fullmatch(last):
            return None
    return "+".join((*(one.lower() for one in sorted(modifiers)), last)) if last else None


def full_width_twin(key: str) -> str:
    """The key that the full-width form of a character arrives as; nothing for a key that has none."""
    character = _characters().get(key, key)
    if len(character) != 1 or not "!" <= character <= "~":
        return ""
    wide = chr(ord(character) + 0xFEE0)
    return wide if wide.isalnum() else unicodedata.name(wide).lower().replace("-", "_").replace(" ", "_")


def with_twins(keys: str) -> str:
    """Keys by comma, with the twins of those that have one: they arrive while an input method is on."""
    each = keys.split(",")
    return ",".join(dict.fromkeys([*each, *filter(None, map(full_width_twin, each))]))


def is_typed(key: str) -> bool:
    """Whether a key writes a character into a line of text."""
    return key == "space" or len(key) == 1 or key in _characters()


def display_key(key: str) -> str:
    """A key as people write it: ``/``, ``^e``, ``S-Tab``, ``PgUp``."""
    *modifiers, last = key.split("+")
    if current() == "zh" and last in _CHINESE:
        last = _CHINESE[last]
    last = _characters().get(last) or _WRITTEN.get(last) or (last.upper() if _FUNCTION.fullmatch(last) else last)
    marks = {"ctrl": "^", "shift": "S-", "alt": "A-"}
    return "".join(marks[one] for one in modifiers) + last


def display_keys(keys: str) -> str:
    """Keys by comma as people write them, without the full-width twins."""
    return " ".join(display_key(key) for key in keys.split(",") if key.isascii() and not key.startswith("fullwidth"))
