"""Choosing two events to set side by side, in their tab or on the overview."""

from typing import ClassVar

from textual.binding import BindingType

from cq_tui.language import _
from cq_tui.screens.browse.marking import Marking
from cq_tui.screens.navigation.location import CompareLocation
from cq_tui.store.words import told_events
from cq_tui.widgets.base.action import action, noted


class Comparing(Marking):
    """Two events that are marked, or the marked one and the one under the cursor; where there are two only, these."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("compare", "c", noted("compare events"), first=True),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offered where there are several events, and they are in front."""
        if action == "compare" and self.kind is not None and self.kind.name != "events":
            return False
        if action == "compare" and len(told_events(self.session.store)) < 2:
            return False
        return super().check_action(action, parameters)

    def action_compare(self) -> None:
        """Set two events side by side."""
        store = self.session.store
        told = [event.id for event in told_events(store)]
        chosen = list(self.session.marked(store.kind("events")))
        if self.kind is not None and len(chosen) < 2 and (current := self.table.current) is not None:
            chosen = list(dict.fromkeys([*chosen, current.id]))
        elif self.event is not None and len(chosen) < 2:
            chosen = list(dict.fromkeys([*chosen, self.event]))
        if len(chosen) < 2 and len(told) == 2:
            chosen = told
        if len(chosen) == 2:
            first, second = sorted(chosen, key=lambda one: -told.index(one) if one in told else 0)
            self.go(CompareLocation((first, second)))
        elif len(chosen) > 2:
            self.status.show_message(_("Two events stand side by side; {count} are marked.").format(count=len(chosen)))
        else:
            self.status.show_message(
                _("Mark one event with Space in the tab of the events, then press c on another one.")
            )
