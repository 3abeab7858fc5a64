"""The filter bar: text as it is typed, and what is not understood in it."""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from tui.language import _
from tui.query.terms import Query
from tui.widgets.action import action, noted
from tui.widgets.bars import Line


class FilterInput(Input):
    """A line of text that keeps on Enter and clears on Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("keep-filter", "enter", noted("keep the filter"), first=True),
        action("clear-filter", "escape", noted("clear the filter"), first=True),
        action("leave-filter", "down", noted("to the list"), call="keep_filter"),
    ]

    @dataclass
    class Kept(Message):
        """The filter stays and the list is asked for."""

    @dataclass
    class Cleared(Message):
        """The filter goes."""

    def action_keep_filter(self) -> None:
        """Keep what is typed."""
        self.post_message(self.Kept())

    def action_clear_filter(self) -> None:
        """Clear what is typed."""
        self.post_message(self.Cleared())


class FilterBar(Horizontal):
    """The slash, the typed text, and at its right end what was not understood."""

    DEFAULT_CSS = """
    FilterBar { height: 1; background: $background; }
    FilterBar #slash { width: 3; }
    FilterBar FilterInput {
        width: 1fr; height: 1; border: none; padding: 0; background: $background; color: $foreground;
        &:focus { border: none; background-tint: $background 0%; }
    }
    FilterBar #why { width: auto; max-width: 60%; }
    """

    @dataclass
    class Changed(Message):
        """The typed text is another one."""

        text: str

    def compose(self) -> ComposeResult:
        """The slash, the input and the words at the end."""
        yield Line(id="slash")
        yield FilterInput(compact=True, select_on_focus=False, highlighter=None)
        yield Line(id="why")

    def on_mount(self) -> None:
        """No blinking: it would send bytes over an idle line."""
        self.query_one(FilterInput).cursor_blink = False
        self.query_one("#slash", Line).say([(" / ", "accent")])

    @property
    def input(self) -> FilterInput:
        """The line of text."""
        return self.query_one(FilterInput)

    def show(self, text: str) -> None:
        """Show a text without reporting it as typed."""
        if self.input.value != text:
            with self.input.prevent(Input.Changed):
                self.input.value = text
                self.input.cursor_position = len(text)

    def explain(self, query: Query) -> None:
        """Tell the first thing that was not understood."""
        why = self.query_one("#why", Line)
        if query.faults:
            text = f"{query.faults[0].message} "
            why.styles.width = "auto"
            why.say([(text, "fault")])
        elif not query.parts:
            why.say([(_("words, field:value, amount>=1亿  "), "dim")])
        else:
            why.say([])

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what was typed."""
        event.stop()
        self.post_message(self.Changed(event.value))
