"""Opening the deals that may be told twice, from their list."""

from typing import ClassVar

from textual.binding import BindingType

from cq_tui.language import _
from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.screens.base.controller import Controller
from cq_tui.screens.browse.state import BrowseState
from cq_tui.screens.navigation.location import TwinsLocation
from cq_tui.widgets.base.action import N_, action


class TwinsController(Controller):
    """Shows pairs of deals side by side, all of the archive, whatever the filter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("twins", "equals_sign", N_("deals told twice")),
    ]

    def __init__(self, screen: BaseScreen, state: BrowseState) -> None:
        self._screen = screen
        self._state = state

    def allows(self, action: str, parameters: tuple[object, ...]) -> bool:  # noqa: ARG002
        """In the list of deals."""
        return self._state.kind is not None and self._state.kind.name == "deals"

    def why_not(self, action: str) -> str:  # noqa: ARG002
        """Another list is in front."""
        key = self._screen.key_of("twins", "equals_sign")
        return _("{key} shows deals that may be told twice, in the list of deals.").format(key=key)

    def action_twins(self) -> None:
        """Show the pairs."""
        self._screen.go(TwinsLocation())
