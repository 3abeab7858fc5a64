"""What changed in the archive since an older edition."""

from typing import ClassVar

from textual.binding import BindingType

from cq_tui.files.named import ServerRoot, only_in_a_folder
from cq_tui.language import _
from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.screens.base.controller import Controller
from cq_tui.screens.browse.state import BrowseState
from cq_tui.widgets.base.action import N_, action


class ChangesController(Controller):
    """Asks for the older edition, and opens the page of what differs."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("changes", "d", N_("what changed")),
    ]

    def __init__(self, screen: BaseScreen, state: BrowseState) -> None:
        self._screen = screen
        self._state = state

    def allows(self, action: str, parameters: tuple[object, ...]) -> bool:  # noqa: ARG002
        """In secure mode no other folder is read."""
        return self._state.session.confined is None

    def action_changes(self) -> None:
        """Choose an edition and see what changed since."""
        session = self._state.session
        if len(session.store.archive.roots) > 1:
            self._screen.show_message(_("What changed is told of one archive; several are open."))
            return
        if isinstance(session.store.archive.root, ServerRoot):
            self._screen.show_message(only_in_a_folder())
            return
        from cq_tui.screens.changes.editions import EditionsScreen
        from cq_tui.screens.changes.screen import ChangesScreen

        def compare(named: str | None) -> None:
            if named is not None:
                self._screen.app.push_screen(ChangesScreen(session, named))

        self._screen.app.push_screen(EditionsScreen(session), compare)
