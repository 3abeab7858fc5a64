"""The command lines that give what is on the screen: one opens it again, one writes it."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from cq_tui.language import _
from cq_tui.screens.base.modal_panel import ModalPanel
from cq_tui.screens.base.session import Session
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.key_line import KeyLine
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.base.linked_lines import Link, Row
from cq_tui.widgets.base.status_lines import TextLine
from cq_tui.widgets.base.text_layout import wrap


class CommandList(LinkList):
    """What each command does, and below it the whole of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("command-take", "enter,right,l", N_("send to the clipboard"), first=True, call="follow"),
    ]


class CommandLinesScreen(ModalPanel[str | None]):
    """Closes with the command that is to be sent to the terminal's clipboard."""

    DEFAULT_CSS = """
    CommandLinesScreen {
        #panel { height: 12; }
        LinkList { height: 1fr; }
    }
    """
    AUTO_FOCUS = "CommandList"

    BINDINGS: ClassVar[list[BindingType]] = [
        action("command-close", "escape,q,left,h,Y", N_("close"), first=True, call="close"),
    ]

    def __init__(self, session: Session, commands: Sequence[tuple[str, str]]) -> None:
        """``commands``: what each does, and the command line."""
        super().__init__(session)
        self._commands = commands

    def compose(self) -> ComposeResult:
        """What these are, the commands, the keys."""
        with Vertical(id="panel"):
            yield TextLine(id="what")
            yield CommandList()
            yield KeyLine()

    def on_mount(self) -> None:
        """Show them."""
        self.query_one("#what", TextLine).update([(" " + _("This list as a command line"), "accent")])
        self.query_one(LinkList).show(self._rows)

    def on_descendant_focus(self) -> None:
        """Say the keys."""
        self.show_keys()

    def _rows(self, width: int) -> list[Row]:
        return [
            row
            for number, (words, line) in enumerate(self._commands)
            for row in (
                Row([(f"  {words}", "link")], Link("", str(number))),
                *(Row([(f"    {part}", "text")]) for part in wrap(clean_line(line), width - 6)),
            )
        ]

    @on(LinkList.Followed)
    def _followed(self, event: LinkList.Followed) -> None:
        event.stop()
        self.dismiss(self._commands[int(event.link.id or 0)][1])

    def action_close(self) -> None:
        """Nothing is sent."""
        self.dismiss(None)
