"""What leads away from the list: a file, a command line, the end."""

from typing import ClassVar

from textual.binding import BindingType

from tui.language import _
from tui.model.clean import clean_line
from tui.screens.browsing import Browsing
from tui.screens.export import ExportScreen
from tui.screens.plain import PlainScreen
from tui.store.command import command_line
from tui.store.plain import plain_lines
from tui.widgets.action import action, noted

MOST_SENT = 4096
"""Bytes that are sent to the terminal's clipboard at once; terminals drop longer ones without a word."""


class Leaving(Browsing):
    """Takes the list in front along."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("export", "e,ctrl+e", noted("export"), first=True),
        action("copy", "y", noted("this record to the terminal's clipboard")),
        action("command-line", "Y", noted("this list as a command line")),
        action("back", "q", noted("quit"), first=True),
    ]

    def action_command_line(self) -> None:
        """The command line that gives this list, shown and sent to the terminal's clipboard."""
        if self.kind is not None and self.table.selection is not None:
            line = command_line(self.table.selection)
            self.app.copy_to_clipboard(line)
            self.status.tell(_("Sent to the terminal's clipboard: {line}").format(line=clean_line(line)))

    def action_copy(self) -> None:
        """The record under the cursor as plain text, sent to the terminal's clipboard; no answer comes back from it."""
        record, selection = self.table.current, self.table.selection
        if self.kind is None or record is None or selection is None:
            return
        lines = list(plain_lines(self.session.store, selection.kind, record))
        size = len("\n".join(lines).encode())
        if size > MOST_SENT:
            words = _("{size} bytes are too many for the terminal's clipboard. Select what you need here.")
            self.app.push_screen(PlainScreen(self.session, words.format(size=size), lines))
            return
        self.app.copy_to_clipboard("\n".join(lines))
        words = _("Sent to the terminal, {size} bytes: {title}. Whether it takes them, it does not say.")
        self.status.tell(words.format(size=size, title=clean_line(record.called)))

    def action_export(self) -> None:
        """Export what is on the screen."""
        if self.kind is None or self.table.selection is None:
            self.status.tell(_("Go to a list to export it: 2 is the deals."))
            return
        if self.session.confined and self.session.confined.folder is None:
            self.status.tell(_("Exporting into files is off in secure mode."))
            return
        names = ",".join(field.name for field in self.kind.columns)
        self.app.push_screen(ExportScreen(self.session, self.table.selection, names), self._exported)

    def _exported(self, message: str | None) -> None:
        if message:
            self.status.tell(message)

    def action_back(self) -> None:
        """Quit: this is the root."""
        self.app.exit()
