"""Plain text for the terminal's own selection, where it can't be sent to the clipboard."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.screens.base.session import Session
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.key_line import KeyLine
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.base.linked_lines import Row
from cq_tui.widgets.base.status_lines import TextLine
from cq_tui.widgets.base.text_layout import wrap


class CopyTextScreen(BaseScreen):
    """Nothing but lines of text between what it is and the keys."""

    DEFAULT_CSS = """
    CopyTextScreen { background: $background; }
    CopyTextScreen LinkList { height: 1fr; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        action("plain-back", "escape,q,left,h", N_("back"), first=True, call="back"),
    ]

    def __init__(self, session: Session, words: str, text: Sequence[str]) -> None:
        """``words`` says why this is shown; ``text`` are clean lines."""
        super().__init__(session)
        self._words = words
        self._text = text

    def compose(self) -> ComposeResult:
        """What this is, the text, the keys."""
        yield TextLine(id="what")
        yield LinkList(leads=False)
        yield KeyLine()

    def show_title(self) -> None:
        """Say why the text is shown: in place of the event, which would be in the way of a selection by the mouse."""
        self.query_one("#what", TextLine).update([(f" {self._words}", "accent")])

    def on_mount(self) -> None:
        """Show the text."""
        self.show_title()
        self.query_one(LinkList).show(
            lambda width: [Row([(f" {part}", "text")]) for line in self._text for part in wrap(line, width - 2)]
        )
        self.query_one(LinkList).focus()

    def on_resize(self) -> None:
        """The keys fit the width."""
        self.show_keys()

    def action_back(self) -> None:
        """Back to where this was opened from."""
        self.dismiss()
