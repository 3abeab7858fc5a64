"""What leads away from the list: a file, a command line, the end."""

from typing import ClassVar

from textual.binding import BindingType

from cq_tui.language import _
from cq_tui.screens.base.copy_record import COPY, copy_record
from cq_tui.screens.browse.browsing import Browsing
from cq_tui.screens.export.screen import ExportScreen
from cq_tui.store.command import command_line
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.action import action, noted


class Leaving(Browsing):
    """Takes the list in front along."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("export", "e,ctrl+e", noted("export"), first=True),
        COPY,
        action("command-line", "Y", noted("this list as a command line")),
        action("back", "q", noted("quit"), first=True),
    ]

    def action_command_line(self) -> None:
        """The command line that gives this list, shown and sent to the terminal's clipboard."""
        if (asked := self.asked) is not None:
            line = command_line(asked)
            self.app.copy_to_clipboard(line)
            self.status.show_message(_("Sent to the terminal's clipboard: {line}").format(line=clean_line(line)))

    def action_copy(self) -> None:
        """The record under the cursor as plain text."""
        record, selection = self.table.current, self.table.selection
        if self.kind is None or record is None or selection is None:
            return
        if told := copy_record(self, selection.kind, record):
            self.status.show_message(told)

    def action_export(self) -> None:
        """Export what is on the screen."""
        asked = self.asked
        if self.kind is None or asked is None:
            self.status.show_message(_("Go to a list to export it: 2 is the deals."))
            return
        if self.session.confined and self.session.confined.folder is None:
            self.status.show_message(_("Exporting into files is off in secure mode."))
            return
        names = ",".join(field.name for field in self.session.layout(self.kind).shown)
        self.app.push_screen(ExportScreen(self.session, asked, names), self._exported)

    def _exported(self, message: str | None) -> None:
        if message:
            self.status.show_message(message)

    def action_back(self) -> None:
        """Quit: this is the root."""
        self.app.exit()
