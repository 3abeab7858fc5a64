"""The list in front, or the deals of the overview, over time."""

from typing import ClassVar

from textual.binding import BindingType

from cq_tui.language import _
from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.screens.base.controller import Controller
from cq_tui.screens.browse.state import BrowseState
from cq_tui.screens.navigation.location import TimelineLocation
from cq_tui.widgets.base.action import N_, action


class TimelineController(Controller):
    """Opens the timeline of what is in front, under the filter in force."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("timeline", "t", N_("over time")),
    ]

    def __init__(self, screen: BaseScreen, state: BrowseState) -> None:
        self._screen = screen
        self._state = state

    def allows(self, action: str, parameters: tuple[object, ...]) -> bool:  # noqa: ARG002
        """Where what is in front has days."""
        kind = self._state.kind or self._state.session.store.kind("deals")
        return any(field.dated for field in kind.named)

    def why_not(self, action: str) -> str:  # noqa: ARG002
        """The list in front has no days."""
        key = self._screen.key_of("timeline", "t")
        kind = self._state.kind or self._state.session.store.kind("deals")
        return _("{key} shows a list over time; {kind} have no dates.").format(key=key, kind=kind.label)

    def action_timeline(self) -> None:
        """Show it over time; of the overview of one event its deals."""
        kind = self._state.kind or self._state.session.store.kind("deals")
        text = self._state.filter
        if self._state.kind is None and self._state.event is not None and kind.event is not None:
            text = f"{kind.event.name}={self._state.event} {text}".strip()
        self._screen.go(TimelineLocation(kind.name, text))
