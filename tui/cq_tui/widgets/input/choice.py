"""One of a few, on one line: left and right choose."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import BindingType
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from cq_tui.language import _
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.line_widget import LineWidget, StyledText
from cq_tui.widgets.base.status_lines import fitted
from cq_tui.widgets.base.text_layout import padded

LABEL = 11
"""Cells of the label before a choice."""


def label(words: str, *, here: bool) -> list[StyledText]:
    """The label of a line of a form; ``here`` points at it."""
    return [(padded(f"{'>' if here else ' '}{words}", LABEL), "accent" if here else "dim")]


class Choice(LineWidget, can_focus=True):
    """A label and what can be chosen; the chosen one stands in brackets."""

    DEFAULT_CSS = "Choice { height: 1; }"

    BINDINGS: ClassVar[list[BindingType]] = [
        action("choose-next", "right,l,space", N_("choose"), first=True, call="choose(1)"),
        action("choose-before", "left,h", N_("choose"), call="choose(-1)"),
    ]

    @dataclass
    class Changed(Message):
        """Another one was chosen by a key."""

        choice: "Choice"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._label = ""
        self._options: Sequence[tuple[str, str]] = ()
        self.value = ""

    def offer(self, label: str, options: Sequence[tuple[str, str]], value: str) -> None:
        """Offer other values with their words; ``value`` is the chosen one."""
        self._label, self._options, self.value = label, options, value
        self.refresh(layout=True)

    def choose(self, value: str) -> None:
        """Have one chosen; nothing is posted."""
        self.value = value
        self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        """As wide as its pieces."""
        return sum(cell_len(text) for text, _ink in self._pieces())

    def action_choose(self, step: int) -> None:
        """Choose the one after or before."""
        values = [value for value, _words in self._options]
        if len(values) > 1:
            self.choose(values[(values.index(self.value) + step) % len(values)])
            self.post_message(self.Changed(self))
        else:
            self.app.notify(_("There is nothing else to choose here."), markup=False, timeout=3)

    def on_click(self, event: Click) -> None:
        """Choose the one that was clicked."""
        self.focus()
        values: list[str | None] = [None, *(value for value, _words in self._options)]
        ends = accumulate(cell_len(text) for text, _style in self._pieces())
        clicked = next((value for value, end in zip(values, ends, strict=True) if event.x < end), None)
        if clicked is not None and clicked != self.value:
            self.choose(clicked)
            self.post_message(self.Changed(self))

    def on_focus(self) -> None:
        """Point at the label."""
        self.refresh()

    def on_blur(self) -> None:
        """No longer point at the label."""
        self.refresh()

    def _pieces(self) -> list[StyledText]:
        pieces = label(self._label, here=self.has_focus)
        for value, words in self._options:
            pieces.append((f"[{words}]", "tab") if value == self.value else (f" {words} ", "text"))
        return pieces

    def render_line(self, y: int) -> Strip:  # noqa: ARG002
        """The line."""
        width = self.size.width
        return self.strip(fitted(self._pieces(), width), width)
