"""The line of keys under a screen; a click on one of them is that key."""

from collections.abc import Iterable

from rich.cells import cell_len
from textual.binding import Binding
from textual.events import Click
from textual.message import Message

from cq_tui.language import _
from cq_tui.widgets.base.action import key_words
from cq_tui.widgets.base.line_widget import StyledText
from cq_tui.widgets.base.status_lines import TextLine

_KEPT = ("help", "back", "cancel")
"""Ends of the names of actions that stay where there is no room for all: the list of keys, and the way out."""
_GAP = 3


class KeyPressed(Message):
    """Something was clicked that stands for a key, by the name that Textual gives it."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key


class KeyLine(TextLine):
    """The keys that matter here, each with its words, as many as there is room for; help and the way out first."""

    def __init__(self) -> None:
        super().__init__(id="keys")
        self._spans: list[tuple[range, str]] = []
        """The cells that belong to a key."""

    def show(self, bindings: Iterable[Binding], width: int) -> None:
        """Show the keys of some bindings in a width."""
        pieces: list[StyledText] = [(" ", "text")]
        self._spans = []
        at = 1
        for binding in _fitting(list(bindings), width - at):
            words = _(binding.description)
            pieces.extend([(_key(binding), "text"), (f" {words}{' ' * _GAP}", "dim")])
            self._spans.append((range(at, at + _need(binding)), binding.key.split(",")[0]))
            at += _need(binding) + _GAP
        text, style = pieces[-1]
        self.update([*pieces[:-1], (text.rstrip() or text, style)])

    def on_click(self, event: Click) -> None:
        """Press the key."""
        key = next((key for cells, key in self._spans if event.x in cells), None)
        if key is not None:
            self.post_message(KeyPressed(key))


def _key(binding: Binding) -> str:
    return key_words(binding).split(" ")[0]


def _need(binding: Binding) -> int:
    """The cells of a key and its words."""
    return cell_len(_key(binding)) + 1 + cell_len(_(binding.description))


def _fitting(bindings: list[Binding], width: int) -> list[Binding]:
    """Those for which there is room: the kept ones, then each in its order, a long one left out for a short one."""
    room = width + _GAP
    fitting: set[int] = set()
    for place in sorted(range(len(bindings)), key=lambda place: not _is_kept(bindings[place])):
        need = _need(bindings[place]) + _GAP
        if need <= room:
            room -= need
            fitting.add(place)
    return [one for place, one in enumerate(bindings) if place in fitting]


def _is_kept(binding: Binding) -> bool:
    return (binding.id or "").rpartition("-")[2] in _KEPT
