"""A line to type in, of which no control character comes back to the terminal."""

from dataclasses import dataclass
from typing import Any

from textual.events import Key, Paste
from textual.message import Message
from textual.widgets import Input

from cq_tui.language import _
from cq_tui.values.clean import clean_line

LONGEST = 1000
"""Characters of a line; no filter and no file name needs more, and a longer one would make each key slow."""


class TypingLine(Input):
    """An Input in our looks: no blinking, for that sends bytes over an idle line, and what is pasted is cleaned."""

    @dataclass
    class Shortened(Message):
        """A paste was longer than the line has room for; its first ``taken`` characters stand there."""

        taken: int

    DEFAULT_CSS = """
    TypingLine, TypingLine:focus {
        width: 1fr; height: 1; border: none; padding: 0;
        background: $background; color: $foreground; background-tint: $background 0%;
    }
    TypingLine>.input--placeholder, TypingLine>.input--suggestion { color: $text-dim; }
    TypingLine:ansi>.input--placeholder { color: $text-dim; text-style: none; }
    TypingLine:ansi>.input--suggestion { color: $text-dim; text-style: underline; }
    """

    def __init__(self, value: str = "", **more: Any) -> None:
        super().__init__(value, compact=True, select_on_focus=False, highlighter=None, max_length=LONGEST, **more)
        self.cursor_blink = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """One line does not scroll: the keys for it are left to the screen."""
        return False if action.startswith("scroll_") else super().check_action(action, parameters)

    def validate_value(self, value: str) -> str:
        """Make control and direction characters visible before they are shown or used."""
        return clean_line(value)

    async def on_key(self, event: Key) -> None:
        """Do at once what a key is bound to: on its way up to the app the letters behind it would overtake it."""
        bound = None if event.is_printable else self.screen.active_bindings.get(event.key)
        if bound is not None and bound.node is self:
            event.stop()
            event.prevent_default()
            await self.run_action(bound.binding.action)

    def on_paste(self, event: Paste) -> None:
        """Take all lines of a paste as one. Textual takes the first alone, and nothing of one that is too long."""
        event.prevent_default()
        event.stop()
        self._insert(event.text)

    def action_copy(self) -> None:
        """Copy what is selected, and say so; with nothing selected the key means what it means elsewhere."""
        if not self.selected_text:
            self.call_later(self.run_action, "app.help_quit")
            return
        self.app.copy_to_clipboard(self.selected_text)
        message = _("Sent to the terminal's clipboard: {line}").format(line=clean_line(self.selected_text))
        self.app.notify(message, markup=False)

    def action_paste(self) -> None:
        """Take what was last copied here, as if the terminal had pasted it."""
        self._insert(self.app.clipboard)

    def _insert(self, text: str) -> None:
        words = " ".join(filter(None, map(str.strip, text.splitlines())))
        start, end = sorted(self.selection)
        room = LONGEST - len(self.value) + (end - start)
        self.replace(words[:room], start, end)
        if len(words) > room:
            self.post_message(self.Shortened(room))

    def restricted(self) -> None:
        """No bell for what is too long: a paste would ring for each character."""
