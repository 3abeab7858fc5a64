"""The one way to declare an action: id, keys, words; the key line, the help, the palette and bindings come from it."""

from collections.abc import Mapping
from dataclasses import replace

from textual.binding import Binding

from cq_tui.language import N_
from cq_tui.settings.key_names import display_keys, with_twins

__all__ = ["N_", "action", "key_words", "rebound"]


def action(name: str, keys: str, words: str, *, first: bool = False, call: str | None = None) -> Binding:
    """A binding. ``words`` is marked with ``N_``; ``first`` puts it into the key line.

    Full-width twins of the keys are added, for they arrive while an input method is on.
    """
    shown = keys.split(",")[0]
    return Binding(with_twins(keys), call or name.replace("-", "_"), words, id=name, show=first, key_display=shown)


def rebound(binding: Binding, keymap: Mapping[str, str]) -> Binding:
    """A binding with the keys that a keymap gives its id."""
    keys = keymap.get(binding.id or "")
    return replace(binding, key=with_twins(keys), key_display=keys.split(",")[0]) if keys else binding


def key_words(binding: Binding) -> str:
    """The keys of a binding as people write them, without the full-width twins."""
    return display_keys(binding.key)
