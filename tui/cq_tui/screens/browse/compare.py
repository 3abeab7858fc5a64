"""Choosing two events to set side by side, in their tab or on the overview."""

from typing import ClassVar

from textual.binding import BindingType

from cq_tui.language import _
from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.screens.base.controller import Controller
from cq_tui.screens.browse.list_controller import ListController
from cq_tui.screens.browse.state import BrowseState
from cq_tui.screens.navigation.location import CompareLocation
from cq_tui.store.views.summary import told_events
from cq_tui.widgets.base.action import N_, action


class CompareController(Controller):
    """Two events that are marked, or the marked one and the one under the cursor; where there are two only, these."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("compare", "c", N_("compare events"), first=True),
    ]

    def __init__(self, screen: BaseScreen, state: BrowseState, lists: ListController) -> None:
        self._screen = screen
        self._state = state
        self._lists = lists

    def allows(self, action: str, parameters: tuple[object, ...]) -> bool:  # noqa: ARG002
        """Offered where there are several events, and they are in front."""
        kind = self._state.kind
        return (kind is None or kind.name == "events") and len(told_events(self._state.session.store)) > 1

    def why_not(self, action: str) -> str:  # noqa: ARG002
        """There is one event, or another list is in front."""
        key = self._screen.key_of("compare", "c")
        if len(told_events(self._state.session.store)) < 2:
            return _("{key} compares two events; this archive tells of one.").format(key=key)
        return _("{key} compares events, on the overview and in their own list.").format(key=key)

    def action_compare(self) -> None:
        """Set two events side by side."""
        store, event = self._state.session.store, self._state.event
        told = [event.id for event in told_events(store)]
        chosen = list(self._state.session.marked(store.kind("events")))
        if len(chosen) < 2:
            record = self._lists.table.current if self._state.kind is not None else None
            here = record.id if record is not None else event
            chosen = list(dict.fromkeys([*chosen, *([here] if here is not None else [])]))
        if len(chosen) < 2 and len(told) == 2:
            chosen = told
        if len(chosen) == 2:
            first, second = sorted(chosen, key=lambda one: -told.index(one) if one in told else 0)
            self._screen.go(CompareLocation((first, second)))
        elif len(chosen) > 2:
            words = _("Two events stand side by side; {count} are marked.")
            self._screen.show_message(words.format(count=len(chosen)))
        else:
            words = _("Mark one event with Space in the tab of the events, then press c on another one.")
            self._screen.show_message(words)
