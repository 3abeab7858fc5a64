"""The list of all tabs, for archives with more of them than there are digits."""

import re
import unicodedata
from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input

from cq_tui.language import _
from cq_tui.query.widen import Widener
from cq_tui.screens.base.modal_panel import ModalPanel
from cq_tui.screens.base.session import Session
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.tab_strip import Tab
from cq_tui.widgets.input.finder import Finder

_ROWS = 12
_DIGITS = 2
"""Digits of a whole number; tabs end with 99."""


class TabsScreen(ModalPanel[int | None]):
    """Two digits go to a tab at once. What else is typed narrows the list; Enter takes the line under the cursor."""

    DEFAULT_CSS = "TabsScreen #panel { height: 14; }"
    AUTO_FOCUS = "Input"

    BINDINGS: ClassVar[list[BindingType]] = [
        action("tabs-take", "enter", N_("go there"), first=True, call="take"),
        action("tabs-up", "up,shift+tab,ctrl+p", N_("up"), call="move(-1)"),
        action("tabs-down", "down,tab,ctrl+n", N_("down"), call="move(1)"),
        action("tabs-close", "escape", N_("close"), first=True, call="close"),
    ]

    def __init__(self, session: Session, tabs: Sequence[Tab], active: int) -> None:
        """``active`` is the position of the tab in front."""
        super().__init__(session)
        self._tabs = tabs
        self._fitting = list(range(len(tabs)))
        self._active = active
        self._finder = Finder(" " + _("Go to tab") + "  ", _ROWS, _("two digits, or a part of the name"))
        self._widen = Widener()

    def compose(self) -> ComposeResult:
        """The line to type in, then the tabs."""
        with Vertical(id="panel"):
            yield self._finder

    def on_mount(self) -> None:
        """List all tabs, the cursor on the one in front."""
        self._show(self._active)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        typed = unicodedata.normalize("NFKC", event.value).strip()
        if typed.isdecimal() and len(typed) == _DIGITS and 1 <= int(typed) <= len(self._tabs):
            self.dismiss(int(typed) - 1)
            return
        patterns = [self._widen(word).pattern for word in typed.split()]
        self._fitting = [place for place in range(len(self._tabs)) if self._fits(place, typed, patterns)]
        self._show(0)

    def _fits(self, place: int, typed: str, patterns: Sequence[str]) -> bool:
        if typed.isdecimal() and str(place + 1).startswith(typed.lstrip("0")):
            return True
        return all(re.search(pattern, self._tabs[place].found_by) for pattern in patterns)

    def _show(self, cursor: int) -> None:
        tabs = [(place, self._tabs[place]) for place in self._fitting]
        offers = [
            (f"{place + 1:>2}  {tab.label}", "" if tab.count is None else f"{tab.count:,}") for place, tab in tabs
        ]
        self._finder.offer(offers, cursor)

    def action_move(self, step: int) -> None:
        """Another tab."""
        self._finder.move(step)

    @on(Input.Submitted)
    def action_take(self) -> None:
        """Go to the tab under the cursor."""
        self.dismiss(self._fitting[self._finder.cursor] if self._fitting else None)

    def action_close(self) -> None:
        """Stay where one is."""
        self.dismiss(None)
