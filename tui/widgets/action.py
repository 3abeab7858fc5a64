"""The one way to declare an action: id, keys, words; the key line, the help and bindings come from it."""

import unicodedata

from textual.binding import Binding

from tui.language import noted

__all__ = ["action", "key_words", "noted"]


def action(name: str, keys: str, words: str, *, first: bool = False, call: str | None = None) -> Binding:
    """A binding. ``words`` is marked with ``noted``; ``first`` puts it into the key line.

    Full-width twins of the keys are added, for they arrive while an input method is on.
    """
    every = ",".join(dict.fromkeys([*keys.split(","), *filter(None, map(_twin, keys.split(",")))]))
    return Binding(every, call or name.replace("-", "_"), words, id=name, show=first, key_display=keys.split(",")[0])


_CHARACTERS = {
    "slash": "/", "question_mark": "?", "colon": ":", "left_square_bracket": "[", "right_square_bracket": "]",
    "asterisk": "*", "exclamation_mark": "!",
}  # fmt: skip


def _twin(key: str) -> str:
    """The key that the full-width form of a character arrives as."""
    character = _CHARACTERS.get(key, key)
    if len(character) != 1 or not "!" <= character <= "~":
        return ""
    wide = chr(ord(character) + 0xFEE0)
    return wide if wide.isalnum() else unicodedata.name(wide).lower().replace("-", "_").replace(" ", "_")


_DISPLAY = {
    "enter": "Enter", "escape": "Esc", "slash": "/", "question_mark": "?", "colon": ":", "space": "Space",
    "left_square_bracket": "[", "right_square_bracket": "]", "asterisk": "*", "tab": "Tab", "up": "Up", "down": "Down",
    "left": "Left", "right": "Right", "pageup": "PgUp", "pagedown": "PgDn", "home": "Home", "end": "End",
    "shift+tab": "S-Tab", "f1": "F1", "exclamation_mark": "!",
}  # fmt: skip


def key_words(binding: Binding) -> str:
    """The keys of a binding as people write them, without the full-width twins."""
    keys = [key for key in binding.key.split(",") if key.isascii() and not key.startswith("fullwidth")]
    return " ".join(_DISPLAY.get(key, key.replace("ctrl+", "^")) for key in keys)
