"""Publish action: the archive, or the list in front, as a folder for other programs."""

from typing import ClassVar

from textual.binding import BindingType

from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.screens.base.controller import Controller
from cq_tui.screens.browse.list_controller import ListController
from cq_tui.screens.browse.state import BrowseState
from cq_tui.screens.browse.writing import may_write, open_writer
from cq_tui.widgets.base.action import N_, action


class PublishController(Controller):
    """Publishes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("publish", "P", N_("publish")),
    ]

    def __init__(self, screen: BaseScreen, state: BrowseState, lists: ListController) -> None:
        self._screen = screen
        self._state = state
        self._lists = lists

    def action_publish(self) -> None:
        """Ask where to and what of it."""
        asked, session = self._lists.asked, self._state.session
        if not may_write(self._screen, asked):
            return
        # Loaded here: the start of the browser does not wait for what publishes.
        from cq_tui.screens.publish.screen import PublishScreen

        open_writer(self._screen, PublishScreen(session, asked))
