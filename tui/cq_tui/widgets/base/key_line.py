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


class KeyPressed(Message):
    """Something was clicked that stands for a key, by the name that Textual gives it."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key


class KeyLine(TextLine):
    """The keys that matter here, each with its words, as many as there is room for."""

    def __init__(self) -> None:
        super().__init__(id="keys")
        self._spans: list[tuple[range, str]] = []
        """The cells that belong to a key."""

    def show(self, bindings: Iterable[Binding], width: int) -> None:
        """Show the keys of some bindings in a width."""
        pieces: list[StyledText] = [(" ", "text")]
        self._spans = []
        at = 1
        for binding in bindings:
            key, words = key_words(binding).split(" ")[0], _(binding.description)
            need = cell_len(key) + cell_len(words) + 4
            if at + need > width + 3:
                break
            pieces.extend([(key, "text"), (f" {words}   ", "dim")])
            self._spans.append((range(at, at + need - 3), binding.key.split(",")[0]))
            at += need
        text, style = pieces[-1]
        self.update([*pieces[:-1], (text.rstrip() or text, style)])

    def on_click(self, event: Click) -> None:
        """Press the key."""
        key = next((key for cells, key in self._spans if event.x in cells), None)
        if key is not None:
            self.post_message(KeyPressed(key))
