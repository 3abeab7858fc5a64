"""Export, copy and quit actions."""

from typing import ClassVar

from textual.binding import BindingType

from cq_tui.language import _
from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.screens.base.controller import Controller
from cq_tui.screens.base.copy_record import COPY, copy_record
from cq_tui.screens.browse.list_controller import ListController
from cq_tui.screens.browse.overview_controller import OverviewController
from cq_tui.screens.browse.state import BrowseState
from cq_tui.screens.browse.writing import may_write, open_writer
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.action import N_, action


class ExportController(Controller):
    """Export the list, copy a record or a command line, quit."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("export", "e,ctrl+e", N_("export"), first=True),
        COPY,
        action("command-line", "Y", N_("list as a command line")),
        action("back", "q", N_("quit"), first=True),
    ]

    def __init__(
        self, screen: BaseScreen, state: BrowseState, lists: ListController, overview: OverviewController
    ) -> None:
        self._screen = screen
        self._state = state
        self._lists = lists
        self._overview = overview
        self._copying = screen.new_runner("copy")

    def action_command_line(self) -> None:
        """The command lines that write this list and that open it: one is chosen for the terminal's clipboard."""
        if (asked := self._lists.asked) is None or (place := self._state.list) is None:
            return
        from cq_tui.screens.dialogs.command_lines import CommandLinesScreen
        from cq_tui.store.selection.command_line import browse_line, command_line

        view = None
        if place.view is not None and place.view.is_as_saved(asked.kind, place, self._state.session.layout(asked.kind)):
            view = place.view.saved.view.name
        commands = [
            (_("Writes the list"), command_line(asked, view=view)),
            (_("Opens the view") if view else _("Opens the list"), browse_line(asked, view)),
        ]

        def send(line: str | None) -> None:
            if line is not None:
                self._screen.app.copy_to_clipboard(line)
                message = _("Sent to the terminal's clipboard: {line}").format(line=clean_line(line))
                self._screen.show_message(message)

        self._screen.app.push_screen(CommandLinesScreen(self._state.session, commands), send)

    def action_copy(self) -> None:
        """The record under the cursor as plain text."""
        selection = self._lists.table.selection
        row = self._lists.table.current
        if self._state.kind is None or row is None or selection is None:
            self._screen.show_message(_("There is no record here."))
            return
        copy_record(self._screen, self._copying, selection.kind, lambda: selection.whole(row))

    def action_export(self) -> None:
        """Export what is on the screen."""
        asked, session = self._lists.asked, self._state.session
        if not may_write(self._screen, asked):
            return
        if asked is None:
            from cq_tui.screens.export.overview import OverviewExportScreen

            open_writer(
                self._screen, OverviewExportScreen(session, self._overview.export_request, self._overview.query)
            )
            return
        from cq_tui.screens.export.screen import ExportScreen

        names = ",".join(field.name for field in session.layout(asked.kind).shown)
        open_writer(self._screen, ExportScreen(session, asked, names))

    def action_back(self) -> None:
        """Quit: this is the root."""
        self._screen.app.exit()
