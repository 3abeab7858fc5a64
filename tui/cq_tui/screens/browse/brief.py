"""Brief action: the event, or the list in front, as a paper."""

from typing import ClassVar

from textual.binding import BindingType

from cq_tui.language import _
from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.screens.base.controller import Controller
from cq_tui.screens.browse.list_controller import ListController
from cq_tui.screens.browse.overview_controller import OverviewController
from cq_tui.screens.browse.state import BrowseState
from cq_tui.screens.browse.writing import may_write, open_writer
from cq_tui.store.views.summary import main_event, told_events
from cq_tui.widgets.base.action import N_, action


class BriefController(Controller):
    """Writes briefs."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("brief", "B", N_("brief"), first=True),
    ]

    def __init__(
        self, screen: BaseScreen, state: BrowseState, lists: ListController, overview: OverviewController
    ) -> None:
        self._screen = screen
        self._state = state
        self._lists = lists
        self._overview = overview

    def action_brief(self) -> None:
        """Ask where to and about what."""
        asked, session = self._lists.asked or self._overview.selection, self._state.session
        if not may_write(self._screen, asked):
            return
        event = self._screen.event_in_front()
        if event is None and len(told_events(session.store)) < 2:
            event = main_event(session.store)
        if asked is None and event is None:
            self._screen.show_message(_("Open an event, or a list: a brief is of one of these."))
            return
        # Loaded here: the start of the browser does not wait for what writes briefs.
        from cq_tui.screens.brief.screen import BriefScreen

        open_writer(self._screen, BriefScreen(session, asked, event))
